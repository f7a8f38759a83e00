// A row that is the same as an earlier one of its file.

import { joinIncoming } from './diff.ts';
import type { Incoming } from '../entry/incoming.ts';
import type { PlanEntry } from '../plan/plan-entry.ts';

/** `first` is what the row at `earlier` brings; it takes over what it lacks. */
export function joinRow(entry: PlanEntry, earlier: number, first: Incoming): void {
  if (entry.incoming !== undefined) joinIncoming(first, entry.incoming);
  entry.action = 'skip';
  entry.joinedTo = earlier;
  entry.reasons = ['same-row-in-file', ...entry.reasons];
}
