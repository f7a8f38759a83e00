// The keys and clicks that are about cells. From a row, the arrow key that reads on leads into
// its cells, the one back out again; Escape leads out from anywhere. Enter, F2 and typing edit;
// what is typed on a cell is never a key of the page.

import { type KeyboardEvent, type MouseEvent, type RefObject, useRef } from 'react';

import {
  type Cell,
  cellAfter,
  cellOnward,
  type Field,
  isSameCell,
  oneCell,
  type Onward,
} from './cell-range.ts';
import type { Cells } from './use-cells.ts';

type Grid = {
  cells: Cells | undefined;
  field: Field;
  /** Of the active row; -1 where none is. */
  active: number;
  scroller: RefObject<HTMLElement | null>;
  canEdit: (cell: Cell) => boolean;
  /** Makes the row of the cell the active one, and brings it into view. */
  reach: (row: number) => void;
  open: (row: number) => void;
};

export type CellKeys = {
  /** Whether the key was about cells. */
  onKey: (event: KeyboardEvent) => boolean;
  onPress: (event: MouseEvent, row: number) => void;
  onOver: (event: MouseEvent, row: number) => void;
  /** Whether the click was about cells. */
  onClick: (event: MouseEvent, row: number) => boolean;
  /** After an edit. */
  goOn: (from: Cell, to: Onward) => void;
};

export function useCellKeys(grid: Grid): CellKeys {
  const { cells, field, scroller, reach } = grid;
  const show = (base: Cell, head: Cell): void => {
    cells?.show({ base, head });
    reach(head.row);
    scroller.current?.focus({ preventScroll: true });
  };
  const edit = (cell: Cell, typed?: string): void => {
    reach(cell.row);
    cells?.edit(typed === undefined ? cell : { ...cell, typed });
  };
  const acts = { show, edit };
  const { onKey } = keysOf(grid, acts);
  return {
    onKey,
    ...useCellMouse(grid, acts),
    goOn: (from, to) => {
      if (to === 'left') return cells?.edit(undefined);
      const next = cellOnward(from, to, field);
      show(next, next);
    },
  };
}

type Acts = {
  show: (base: Cell, head: Cell) => void;
  edit: (cell: Cell, typed?: string) => void;
};

function keysOf(grid: Grid, { show, edit }: Acts): Pick<CellKeys, 'onKey'> {
  const { cells, field, canEdit, open } = grid;
  const enter = (event: KeyboardEvent): boolean => {
    const row = Math.max(0, grid.active);
    if (field.rows === 0) return false;
    const first = { row, column: field.first };
    if (forward(event.key) === 'ArrowRight') show(first, first);
    else if (event.key === 'F2') edit(firstEdited(first, field, canEdit));
    else return false;
    return true;
  };
  const within = (event: KeyboardEvent, { base, head }: NonNullable<Cells['range']>): boolean => {
    const { key, shiftKey } = event;
    const isFar = event.ctrlKey || event.metaKey;
    const going = forward(key);
    const isOut = going === 'ArrowLeft' && head.column === field.first && !shiftKey;
    const target = isOut ? undefined : cellAfter(going, head, field, isFar);
    if (target !== undefined) show(shiftKey ? base : target, target);
    else if (isOut) cells?.show(undefined);
    else if (key === 'Escape') cells?.show(isSameCell(base, head) ? undefined : oneCell(base));
    else if (key === 'Enter' || key === 'F2') {
      if (canEdit(head)) edit(head);
      else if (key === 'Enter') open(head.row);
    } else if (isFar && key.toLowerCase() === 'c') cells?.onCopy?.();
    else if (key === 'Delete' || key === 'Backspace') cells?.onClear?.();
    else if (isTyping(event)) {
      event.stopPropagation();
      if (canEdit(head)) edit(head, key);
      else cells?.refuse();
    } else return false;
    return true;
  };
  return {
    onKey: (event) => {
      if (cells === undefined) return false;
      return cells.range === undefined ? enter(event) : within(event, cells.range);
    },
  };
}

function useCellMouse(
  { cells, field, canEdit, open }: Grid,
  { show, edit }: Acts,
): Pick<CellKeys, 'onPress' | 'onOver' | 'onClick'> {
  /** Where the button of the mouse went down, and whether it has left that cell since. */
  const pressed = useRef<{ cell: Cell; isDragged: boolean }>(undefined);
  return {
    onPress: (event, row) => {
      const cell = cellAt(event, row, field);
      const isPlain = event.button === 0 && !event.shiftKey && !event.ctrlKey && !event.metaKey;
      pressed.current =
        cells === undefined || cell === undefined || !isPlain
          ? undefined
          : { cell, isDragged: false };
    },
    onOver: (event, row) => {
      const from = pressed.current;
      const cell = cellAt(event, row, field);
      if (from === undefined || cell === undefined || event.buttons !== 1) return;
      if (!from.isDragged && isSameCell(from.cell, cell)) return;
      from.isDragged = true;
      getSelection()?.removeAllRanges();
      show(from.cell, cell);
    },
    onClick: (event, row) => {
      const cell = cellAt(event, row, field);
      const isDragged = pressed.current?.isDragged === true;
      pressed.current = undefined;
      if (isDragged) return true;
      if (cells === undefined || cell === undefined || event.ctrlKey || event.metaKey) return false;
      const { range } = cells;
      const isPen = canEdit(cell) && isOnPen(event);
      if (range === undefined && !isPen) return false;
      if (range !== undefined && event.shiftKey) show(range.base, cell);
      else if (isPen) edit(cell);
      else if (
        range === undefined ||
        !isSameCell(range.base, cell) ||
        !isSameCell(range.head, cell)
      )
        show(cell, cell);
      else if (canEdit(cell)) edit(cell);
      else open(row);
      return true;
    },
  };
}

/** Arrow keys as if everything were read from left to right. */
export function forward(key: string): string {
  if (document.documentElement.dir !== 'rtl') return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : key === 'ArrowRight' ? 'ArrowLeft' : key;
}

const isTyping = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  Array.from(key).length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;

function firstEdited(from: Cell, { last }: Field, canEdit: (cell: Cell) => boolean): Cell {
  for (let { column } = from; column <= last; column++)
    if (canEdit({ ...from, column })) return { ...from, column };
  return from;
}

const elementAt = ({ target }: MouseEvent): HTMLElement | null =>
  target instanceof HTMLElement || target instanceof SVGElement
    ? target.closest<HTMLElement>('[data-column]')
    : null;

function cellAt(event: MouseEvent, row: number, { first, last }: Field): Cell | undefined {
  const column = Number(elementAt(event)?.dataset['column'] ?? -1);
  return column >= first && column <= last ? { row, column } : undefined;
}

const penWidth = 30;

/** On the pencil that a cell shows at its end while the mouse is on it. */
function isOnPen(event: MouseEvent): boolean {
  const box = elementAt(event)?.getBoundingClientRect();
  if (box === undefined) return false;
  const isRightToLeft = document.documentElement.dir === 'rtl';
  return (isRightToLeft ? event.clientX - box.left : box.right - event.clientX) <= penWidth;
}
