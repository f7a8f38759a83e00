// A block of cells as spreadsheets put it on the clipboard: tabs between cells, lines between
// rows, and quotes around a cell that holds either.

import { restoreFormula } from './formula.ts';

/** A single cell gives one row of one. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = cellFrom(text, at);
    row.push(restoreFormula(cell));
    at = end + 1;
    if (text[end] === '\t') continue;
    rows.push(row);
    row = [];
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    // The line break behind the last row begins no other.
    if (at >= text.length) break;
  }
  return rows;
}

/** `end`: of what ends it. */
function cellFrom(text: string, start: number): { cell: string; end: number } {
  return (text[start] === '"' ? quotedFrom(text, start) : undefined) ?? plainFrom(text, start);
}

function plainFrom(text: string, start: number): { cell: string; end: number } {
  let end = start;
  while (end < text.length && !endsCell(text[end])) end += 1;
  return { cell: text.slice(start, end), end };
}

/** Undefined where the quotes are only signs of the text. */
function quotedFrom(text: string, start: number): { cell: string; end: number } | undefined {
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return undefined;
    if (text[quote + 1] === '"') {
      from = quote + 2;
      continue;
    }
    if (!endsCell(text[quote + 1])) return undefined;
    return { cell: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 };
  }
}

const endsCell = (sign: string | undefined): boolean =>
  sign === undefined || sign === '\t' || sign === '\n' || sign === '\r';
