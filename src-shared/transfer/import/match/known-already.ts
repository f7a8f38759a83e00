// What a file says in other words of somebody who has it already: programs write a name in
// fewer parts, an address in other ones, a number in another grouping, and what they have no
// column for as another detail. None of that is news, so that what was handed to a program
// and comes back changes nothing.

import { foldItem, foldText } from '../../../domain/fold.ts';
import type { RecordDoc, SetItem } from '../../../domain/record.ts';
import { spelled } from '../../../duplicates/traits.ts';
import { isBetterWritten } from '../../../values/name-case.ts';
import { hasSameWords, joinedParts, type NameFields } from '../../../values/name-words.ts';
import { type Incoming, type IncomingItem, isAssumed } from '../entry/incoming.ts';

type Existing = Pick<RecordDoc, 'kind' | 'fields' | 'sets'>;

const parts = ['prefix', 'given', 'middle', 'family', 'suffix'] as const;

/** Fields of a name that say no more than the name there is. */
export function knownNames(incoming: Incoming, { kind, fields }: Existing): ReadonlySet<string> {
  const known = new Set<string>();
  if (kind !== 'person') return known;
  const theirs = fields as NameFields;
  const whole = [joinedParts(theirs), theirs.fullName ?? ''].map(wordsOf);
  const isIn = (text: string): boolean => whole.some((words) => includesRun(words, wordsOf(text)));
  const own = joinedParts(incoming.fields as NameFields);
  const isTakenApart = isAssumed(incoming) && hasSameWords({ given: own }, theirs.fullName ?? '');
  if (isTakenApart || isIn(own)) for (const part of parts) known.add(part);
  for (const part of nameFields)
    if (isBetterName(fields[part], incoming.fields[part])) known.add(part);
  const { fullName } = incoming.fields;
  if (typeof fullName === 'string' && isIn(fullName)) known.add('fullName');
  return known;
}

export const nameFields = [...parts, 'fullName', 'nickname', 'maidenName'] as const;

/** The same name, where the other one is in capitals or without its own letters. */
export const isBetterName = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' &&
  typeof other === 'string' &&
  spelled(one) !== '' &&
  spelled(one) === spelled(other) &&
  isBetterWritten(one, other);

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(/[\s,]+/)
    .filter(Boolean);

function includesRun(words: readonly string[], run: readonly string[]): boolean {
  return words.some((_, at) => run.every((word, index) => words[at + index] === word));
}

/** Whether the record has the value, in this set or as what it is in another. */
export function isKnown(set: string, item: IncomingItem, { sets }: Existing): boolean {
  const own = sets[set] ?? [];
  if (set === 'phones') return own.some((old) => sharesNumber(old, item));
  if (set === 'addresses') return own.some((old) => hasParts(old) && says(old, item));
  if (set === 'handles' || set === 'chats')
    return isAssumed(item) && own.some((old) => bare(old) === bare(item));
  if (set !== 'custom') return false;
  const isPlain = item.label === undefined || item.label === 'other';
  return (
    own.some((old) => old.value === item.value && (isPlain || old.label === undefined)) ||
    Object.entries(sets).some(
      ([other, items]) => other !== set && items.some(({ value }) => value === item.value),
    )
  );
}

/** The label or the parts that an entry lacks and the file says; undefined when there are none. */
export function filled(old: SetItem, item: IncomingItem): SetItem | undefined {
  const isTold = item.label !== 'other' && !isAssumed(item);
  const label = old.label === undefined && isTold ? item.label : undefined;
  const missing = Object.entries(item.more ?? {}).filter(
    ([part, text]) =>
      part !== 'raw' &&
      old.more?.[part] === undefined &&
      // The whole line, where the program has no other place for it.
      !(part === 'street' && text === old.value),
  );
  if (label === undefined && missing.length === 0) return undefined;
  return {
    ...old,
    ...(label === undefined ? {} : { label }),
    ...(missing.length === 0 ? {} : { more: { ...old.more, ...Object.fromEntries(missing) } }),
  };
}

function sharesNumber(old: SetItem, item: IncomingItem): boolean {
  const known = numbersOf(old);
  return numbersOf(item).some((digits) => known.includes(digits));
}

const numbersOf = ({ value, more }: IncomingItem): string[] =>
  [value, more?.['raw'] ?? ''].map((text) => text.replace(/\D/g, '')).filter(Boolean);

/** Whether each word of an address stands in the other. */
function says(old: SetItem, item: IncomingItem): boolean {
  const known = new Set(addressWords(old));
  return addressWords(item).every((word) => known.has(word));
}

const hasParts = ({ more = {} }: SetItem): boolean =>
  Object.keys(more).some((part) => part !== 'raw');

const addressWords = ({ value, more }: IncomingItem): string[] =>
  foldText([value, ...Object.values(more ?? {})].join(' '))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const bare = ({ value }: IncomingItem): string => foldItem(value).replace(/^@/, '');
