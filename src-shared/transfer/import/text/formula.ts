// Cells that a spreadsheet would run as a formula are written with an apostrophe before them.

/** Undoes what our export does to such cells. */
export function restoreFormula(cell: string): string {
  if (cell.charCodeAt(0) !== 39) return cell;
  return /^'+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell;
}
