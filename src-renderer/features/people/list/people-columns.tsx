// The columns of a list of people; the list of everybody and the list of hits share
// them. Cells are plain elements: a screenful of components takes longer to draw than
// its data to arrive.

import type { ReactNode } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { Face } from '../../../ui/face.tsx';
import type { GridColumn } from '../../../ui/virtual-grid.tsx';
import { WhenText } from '../../../ui/when.tsx';
import type { RoleLine } from './use-role-lines.ts';
import type { Selection } from './use-selection.ts';
import type { Ticking } from './use-ticking.ts';

type TickAllProps = Pick<Ticking, 'isAll' | 'toggleAll'> & { isSome: boolean };

const TickAll = ({ isAll, isSome, toggleAll }: TickAllProps) => (
  <input
    type="checkbox"
    className="tick"
    aria-label="Select all"
    checked={isAll}
    ref={(box) => {
      if (box !== null) box.indeterminate = isSome && !isAll;
    }}
    onChange={toggleAll}
  />
);

export function peopleColumns(
  selection: Selection,
  roleLines: ReadonlyMap<string, RoleLine>,
  { isAll, toggleAll }: Ticking,
  nameOf: (doc: RecordDoc) => ReactNode = (doc) => doc.name || 'No name',
): GridColumn<RecordDoc>[] {
  return [
    {
      name: 'Select',
      width: '34px',
      head: <TickAll isAll={isAll} isSome={selection.ids.size > 0} toggleAll={toggleAll} />,
      cell: (doc) => (
        <input
          type="checkbox"
          className="tick"
          tabIndex={-1}
          aria-label={`Select ${doc.name}`}
          checked={selection.ids.has(doc.id)}
          onClick={(event) => {
            event.stopPropagation();
            selection.toggle(doc.id);
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
      width: 'minmax(90px, 2fr)',
      cell: (doc) => <span className="dim">{roleLines.get(doc.id)?.text ?? ''}</span>,
    },
    {
      name: 'E-mail',
      width: 'minmax(110px, 2fr)',
      cell: (doc) => doc.sets['emails']?.[0]?.value ?? '',
    },
    { name: 'Phone', width: 'minmax(128px, 1.3fr)', cell: (doc) => phoneText(doc) },
    { name: 'Tags', width: 'minmax(92px, 1.1fr)', cell: (doc) => tagsOf(doc) },
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

/** As many as fit for certain: half a tag says less than a number. */
function tagsOf(doc: RecordDoc): ReactNode {
  const [first, ...more] = (doc.sets['tags'] ?? []).map(({ value }) => value);
  if (first === undefined) return null;
  return (
    <span className="tags" title={[first, ...more].join(', ')}>
      <span className="tag">{first}</span>
      {more.length > 0 && <span className="dim">+{more.length}</span>}
    </span>
  );
}
