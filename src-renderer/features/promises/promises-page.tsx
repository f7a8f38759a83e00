// All promises, both ways: what we owe and what they owe us, of one person or of one of us, and
// how many were kept.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Clock } from '../../../src-shared/query/promise-standing.ts';
import { promise } from '../../../src-shared/domain/promise.ts';
import { workOf } from '../../data/queries/happened.ts';
import { useParties } from '../../data/use-parties.ts';
import { useRecords } from '../../data/use-records.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { type RouteQuery, useRouteQuery } from '../../ui/router.ts';
import { partyIds } from './promise-bits.tsx';
import { PromiseCountsLine } from './promise-counts.tsx';
import { PromiseDialog } from './promise-dialog.tsx';
import { type Asked, layoutOf, narrowed, PromiseFilters } from './promise-filters.tsx';
import { PromiseCalendar } from './promise-calendar.tsx';
import { PromiseSummary } from './promise-summary.tsx';
import { PromiseTable } from './promise-table.tsx';
import { isShown, shownOf } from './shown.ts';
import { usePromiseActs } from './use-promise-acts.tsx';
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
    layout: layoutOf(query.get('as')),
  };
  const { show, party } = asked;
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
          <Shown
            isRead={all !== undefined}
            docs={ofThis}
            asked={asked}
            known={known}
            clock={clock}
            query={query}
          />
        </>
      )}
      {isMaking && (
        <PromiseDialog whom={party === undefined ? [] : [party]} onClose={making.close} />
      )}
    </Page>
  );
}

type ShownProps = {
  isRead: boolean;
  docs: readonly RecordDoc[];
  asked: Asked;
  known: ReadonlyMap<string, RecordDoc>;
  clock: Clock;
  query: RouteQuery;
};

function Shown({ isRead, docs, asked, known, clock, query }: ShownProps) {
  const acts = usePromiseActs();
  const { side, show, layout } = asked;
  const shown = shownOf(docs, show, clock);
  switch (layout) {
    case 'list':
      return <PromiseTable isRead={isRead} docs={shown} side={side} known={known} clock={clock} />;
    case 'calendar':
      return (
        <>
          <PromiseCalendar
            docs={shown}
            known={known}
            clock={clock}
            month={monthOf(query.get('month'))}
            onMonth={(month) => query.set({ month })}
            onOpen={(doc) => acts.of(doc).ask('edit')}
          />
          {acts.dialog}
        </>
      );
    default:
      return (
        <PromiseSummary
          by={layout}
          docs={docs}
          known={known}
          clock={clock}
          onOpen={(id, next) =>
            query.set({ as: undefined, show: next, [layout === 'party' ? 'with' : 'member']: id })
          }
        />
      );
  }
}

const monthOf = (text: string | undefined): string | undefined =>
  /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text ?? '') ? text : undefined;
