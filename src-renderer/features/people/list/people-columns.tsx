// The columns of a list of people; the list of everybody and the list of hits share them.

import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import {
  changedColumn,
  emailColumn,
  faceColumn,
  phoneColumn,
  tagsColumn,
} from '../../../kinds/columns.tsx';
import type { GridColumn } from '../../../ui/virtual-grid.tsx';
import type { RoleLine } from './use-role-lines.ts';
import type { Selection } from './use-selection.ts';
import type { Ticking } from './use-ticking.ts';

export function peopleColumns(
  selection: Selection,
  roleLines: ReadonlyMap<string, RoleLine>,
  ticking: Ticking,
  nameOf?: (doc: RecordDoc) => ReactNode,
): GridColumn<RecordDoc>[] {
  return [
    tickColumn(selection, ticking),
    faceColumn(nameOf),
    {
      name: t`Role`,
      width: 'minmax(90px, 1.8fr)',
      cell: (doc) => <span className="dim">{roleLines.get(doc.id)?.text ?? ''}</span>,
    },
    emailColumn(),
    phoneColumn(),
    tagsColumn(),
    changedColumn(),
  ];
}

const tickColumn = (
  { chosen, has, toggle }: Selection,
  { isAll, toggleAll }: Ticking,
): GridColumn<RecordDoc> => ({
  name: t`Select`,
  isScreenOnly: true,
  width: '34px',
  head: <TickAll isAll={isAll} isSome={chosen !== undefined} toggleAll={toggleAll} />,
  cell: (doc) => (
    <input
      type="checkbox"
      className="tick"
      tabIndex={-1}
      aria-label={t`Select ${doc.name}`}
      checked={has(doc.id)}
      onClick={(event) => {
        event.stopPropagation();
        toggle(doc.id);
      }}
      readOnly
    />
  ),
});

type TickAllProps = Pick<Ticking, 'isAll' | 'toggleAll'> & { isSome: boolean };

const TickAll = ({ isAll, isSome, toggleAll }: TickAllProps) => (
  <input
    type="checkbox"
    className="tick"
    aria-label={t`Select all`}
    checked={isAll}
    ref={(box) => {
      if (box !== null) box.indeterminate = isSome && !isAll;
    }}
    onChange={toggleAll}
  />
);
