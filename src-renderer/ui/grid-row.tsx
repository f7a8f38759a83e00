// One row of a grid.

import type { CSSProperties } from 'react';

import { BrokenLine } from './broken.tsx';
import { frozenAt } from './column-widths.ts';
import { GridCell } from './grid-cell.tsx';
import type { GridColumn } from './grid-column.ts';
import type { Cells } from './use-cells.ts';
import type { GridKeys } from './use-grid-keys.ts';

type RowProps<Row> = {
  index: number;
  /** Undefined while it is on the way. */
  data: Row | undefined;
  columns: readonly GridColumn<Row>[];
  keys: GridKeys<Row>;
  isLink: boolean;
  canExtend: boolean;
  cells: Cells | undefined;
  isSelected: boolean;
  style: CSSProperties;
};

export const BrokenRow = ({ style }: { style: CSSProperties }) => (
  <div role="row" className="grid-row" style={{ ...style, position: 'absolute', insetInline: 0 }}>
    <div role="gridcell" className="cell">
      <BrokenLine />
    </div>
  </div>
);

export function GridRow<Row>(props: RowProps<Row>) {
  const { index, data, columns, keys, isLink, canExtend, cells, isSelected, style } = props;
  const isEdited = cells?.editing?.row === index;
  return (
    // The grid itself takes the keys (one tab stop) and opens the active row by Enter.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`row-${index}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className="grid-row"
      data-link={isLink ? true : undefined}
      data-active={index === keys.active ? true : undefined}
      data-selected={isSelected ? true : undefined}
      style={{
        ...style,
        position: 'absolute',
        insetInline: 0,
        ...(isEdited ? { zIndex: 2 } : {}),
      }}
      onMouseMove={(event) => keys.onOver(event, index)}
      onMouseDown={(event) => {
        keys.onPress(event, index);
        // Otherwise the text between the two clicks would be selected.
        if (event.shiftKey && canExtend) event.preventDefault();
      }}
      onClickCapture={(event) => keys.onClickFirst(event, index)}
      onClick={(event) => keys.onClick(event, data, index)}
    >
      {columns.map((column, at) => (
        <GridCell
          key={column.name}
          row={index}
          at={at}
          data={data}
          column={column}
          cells={cells}
          frozen={frozenAt(columns, at)}
          goOn={keys.goOn}
        />
      ))}
    </div>
  );
}
