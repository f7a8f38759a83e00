// The columns of a list of people; the list of everybody and the list of hits share
// them. Cells are plain elements: a screenful of components takes longer to draw than
// its data to arrive.

import type { ReactNode } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { Face } from '../../ui/face.tsx';
import type { GridColumn } from '../../ui/virtual-grid.tsx';
import { WhenText } from '../../ui/when.tsx';
import type { RoleLine } from './use-role-lines.ts';
import type { Selection } from './use-selection.ts';

/** Ticking many at once, where the list can. */
export type Ticking = {
  isAll: boolean;
  toggleAll: () => void;
  selectAll: () => void;
  /** Ticks everything between the row ticked last and this one. */
  extend: (index: number) => void;
};

const TickAll = ({ isAll, toggleAll }: Ticking) => (
  <input
    type="checkbox"
    className="tick"
    aria-label="Select all"
    checked={isAll}
    onChange={toggleAll}
  />
);

export function peopleColumns(
  selection: Selection,
  roleLines: ReadonlyMap<string, RoleLine>,
  nameOf: (doc: RecordDoc) => ReactNode = (doc) => doc.name || 'No name',
  ticking?: Ticking,
): GridColumn<RecordDoc>[] {
  return [
    {
      name: 'Select',
      isNameHidden: true,
      width: '34px',
      ...(ticking === undefined ? {} : { head: <TickAll {...ticking} /> }),
      cell: (doc, index) => (
        <input
          type="checkbox"
          className="tick"
          tabIndex={-1}
          aria-label={`Select ${doc.name}`}
          checked={selection.ids.has(doc.id)}
          onClick={(event) => {
            event.stopPropagation();
            if (event.shiftKey && ticking !== undefined) ticking.extend(index);
            else selection.toggle(doc.id);
            if (!event.shiftKey) selection.setAnchor(index);
          }}
          readOnly
        />
      ),
    },
    {
      name: 'Name',
      width: 'minmax(150px, 2.2fr)',
      cell: (doc) => (
        <span className="who">
          <Face doc={doc} />
          <span className="cell">{nameOf(doc)}</span>
        </span>
      ),
    },
    {
      name: 'Role',
      width: 'minmax(96px, 2.2fr)',
      cell: (doc) => <span className="dim">{roleLines.get(doc.id)?.text ?? ''}</span>,
    },
    {
      name: 'E-mail',
      width: 'minmax(110px, 2fr)',
      cell: (doc) => doc.sets['emails']?.[0]?.value ?? '',
    },
    { name: 'Phone', width: 'minmax(104px, 1.4fr)', cell: (doc) => phoneText(doc) },
    {
      name: 'Tags',
      width: 'minmax(60px, 1.1fr)',
      cell: (doc) =>
        (doc.sets['tags'] ?? []).slice(0, 3).map((tag) => (
          <span key={tag.id} className="tag">
            {tag.value}
          </span>
        )),
    },
    {
      name: 'Changed',
      width: '104px',
      cell: (doc) => <WhenText className="dim" at={doc.updatedAt} />,
    },
  ];
}

function phoneText(doc: RecordDoc): string {
  const phone = doc.sets['phones']?.[0];
  return phone?.more?.['raw'] ?? phone?.value ?? '';
}
