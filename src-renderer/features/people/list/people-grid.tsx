// A grid of people that can be opened and ticked; everybody and what a search finds are
// shown by it.

import type { ReactNode } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { personPath } from '../../../kinds/person.tsx';
import { go } from '../../../ui/router.ts';
import type { Cells } from '../../../ui/use-cells.ts';
import { VirtualGrid } from '../../../ui/virtual-grid.tsx';
import { tickColumn, usePeopleColumns } from './people-columns.tsx';
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
  const columns = usePeopleColumns({ people, shown, nameOf, beforeSave });
  return (
    <VirtualGrid<RecordDoc>
      {...grid}
      columns={[tickColumn(selection, ticking), ...columns]}
      onOpen={(doc) => go(personPath(doc.id))}
      onToggle={(doc) => selection.toggle(doc.id)}
      onExtend={ticking.extend}
      onSelectAll={selection.chooseAll}
      onClear={selection.clear}
      isSelected={(doc) => selection.has(doc.id)}
    />
  );
}
