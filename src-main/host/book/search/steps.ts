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
 * As typed: whole words, then beginnings, then two words as one and one as two. What comes last
 * is asked first and kept: what is nowhere, or in no name and no address, need not be looked for
 * in names, and reading the beginning of a common word is what a search spends its time on.
 */
export function stepsOf({ reader }: StoreDatabase, sought: Sought): Step[] {
  if (sought.length === 0) return [];
  const [whole, begun] = [matchOf(sought, ''), matchOf(sought, '*')];
  const otherwise = writtenOtherwise(sought);
  const isAnywhere = kept(anywhere(reader, begun));
  const isInContact = onlyWhere(isAnywhere, anywhere(reader, `{name contact} : (${begun})`));
  const isInNames = onlyWhere(isInContact, plain(reader, `name : (${begun})`));
  const isName = onlyWhere(isInNames, plain(reader, `name : (${whole})`));
  return [
    dealtWith(reader, `name : (${whole})`, isName),
    isName,
    dealtWith(reader, `name : (${begun})`, isInNames),
    isInNames,
    ...(otherwise === undefined ? [] : [anywhere(reader, `name : (${otherwise})`)]),
    isInContact,
    isAnywhere,
  ];
}

/** Asked once of each table. */
function kept(step: Step): Step {
  const known = new Map<CollectionTable, ReturnType<Step>>();
  return (table, limit) => {
    const hits = known.get(table) ?? step(table, limit);
    known.set(table, hits);
    return hits;
  };
}

const onlyWhere = (first: Step, step: Step): Step =>
  kept((table, limit) => (first(table, limit).length === 0 ? [] : step(table, limit)));

/** With another letter: see `soughtAlike`. */
export function alikeSteps({ reader }: StoreDatabase, sought: Sought): Step[] {
  const begun = matchOf(sought, '*');
  const inNames = kept(plain(reader, `name : (${begun})`));
  return [dealtWith(reader, `name : (${begun})`, inNames), inNames, anywhere(reader, begun)];
}

const asNumbers = (rows: readonly { n?: unknown }[]) => rows.map(({ n }) => ({ n: Number(n) }));

const plain =
  (reader: Connection, match: string): Step =>
  (table, limit) =>
    asNumbers(reader.prepare(plainSql(table)).all(match, limit));

/** All of those somebody has dealt with stand before all others; `step` finds both. */
const dealtWith =
  (reader: Connection, match: string, step: Step): Step =>
  (table, limit) => {
    if (table.collection !== 'people') return [];
    const found = step(table, limit);
    const { search } = table;
    const [of, asked] =
      found.length < limit
        ? ['json_each(?) s CROSS JOIN facts f ON f.n = s.value WHERE', asJson(found)]
        : [`${search} s CROSS JOIN facts f ON f.n = s.rowid WHERE s.${search} MATCH ? AND`, match];
    const sql = `SELECT f.n FROM ${of} f.contact_at IS NOT NULL ORDER BY f.contact_at DESC, f.n LIMIT ?`;
    return found.length === 0 ? [] : asNumbers(reader.prepare(sql).all(asked, limit));
  };

const asJson = (hits: ReturnType<Step>): string => JSON.stringify(hits.map(({ n }) => n));

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
