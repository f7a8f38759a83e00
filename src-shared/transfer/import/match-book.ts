// Asks the book, in batches, who the planned rows may already be, and what each would
// change.

import { fail, ok, type Result } from '../../domain/result.ts';
import type { PlannedRow } from '../import-types.ts';
import {
  type BookReader,
  findGroups,
  groupKey,
  type GroupNeed,
  type PeopleView,
  viewPeople,
} from './book-view.ts';
import { differenceOf, joinIncoming } from './diff.ts';
import type { Incoming } from './incoming.ts';
import { likeness, type MatchKeys, matchKeys } from './match-keys.ts';
import type { PlanEntry, PlanStore, PlanWork } from './plan-entry.ts';
import { planRoles } from './roles.ts';

const batch = 1_000;

export async function settle(
  entries: PlanEntry[],
  store: PlanStore,
  work: PlanWork,
  exact: boolean,
): Promise<Result<PlanEntry[]>> {
  const isEmpty = (await store.count('people')) === 0;
  if (isEmpty) return ok(entries);
  const rowByPerson = new Map<string, number>();
  for (let from = 0; from < entries.length; from += batch) {
    if (work.signal?.aborted === true) return fail('cancelled');
    await settleBatch(entries, from, store, work, exact, rowByPerson);
    work.onProgress?.(Math.min(from + batch, entries.length), entries.length);
    await work.yieldNow();
  }
  return ok(entries);
}

async function settleBatch(
  entries: PlanEntry[],
  from: number,
  store: PlanStore,
  work: PlanWork,
  exact: boolean,
  rowByPerson: Map<string, number>,
): Promise<void> {
  const rows: { row: number; entry: PlanEntry; incoming: Incoming; keys: MatchKeys }[] = [];
  for (let row = from; row < Math.min(from + batch, entries.length); row += 1) {
    const entry = entries[row];
    if (entry?.incoming === undefined || entry.action !== 'create') continue;
    rows.push({ row, entry, incoming: entry.incoming, keys: matchKeys(entry.incoming) });
  }
  const wanted = rows.flatMap(({ keys }) => lookups(keys)).concat(erasedLookups(rows, work));
  const idsByKey = await store.byKeys('people', [...new Set(wanted)]);
  const ids = new Set([...idsByKey.values()].flat());
  for (const { incoming } of rows) if (incoming.id !== undefined) ids.add(incoming.id);
  const view = await viewPeople(store, [...ids]);
  const buckets = await bucketIds(
    store,
    rows.map(({ incoming }) => incoming),
  );
  for (const { row, entry, incoming, keys } of rows) {
    const near = lookups(keys).flatMap((key) => idsByKey.get(key) ?? []);
    if (incoming.id !== undefined) near.push(incoming.id);
    decideRow(entry, incoming, keys, near, view, exact, buckets);
    if (entry.match === undefined && isErased(keys, idsByKey, work)) {
      entry.action = 'skip';
      entry.reasons = ['was-erased', ...entry.reasons];
    }
    joinTaken(entries, row, entry, view, exact, buckets, rowByPerson);
  }
}

const lookups = (keys: MatchKeys): string[] => [
  ...keys.ids,
  ...keys.emails,
  ...keys.phones,
  ...(keys.name === '' ? [] : [`name:${keys.name}`]),
];

function erasedLookups(rows: readonly { keys: MatchKeys }[], { erasedKeys }: PlanWork): string[] {
  return erasedKeys === undefined
    ? []
    : rows.flatMap(({ keys }) => [...keys.emails, ...keys.phones].flatMap(erasedKeys));
}

function isErased(
  keys: MatchKeys,
  idsByKey: Map<string, string[]>,
  { erasedKeys }: PlanWork,
): boolean {
  return (
    erasedKeys !== undefined &&
    [...keys.emails, ...keys.phones].flatMap(erasedKeys).some((key) => idsByKey.has(key))
  );
}

