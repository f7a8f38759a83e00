// Finds records by what somebody types: every word must begin a word of the record.
// Nothing typed can break the query's syntax, because words travel as quoted phrases.

import type { SearchAnswer, SearchHit } from '../../../src-shared/bridge/host-types.ts';
import { databaseName, schemas } from '../../../src-shared/schema/collections.ts';
import type { CollectionTable } from './collection-table.ts';
import type { StoreDatabase } from './open-database.ts';
import { findByPhone, phoneDigits } from './search-phone.ts';
import { matchBegin, matchEnd, toReadable, toSearchable } from './search-text.ts';

type Searchable = SearchHit['collection'];
export type SearchQuestion = {
  text: string;
  /** All, when left out. */
  collections?: readonly Searchable[] | undefined;
  limit: number;
};

/** A row of the full-text index; less is better. */
type Ranked = { table: CollectionTable; n: number; rank: number; highlight?: string };

const searchable: readonly Searchable[] = ['people', 'groups', 'ties', 'moments'];
const snippetWords = 16;

/** Best hits first. Sees the last commit. */
export function searchRecords(store: StoreDatabase, question: SearchQuestion): SearchAnswer {
  const { text, collections = searchable, limit } = question;
  const match = matchOf(text);
  const digits = phoneDigits(text);
  const ranked: Ranked[] = [];
  for (const collection of new Set(collections)) {
    const { version } = schemas[collection];
    const table = store.find({ database: databaseName, collection, version });
    if (table === undefined) continue;
    const byPhone = digits === undefined ? [] : findByPhone(store.reader, table, digits, limit + 1);
    ranked.push(...byPhone.map((hit) => ({ ...hit, table, rank: -Infinity })));
    const found = new Set(byPhone.map(({ n }) => n));
    const byText = match === undefined ? [] : findByText(store, table, match, limit + 1);
    ranked.push(...byText.filter(({ n }) => !found.has(n)));
  }
  ranked.sort((a, b) => (a.rank === b.rank ? a.n - b.n : a.rank - b.rank));
  const hits = ranked.slice(0, limit).flatMap((hit) => toHit(store, hit, match));
  return { hits, more: ranked.length > limit };
}

/** Undefined when nothing is left to look for. */
export function matchOf(text: string): string | undefined {
  const words = toSearchable(text)
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word))
    .map((word) => `"${word.replaceAll('"', '""')}"*`);
  return words.length === 0 ? undefined : words.join(' AND ');
}

function findByText(
  { reader }: StoreDatabase,
  table: CollectionTable,
  match: string,
  limit: number,
): Ranked[] {
  const { search } = table;
  return reader
    .prepare(`SELECT rowid AS n, rank FROM ${search} WHERE ${search} MATCH ? ORDER BY rank LIMIT ?`)
    .all(match, limit)
    .map(({ n, rank }) => ({ table, n: Number(n), rank: Number(rank) }));
}

function toHit(
  { reader }: StoreDatabase,
  { table, n, highlight }: Ranked,
  match: string | undefined,
): SearchHit[] {
  const row = reader
    .prepare(
      `SELECT data ->> '$.id' AS id, data ->> '$.kind' AS kind, data ->> '$.name' AS name FROM ${table.docs} WHERE n = ?`,
    )
    .get(n);
  if (row === undefined) return [];
  return [
    {
      collection: table.collection as Searchable,
      id: String(row['id']),
      kind: String(row['kind']),
      name: String(row['name']),
      highlight: highlight ?? snippet(reader, table, n, match ?? ''),
    },
  ];
}

function snippet(
  reader: StoreDatabase['reader'],
  { search }: CollectionTable,
  n: number,
  match: string,
): string {
  const row = reader
    .prepare(
      `SELECT snippet(${search}, -1, ?, ?, '…', ${snippetWords}) AS text FROM ${search} WHERE ${search} MATCH ? AND rowid = ?`,
    )
    .get(matchBegin, matchEnd, match, n);
  return toReadable(String(row?.['text'] ?? ''));
}
