// How a cell is written: RFC 4180 quoting, and no cell that a spreadsheet would run as
// a formula (docs/decisions/0007). Lines end in CRLF.

import { neutralise } from '../formula.ts';

export const lineEnd = '\r\n';
export const byteOrderMark = '\uFEFF';

const needsQuotes = /[",\r\n]|^[\s']|\s$/;

/** What most cells are: neither quoted nor made text, which one look tells. */
const plainText = /^[A-Za-z0-9\u00C0-\u024F](?:[^",\r\n]*[^\s",])?$/;

export const quote = (text: string): string =>
  needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** One line of a table, neutralised and quoted. */
export const csvLine = (cells: readonly string[]): string =>
  cells.map(cellText).join(',') + lineEnd;

const cellText = (cell: string): string =>
  cell === '' || plainText.test(cell) ? cell : quote(neutralise(cell));
