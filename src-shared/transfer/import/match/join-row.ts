// A row that is the same as an earlier one of its file.

import type { RowReason } from '../../import-types.ts';
import type { Plan } from '../plan/plan-work.ts';

/** The row at `earlier` takes over what it lacks. */
export function joinRow(
  { entries, contents }: Plan,
  row: number,
  earlier: number,
  because: RowReason,
): void {
  const [entry, first] = [entries.at(row), entries.at(earlier)];
  if (entry === undefined || first === undefined) return;
  contents.join(earlier, row);
  const reasons: RowReason[] = ['same-row-in-file', ...entry.reasons];
  const joined = { line: first.line, because };
  entries.put(row, { ...entry, action: 'skip', reasons, joined });
  if (entry.organisations === undefined) return;
  const organisations = [...(first.organisations ?? []), ...entry.organisations];
  entries.put(earlier, { ...first, organisations });
}
