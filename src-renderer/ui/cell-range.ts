// Cells of a grid and the rectangles they make, as Shift with the arrow keys, a click or a
// drag makes them. Rows and columns are numbers; both ends belong to a rectangle.

export type Cell = { row: number; column: number };
/** From where it began to where it has got. */
export type CellRange = { base: Cell; head: Cell };
export type Block = { top: number; bottom: number; first: number; last: number };

export const oneCell = (cell: Cell): CellRange => ({ base: cell, head: cell });

export const blockOf = ({ base, head }: CellRange): Block => ({
  top: Math.min(base.row, head.row),
  bottom: Math.max(base.row, head.row),
  first: Math.min(base.column, head.column),
  last: Math.max(base.column, head.column),
});

export const isInBlock = (block: Block, { row, column }: Cell): boolean =>
  row >= block.top && row <= block.bottom && column >= block.first && column <= block.last;

export const cellsIn = ({ top, bottom, first, last }: Block): number =>
  (bottom - top + 1) * (last - first + 1);

export const isSameCell = (one: Cell | undefined, other: Cell): boolean =>
  one !== undefined && one.row === other.row && one.column === other.column;

/** Where cells are: the first and last column of them, and how many rows. */
export type Field = { rows: number; first: number; last: number };

/** How the key moves a cell; undefined for other keys. `isFar`: with Ctrl or Cmd. */
export function cellAfter(
  key: string,
  { row, column }: Cell,
  { rows, first, last }: Field,
  isFar: boolean,
): Cell | undefined {
  const end = Math.max(0, rows - 1);
  const targets: { readonly [key: string]: Cell } = {
    ArrowDown: { row: isFar ? end : row + 1, column },
    ArrowUp: { row: isFar ? 0 : row - 1, column },
    ArrowRight: { row, column: isFar ? last : column + 1 },
    ArrowLeft: { row, column: isFar ? first : column - 1 },
    PageDown: { row: row + 12, column },
    PageUp: { row: row - 12, column },
    Home: { row: isFar ? 0 : row, column: first },
    End: { row: isFar ? end : row, column: last },
  };
  const target = targets[key];
  return target && within(target, { rows, first, last });
}

const within = ({ row, column }: Cell, { rows, first, last }: Field): Cell => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(first, Math.min(last, column)),
});

/** Where one goes on after an edit. */
export type Onward = 'stay' | 'left' | 'down' | 'up' | 'next' | 'back';

/** The cell one goes on with; from the last of a row to the first of the next. */
export function cellOnward({ row, column }: Cell, to: Onward, field: Field): Cell {
  const { first, last } = field;
  if (to === 'down') return within({ row: row + 1, column }, field);
  if (to === 'up') return within({ row: row - 1, column }, field);
  if (to === 'next' && column === last)
    return row < field.rows - 1 ? { row: row + 1, column: first } : { row, column };
  if (to === 'back' && column === first)
    return row > 0 ? { row: row - 1, column: last } : { row, column };
  if (to === 'next') return { row, column: column + 1 };
  if (to === 'back') return { row, column: column - 1 };
  return { row, column };
}
