// The head of a grid: what its columns are called, and the edges that make them wider.

import type { CSSProperties } from 'react';

import { ColumnEdge } from './column-edge.tsx';
import { type ColumnWidths, frozenAt, leastWidth } from './column-widths.ts';
import type { GridColumn } from './grid-column.ts';

type Props<Row> = {
  columns: readonly GridColumn<Row>[];
  style: CSSProperties;
  draft: ColumnWidths['draft'];
};

export const GridHead = <Row,>({ columns, style, draft }: Props<Row>) => (
  <div className="grid-row" data-head role="row" aria-rowindex={1} style={style}>
    {columns.map((column, at) => {
      const frozen = frozenAt(columns, at);
      return (
        <div
          key={column.name}
          role="columnheader"
          className="cell"
          aria-sort={column.sorted}
          aria-colindex={at + 1}
          // Not the edge's words, too.
          aria-label={column.onResize === undefined ? undefined : column.name}
          data-frozen={frozen === undefined ? undefined : true}
          style={frozen}
        >
          {column.head ?? column.name}
          {column.onResize !== undefined && (
            <ColumnEdge
              name={column.name}
              width={leastWidth(column)}
              onDraft={(width) => draft(column.name, width)}
              onResize={column.onResize}
            />
          )}
        </div>
      );
    })}
  </div>
);
