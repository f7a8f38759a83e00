// What was done in this book, the newest first: one's own, to be taken back one by one or
// back to a point, and what others did, since one looked last.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, SegmentedControl, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';

import type { ToldAction } from '../../../src-shared/bridge/history-types.ts';
import { useHistory } from '../../data/use-history.ts';
import { HistorySize } from '../../ui/history-size.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useRouteQuery } from '../../ui/router.ts';
import { ActionRow } from './action-row.tsx';
import { Away } from './away.tsx';
import { useBackTo } from './use-back-to.tsx';
import { useMarkSeen } from './use-mark-seen.ts';

const atOnce = 100;
const most = 500;
type Whose = 'all' | 'mine' | 'others';

const whoseIn = (text: string | undefined): Whose =>
  text === 'mine' || text === 'others' ? text : 'all';

export function HistoryPage() {
  const query = useRouteQuery();
  const whose = whoseIn(query.get('whose'));
  const [limit, setLimit] = useState(atOnce);
  const told = useHistory('history.actions', { whose, limit });
  const seen = useMarkSeen();
  // Until the first answer, and while it is asked for anew with another limit, what was there stays.
  const [kept, setKept] = useState<{ whose: Whose; told: NonNullable<typeof told> }>();
  useEffect(() => {
    if (told !== undefined) setKept({ whose, told });
  }, [told, whose]);
  const shown = told ?? (kept?.whose === whose ? kept.told : undefined);
  const actions = shown?.actions ?? [];
  return (
    <Page title={t`History`}>
      <Stack gap="md" maw={900}>
        <SegmentedControl
          aria-label={t`Whose changes`}
          style={{ alignSelf: 'start' }}
          value={whose}
          onChange={(next) => query.set({ whose: next === 'all' ? undefined : next })}
          data={[
            { value: 'all', label: t`Everybody` },
            { value: 'mine', label: t`What I did` },
            { value: 'others', label: t`What others did` },
          ]}
        />
        {whose !== 'mine' && seen !== undefined && <Away since={seen} />}
        {shown !== undefined && actions.length === 0 && <Nothing whose={whose} />}
        <Actions actions={actions} whose={whose} />
        {shown?.isMore === true && limit < most && (
          <Button
            variant="subtle"

            onClick={() => setLimit(Math.min(most, limit * 2))}
          >
            <Trans>Show older</Trans>
          </Button>
        )}
        <HistorySize />
      </Stack>
    </Page>
  );
}

function Actions({ actions, whose }: { actions: readonly ToldAction[]; whose: Whose }) {
  const back = useBackTo(actions);
  const label = whose === 'mine' ? t`What I did` : t`What was done`;
  return (
    <>
      <Stack component="ol" gap={0} p={0} m={0} className="plain-list" aria-label={label}>
        {actions.map((action) => (
          <ActionRow key={action.n} action={action} onBackTo={back.ask} />
        ))}
      </Stack>
      {back.dialog}
    </>
  );
}

const Nothing = ({ whose }: { whose: Whose }) => (
  <EmptyState
    title={t`Nothing yet`}
    text={
      whose === 'others'
        ? t`What teammates change stands here once it has arrived.`
        : t`Whatever is added or changed in this book stands here, with a way back.`
    }
  />
);
