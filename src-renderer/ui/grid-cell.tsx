// One cell of a grid: what stands in it, or its editor.

import type { CSSProperties, SyntheticEvent } from 'react';

import { blockOf, isInBlock, isSameCell } from './cell-range.ts';
import type { GridColumn } from './grid-column.ts';
import type { CellKeys } from './use-cell-keys.ts';
import type { Cells } from './use-cells.ts';

type Props<Row> = {
  row: number;
  /** Its column, from 0. */
  at: number;
  /** Undefined while it is on the way. */
  data: Row | undefined;
  column: GridColumn<Row>;
  cells: Cells | undefined;
  /** Where it stays while the others move aside. */
  frozen: CSSProperties | undefined;
  goOn: CellKeys['goOn'];
};

export function GridCell<Row>({ row, at, data, column, cells, frozen, goOn }: Props<Row>) {
  const cell = { row, column: at };
  const { range, editing } = cells ?? {};
  const isMeant = range !== undefined && isInBlock(blockOf(range), cell);
  const { edit } = column;
  const isEdited = isSameCell(editing, cell) && data !== undefined && edit !== undefined;
  return (
    <div
      id={`cell-${row}-${at}`}
      role="gridcell"
      aria-colindex={at + 1}
      aria-selected={range === undefined ? undefined : isMeant}
      className="cell"
      // What stays at the side of the page runs as the page does.
      dir={frozen === undefined ? 'auto' : undefined}
      data-column={at}
      data-frozen={frozen === undefined ? undefined : true}
      style={frozen}
      data-meant={isMeant ? true : undefined}
      data-head-cell={range !== undefined && isSameCell(range.head, cell) ? true : undefined}
      data-pen={cells !== undefined && edit !== undefined && !isEdited ? true : undefined}
      data-editing={isEdited ? true : undefined}
      ref={isEdited || !isSameCell(range?.head, cell) ? null : intoView}
    >
      {data === undefined ? (
        <span className="dim" data-on-its-way>
          …
        </span>
      ) : isEdited ? (
        // Keys and clicks are the editor's own, also in what it opens over the page.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
        <div className="cell-editor" onClick={stop} onMouseDown={stop} onKeyDown={stop}>
          {edit(data, {
            typed: editing?.typed,
            onDone: (to) => goOn(cell, to),
            onAgain: (typed) => cells?.edit({ ...cell, typed }),
          })}
        </div>
      ) : (
        column.cell(data, row)
      )}
    </div>
  );
}

const stop = (event: SyntheticEvent): void => event.stopPropagation();

const intoView = (element: HTMLElement | null): void =>
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
