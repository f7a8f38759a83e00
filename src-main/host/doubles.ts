// Looks through the book for records that may be of one person or organisation. What was
// found is kept until something is written; nothing of it is stored or sent.

import type { DoublesCluster, DoublesFound } from '../../src-shared/bridge/host-types.ts';
import { ok, type Result } from '../../src-shared/domain/result.ts';
import { tellsApart, verdictId } from '../../src-shared/domain/verdict.ts';
import { clustersOf } from '../../src-shared/duplicates/clusters.ts';
import { mergeableKinds } from '../../src-shared/domain/merging.ts';
import { findPairs, type Found } from '../../src-shared/duplicates/find.ts';
import {
  organisationMeasure,
  type OrganisationTraits,
  organisationTraits,
} from '../../src-shared/duplicates/organisations.ts';
import { personMeasure } from '../../src-shared/duplicates/people.ts';
import { type Traits, traitsOf } from '../../src-shared/duplicates/traits.ts';
import type { RecordStore } from '../../src-shared/store/record-store.ts';
import { type CurrentBook, storeOf } from './book/book.ts';

const followed = ['people', 'groups', 'ties', 'setup'] as const;
/** ms of work before others come in between. */
const longestTurn = 8;
/** So many are decided about at one sitting. */
const mostClusters = 500;

export type Doubles = { find: () => Promise<Result<DoublesFound>> };

/** `tell` hears of the part that is done, from 0 to 1. */
export function createDoubles(book: CurrentBook, tell: (part: number) => void): Doubles {
  let kept: { key: string; found: DoublesFound } | undefined;
  let running: Promise<Result<DoublesFound>> | undefined;
  const look = async (): Promise<Result<DoublesFound>> => {
    const store = storeOf(book);
    if (!store.ok) return store;
    const key = await placeOf(store.value);
    if (kept?.key === key) return ok(kept.found);
    const { clusters, ...about } = await lookThrough(store.value, tell);
    const answer = {
      ...about,
      clusters: await withLinks(store.value, clusters.slice(0, mostClusters)),
    };
    kept = { key, found: answer };
    return ok(answer);
  };
  return {
    find: () =>
      (running ??= look().finally(() => {
        running = undefined;
      })),
  };
}

/** All clusters there are, of people and of organisations. */
export async function lookThrough(
  store: RecordStore,
  tell: (part: number) => void,
): Promise<DoublesFound> {
  const { people, organisations } = await readTraits(store);
  const all = people.length + organisations.length;
  const share = all === 0 ? 1 : people.length / all;
  const found = await inTurns(findPairs(people, personMeasure), (part) => tell(part * share));
  const firms = await inTurns(findPairs(organisations, organisationMeasure), (part) =>
    tell(share + part * (1 - share)),
  );
  const judged = await readVerdicts(store);
  const clustered = (pairs: Found['pairs'], of: DoublesCluster['of']): DoublesCluster[] =>
    clustersOf(pairs, (a, b) => judged.has(verdictId(a, b))).map((cluster) => ({
      ...cluster,
      of,
      band: cluster.pairs.reduce<Band>(
        (least, { band = 'possible' }) => lower(least, band),
        'certain',
      ),
    }));
  const clusters = [...clustered(found.pairs, 'people'), ...clustered(firms.pairs, 'groups')];
  return {
    looked: all,
    count: clusters.length,
    clusters: clusters.toSorted((a, b) => b.weakest - a.weakest),
    passedOver: found.passedOver.length + firms.passedOver.length,
  };
}

const leading = ['moments', 'ties', 'work'] as const;

/** Whoever is named most is likeliest to be known by what is shown of them. */
async function withLinks(
  store: RecordStore,
  clusters: readonly DoublesCluster[],
): Promise<DoublesCluster[]> {
  const all = clusters.flatMap(({ ids }) => ids);
  const found = await Promise.all(leading.map((collection) => store.byKeys(collection, all)));
  const linksOf = (id: string): number =>
    found.reduce((sum, ids) => sum + (ids.get(id)?.length ?? 0), 0);
  return clusters.map((cluster) => ({
    ...cluster,
    linked: Object.fromEntries(cluster.ids.map((id) => [id, linksOf(id)])),
  }));
}

const order = ['certain', 'likely', 'possible'] as const;
type Band = (typeof order)[number];
const lower = (a: Band, b: Band): Band => (order.indexOf(a) > order.indexOf(b) ? a : b);

const placeOf = async (store: RecordStore): Promise<string> =>
  (await Promise.all(followed.map((collection) => store.sequence(collection)))).join(' ');

async function inTurns(
  work: Generator<number, Found>,
  tell: (part: number) => void,
): Promise<Found> {
  let turnEnds = performance.now() + longestTurn;
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < turnEnds) continue;
    tell(step.value);
    await new Promise((resolve) => setImmediate(resolve));
    turnEnds = performance.now() + longestTurn;
  }
}

async function readTraits(
  store: RecordStore,
): Promise<{ people: Traits[]; organisations: OrganisationTraits[] }> {
  const names = new Map<string, string>();
  const organisations: OrganisationTraits[] = [];
  for await (const docs of store.scan('groups', { status: 'live' }))
    for (const doc of docs) {
      names.set(doc.id, doc.name);
      if (mergeableKinds.has(doc.kind)) organisations.push(organisationTraits(doc));
    }
  const rolesOf = new Map<string, string[]>();
  for await (const docs of store.scan('ties', { status: 'live' }))
    for (const { fields } of docs) {
      const { type, from, to } = fields;
      const name = typeof to === 'string' ? names.get(to) : undefined;
      if (type !== 'role' || typeof from !== 'string' || name === undefined) continue;
      const roles = rolesOf.get(from);
      if (roles === undefined) rolesOf.set(from, [name]);
      else roles.push(name);
    }
  const people: Traits[] = [];
  for await (const docs of store.scan('people', { status: 'live' }))
    people.push(...docs.map((doc) => traitsOf(doc, rolesOf.get(doc.id))));
  return { people, organisations };
}

async function readVerdicts(store: RecordStore): Promise<ReadonlySet<string>> {
  const judged = new Set<string>();
  for await (const docs of store.scan('setup', { status: 'live' }))
    for (const doc of docs) if (tellsApart(doc)) judged.add(doc.id);
  return judged;
}
