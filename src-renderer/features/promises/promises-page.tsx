// All promises, both ways: what we owe and what they owe us, of one person or of one of us, and
// how many were kept.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';

import { promise } from '../../../src-shared/domain/promise.ts';
import { workOf } from '../../data/queries/happened.ts';
import { useParties } from '../../data/use-parties.ts';
import { useRecords } from '../../data/use-records.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useRouteQuery } from '../../ui/router.ts';
import { partyIds } from './promise-bits.tsx';
import { PromiseCountsLine } from './promise-counts.tsx';
import { PromiseDialog } from './promise-dialog.tsx';
import { type Asked, narrowed, PromiseFilters } from './promise-filters.tsx';
import { PromiseTable } from './promise-table.tsx';
import { isShown, shownOf } from './shown.ts';
import { useClock } from './use-own-promises.ts';

/** So many are looked through. */
const most = 20_000;

export function PromisesPage() {
  const query = useRouteQuery();
  const [isMaking, making] = useDisclosure(false);
  const all = useRecords(workOf(promise.kind, most));
  const known = useParties([...new Set((all ?? []).flatMap(partyIds))]);
  const clock = useClock();
  const asked: Asked = {
    side: query.get('side') === 'theirs' ? 'theirs' : 'ours',
    show: isShown(query.get('show')) ?? 'open',
    party: query.get('with'),
    member: query.get('member'),
  };
  const { side, show, party } = asked;
  const ofThis = narrowed(all ?? [], asked, known);
  const make = (
    <Button leftSection={<IconPlus size={16} />} onClick={making.open}>
      <Trans>Make a promise</Trans>
    </Button>
  );
  return (
    <Page title={t`Promises`} actions={make}>
      {all?.length === 0 ? (
        <EmptyState
          title={t`Nothing is promised yet`}
          text={t`What we owe people and what they owe us stands here, with its date, until it is kept. Press P anywhere to make a promise.`}
        />
      ) : (
        <>
          <PromiseFilters asked={asked} docs={all ?? []} known={known} set={query.set} />
          <PromiseCountsLine
            docs={ofThis}
            clock={clock}
            shown={show}
            onShow={(next) => query.set({ show: next })}
          />
          <PromiseTable
            isRead={all !== undefined}
            docs={shownOf(ofThis, show, clock)}
            side={side}
            known={known}
            clock={clock}
          />
        </>
      )}
      {isMaking && (
        <PromiseDialog whom={party === undefined ? [] : [party]} onClose={making.close} />
      )}
    </Page>
  );
}
