// What a search looks for, from what was typed: words, in the ways in which they may stand in
// the index, as an expression of FTS5. Nothing typed can break the syntax: words travel as
// quoted phrases.

import { isSpaceless, typedSpellings } from '../../../../src-shared/domain/find-words.ts';
import { inTwo, toSearchable } from './text.ts';

/** One word: it begins with one of these, or is one of those. */
export type SoughtWord = { begins: readonly string[]; is: readonly string[] };
export type Sought = readonly SoughtWord[];

export const soughtIn = (text: string): Sought =>
  wordsOf(text).map((word) => ({ begins: [word], is: [] }));

export const wordsOf = (text: string): string[] =>
  toSearchable(text)
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => /[\p{L}\p{N}\p{Co}\p{Extended_Pictographic}]/u.test(word));

/** Everything by which a text is known to be meant. */
export const allOf = (sought: Sought): string[] =>
  sought.flatMap(({ begins, is }) => [...begins, ...is]);

/** `end`: '*' for words that only begin so. */
export const matchOf = (sought: Sought, end: '' | '*'): string =>
  sought.map((word) => eitherOf(waysOf(word, end))).join(' AND ');

const waysOf = ({ begins, is }: SoughtWord, end: '' | '*'): string[] => [
  ...begins.flatMap((word) => [
    ...typedSpellings(word).map((one) => `${quoted(one)}${end}`),
    ...inTwo(word).map((parts) => `(${parts.map((one) => quoted(one) + end).join(' AND ')})`),
  ]),
  ...is.map(quoted),
];

const eitherOf = (ways: readonly string[]): string =>
  ways.length > 1 ? `(${ways.join(' OR ')})` : (ways[0] ?? '');

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

const lettersOnly = /^\p{L}[\p{L}\p{M}]*$/u;
const isJoinable = (word: string): boolean => lettersOnly.test(word) && !isSpaceless(word);
const [shortestPart, shortestWhole, longestWhole] = [2, 5, 24];

/**
 * The same words with two of them written as one, or one as two, of which the first is whole:
 * Annamaria and Anna Maria. Undefined where nothing can be written so.
 */
export function writtenOtherwise(sought: Sought): string | undefined {
  const words = sought.flatMap(({ begins: [word] }) => (word === undefined ? [] : [word]));
  const begun = words.map((word) => wayOf(word, '*'));
  const others = words.flatMap((word, at) => [
    ...joined(word, words[at + 1]).map((one) => begun.toSpliced(at, 2, wayOf(one, '*'))),
    ...split(word).map(([one, two]) => begun.toSpliced(at, 1, wayOf(one, ''), wayOf(two, '*'))),
  ]);
  if (others.length === 0) return undefined;
  return others.map((ways) => `(${ways.join(' AND ')})`).join(' OR ');
}

const wayOf = (word: string, end: '' | '*'): string =>
  eitherOf(waysOf({ begins: [word], is: [] }, end));

/** Two words that stand beside each other as one, where they can be. */
export const joined = (word: string, next: string | undefined): string[] =>
  next !== undefined && isJoinable(word) && isJoinable(next) ? [word + next] : [];

function split(word: string): [string, string][] {
  if (!isJoinable(word) || word.length < shortestWhole || word.length > longestWhole) return [];
  const places = word.length - 2 * shortestPart + 1;
  return Array.from({ length: places }, (_, at) => [
    word.slice(0, at + shortestPart),
    word.slice(at + shortestPart),
  ]);
}
