// How wide the columns of a grid are: as they say themselves, as somebody made them, as they
// are being dragged; and where those stay that do not move aside.

import { type CSSProperties, useState } from 'react';

import { usePrinting } from './printing.ts';

type Column = { name: string; width: string; isFrozen?: boolean };

/** At the edges of a row. */
const padding = 16;

/** In px, at least. */
export const leastWidth = ({ width }: Pick<Column, 'width'>): number =>
  Number(/(\d+)px/.exec(width)?.[1] ?? 80);

export type ColumnWidths = {
  row: CSSProperties;
  /** Of all rows: no narrower than their columns. */
  all: CSSProperties;
  /** What is covered by those that stay. */
  covered: number;
  draft: (column: string, width: number | undefined) => void;
};

export function useColumnWidths(columns: readonly Column[]): ColumnWidths {
  const isPrinting = usePrinting();
  const [dragged, setDragged] = useState<{ column: string; width: number }>();
  const widths = columns.map((column) =>
    column.name === dragged?.column ? `${dragged.width}px` : column.width,
  );
  const least = widths.reduce((sum, width) => sum + leastWidth({ width }), padding);
  const covered = columns.reduce(
    (sum, column) => (column.isFrozen === true ? sum + leastWidth(column) : sum),
    0,
  );
  return {
    // A sheet of paper is as wide as it is.
    row: {
      gridTemplateColumns: (isPrinting
        ? widths.map((width) => width.replace(/^(\d+)px$/, 'minmax(0, $1fr)'))
        : widths
      ).join(' '),
    },
    all: isPrinting ? {} : { minWidth: least },
    covered,
    draft: (column, width) => setDragged(width === undefined ? undefined : { column, width }),
  };
}

/** Where a column stays when the others move aside; undefined where it moves with them. */
export function frozenAt(columns: readonly Column[], at: number): CSSProperties | undefined {
  if (columns[at]?.isFrozen !== true) return undefined;
  const before = columns.slice(0, at).reduce((sum, column) => sum + leastWidth(column), 0);
  return { insetInlineStart: before };
}
