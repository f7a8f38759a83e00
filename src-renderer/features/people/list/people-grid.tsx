// People that can be opened and ticked, in a table or on cards; everybody and what a search finds are
// shown by it.

import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { type ListOf } from '../../../data/use-around.ts';
import { ListCards } from '../../../lists/list-cards.tsx';
import { Face } from '../../../ui/face.tsx';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import { openInList } from '../../../ui/list-walk.ts';
import { usePrinting } from '../../../ui/printing.ts';
import type { Cells } from '../../../ui/use-cells.ts';
import { VirtualGrid } from '../../../ui/virtual-grid.tsx';
import { useColumnFeet } from '../../../lists/column-feet.tsx';
import { rowActs } from '../../../lists/row-acts.ts';
import { tickColumn } from '../../../lists/tick-column.tsx';
import { chosenColumns, usePeopleColumns } from './people-columns.tsx';
import type { ListView } from '../../../lists/use-list-view.ts';
import type { Selection } from '../../../lists/use-selection.ts';
import type { Ticking } from '../../../lists/use-ticking.ts';

type Props = {
  label: string;
  /** The list and what is searched for in it. */
  of: string;
  count: number;
  row: (index: number) => RecordDoc | undefined;
  onRange?: (first: number, last: number) => void;
  selection: Selection;
  ticking: Ticking;
  people: ListView;
  /** Ids of those in view. */
  shown: readonly string[];
  nameOf?: (doc: RecordDoc) => ReactNode;
  /** By which the next and the previous of whoever is opened are known. */
  list: ListOf;
  cells: Cells;
  beforeSave: (id: string) => Promise<void>;
};

export function PeopleGrid({ selection, ticking, ...props }: Props) {
  const { people, shown, nameOf, beforeSave, list, ...grid } = props;
  const { columns } = useColumnFeet(
    people,
    usePeopleColumns({ people, shown, nameOf, beforeSave }),
    // Of hits of a search nothing is counted.
    nameOf === undefined,
  );
  const { label, of, count, row, onRange } = grid;
  const isPrinting = usePrinting();
  const tick = tickColumn(selection, ticking);
  const acts = {
    onOpen: (doc: RecordDoc, at: number) =>
      openInList(doc.id, at, { list, of, pages: '/people', name: t`People` }),
    ...rowActs(selection, ticking),
  };
  // On paper people stand in a table.
  if (people.view.layout === 'cards' && !isPrinting) {
    const at = chosenColumns(people.view).indexOf('role');
    const [, ...rest] = columns;
    return (
      <ListCards
        {...{ label, of, count, row, onRange, tick }}
        {...acts}
        picture={(doc) => <Face doc={doc} size={44} />}
        nameOf={nameOf ?? nameOrNone}
        below={rest[at]}
        columns={rest.filter((_, index) => index !== at)}
      />
    );
  }
  return <VirtualGrid<RecordDoc> {...grid} {...acts} columns={[tick, ...columns]} />;
}