async function bucketIds(
  store: BookReader,
  all: readonly Incoming[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await findGroups(
    store,
    all.flatMap(({ buckets }) =>
      buckets.map((bucket): GroupNeed => ({ kind: 'bucket', ...bucket })),
    ),
    found,
  );
  return found;
}

/** The likeliest person; nobody when two are as likely and the row would change either. */
function decideRow(
  entry: PlanEntry,
  incoming: Incoming,
  keys: MatchKeys,
  near: readonly string[],
  view: PeopleView,
  exact: boolean,
  buckets: Map<string, string>,
): void {
  const found = [...new Set(near)].flatMap((id) => {
    const doc = view.docs.get(id);
    if (doc === undefined) return [];
    const alike = likeness(
      keys,
      incoming.id,
      doc,
      (view.rolesById.get(id) ?? []).map((role) => role.organisation),
    );
    if (alike === undefined) return [];
    const brings = whatItBrings(incoming, id, view, exact, buckets);
    return [{ ...alike, id, name: doc.name, brings, isSame: brings.length === 0 }];
  });
  if (found.length === 0) return;
  found.sort((a, b) => b.weight + (b.isSame ? 5 : 0) - (a.weight + (a.isSame ? 5 : 0)));
  const [best, second] = found;
  entry.candidates = found.map(({ id, name, because }) => ({ id, name, because }));
  if (best === undefined) return;
  const isTied = second !== undefined && second.isSure && second.weight === best.weight;
  if (!best.isSame && (!best.isSure || isTied)) return;
  entry.match = { id: best.id, name: best.name, because: best.because };
  setMatched(entry, best.brings);
}

function setMatched(entry: PlanEntry, brings: PlannedRow['changes']): void {
  entry.changes = brings;
  entry.action = brings.length === 0 ? 'skip' : 'update';
  const because = entry.match === undefined ? [] : [entry.match.because];
  entry.reasons = [
    ...(brings.length === 0 ? (['nothing-new'] as const) : []),
    ...because,
    ...(entry.incoming?.remarks ?? []),
  ];
}

/** Two rows for one person of the book are one, as they would be in the file. */
function joinTaken(
  entries: PlanEntry[],
  row: number,
  entry: PlanEntry,
  view: PeopleView,
  exact: boolean,
  buckets: Map<string, string>,
  rowByPerson: Map<string, number>,
): void {
  const id = entry.match?.id;
  if (id === undefined) return;
  const taken = rowByPerson.get(id);
  if (taken === undefined) return void rowByPerson.set(id, row);
  const first = entries[taken];
  if (first?.incoming === undefined) return;
  join(entry, taken, first.incoming);
  setMatched(first, whatItBrings(first.incoming, id, view, exact, buckets));
}

/** Changes for people to look at; none means that nothing is new. */
export function whatItBrings(
  incoming: Incoming,
  id: string,
  view: PeopleView,
  exact: boolean,
  buckets: Map<string, string>,
): PlannedRow['changes'] {
  const doc = view.docs.get(id);
  if (doc === undefined) return [];
  const { shown } = differenceOf(incoming, doc, exact);
  for (const step of planRoles(incoming.roles, view.rolesById.get(id) ?? [], exact)) {
    if (step.type === 'make')
      shown.push({
        field: 'roles',
        old: '',
        new: roleText(step.role.title, step.role.organisation),
      });
    else if (Object.keys(step.fields).length > 0)
      shown.push({
        field: 'roles',
        old: step.organisation,
        new: roleText(Object.values(step.fields).join(', '), step.organisation),
      });
  }
  const inBuckets = new Set((doc.sets['buckets'] ?? []).map((item) => item.value));
  for (const bucket of incoming.buckets) {
    const known =
      buckets.get(`id:${bucket.id ?? ''}`) ??
      buckets.get(groupKey({ kind: 'bucket', name: bucket.name }));
    if (known === undefined || !inBuckets.has(known))
      shown.push({ field: 'buckets', old: '', new: bucket.name });
  }
  return shown;
}

const roleText = (title: string | undefined, organisation: string): string =>
  title === undefined || title === '' ? organisation : `${title}, ${organisation}`;

export function join(entry: PlanEntry, earlier: number, first: Incoming): void {
  if (entry.incoming !== undefined) joinIncoming(first, entry.incoming);
  entry.action = 'skip';
  entry.joinedTo = earlier;
  entry.reasons = ['same-row-in-file', ...entry.reasons];
}
