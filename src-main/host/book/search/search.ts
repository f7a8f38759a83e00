// Finds records by what somebody types: every word must begin a word of the record.
// Hits in the name come first, whole words before beginnings, then addresses, then the
// rest. (SQLite's bm25 looks at every record that holds a common word, which takes half
// a second here.) Nothing typed can break the syntax: words travel as quoted phrases.

import type { SearchAnswer, SearchHit } from '../../../../src-shared/bridge/host-types.ts';
import { shownOn } from '../../../../src-shared/domain/links.ts';
import { typedSpellings } from '../../../../src-shared/domain/find-words.ts';
import { kinds } from '../../../../src-shared/domain/kinds.ts';
import type { RecordContent } from '../../../../src-shared/domain/kind.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { viewCollections } from '../../../../src-shared/query/view.ts';
import {
  databaseName,
  recordCollections,
  schemas,
} from '../../../../src-shared/schema/collections.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { toSortText } from '../sqlite/sort-text.ts';
import { bestOf, highlightOf } from './highlight.ts';
import { digitsOf, findByPhone } from './phone.ts';
import { findInside } from './inside.ts';
import { inTwo, shownText, toSearchable } from './text.ts';

type Searchable = SearchHit['collection'];
export type SearchQuestion = {
  text: string;
  /** All, when left out. */
  collections?: readonly Searchable[] | undefined;
  limit: number;
};

type Found = { table: CollectionTable; n: number; highlight?: string };

const searchable = viewCollections.filter(
  (collection) => recordCollections[collection]?.search === true,
);

/** Best hits first. Sees the last commit. */
export function searchRecords(store: StoreDatabase, question: SearchQuestion): SearchAnswer {
  const { text, collections = searchable, limit } = question;
  const tables = tablesOf(store, collections);
  const words = wordsOf(text);
  const found = new Map<string, Found>();
  for (const step of stepsOf(store, words, text)) {
    for (const table of tables) {
      if (found.size > limit) break;
      for (const hit of step(table, limit + 1)) {
        const key = `${table.number}/${hit.n}`;
        if (!found.has(key)) found.set(key, { table, ...hit });
      }
    }
  }
  if (found.size === 0)
    for (const table of tables)
      for (const hit of findInside(store.reader, table, words, limit + 1 - found.size))
        found.set(`${table.number}/${hit.n}`, { table, ...hit });
  const best = [...found.values()].slice(0, limit);
  return { hits: toHits(store, best, words), more: found.size > limit };
}

/** Ids of those in a collection that a search finds, best first, `most` at most. */
export function findIds(
  store: StoreDatabase,
  collection: Searchable,
  text: string,
  most: number = Number.MAX_SAFE_INTEGER,
): string[] {
  return tablesOf(store, [collection]).flatMap((table) => {
    const numbers = new Set<number>();
    for (const step of stepsOf(store, wordsOf(text), text)) {
      if (numbers.size >= most) break;
      for (const { n } of step(table, most)) numbers.add(n);
    }
    if (numbers.size === 0)
      for (const { n } of findInside(store.reader, table, wordsOf(text), most)) numbers.add(n);
    const wanted = [...numbers].slice(0, most);
    const rows = store.reader
      .prepare(`SELECT n, data ->> '$.id' AS id FROM json_each(?) JOIN ${table.docs} ON n = value`)
      .all(JSON.stringify(wanted));
    const idByNumber = new Map(rows.map(({ n, id }) => [Number(n), String(id)]));
    return wanted.flatMap((n) => idByNumber.get(n) ?? []);
  });
}

