// The ways in which records are looked for, from the best hits to the least: names before
// addresses before the rest, whole words before beginnings. (SQLite's bm25 looks at every
// record that holds a common word, which takes half a second here.) Among equals come first
// those whom somebody here has dealt with, the latest first, and of what happened the newest.

import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { digitsOf, findByPhone } from './phone.ts';
import { matchOf, type Sought, writtenOtherwise } from './sought.ts';

export type Step = (table: CollectionTable, limit: number) => { n: number; highlight?: string }[];

export const phoneSteps = ({ reader }: StoreDatabase, text: string): Step[] =>
  digitsOf(text).map((digits) => (table, limit) => findByPhone(reader, table, digits, limit));

/**
 * As typed: whole words, then beginnings, then two words as one and one as two. What holds
 * nothing at all, or nothing in its names, is not asked again and again.
 */
export function stepsOf({ reader }: StoreDatabase, sought: Sought): Step[] {
  if (sought.length === 0) return [];
  const [whole, begun] = [matchOf(sought, ''), matchOf(sought, '*')];
  const otherwise = writtenOtherwise(sought);
  const isAnywhere = asked(reader, begun);
  const isInNames = asked(reader, `name : (${begun})`, isAnywhere);
  return [
    ...inNames(reader, `name : (${whole})`).map(onlyWhere(isInNames)),
    ...inNames(reader, `name : (${begun})`).map(onlyWhere(isInNames)),
    ...(otherwise === undefined ? [] : [anywhere(reader, `name : (${otherwise})`)]),
    onlyWhere(isAnywhere)(anywhere(reader, `{name contact} : (${begun})`)),
    onlyWhere(isAnywhere)(anywhere(reader, begun)),
  ];
}

type Ask = (table: CollectionTable) => boolean;

/** Whether anything matches, asked once of each table. */
function asked(reader: Connection, match: string, first: Ask = () => true): Ask {
  const known = new Map<CollectionTable, boolean>();
  return (table) => {
    const { search } = table;
    const is =
      known.get(table) ??
      (first(table) &&
        reader.prepare(`SELECT 1 FROM ${search} WHERE ${search} MATCH ? LIMIT 1`).all(match)
          .length > 0);
    known.set(table, is);
    return is;
  };
}

const onlyWhere =
  (is: Ask) =>
  (step: Step): Step =>
  (table, limit) =>
    is(table) ? step(table, limit) : [];

/** With another letter: see `soughtAlike`. */
export function alikeSteps({ reader }: StoreDatabase, sought: Sought): Step[] {
  const begun = matchOf(sought, '*');
  return [...inNames(reader, `name : (${begun})`), anywhere(reader, begun)];
}

const asNumbers = (rows: readonly { n?: unknown }[]) => rows.map(({ n }) => ({ n: Number(n) }));

/** All of those somebody has dealt with stand before all others. */
const inNames = (reader: Connection, match: string): Step[] => [
  ({ search, collection }, limit) =>
    collection !== 'people'
      ? []
      : asNumbers(
          reader
            .prepare(
              `SELECT s.rowid AS n FROM ${search} s CROSS JOIN facts f ON f.n = s.rowid
               WHERE s.${search} MATCH ? AND f.contact_at IS NOT NULL
               ORDER BY f.contact_at DESC LIMIT ?`,
            )
            .all(match, limit),
        ),
  (table, limit) => asNumbers(reader.prepare(plainSql(table)).all(match, limit)),
];

/** Only among those that are shown: very many may hold a common word. */
const anywhere =
  (reader: Connection, match: string): Step =>
  (table, limit) =>
    asNumbers(
      reader
        .prepare(
          table.collection === 'people'
            ? `SELECT s.n FROM (${plainSql(table)}) s LEFT JOIN facts f ON f.n = s.n AND f.contact_at IS NOT NULL
               ORDER BY f.contact_at DESC NULLS LAST, s.n`
            : plainSql(table),
        )
        .all(match, limit),
    );

const plainSql = ({ search, collection }: CollectionTable): string =>
  `SELECT rowid AS n FROM ${search} WHERE ${search} MATCH ?
   ${collection === 'moments' || collection === 'posts' ? 'ORDER BY rowid DESC' : ''} LIMIT ?`;
