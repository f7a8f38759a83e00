// A block of cells that somebody pastes: what it holds, and onto which cells it goes.

import { readTsv } from '../../../src-shared/transfer/read-table.ts';
import { restoreFormula } from '../../../src-shared/transfer/formula.ts';
import type { Block } from '../../ui/cell-range.ts';

/** More belong into an import. */
export const mostPasted = 100_000;

/** Spreadsheets put tabs and lines there; some programs only a table of HTML. */
export function pastedRows(pasted: Pick<DataTransfer, 'getData'>): string[][] {
  const text = pasted.getData('text/plain');
  if (text.trim() !== '') return readTsv(text);
  const html = pasted.getData('text/html');
  if (html === '') return [];
  // Nothing in such a document is run or fetched.
  const page = new DOMParser().parseFromString(html, 'text/html');
  return [...page.querySelectorAll('table tr')].map((row) =>
    [...row.querySelectorAll('td,th')].map((cell) =>
      restoreFormula((cell.textContent ?? '').trim()),
    ),
  );
}

export type Placed = {
  top: number;
  first: number;
  rows: string[][];
  /** How many rows and columns the list has no place for. */
  rowsOver: number;
  columnsOver: number;
};

/** From the first cell of `block` on; a single cell goes into each of them. */
export function placed(
  rows: string[][],
  block: Block,
  list: { rows: number; last: number },
): Placed {
  const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
  const { top, first } = block;
  const filled =
    only === undefined
      ? rows
      : Array.from({ length: block.bottom - top + 1 }, () =>
          Array.from({ length: block.last - first + 1 }, () => only),
        );
  const height = list.rows - top;
  const width = list.last - first + 1;
  const widest = filled.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    top,
    first,
    rows: filled.slice(0, height).map((row) => row.slice(0, width)),
    rowsOver: Math.max(0, filled.length - height),
    columnsOver: Math.max(0, widest - width),
  };
}

export const cellsPasted = (rows: readonly (readonly string[])[]): number =>
  rows.reduce((sum, row) => sum + row.length, 0);