/** Where the words stand in records of a collection that are known to hold them, by id. */
export function hitsOf(
  store: StoreDatabase,
  collection: Searchable,
  ids: readonly string[],
  text: string,
): Map<string, SearchHit> {
  const words = wordsOf(text);
  const hits = tablesOf(store, [collection]).flatMap((table) => {
    const numberOf = store.reader.prepare(`SELECT n FROM ${table.docs} WHERE id = ?`);
    const rows = ids.flatMap((id) => numberOf.all(toSortText(id)));
    const byPhone = new Map(
      digitsOf(text)
        .flatMap((digits) => findByPhone(store.reader, table, digits, Number.MAX_SAFE_INTEGER))
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

type Step = (table: CollectionTable, limit: number) => { n: number; highlight?: string }[];

/** From the best hits to the least; each finds what the ones before it found, too. */
function stepsOf({ reader }: StoreDatabase, words: readonly string[], text: string): Step[] {
  const byPhone = digitsOf(text).map(
    (digits): Step =>
      (table, limit) =>
        findByPhone(reader, table, digits, limit),
  );
  if (words.length === 0) return byPhone;
  const allOf = (end: '' | '*'): string =>
    words
      .map((word) => [
        ...typedSpellings(word).map((one) => `${quoted(one)}${end}`),
        ...inTwo(word).map((parts) => `(${parts.map((one) => quoted(one) + end).join(' AND ')})`),
      ])
      .map((spellings) => (spellings.length > 1 ? `(${spellings.join(' OR ')})` : spellings[0]))
      .join(' AND ');
  const [whole, begun] = [allOf(''), allOf('*')];
  const matches = [`name : (${whole})`, `name : (${begun})`, `{name contact} : (${begun})`, begun];
  const byText = matches.map(
    (match): Step =>
      ({ search }, limit) =>
        reader
          .prepare(`SELECT rowid AS n FROM ${search} WHERE ${search} MATCH ? LIMIT ?`)
          .all(match, limit)
          .map(({ n }) => ({ n: Number(n) })),
  );
  return [...byPhone, ...byText];
}

function wordsOf(text: string): string[] {
  return toSearchable(text)
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => /[\p{L}\p{N}\p{Co}\p{Extended_Pictographic}]/u.test(word));
}

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

/** In the order in which they were found; each table is read once. */
function toHits(
  { reader }: StoreDatabase,
  found: readonly Found[],
  words: readonly string[],
): SearchHit[] {
  const foundByTable = Map.groupBy(found, ({ table }) => table);
  const hitByFound = new Map<Found, SearchHit>();
  for (const [table, some] of foundByTable) {
    const foundByNumber = new Map(some.map((one) => [one.n, one]));
    const rows = reader.prepare(hitSql(table)).all(JSON.stringify([...foundByNumber.keys()]));
    const content = reader.prepare(contentSql(table));
    const read = (n: number): RecordContent =>
      JSON.parse(String(content.all(n)[0]?.['content'])) as RecordContent;
    for (const row of rows) {
      const one = foundByNumber.get(Number(row['n']));
      if (one !== undefined) hitByFound.set(one, toHit(one, row, words, read));
    }
  }
  return found.flatMap((one) => hitByFound.get(one) ?? []);
}

/** Without what is long and holds no words. */
const contentSql = (table: CollectionTable): string =>
  `SELECT json_object('fields', json_remove(d.data -> '$.fields', '$.photo'), 'sets', d.data -> '$.sets',
   'note', d.data -> '$.note') AS content FROM ${table.docs} d WHERE d.n = ?`;

const hitSql = (table: CollectionTable): string =>
  `SELECT d.n AS n, d.data ->> '$.id' AS id, d.data ->> '$.kind' AS kind, d.data ->> '$.name' AS name,
   ${hasPages(table) ? 'NULL' : "json_object('fields', d.data -> '$.fields', 'sets', d.data -> '$.sets')"} AS content,
   s.name AS named, s.contact AS contact, s.body AS body
   FROM json_each(?) JOIN ${table.docs} d ON d.n = value JOIN ${table.search} s ON s.rowid = d.n`;

/** Whether its records have pages of their own. */
const hasPages = ({ collection }: CollectionTable): boolean =>
  collection === 'people' || collection === 'groups';

function onPageOf(kindName: string, content: unknown): SearchHit['on'] {
  const kind = kinds.get(kindName);
  if (kind === undefined || typeof content !== 'string') return undefined;
  return shownOn(kind, JSON.parse(content) as Pick<RecordDoc, 'fields' | 'sets'>);
}

function toHit(
  { table, n, highlight }: Found,
  row: Readonly<Record<string, unknown>>,
  words: readonly string[],
  read: (n: number) => RecordContent,
): SearchHit {
  const kind = String(row['kind']);
  const on = onPageOf(kind, row['content']);
  const where = highlight === undefined ? whereFound(kind, row, words, () => read(n)) : undefined;
  return {
    // Only tables of what can be searched were looked through.
    collection: table.collection as Searchable,
    id: String(row['id']),
    kind,
    name: String(row['name']),
    ...(on === undefined ? {} : { on }),
    highlight: highlight ?? '',
    ...where,
  };
}

/** The piece that holds the most words, and of which field it is where that is not the name. */
function whereFound(
  kind: string,
  { named, contact, body }: Readonly<Record<string, unknown>>,
  words: readonly string[],
  read: () => RecordContent,
): Pick<SearchHit, 'highlight' | 'what'> {
  const columns = [named, contact, body].map((one) => shownText(String(one)));
  const best = bestOf(columns, words);
  if (best.at === 0) return { highlight: highlightOf(best) };
  const parts = kinds.get(kind)?.foundBy(read()) ?? [];
  const part = bestOf(
    parts.map(({ text }) => toSearchable(text)),
    words,
  );
  const what = parts[part.at]?.what;
  // Words that stand in several fields are shown together, as they stand in the index.
  if (what === undefined || part.count < best.count) return { highlight: highlightOf(best) };
  return { highlight: highlightOf(part), what };
}
