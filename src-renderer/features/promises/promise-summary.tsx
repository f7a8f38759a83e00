// Promises by whom they are with, or by who of us keeps them: how many are open and how they were
// kept; each opens its promises.

import { t } from '@lingui/core/macro';
import { Anchor, Text } from '@mantine/core';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { stateOf } from '../../../src-shared/domain/promise.ts';
import {
  type Clock,
  countPromises,
  standingOf,
} from '../../../src-shared/query/promise-standing.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { GridColumn } from '../../ui/grid-column.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { useDates } from '../../ui/when.tsx';
import { compareWords } from '../../words/in-language.ts';
import { partiesOf } from './promise-bits.tsx';
import { memberOf } from './promise-filters.tsx';
import type { Shown } from './shown.ts';

export type SummaryBy = 'party' | 'member';

type Line = {
  id: string;
  name: string;
  open: number;
  overdue: number;
  of: number;
  kept: number;
  late: number;
  broken: number;
};

type Props = {
  by: SummaryBy;
  docs: readonly RecordDoc[];
  known: ReadonlyMap<string, RecordDoc>;
  clock: Clock;
  onOpen: (id: string, show: Shown) => void;
};

export function PromiseSummary({ by, docs, known, clock, onOpen }: Props) {
  const { count } = useDates();
  const lines = linesOf(by, docs, known, clock);
  if (lines.length === 0)
    return <EmptyState title={t`Nothing found here`} text={t`No promise names anybody here.`} />;
  const number = (name: string, show: Shown, of: (line: Line) => number): GridColumn<Line> => ({
    name,
    width: 'minmax(80px, 1fr)',
    cell: (line) =>
      of(line) === 0 ? (
        <Text span inherit className="dim">
          {count(0)}
        </Text>
      ) : (
        <Anchor
          component="button"
          type="button"
          inherit
          underline="always"
          aria-label={`${line.name}: ${name} ${count(of(line))}`}
          onClick={(event) => {
            event.stopPropagation();
            onOpen(line.id, show);
          }}
        >
          {count(of(line))}
        </Anchor>
      ),
  });
  return (
    <VirtualGrid<Line>
      label={by === 'party' ? t`Promises by person or group` : t`Promises by who of us`}
      rowHeight={44}
      count={lines.length}
      row={(index) => lines[index]}
      onOpen={({ id }) => onOpen(id, 'open')}
      columns={[
        {
          name: by === 'party' ? t`With` : t`Who of us`,
          width: 'minmax(160px, 3fr)',
          cell: ({ name }) => <span dir="auto">{name}</span>,
        },
        number(t({ message: 'Open', context: 'not closed' }), 'open', ({ open }) => open),
        number(t`Overdue`, 'overdue', ({ overdue }) => overdue),
        number(t`Kept in 90 days`, 'kept', ({ kept }) => kept),
        number(t`Of`, 'of', ({ of }) => of),
        number(t`Late`, 'late', ({ late }) => late),
        number(t`Broken`, 'broken', ({ broken }) => broken),
      ]}
    />
  );
}

function linesOf(
  by: SummaryBy,
  docs: readonly RecordDoc[],
  known: Props['known'],
  clock: Clock,
): Line[] {
  const names = new Map<string, string>();
  const byId = new Map<string, RecordDoc[]>();
  const add = (id: string, name: string, doc: RecordDoc): void => {
    names.set(id, name);
    byId.set(id, [...(byId.get(id) ?? []), doc]);
  };
  for (const doc of docs)
    if (by === 'member') {
      if (memberOf(doc) !== '') add(memberOf(doc), memberOf(doc), doc);
    } else for (const party of partiesOf(doc, known)) add(party.id, nameOrNone(party), doc);
  return [...byId]
    .map(([id, own]): Line => {
      const { of, kept, late, broken } = countPromises(own, clock);
      return {
        id,
        name: names.get(id) ?? '',
        open: own.filter((doc) => stateOf(doc) === 'open').length,
        overdue: own.filter((doc) => standingOf(doc, clock).isOverdue).length,
        of: of.length,
        kept: kept.length,
        late: late.length,
        broken: broken.length,
      };
    })
    .toSorted((a, b) => b.overdue - a.overdue || b.open - a.open || compareWords(a.name, b.name));
}
