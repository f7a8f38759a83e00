// Rows of a list as cards: a picture, the name, a line below it, and the columns that were chosen.

import type { ReactNode } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { GridColumn } from '../ui/grid-column.ts';
import type { GridActions } from '../ui/use-grid-keys.ts';
import { VirtualCards } from '../ui/virtual-cards.tsx';

type Props = GridActions<RecordDoc> & {
  label: string;
  of: string;
  count: number;
  row: (index: number) => RecordDoc | undefined;
  onRange?: ((first: number, last: number) => void) | undefined;
  isSelected: (doc: RecordDoc) => boolean;
  picture: (doc: RecordDoc) => ReactNode;
  nameOf: (doc: RecordDoc) => ReactNode;
  /** The box that ticks a row. */
  tick: GridColumn<RecordDoc>;
  /** Below the name; the others follow as lines. */
  below?: GridColumn<RecordDoc> | undefined;
  columns: readonly GridColumn<RecordDoc>[];
};

/** As many lines as a card has room for. */
const mostLines = 5;

export function ListCards({ picture, nameOf, tick, below, columns, ...grid }: Props) {
  const lines = columns.slice(0, mostLines);
  return (
    <VirtualCards<RecordDoc>
      {...grid}
      height={78 + lines.length * 24}
      card={(doc) => (
        <>
          <div className="card-head">
            {picture(doc)}
            <div style={{ minWidth: 0, flex: 1 }}>
              <div className="card-name" dir="auto">
                {nameOf(doc)}
              </div>
              {below !== undefined && (
                <div className="cell dim" dir="auto">
                  {below.cell(doc, 0)}
                </div>
              )}
            </div>
            {tick.cell(doc, 0)}
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
  );
}
