// Finds records by what somebody types: every word must begin a word of the record. Where
// next to nothing does, letters inside of names and words with a slip in them are found, too.

import {
  mostCounted,
  type SearchAnswer,
  type SearchCounts,
  type SearchHit,
} from '../../../../src-shared/bridge/host-types.ts';
import { viewCollections } from '../../../../src-shared/query/view.ts';
import {
  databaseName,
  recordCollections,
  schemas,
} from '../../../../src-shared/schema/collections.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { fromSortText, toSortText } from '../sqlite/sort-text.ts';
import { isUnusual, nextToNothing, soughtAlike } from './alike.ts';
import { type Found, toHits } from './hits.ts';
import { findInside } from './inside.ts';
import { digitsOf, findByPhone } from './phone.ts';
import { allOf, type Sought, soughtIn, wordsOf } from './sought.ts';
import { alikeSteps, phoneSteps, type Step, stepsOf } from './steps.ts';
import { matchBegin, matchEnd } from './text.ts';

type Searchable = SearchHit['collection'];
export type SearchQuestion = {
  text: string;
  /** All, when left out. */
  collections?: readonly Searchable[] | undefined;
  limit: number;
};

const searchable = viewCollections.filter(
  (collection) => recordCollections[collection]?.search === true,
);
const everybody = 1_000_000_000;

/** Best hits first. Sees the last commit. */
export function searchRecords(store: StoreDatabase, question: SearchQuestion): SearchAnswer {
  const { text, collections = searchable, limit } = question;
  const tables = tablesOf(store, collections);
  const sought = soughtIn(text);
  const found = new Map<string, Found>();
  follow([...phoneSteps(store, text), ...stepsOf(store, sought)], tables, limit, found);
  const isOpen = found.size < nextToNothing && isUnusual(store.reader, tables, text);
  if (isOpen && found.size === 0) follow([insideOf(store, text)], tables, limit, found);
  const typed = [...found.values()].slice(0, limit);
  const isNothing = found.size === 0;
  const alike =
    isOpen || isNothing ? soughtAlike(store.reader, tables, text, isNothing) : undefined;
  if (alike !== undefined) follow(alikeSteps(store, alike), tables, limit, found);
  const others = [...found.values()].slice(typed.length, limit);
  const meant = toHits(store, others, allOf(alike ?? []));
  return {
    hits: [...toHits(store, typed, allOf(sought)), ...meant],
    more: found.size > limit,
    ...(typed.length === 0 && meant.length > 0 ? { like: likeIn(meant) } : {}),
  };
}

/** How many it finds in each collection, as `searchRecords` does, `mostCounted` at most. */
export function countFound(store: StoreDatabase, text: string): SearchCounts['counts'] {
  const tables = tablesOf(store, searchable);
  const counted = searchable.map((collection) => ({
    collection,
    tables: tablesOf(store, [collection]),
    found: new Map<string, Found>(),
  }));
  const go = (steps: readonly Step[]): void => {
    for (const one of counted) follow(steps, one.tables, mostCounted - 1, one.found);
  };
  const all = (): number => counted.reduce((sum, { found }) => sum + found.size, 0);
  go([...phoneSteps(store, text), ...stepsOf(store, soughtIn(text))]);
  const isOpen = all() < nextToNothing && isUnusual(store.reader, tables, text);
  if (isOpen && all() === 0) go([insideOf(store, text)]);
  const isNothing = all() === 0;
  const alike =
    isOpen || isNothing ? soughtAlike(store.reader, tables, text, isNothing) : undefined;
  if (alike !== undefined) go(alikeSteps(store, alike));
  return Object.fromEntries(
    counted.flatMap(({ collection, found }) =>
      found.size === 0 ? [] : [[collection, Math.min(found.size, mostCounted)]],
    ),
  );
}

