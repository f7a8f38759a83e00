// Asks the book, in batches, who the planned rows may already be, and what each would
// change.

import { fail, ok, type Result } from '../../../domain/result.ts';
import { type BookReader, bucketNeeds, findGroups, type KnownPeople } from './book-excerpt.ts';
import { decideRow, setMatched } from '../plan/decide-row.ts';
import type { Incoming } from '../entry/incoming.ts';
import { erasedLookups, noticeErased } from './erased-again.ts';
import { joinRow } from './join-row.ts';
import { type MatchKeys, matchKeys } from './match-keys.ts';
import { matchOrganisations } from './match-organisations.ts';
import { findNear } from './near.ts';
import { createNameBlocks, type NameBlocks } from './name-blocks.ts';
import type { Plan, PlanStore, PlanWork } from '../plan/plan-work.ts';
import { whatItBrings } from '../plan/what-it-brings.ts';

const batch = 1_000;

/** What stays the same from batch to batch. */
type Settling = {
  plan: Plan;
  store: PlanStore;
  work: PlanWork;
  exact: boolean;
  blocks: NameBlocks;
  rowByPerson: Map<string, number>;
};

export async function settle(
  plan: Plan,
  store: PlanStore,
  work: PlanWork,
  exact: boolean,
): Promise<Result<Plan>> {
  const isEmpty = (await store.count('people')) + (await store.count('groups')) === 0;
  if (isEmpty) return ok(plan);
  const length = plan.entries.length();
  const blocks = createNameBlocks(store);
  const settling: Settling = { plan, store, work, exact, blocks, rowByPerson: new Map() };
  for (let from = 0; from < length; from += batch) {
    if (work.signal?.aborted === true) return fail('cancelled');
    const to = Math.min(from + batch, length);
    await settleBatch(settling, from, to);
    await matchOrganisations(plan, from, to, store, work, exact);
    work.onProgress?.(to, length);
    await work.yieldNow();
  }
  return ok(plan);
}

type Row = { row: number; incoming: Incoming; keys: MatchKeys };

async function settleBatch(settling: Settling, from: number, to: number): Promise<void> {
  const { plan, store, work, exact, blocks } = settling;
  const rows = rowsOf(plan, from, to);
  const erased = rows.flatMap(({ keys }) => erasedLookups(keys, work));
  const near = await findNear(store, blocks, rows, erased);
  const { nearByRow, idsByKey, people: knownPeople } = near;
  const buckets = await bucketIds(
    store,
    rows.map(({ incoming }) => incoming),
  );
  rows.forEach(({ row, incoming, keys }, at) => {
    const entry = plan.entries.at(row);
    if (entry === undefined) return;
    const offered = blocks.offered(keys.name);
    decideRow(entry, incoming, keys, nearByRow[at] ?? [], knownPeople, exact, buckets, offered);
    noticeErased(entry, keys, idsByKey, work);
    plan.entries.put(row, entry);
    joinTaken(settling, row, knownPeople, buckets);
  });
}

function rowsOf({ entries, contents }: Plan, from: number, to: number): Row[] {
  const rows: Row[] = [];
  for (let row = from; row < to; row += 1) {
    if (entries.kindOf(row) !== 'person' || entries.at(row)?.action !== 'create') continue;
    const incoming = contents.of(row);
    if (incoming !== undefined) rows.push({ row, incoming, keys: matchKeys(incoming) });
  }
  return rows;
}

async function bucketIds(
  store: BookReader,
  all: readonly Incoming[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await findGroups(store, all.flatMap(bucketNeeds), found);
  return found;
}

/** Two rows for one person of the book are one, as they would be in the file. */
function joinTaken(
  { plan, exact, rowByPerson }: Settling,
  row: number,
  knownPeople: KnownPeople,
  buckets: Map<string, string>,
): void {
  const match = plan.entries.at(row)?.match;
  if (match === undefined) return;
  const { id } = match;
  const taken = rowByPerson.get(id);
  if (taken === undefined) return void rowByPerson.set(id, row);
  joinRow(plan, row, taken, match.because);
  const [first, content] = [plan.entries.at(taken), plan.contents.of(taken)];
  if (first === undefined || content === undefined) return;
  const brings = whatItBrings(content, id, knownPeople, exact, buckets);
  setMatched(first, brings, content, knownPeople.docs.get(id));
  plan.entries.put(taken, first);
}
