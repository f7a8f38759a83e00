// The sums over all rows of a plan.

import type { ImportPreview } from '../../import-types.ts';
import { findGroups, groupKey, type GroupNeed } from '../match/book-excerpt.ts';
import type { Entries } from './entries.ts';
import { actionOf, isJoined } from './plan-entry.ts';
import type { PlanStore } from './plan-work.ts';

const batch = 1_000;

/** Organisations and roles that the rows bring and the book does not have. */
export async function countGroups(
  entries: Entries,
  store: PlanStore,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if ((await store.count('groups')) === 0) return found;
  const byKey = new Map<string, GroupNeed>();
  for (let row = 0; row < entries.length(); row += 1) {
    for (const name of entries.at(row)?.organisations ?? []) {
      const need: GroupNeed = { kind: 'organisation', name };
      byKey.set(groupKey(need), need);
    }
  }
  const needs = [...byKey.values()];
  for (let from = 0; from < needs.length; from += batch)
    await findGroups(store, needs.slice(from, from + batch), found);
  return found;
}

export function previewCounts(
  entries: Entries,
  known: ReadonlyMap<string, string>,
): Omit<ImportPreview, 'info' | 'perhaps' | 'fields'> {
  const counts = { create: 0, update: 0, skip: 0, cannot: 0 };
  const names = new Set<string>();
  let roles = 0;
  let joined = 0;
  for (let row = 0; row < entries.length(); row += 1) {
    const entry = entries.at(row);
    if (entry === undefined) continue;
    const action = actionOf(entry);
    counts[action] += 1;
    if (isJoined(entry)) joined += 1;
    if (entry.kind === undefined || (action !== 'create' && action !== 'update')) continue;
    const { organisations = [] } = entry;
    for (const name of organisations) names.add(name);
    if (entry.kind === 'organisation' && action === 'create') names.add(entry.name ?? '');
    roles +=
      action === 'create'
        ? organisations.length
        : (entry.changes ?? []).filter(({ field }) => field === 'roles').length;
  }
  const organisations = new Set(
    [...names]
      .map((name) => groupKey({ kind: 'organisation', name }))
      .filter((key) => !known.has(key)),
  );
  return { counts, joined, organisations: organisations.size, roles };
}
