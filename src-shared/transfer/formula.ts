// Cells that a spreadsheet could run as a formula are written with an apostrophe before them,
// which makes them text (docs/decisions/0007). Our own import takes it away again.

/** What programs skip, or do not see, before they look for a formula. */
const unseen = String.raw`[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]*`;
/** The signs with which one begins, with their full-width and small forms. */
const sign = String.raw`[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]`;
const begins = String.raw`(?:[\t\r\n]|${unseen}${sign})`;

const formula = new RegExp(`^${begins}`);
const escaped = new RegExp(`^'+${begins}`);

/**
 * A line of a list that calls nothing and leads nowhere, and the birthday without a year that
 * Google's own files hold: a spreadsheet shows them, and an apostrophe would stand there.
 */
const harmless = /^(?:- [^(|!=@[（｜！＝＠［]*| --\d\d-\d\d)$/;

export const isFormula = (text: string): boolean => formula.test(text) && !harmless.test(text);

/** What already begins with apostrophes and a formula gets one more. */
export const neutralise = (text: string): string =>
  isFormula(text) || escaped.test(text) ? `'${text}` : text;

export const restoreFormula = (cell: string): string =>
  cell.charCodeAt(0) === 39 && escaped.test(cell) ? cell.slice(1) : cell;
