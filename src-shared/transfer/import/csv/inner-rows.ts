// Tables inside a record, as Frappe and ERPNext write them: their columns say which table
// ("Number (Contact Numbers)"), and each further line of one is a row in which everything
// else is empty. Such a row belongs to the one above it.

import type { ImportColumn } from '../../import-types.ts';
import type { CsvRow } from './rows.ts';

/** A row with the rows of its inner tables; `end` is that of the last. */
export type WholeRow = CsvRow & { inner?: string[][] };

const ofTable = /\S\s+\([^()]+\)$/;
const ofFrappe = /\((?:email ids|contact numbers|links)\)$/i;
const names = /^(?:given|middle|family|fullName|name|record-id|org\.name|id:.+)$/;

/** Columns of inner tables; none where nothing else names a row. */
export function innerColumns(columns: readonly ImportColumn[]): ReadonlySet<number> {
  const inner = columns.filter(({ header }) => ofTable.test(header.trim()));
  const tables = new Set(inner.map(({ header }) => /\(([^()]+)\)$/.exec(header.trim())?.[1]));
  const isNamed = columns.some((column) => !inner.includes(column) && names.test(column.target));
  // "Phone (home)" and "Phone (work)" are no tables: each has one column of its own.
  const isTable =
    isNamed &&
    (tables.size < inner.length || inner.some(({ header }) => ofFrappe.test(header.trim())));
  return new Set(isTable ? inner.map(({ index }) => index) : []);
}

/** Hands each row on when the next one is known not to belong to it; then `end`. */
export function joinInner(
  columns: ReadonlySet<number>,
  take: (row: WholeRow) => void,
): { take: (row: CsvRow) => void; end: () => void } {
  if (columns.size === 0) return { take, end: () => undefined };
  let waiting: WholeRow | undefined;
  const end = (): void => {
    if (waiting !== undefined) take(waiting);
    waiting = undefined;
  };
  return {
    end,
    take(row) {
      if (waiting?.problem === undefined && waiting !== undefined && isInner(row, columns)) {
        waiting = { ...waiting, end: row.end, inner: [...(waiting.inner ?? []), row.cells] };
        return;
      }
      end();
      waiting = row;
    },
  };
}

function isInner({ cells, problem }: CsvRow, columns: ReadonlySet<number>): boolean {
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
  return problem === undefined && filled.length > 0 && filled.every((at) => columns.has(at));
}
