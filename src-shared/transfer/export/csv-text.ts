// How a cell is written: RFC 4180 quoting, and no cell that a spreadsheet would run as
// a formula (docs/decisions/0007). Lines end in CRLF.

export const lineEnd = '\r\n';
export const byteOrderMark = '\uFEFF';

/** The characters, and their full-width forms, with which a formula can begin. */
const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const needsQuotes = /[",\r\n]|^[\s']|\s$/;

/** What most cells are: neither quoted nor made text, which one look tells. */
const plainText = /^[A-Za-z0-9\u00C0-\u024F](?:[^",\r\n]*[^\s",])?$/;

export const isFormula = (text: string): boolean => formulaStart.test(text);

/** A leading apostrophe makes it text. What already begins with apostrophes and a formula gets one more. */
export const neutralise = (text: string): string =>
  /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;

export const quote = (text: string): string =>
  needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** One line of a table, neutralised and quoted. */
export const csvLine = (cells: readonly string[]): string =>
  cells.map(cellText).join(',') + lineEnd;

const cellText = (cell: string): string =>
  cell === '' || plainText.test(cell) ? cell : quote(neutralise(cell));