function follow(
  steps: readonly Step[],
  tables: readonly CollectionTable[],
  limit: number,
  found: Map<string, Found>,
): void {
  for (const step of steps)
    for (const table of tables) {
      if (found.size > limit) return;
      for (const hit of step(table, limit + 1)) {
        const key = `${table.number}/${hit.n}`;
        if (!found.has(key)) found.set(key, { table, ...hit });
      }
    }
}

const insideOf =
  ({ reader }: StoreDatabase, text: string): Step =>
  (table, limit) =>
    findInside(reader, table, wordsOf(text), limit);

const marked = new RegExp(`${matchBegin}([^${matchEnd}]*)${matchEnd}([\\p{L}\\p{M}]*)`, 'gu');
const mostLike = 3;

/** The words that were found instead of those typed, as they are written there. */
export function likeIn(hits: readonly Pick<SearchHit, 'highlight'>[]): string[] {
  const words = hits.flatMap(({ highlight }) =>
    Array.from(highlight.matchAll(marked), ([, match = '', rest = '']) => match + rest),
  );
  return [...new Set(words)].slice(0, mostLike);
}

/** For a search in several collections: what it looks for beside what was typed. */
export const alikeFor = (
  store: StoreDatabase,
  collections: readonly Searchable[],
  text: string,
  isNothing: boolean,
): Sought | undefined => soughtAlike(store.reader, tablesOf(store, collections), text, isNothing);

/**
 * Ids of those in a collection that a search finds, best first, `most` at most. `alike`: only
 * those that it finds so (`alikeFor`).
 */
export function findIds(
  store: StoreDatabase,
  collection: Searchable,
  text: string,
  most: number = everybody,
  alike?: Sought,
): string[] {
  return tablesOf(store, [collection]).flatMap((table) => {
    const found = new Map<string, Found>();
    if (alike !== undefined) follow(alikeSteps(store, alike), [table], most, found);
    else {
      follow([...phoneSteps(store, text), ...stepsOf(store, soughtIn(text))], [table], most, found);
      if (found.size === 0 && isUnusual(store.reader, [table], text))
        follow([insideOf(store, text)], [table], most, found);
    }
    const wanted = [...found.values()].slice(0, most).map(({ n }) => n);
    const rows = store.reader
      .prepare(`SELECT d.n, d.id FROM json_each(?) JOIN ${table.docs} d ON d.n = value`)
      .all(JSON.stringify(wanted));
    const idByNumber = new Map(rows.map(({ n, id }) => [Number(n), fromSortText(String(id))]));
    return wanted.flatMap((n) => idByNumber.get(n) ?? []);
  });
}

/** Where the words stand in records of a collection that are known to hold them, by id. */
export function hitsOf(
  store: StoreDatabase,
  collection: Searchable,
  ids: readonly string[],
  text: string,
  alike: Sought = [],
): Map<string, SearchHit> {
  const words = [...allOf(soughtIn(text)), ...allOf(alike)];
  const hits = tablesOf(store, [collection]).flatMap((table) => {
    const numberOf = store.reader.prepare(`SELECT n FROM ${table.docs} WHERE id = ?`);
    const rows = ids.flatMap((id) => numberOf.all(toSortText(id)));
    const byPhone = new Map(
      digitsOf(text)
        .flatMap((digits) => findByPhone(store.reader, table, digits, everybody))
        .map(({ n, highlight }) => [n, highlight]),
    );
    const found = rows.map((row): Found => {
      const n = Number(row['n']);
      const highlight = byPhone.get(n);
      return { table, n, ...(highlight === undefined ? {} : { highlight }) };
    });
    return toHits(store, found, words);
  });
  return new Map(hits.map((hit) => [hit.id, hit]));
}

function tablesOf(store: StoreDatabase, collections: readonly Searchable[]): CollectionTable[] {
  const wanted = collections.filter((collection) => searchable.includes(collection));
  return [...new Set(wanted)].flatMap((collection) => {
    const { version } = schemas[collection];
    const table = store.find({ database: databaseName, collection, version });
    return table === undefined ? [] : [table];
  });
}
