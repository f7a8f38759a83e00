// Words of the book that are one slip away from what was typed. Asked only where what was
// typed finds next to nothing; reads the vocabulary that the index has anyway
// (docs/decisions/0035).

import { isSpaceless } from '../../../../src-shared/domain/find-words.ts';
import { foldText } from '../../../../src-shared/domain/fold.ts';
import {
  beginningLetters,
  beginsWithOneEdit,
  isOneEdit,
  otherBeginnings,
} from '../../../../src-shared/domain/one-edit.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import type { Connection } from '../sqlite/connection.ts';
import { matchOf, type Sought, soughtIn, type SoughtWord } from './sought.ts';

/** A slip in a shorter word is another word. */
const fewestLetters = 4;
/** Half a word with a slip in it says enough from so many letters on. */
const fewestOfBeginning = 5;
const mostAlike = 8;
const letters = /^\p{L}+$/u;

/** A word that so many records hold was meant. */
export const nextToNothing = 3;

/** Whether one of the words is in next to no record, so that something else may be meant. */
export const isUnusual = (
  reader: Connection,
  tables: readonly CollectionTable[],
  text: string,
): boolean => soughtIn(text).some((word) => countIn(reader, tables, word) < nextToNothing);

/**
 * Undefined where no word has one like it, or one has none and is in no record. `isNothing`:
 * the words as typed find nothing together, so that each of them may have a slip in it, even
 * where others are written so.
 */
export function soughtAlike(
  reader: Connection,
  tables: readonly CollectionTable[],
  text: string,
  isNothing: boolean,
): Sought | undefined {
  const words = soughtIn(text).map((word): SoughtWord => {
    const count = countIn(reader, tables, word);
    const is = (one: string): string[] => alikeIn(reader, tables, foldText(one));
    return {
      begins: count > 0 ? word.begins : [],
      is: isNothing || count < nextToNothing ? word.begins.flatMap(is) : [],
    };
  });
  const canBe = words.every(({ begins, is }) => begins.length + is.length > 0);
  return canBe && words.some(({ is }) => is.length > 0) ? words : undefined;
}

function countIn(reader: Connection, tables: readonly CollectionTable[], word: SoughtWord): number {
  let count = 0;
  for (const table of tables) if (count < nextToNothing) count += countOf(reader, table, word);
  return count;
}

const countOf = (reader: Connection, { search }: CollectionTable, word: SoughtWord): number =>
  reader
    .prepare(`SELECT 1 FROM ${search} WHERE ${search} MATCH ? LIMIT ${nextToNothing}`)
    .all(matchOf([word], '*')).length;

/** Of whole words those in most records; else of words that begin so. */
function alikeIn(reader: Connection, tables: readonly CollectionTable[], typed: string): string[] {
  if (typed.length < fewestLetters || !letters.test(typed) || isSpaceless(typed)) return [];
  const countByWord = new Map<string, number>();
  for (const table of tables)
    for (const { term, doc } of termsAround(reader, vocabularyOf(reader, table), typed))
      countByWord.set(String(term), (countByWord.get(String(term)) ?? 0) + Number(doc));
  const words = [...countByWord.keys()].filter((word) => letters.test(word));
  const whole = words.filter((word) => isOneEdit(typed, word));
  const begun =
    whole.length > 0 || typed.length < fewestOfBeginning
      ? []
      : words.filter((word) => beginsWithOneEdit(typed, word));
  return [...whole, ...begun]
    .toSorted((a, b) => (countByWord.get(b) ?? 0) - (countByWord.get(a) ?? 0))
    .slice(0, mostAlike);
}

/** All that share its first letters, and those one edit away that do not. */
function termsAround(reader: Connection, vocabulary: string, typed: string) {
  const first = typed.slice(0, beginningLetters);
  const same = reader
    .prepare(
      `SELECT term, doc FROM ${vocabulary} WHERE term >= ? AND term < ? AND length(term) >= ?`,
    )
    .all(first, `${first}\u{10FFFF}`, typed.length - 1);
  const one = reader.prepare(`SELECT term, doc FROM ${vocabulary} WHERE term = ?`);
  return [...same, ...otherBeginnings(typed).flatMap((word) => one.all(word))];
}

/** The terms of an index, as this connection sees them: a table that holds nothing itself. */
function vocabularyOf({ raw }: Connection, { search }: CollectionTable): string {
  const name = `temp.words_of_${search}`;
  raw.exec('PRAGMA query_only = OFF');
  try {
    raw.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS ${name} USING fts5vocab(main, ${search}, row)`);
  } finally {
    raw.exec('PRAGMA query_only = ON');
  }
  return name;
}
