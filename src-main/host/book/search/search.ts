// Finds records by what somebody types: every word must begin a word of the record.
// Hits in the name come first, whole words before beginnings, then addresses, then the
// rest. (SQLite's bm25 looks at every record that holds a common word, which takes half
// a second here.) Nothing typed can break the syntax: words travel as quoted phrases.

import type { SearchAnswer, SearchHit } from '../../../../src-shared/bridge/host-types.ts';
import { databaseName, schemas } from '../../../../src-shared/schema/collections.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { highlightOf } from './highlight.ts';
import { findByPhone, phoneDigits } from './phone.ts';
import { toSearchable } from './text.ts';

type Searchable = SearchHit['collection'];
export type SearchQuestion = {
  text: string;
  /** All, when left out. */
  collections?: readonly Searchable[] | undefined;
  limit: number;
};

type Found = { table: CollectionTable; n: number; highlight?: string };

const searchable: readonly Searchable[] = ['people', 'groups', 'ties', 'moments', 'posts'];

/** Best hits first. Sees the last commit. */
export function searchRecords(store: StoreDatabase, question: SearchQuestion): SearchAnswer {
  const { text, collections = searchable, limit } = question;
  const tables = [...new Set(collections)].flatMap((collection) => {
    const { version } = schemas[collection];
    const table = store.find({ database: databaseName, collection, version });
    return table === undefined ? [] : [table];
  });
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
  const best = [...found.values()].slice(0, limit);
  return { hits: best.flatMap((hit) => toHit(store, hit, words)), more: found.size > limit };
}

type Step = (table: CollectionTable, limit: number) => { n: number; highlight?: string }[];

/** From the best hits to the least; each finds what the ones before it found, too. */
function stepsOf({ reader }: StoreDatabase, words: readonly string[], text: string): Step[] {
  const digits = phoneDigits(text);
  const byPhone: Step[] =
    digits === undefined ? [] : [(table, limit) => findByPhone(reader, table, digits, limit)];
  if (words.length === 0) return byPhone;
  const whole = words.map(quoted).join(' AND ');
  const begun = words.map((word) => `${quoted(word)}*`).join(' AND ');
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
    .filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word));
}

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

function toHit({ reader }: StoreDatabase, found: Found, words: readonly string[]): SearchHit[] {
  const { docs, search, collection } = found.table;
  const row = reader
    .prepare(
      `SELECT data ->> '$.id' AS id, data ->> '$.kind' AS kind, data ->> '$.name' AS name FROM ${docs} WHERE n = ?`,
    )
    .get(found.n);
  const text = reader
    .prepare(`SELECT name, contact, body FROM ${search} WHERE rowid = ?`)
    .get(found.n);
  if (row === undefined || text === undefined) return [];
  const columns = [text['name'], text['contact'], text['body']].map(String);
  return [
    {
      collection: collection as Searchable,
      id: String(row['id']),
      kind: String(row['kind']),
      name: String(row['name']),
      highlight: found.highlight ?? highlightOf(columns, words),
    },
  ];
}
