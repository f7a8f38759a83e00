// People that can be opened and ticked, in a table or on cards; everybody and what a search finds are
// shown by it.

import type { ReactNode } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { personPath } from '../../../kinds/person.tsx';
import { go } from '../../../ui/router.ts';
import { usePrinting } from '../../../ui/printing.ts';
import type { Cells } from '../../../ui/use-cells.ts';
import { VirtualGrid } from '../../../ui/virtual-grid.tsx';
import { useColumnFeet } from './column-feet.tsx';
import { PeopleCards } from './people-cards.tsx';
import { chosenColumns, tickColumn, usePeopleColumns } from './people-columns.tsx';
import type { PeopleView } from './use-people-view.ts';
import type { Selection } from './use-selection.ts';
import type { Ticking } from './use-ticking.ts';

type Props = {
  label: string;
  /** The list and what is searched for in it. */
  of: string;
  count: number;
  row: (index: number) => RecordDoc | undefined;
  onRange?: (first: number, last: number) => void;
  selection: Selection;
  ticking: Ticking;
  people: PeopleView;
  /** Ids of those in view. */
  shown: readonly string[];
  nameOf?: (doc: RecordDoc) => ReactNode;
  cells: Cells;
  beforeSave: (id: string) => Promise<void>;
};

export function PeopleGrid({ selection, ticking, ...props }: Props) {
  const { people, shown, nameOf, beforeSave, ...grid } = props;
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
    onOpen: (doc: RecordDoc) => go(personPath(doc.id)),
    onToggle: (doc: RecordDoc) => selection.toggle(doc.id),
    onExtend: ticking.extend,
    onSelectAll: selection.chooseAll,
    onClear: selection.clear,
    isSelected: (doc: RecordDoc) => selection.has(doc.id),
  };
  // On paper people stand in a table.
  if (people.view.layout === 'cards' && !isPrinting)
    return (
      <PeopleCards
        {...{ label, of, count, row, onRange, nameOf, tick }}
        {...acts}
        columns={chosenColumns(people.view).flatMap((field, at) => {
          const column = columns[at + 1];
          return column === undefined ? [] : [{ field, column }];
        })}
      />
    );
  return <VirtualGrid<RecordDoc> {...grid} {...acts} columns={[tick, ...columns]} />;
}
