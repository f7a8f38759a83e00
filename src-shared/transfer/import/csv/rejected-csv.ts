// The rows that could not be taken, for a person to fix: their line, the reason and the
// cells as they came.

import { byteOrderMark, csvLine } from '../../export/csv-text.ts';
import type { ImportFileInfo, RowReason } from '../../import-types.ts';
import type { Entries } from '../plan/entries.ts';
import type { PlanEntry } from '../plan/plan-entry.ts';

const longestCell = 32_000;

export function rejectedCsv(
  entries: Entries,
  info: ImportFileInfo,
  reasonText: (code: RowReason) => string,
): string {
  const rejected: PlanEntry[] = [];
  for (let row = 0; row < entries.length(); row += 1) {
    const entry = entries.at(row);
    if (entry?.action === 'cannot') rejected.push(entry);
  }
  if (rejected.length === 0) return '';
  const headers =
    info.columns.length === 0 ? [info.program] : info.columns.map(({ header }) => header);
  const lines = rejected.map(({ line, reasons, cells = [] }) =>
    csvLine([
      String(line),
      reasonText(reasons[0] ?? 'no-name-or-address'),
      ...cells.map((cell) => cell.slice(0, longestCell)),
    ]),
  );
  return byteOrderMark + csvLine(['Line', 'Reason', ...headers]) + lines.join('');
}
