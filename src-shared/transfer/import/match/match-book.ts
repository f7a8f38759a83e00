// Asks the book, in batches, who the planned rows may already be, and what each would
// change.

import { fail, ok, type Result } from '../../../domain/result.ts';
import {
  type BookReader,
  findGroups,
  type GroupNeed,
  type PeopleView,
  viewPeople,
} from './book-view.ts';
import { cardKey } from '../vcard/card-uid.ts';
import { decideRow, setMatched } from '../plan/decide-row.ts';
import type { Incoming } from '../entry/incoming.ts';
import { erasedLookups, noticeErased } from './erased-again.ts';
import { joinRow } from './join-row.ts';
import { type MatchKeys, matchKeys } from './match-keys.ts';
import { matchOrganisations } from './match-organisations.ts';
import type { PlanEntry, PlanStore, PlanWork } from '../plan/plan-entry.ts';
import { whatItBrings } from '../plan/what-it-brings.ts';

const batch = 1_000;

export async function settle(
  entries: PlanEntry[],
  store: PlanStore,
  work: PlanWork,
  exact: boolean,
): Promise<Result<PlanEntry[]>> {
  const isEmpty = (await store.count('people')) + (await store.count('groups')) === 0;
  if (isEmpty) return ok(entries);
  const rowByPerson = new Map<string, number>();
  for (let from = 0; from < entries.length; from += batch) {
    if (work.signal?.aborted === true) return fail('cancelled');
    await settleBatch(entries, from, store, work, exact, rowByPerson);
    await matchOrganisations(entries.slice(from, from + batch), store, work);
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
    if (entry?.incoming?.kind !== 'person' || entry.action !== 'create') continue;
    rows.push({ row, entry, incoming: entry.incoming, keys: matchKeys(entry.incoming) });
  }
  const wanted = rows
    .flatMap(({ keys }) => lookups(keys))
    .concat(rows.flatMap(({ keys }) => erasedLookups(keys, work)));
  const idsByKey = await store.byKeys('people', [...new Set(wanted)]);
  const ids = new Set([...idsByKey.values()].flat());
  for (const { incoming, keys } of rows) for (const id of ownIds(incoming, keys)) ids.add(id);
  const view = await viewPeople(store, [...ids]);
  const buckets = await bucketIds(
    store,
    rows.map(({ incoming }) => incoming),
  );
  for (const { row, entry, incoming, keys } of rows) {
    const found = lookups(keys).flatMap((key) => idsByKey.get(key) ?? []);
    const near = [...found, ...ownIds(incoming, keys)];
    decideRow(entry, incoming, keys, near, view, exact, buckets);
    noticeErased(entry, keys, idsByKey, work);
    joinTaken(entries, row, entry, view, exact, buckets, rowByPerson);
  }
}

/** Ids of records of ours that the row may say: our own CSV does, and cards written by us. */
const ownIds = ({ id }: Incoming, { cards }: MatchKeys): string[] =>
  id === undefined ? cards : [id, ...cards];

const lookups = (keys: MatchKeys): string[] => [
  ...keys.ids,
  ...keys.cards.map(cardKey),
  ...keys.emails,
  ...keys.phones,
  ...(keys.name === '' ? [] : [`name:${keys.name}`]),
];

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
  joinRow(entry, taken, first.incoming);
  setMatched(first, whatItBrings(first.incoming, id, view, exact, buckets));
}
