// A grid of people that can be opened and ticked; everybody and what a search finds are
// shown by it.

import type { ReactNode } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { personPath } from '../../../kinds/person.tsx';
import { go } from '../../../ui/router.ts';
import { VirtualGrid } from '../../../ui/virtual-grid.tsx';
import { peopleColumns } from './people-columns.tsx';
import type { RoleLine } from './use-role-lines.ts';
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
  roleLines: ReadonlyMap<string, RoleLine>;
  nameOf?: (doc: RecordDoc) => ReactNode;
};

export function PeopleGrid({ selection, ticking, roleLines, nameOf, ...grid }: Props) {
  return (
    <VirtualGrid<RecordDoc>
      {...grid}
      columns={peopleColumns(selection, roleLines, ticking, nameOf)}
      onOpen={(doc) => go(personPath(doc.id))}
      onToggle={(doc) => selection.toggle(doc.id)}
      onExtend={ticking.extend}
      onSelectAll={selection.chooseAll}
      onClear={selection.clear}
      isSelected={(doc) => selection.has(doc.id)}
    />
  );
}
