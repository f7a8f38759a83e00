// Promises as rows, in a narrow window as cards. The row that is reached takes the keys.

import { t } from '@lingui/core/macro';
import { useMediaQuery } from '@mantine/hooks';
import type { KeyboardEvent } from 'react';

import { dueOf } from '../../../src-shared/domain/promise-due.ts';
import type { PromiseSide } from '../../../src-shared/domain/promise.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { type Clock, standingOf } from '../../../src-shared/query/promise-standing.ts';
import { useChangedKeys } from '../../data/use-changed-keys.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { GridColumn } from '../../ui/grid-column.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { VirtualCards } from '../../ui/virtual-cards.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { takeKey } from './promise-actions.ts';
import { Parties, partiesOf, PromiseButtons, StandingText } from './promise-bits.tsx';
import { PromiseBulk, promiseTickColumn, usePromiseTicks } from './promise-bulk.tsx';
import { useDueWords } from './promise-words.ts';
import { type PromiseActs, usePromiseActs } from './use-promise-acts.tsx';

type Props = {
  isRead: boolean;
  docs: readonly RecordDoc[];
  side: PromiseSide;
  known: ReadonlyMap<string, RecordDoc>;
  clock: Clock;
};

type Column = GridColumn<RecordDoc>;

/** In such a window a row has no room for its columns. */
const narrow = '(max-width: 760px)';

export function PromiseTable({ isRead, docs, side, known, clock }: Props) {
  const changed = useChangedKeys();
  const acts = usePromiseActs();
  const ticks = usePromiseTicks(docs);
  const isNarrow = useMediaQuery(narrow);
  const columns = usePromiseColumns(known, clock, acts);
  if (isRead && docs.length === 0)
    return (
      <EmptyState
        title={t`Nothing found here`}
        text={t`No promise is like this. Choose the other side, or settled ones.`}
      />
    );
  const grid = {
    label: side === 'ours' ? t`What we owe` : t`What they owe us`,
    count: docs.length,
    row: (index: number) => docs[index],
    onOpen: (doc: RecordDoc) => acts.of(doc).ask('edit'),
    onKey: (event: KeyboardEvent, doc: RecordDoc) => takeKey(event, acts.of(doc), changed),
  };
  const [, ...lines] = columns;
  return (
    <>
      <PromiseBulk ticks={ticks} />
      {isNarrow ? (
        <VirtualCards<RecordDoc>
          {...grid}
          of={grid.label}
          height={180}
          isSelected={notTicked}
          card={(doc) => (
            <>
              <div className="card-name" dir="auto">
                {nameOrNone(doc)}
              </div>
              {lines.map((column) => (
                <div key={column.name} className="card-line">
                  <span className="dim">{column.name}</span>
                  <span className="cell" dir="auto">
                    {column.cell(doc, 0)}
                  </span>
                </div>
              ))}
            </>
          )}
        />
      ) : (
        <VirtualGrid<RecordDoc>
          {...grid}
          columns={[promiseTickColumn(ticks, docs.length), ...columns]}
          rowHeight={44}
          isSelected={ticks.has}
          onToggle={ticks.toggle}
          onExtend={ticks.extend}
          onSelectAll={ticks.all}
          onClear={ticks.clear}
        />
      )}
      {acts.dialog}
    </>
  );
}

const notTicked = (): boolean => false;

function usePromiseColumns(
  known: ReadonlyMap<string, RecordDoc>,
  clock: Clock,
  acts: PromiseActs,
): Column[] {
  const dueWords = useDueWords();
  return [
    {
      name: t`What`,
      width: 'minmax(180px, 3fr)',
      cell: (doc) => <span dir="auto">{nameOrNone(doc)}</span>,
    },
    {
      name: t`With`,
      width: 'minmax(120px, 2fr)',
      cell: (doc) => <Parties parties={partiesOf(doc, known)} />,
    },
    {
      name: t`Until`,
      width: 'minmax(110px, 1fr)',
      cell: (doc) => {
        const due = dueOf(doc);
        return due === undefined ? '' : dueWords(due, clock);
      },
    },
    {
      name: t`How it stands`,
      width: 'minmax(120px, 1.4fr)',
      cell: (doc) => <StandingText standing={standingOf(doc, clock)} />,
    },
    {
      name: t`Who of us`,
      width: 'minmax(90px, 1fr)',
      cell: ({ fields: { member } }) =>
        typeof member === 'string' ? (
          <span className="dim" dir="auto">
            {member}
          </span>
        ) : (
          ''
        ),
    },
    {
      name: t`Actions`,
      width: '110px',
      isScreenOnly: true,
      cell: (doc) => <PromiseButtons context={acts.of(doc)} />,
    },
  ];
}
