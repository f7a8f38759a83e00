// The head of a grid: what its columns are called.

import type { CSSProperties } from 'react';

import type { GridColumn } from './grid-column.ts';

type Props<Row> = { columns: readonly GridColumn<Row>[]; style: CSSProperties };

export const GridHead = <Row,>({ columns, style }: Props<Row>) => (
  <div className="grid-row" data-head role="row" aria-rowindex={1} style={style}>
    {columns.map((column, at) => (
      <div
        key={column.name}
        role="columnheader"
        className="cell"
        aria-sort={column.sorted}
        aria-colindex={at + 1}
      >
        {column.head ?? column.name}
      </div>
    ))}
  </div>
);
