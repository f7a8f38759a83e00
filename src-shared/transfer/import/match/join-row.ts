// A row that is the same as an earlier one of its file.

import type { Plan } from '../plan/plan-entry.ts';

/** The row at `earlier` takes over what it lacks. */
export function joinRow({ entries, contents }: Plan, row: number, earlier: number): void {
  const [entry, first] = [entries[row], entries[earlier]];
  if (entry === undefined || first === undefined) return;
  contents.join(earlier, row);
  entry.action = 'skip';
  entry.joinedTo = earlier;
  entry.reasons = ['same-row-in-file', ...entry.reasons];
  if (entry.organisations !== undefined)
    first.organisations = [...(first.organisations ?? []), ...entry.organisations];
}
