// The rows of a plan, a stretch at a time. Those that may be somebody who is here come first,
// and stay in their place when they have been decided.

import type { PlannedRow, RowsWanted } from '../../import-types.ts';
import type { Entries } from './entries.ts';
import { actionOf, type PlanEntry } from './plan-entry.ts';
import { plannedRow } from './planned-row.ts';
import type { Plan } from './plan-work.ts';

/** Rows of new people who may be somebody who is here, in the file's order. */
export function findPerhaps(entries: Entries): number[] {
  const perhaps: number[] = [];
  for (let row = 0; row < entries.length(); row += 1)
    if (isPerhaps(entries.at(row))) perhaps.push(row);
  return perhaps;
}

const isPerhaps = (entry: PlanEntry | undefined): boolean =>
  entry?.action === 'create' && (entry.candidates?.length ?? 0) > 0;

/** How many of them nobody has decided on. */
export const countOpen = (entries: Entries, perhaps: readonly number[]): number =>
  perhaps.filter((row) => {
    const decision = entries.at(row)?.decision;
    return decision === undefined || decision.action === 'auto';
  }).length;

export function pageOf(
  plan: Plan,
  perhaps: readonly number[],
  from: number,
  count: number,
  only: RowsWanted | undefined,
): { rows: PlannedRow[]; total: number } {
  if (only === 'perhaps') {
    const rows = perhaps.slice(from, from + count).flatMap((row) => plannedRow(plan, row));
    return { rows, total: perhaps.length };
  }
  const { entries } = plan;
  const length = entries.length();
  const rows: PlannedRow[] = [];
  if (only === undefined) {
    const to = Math.min(from + count, length);
    for (let at = from; at < to; at += 1) rows.push(...plannedRow(plan, rowAt(perhaps, at)));
    return { rows, total: length };
  }
  let total = 0;
  for (let row = 0; row < length; row += 1) {
    const entry = entries.at(row);
    if (entry === undefined || actionOf(entry) !== only) continue;
    if (total >= from && rows.length < count) rows.push(...plannedRow(plan, row));
    total += 1;
  }
  return { rows, total };
}

/** The row that stands at a place of the list: first `perhaps`, then all others. */
function rowAt(perhaps: readonly number[], at: number): number {
  const first = perhaps[at];
  if (first !== undefined) return first;
  const place = at - perhaps.length;
  // How many of `perhaps` lie before the others' `place`th.
  let [low, high] = [0, perhaps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((perhaps[middle] ?? 0) - middle <= place) low = middle + 1;
    else high = middle;
  }
  return place + low;
}
