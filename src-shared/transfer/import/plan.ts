// The plan of an import: for each row what will happen to it and why, before anything
// happens. Rows of one person in the file become one; then the book is asked, in batches.

import { fail, ok, type Result } from '../../domain/result.ts';
import type { ImportPreview, PlannedRow, RowDecision, RowReason } from '../import-types.ts';
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
import {
  createFileIndex,
  type FileIndex,
  likeness,
  type MatchKeys,
  matchKeys,
} from './match-keys.ts';
import { planRoles } from './roles.ts';

export type Because = { id: string; name: string; because: RowReason };
export type PlanEntry = {
  line: number;
  action: PlannedRow['action'];
  reasons: RowReason[];
  name: string;
  incoming?: Incoming;
  /** Cells of a row that cannot be read. */
  cells?: string[];
  /** The earlier row of the same person. */
  joinedTo?: number;
  match?: Because;
  candidates?: Because[];
  changes?: PlannedRow['changes'];
  decision?: RowDecision;
};

export type PlanStore = BookReader & { count(collection: 'people' | 'groups'): Promise<number> };
export type PlanWork = {
  yieldNow: () => Promise<void>;
  signal: AbortSignal | undefined;
  onProgress: ((done: number, total: number) => void) | undefined;
  /** Keys under which erased people are noticed; absent when nobody was erased. */
  erasedKey?: ((address: string) => string) | undefined;
};

const batch = 1_000;

/** Collects rows; `settle` then asks the book. */
export type Planner = {
  /** `cells` come back when the row cannot become a person. */
  take(incoming: Incoming, cells: string[]): void;
  refuse(line: number, reason: RowReason, cells: string[], name?: string): void;
  blank(line: number): void;
  settle(store: PlanStore, work: PlanWork, exact: boolean): Promise<Result<PlanEntry[]>>;
};

export function createPlanner(): Planner {
  const entries: PlanEntry[] = [];
  const index = createFileIndex();
  return {
    take: (incoming, cells) => takeRow(entries, index, incoming, cells),
    refuse: (line, reason, cells, name = '') =>
      void entries.push({ line, action: 'cannot', reasons: [reason], name, cells }),
    blank: (line) => void entries.push({ line, action: 'skip', reasons: ['blank-row'], name: '' }),
    settle: (store, work, exact) => settle(entries, store, work, exact),
  };
}

const reachable = ['emails', 'phones', 'links', 'handles', 'chats', 'addresses'];

function takeRow(
  entries: PlanEntry[],
  index: FileIndex,
  incoming: Incoming,
  cells: string[],
): void {
  const keys = matchKeys(incoming);
  const entry: PlanEntry = {
    line: incoming.line,
    action: 'create',
    reasons: incoming.remarks,
    name: keys.shown,
    incoming,
  };
  if (
    keys.shown === '' &&
    incoming.id === undefined &&
    !reachable.some((set) => (incoming.sets[set]?.length ?? 0) > 0)
  ) {
    entries.push({
      ...entry,
      action: 'cannot',
      reasons: ['no-name-or-address', ...incoming.remarks],
      cells,
    });
    return;
  }
  const row = entries.length;
  const earlier = index.find(keys, incoming.id);
  entries.push(entry);
  index.add(keys, incoming.id, earlier ?? row);
  const first = earlier === undefined ? undefined : entries[earlier]?.incoming;
  if (earlier === undefined || first === undefined) return;
  join(entry, earlier, first);
}

function join(entry: PlanEntry, earlier: number, first: Incoming): void {
  if (entry.incoming !== undefined) joinIncoming(first, entry.incoming);
  entry.action = 'skip';
  entry.joinedTo = earlier;
  entry.reasons = ['same-row-in-file', ...entry.reasons];
}

async function settle(
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

function erasedLookups(rows: readonly { keys: MatchKeys }[], { erasedKey }: PlanWork): string[] {
  return erasedKey === undefined
    ? []
    : rows.flatMap(({ keys }) => [...keys.emails, ...keys.phones].map(erasedKey));
}

function isErased(
  keys: MatchKeys,
  idsByKey: Map<string, string[]>,
  { erasedKey }: PlanWork,
): boolean {
  return (
    erasedKey !== undefined &&
    [...keys.emails, ...keys.phones].some((key) => idsByKey.has(erasedKey(key)))
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

/** What will happen to a row after the user's decision. */
export function actionOf({ action, decision, incoming }: PlanEntry): PlannedRow['action'] {
  if (decision === undefined || decision.action === 'auto' || incoming === undefined) return action;
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
  for (const { incoming } of entries) {
    for (const { organisation } of incoming?.roles ?? []) {
      const need: GroupNeed = { kind: 'organisation', name: organisation };
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
    if (entry.incoming === undefined || (action !== 'create' && action !== 'update')) continue;
    for (const { organisation } of entry.incoming.roles) names.add(organisation);
    roles +=
      action === 'create'
        ? entry.incoming.roles.length
        : (entry.changes ?? []).filter(({ field }) => field === 'roles').length;
  }
  const organisations = new Set(
    [...names]
      .map((name) => groupKey({ kind: 'organisation', name }))
      .filter((key) => !known.has(key)),
  );
  return { counts, organisations: organisations.size, roles };
}
