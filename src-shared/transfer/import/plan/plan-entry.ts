// A row of the plan, what will happen to it after the user's decision, and the sums over
// all rows.

import type { ImportPreview, PlannedRow, RowDecision, RowReason } from '../../import-types.ts';
import { type BookReader, findGroups, groupKey, type GroupNeed } from '../match/book-excerpt.ts';
import type { Incoming } from '../entry/incoming.ts';
import type { Contents } from './contents.ts';

export type Because = { id: string; name: string; because: RowReason };
export type PlanEntry = {
  line: number;
  action: PlannedRow['action'];
  reasons: readonly RowReason[];
  name: string;
  /** What the row is about; absent for one that brings nothing by itself. */
  kind?: Incoming['kind'];
  /** Remarks on its values, where there are any. */
  remarks?: readonly RowReason[];
  /** Of its roles, and those of rows joined to it; absent without any. */
  organisations?: readonly string[];
  /** Cells of a row that cannot be read. */
  cells?: string[];
  /** The earlier row of the same person. */
  joinedTo?: number;
  match?: Because;
  candidates?: Because[];
  changes?: PlannedRow['changes'];
  decision?: RowDecision;
};

export type Plan = { entries: PlanEntry[]; contents: Contents };

export type PlanStore = BookReader & { count(collection: 'people' | 'groups'): Promise<number> };
export type PlanWork = {
  yieldNow: () => Promise<void>;
  signal: AbortSignal | undefined;
  onProgress: ((done: number, total: number) => void) | undefined;
  /** Keys under which erased people are noticed; absent when nobody was erased. */
  erasedKeys?: ((address: string) => string[]) | undefined;
};

const batch = 1_000;

/** What will happen to a row after the user's decision. */
export function actionOf({ action, decision, kind }: PlanEntry): PlannedRow['action'] {
  if (decision === undefined || decision.action === 'auto' || kind === undefined) return action;
  return action === 'cannot' ? 'cannot' : decision.action;
}

export const matchOf = ({ match, candidates, decision }: PlanEntry): Because | undefined => {
  if (decision?.action !== 'update' || decision.match === undefined)
    return decision?.action === 'create' ? undefined : (match ?? candidates?.[0]);
  return (
    candidates?.find(({ id }) => id === decision.match) ?? {
      id: decision.match,
      name: '',
      because: 'user-choice',
    }
  );
};

/** Organisations and roles that the rows bring and the book does not have. */
export async function countGroups(
  entries: readonly PlanEntry[],
  store: PlanStore,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if ((await store.count('groups')) === 0) return found;
  const byKey = new Map<string, GroupNeed>();
  for (const { organisations = [] } of entries) {
    for (const name of organisations) {
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
  entries: readonly PlanEntry[],
  known: ReadonlyMap<string, string>,
): Omit<ImportPreview, 'info'> {
  const counts = { create: 0, update: 0, skip: 0, cannot: 0 };
  const names = new Set<string>();
  let roles = 0;
  for (const entry of entries) {
    const action = actionOf(entry);
    counts[action] += 1;
    if (entry.kind === undefined || (action !== 'create' && action !== 'update')) continue;
    const { organisations = [] } = entry;
    for (const name of organisations) names.add(name);
    if (entry.kind === 'organisation' && action === 'create') names.add(entry.name);
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
  return { counts, organisations: organisations.size, roles };
}
