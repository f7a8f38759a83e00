// The people of a view as cards: face, name, role, and the columns that were chosen.

import type { ReactNode } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { Face } from '../../../ui/face.tsx';
import type { GridColumn } from '../../../ui/grid-column.ts';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import type { GridActions } from '../../../ui/use-grid-keys.ts';
import { VirtualCards } from '../../../ui/virtual-cards.tsx';

type Props = GridActions<RecordDoc> & {
  label: string;
  of: string;
  count: number;
  row: (index: number) => RecordDoc | undefined;
  onRange?: ((first: number, last: number) => void) | undefined;
  isSelected: (doc: RecordDoc) => boolean;
  /** The box that ticks somebody. */
  tick: GridColumn<RecordDoc>;
  /** Beside the name. */
  columns: readonly { field: string; column: GridColumn<RecordDoc> }[];
  nameOf: ((doc: RecordDoc) => ReactNode) | undefined;
};

/** As many lines as a card has room for. */
const mostLines = 5;

export function PeopleCards({ tick, columns, nameOf = nameOrNone, ...grid }: Props) {
  const role = columns.find(({ field }) => field === 'role')?.column;
  const lines = columns.filter(({ field }) => field !== 'role').slice(0, mostLines);
  return (
    <VirtualCards<RecordDoc>
      {...grid}
      height={78 + lines.length * 24}
      card={(doc) => (
        <>
          <div className="card-head">
            <Face doc={doc} size={44} />
            <div style={{ minWidth: 0, flex: 1 }}>
              <div className="card-name" dir="auto">
                {nameOf(doc)}
              </div>
              {role !== undefined && (
                <div className="cell dim" dir="auto">
                  {role.cell(doc, 0)}
                </div>
              )}
            </div>
            {tick.cell(doc, 0)}
          </div>
          {lines.map(({ field, column }) => (
            <div key={field} className="card-line">
              <span className="dim">{column.name}</span>
              <span className="cell" dir="auto">
                {column.cell(doc, 0)}
              </span>
            </div>
          ))}
        </>
      )}
    />
  );
}
