// How a column of a list is edited in its cells.

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { Place } from '../../src-shared/query/places.ts';
import { CellEdit } from '../fields/cell-edit.tsx';
import { cellTarget } from '../fields/cell-target.ts';
import type { CellEditing, GridColumn } from '../ui/grid-column.ts';

/** Nothing where its cells are only read. `beforeSave`: before a cell of a record is saved. */
export function editCell(
  place: Place | undefined,
  label: string,
  beforeSave: (id: string) => Promise<void>,
): Pick<GridColumn<RecordDoc>, 'edit'> {
  const target = cellTarget(place);
  if (target === undefined) return {};
  return {
    edit: (doc: RecordDoc, editing: CellEditing) => (
      <CellEdit doc={doc} target={target} label={label} editing={editing} beforeSave={beforeSave} />
    ),
  };
}
