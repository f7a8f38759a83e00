// How sure it is that two records are one person: the sum of what speaks for and against
// it, each in bits (Fellegi and Sunter 1969: log2 of how much likelier it is seen with one
// person than with two). What is missing speaks for nothing.

import { atLeast, rarity, type Frequency } from './frequency.ts';
import { type Band, bandFrom, mostHolders, type Reason, type Score } from './measure.ts';
import { rootsOf, shareRoot } from './short-names.ts';
import { asRomanised, isOneSlip, similarity } from './similar.ts';
import type { Email, Traits } from './traits.ts';

export function scoreOf(a: Traits, b: Traits, frequency: Frequency): Score {
  const name = nameReasons(a, b, frequency);
  const contact = [
    ...emailReasons(a.emails, b.emails, frequency),
    ...phoneReasons(a, b, frequency),
    ...sameIn('handle-same', a.handles, b.handles, () => 14),
    ...idReasons(a, b),
  ];
  const rest = [
    ...birthdayReasons(a.birthday, b.birthday),
    ...sameIn(organisationsAre(a, b), a.organisations, b.organisations, (one) =>
      Math.min(7, Math.max(0.5, rarity(frequency.organisations.get(one), frequency.total) * 0.8)),
    ).slice(0, 1),
    ...sameIn('place-same', a.places, b.places, (one) =>
      (frequency.places.get(one) ?? 0) > mostHolders ? 0 : 2.5,
    ).slice(0, 1),
  ];
  // In a large book two people have more in common by chance.
  const base: Reason = {
    what: 'base',
    bits: -Math.log2(atLeast(frequency.total)) - 1.5,
    value: '',
  };
  const reasons = [base, ...name, ...contact, ...rest].filter(({ bits }) => bits !== 0);
  const bits = reasons.reduce((sum, reason) => sum + reason.bits, 0);
  return { bits, band: bandOf(bits, reasons), reasons };
}

/** Becker GmbH and Becker KG may be two. */
const organisationsAre = (a: Traits, b: Traits): 'organisation-same' | 'organisation-like' =>
  a.employers.some((one) => b.employers.includes(one)) ? 'organisation-same' : 'organisation-like';

/** Much in common is not enough where something tells two people apart. */
function bandOf(bits: number, reasons: readonly Reason[]): Band | undefined {
  const has = (...whats: Reason['what'][]): boolean =>
    reasons.some(({ what }) => whats.includes(what));
  const found = bandFrom(bits);
  if (found === undefined) return undefined;
  // Twins and couples share all but their given name.
  const isOther =
    has('given-other', 'suffix-other') || (has('birthday-other') && !has('email-same'));
  if (isOther && !has('id-same', 'handle-same')) return 'possible';
  if (found !== 'certain') return found;
  const isAnchored =
    has('email-same', 'handle-same', 'id-same') ||
    (has('phone-same') && has('given-same', 'given-short', 'given-like', 'name-turned'));
  const isDoubted = has('birthday-slip', 'birthday-other', 'id-other');
  return isAnchored && !isDoubted ? 'certain' : 'likely';
}

function emailReasons(
  a: readonly Email[],
  b: readonly Email[],
  { emails, total }: Frequency,
): Reason[] {
  for (const { full, isShared } of a) {
    if (!b.some((other) => other.full === full)) continue;
    const holders = emails.get(full) ?? 2;
    if (isShared || holders > mostHolders)
      return [{ what: 'email-shared', bits: 1.5, value: full }];
    return [{ what: 'email-same', bits: rarity(holders, total) + 3, value: full }];
  }
  for (const one of a.filter(({ isShared }) => !isShared)) {
    const like = b.find((other) => !other.isShared && emailLikeness(one, other) > 0);
    if (like !== undefined)
      return [{ what: 'email-like', bits: emailLikeness(one, like), value: one.full }];
  }
  return [];
}

/** Most addresses are made of the name, which is compared by itself. */
function emailLikeness(a: Email, b: Email): number {
  if (a.domain === b.domain) return isMistyped(a.user, b.user) ? 9 : 0;
  return a.user === b.user && a.user.length >= 5 ? 1.5 : 0;
}

/** A letter slipped; other signs and numbers are how people of one name tell themselves apart. */
function isMistyped(a: string, b: string): boolean {
  if (a.length < 5 || !isOneSlip(a, b)) return false;
  const [lettersA, lettersB] = [a, b].map((user) => user.replace(/[^a-z]/g, ''));
  return lettersA !== lettersB || hasDoubled(a, b) || hasDoubled(b, a);
}

/** One sign of the shorter is there twice. */
const hasDoubled = (short: string, long: string): boolean =>
  long.length === short.length + 1 &&
  Array.from(short).some((sign, at) => short.slice(0, at) + sign + short.slice(at) === long);

function phoneReasons(a: Traits, b: Traits, { phones, total }: Frequency): Reason[] {
  let shared: Reason[] = [];
  for (const phone of a.phones) {
    const same = b.phones.find((other) => samePhone(phone, other));
    if (same === undefined) continue;
    const holders = Math.max(phones.get(phone) ?? 1, phones.get(same) ?? 1);
    if (holders <= mostHolders)
      return [{ what: 'phone-same', bits: rarity(holders, total), value: phone }];
    shared = [{ what: 'phone-shared', bits: 0.5, value: phone }];
  }
  return shared;
}

/** With and without its country. */
function samePhone(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.startsWith('+') && b.startsWith('+')) return false;
  const [short, long] = [a.replace(/^\+?0*/, ''), b.replace(/^\+?0*/, '')].toSorted(
    (one, other) => one.length - other.length,
  );
  return short !== undefined && long !== undefined && short.length >= 7 && long.endsWith(short);
}

function idReasons(a: Traits, b: Traits): Reason[] {
  for (const [system, value] of a.ids)
    if (b.ids.some(([other, same]) => other === system && same === value))
      return [{ what: 'id-same', bits: 30, value: system }];
  for (const [system] of a.ids)
    if (b.ids.some(([other]) => other === system))
      return [{ what: 'id-other', bits: -2, value: system }];
  return [];
}

function birthdayReasons(a: string, b: string): Reason[] {
  if (a === '' || b === '') return [];
  if (a === b) return [{ what: 'birthday-same', bits: a.startsWith('-') ? 7 : 11, value: a }];
  if (a.startsWith('-') !== b.startsWith('-'))
    return a.slice(-5) === b.slice(-5)
      ? [{ what: 'birthday-same', bits: 7, value: a }]
      : [{ what: 'birthday-other', bits: -6, value: '' }];
  // One digit mistyped, or day and month turned round.
  const isSlip =
    differences(a, b) <= 1 || (a.slice(0, 4) === b.slice(0, 4) && turned(a) === b.slice(5));
  return [
    isSlip
      ? { what: 'birthday-slip', bits: -1, value: '' }
      : { what: 'birthday-other', bits: -7.5, value: '' },
  ];
}

const turned = (day: string): string => `${day.slice(8)}-${day.slice(5, 7)}`;

function differences(a: string, b: string): number {
  let count = Math.abs(a.length - b.length);
  for (let at = 0; at < Math.min(a.length, b.length); at++) if (a[at] !== b[at]) count += 1;
  return count;
}

function sameIn(
  what: Reason['what'],
  a: readonly string[],
  b: readonly string[],
  bitsOf: (value: string) => number,
): Reason[] {
  return a.filter((one) => b.includes(one)).map((value) => ({ what, value, bits: bitsOf(value) }));
}

function nameReasons(a: Traits, b: Traits, frequency: Frequency): Reason[] {
  const straight = partReasons(a, b, frequency);
  const otherGeneration: Reason[] =
    a.generation !== '' && b.generation !== '' && a.generation !== b.generation
      ? [{ what: 'suffix-other', bits: -6, value: '' }]
      : [];
  const round = partReasons(
    a,
    { ...b, given: b.family, family: b.given },
    { ...frequency, given: frequency.names, family: frequency.names },
  );
  const better =
    sum(round) > sum(straight) + 2 && !round.some(({ what }) => what.endsWith('-other'))
      ? [...round, { what: 'name-turned' as const, bits: -1, value: '' }]
      : straight;
  return [...better, ...otherGeneration];
}

const sum = (reasons: readonly Reason[]): number =>
  reasons.reduce((total, { bits }) => total + bits, 0);

function partReasons(a: Traits, b: Traits, frequency: Frequency): Reason[] {
  if (a.whole.length > 0 || b.whole.length > 0) return wholeReasons(a, b, frequency);
  return [
    ...familyReasons(a.family, b.family, frequency),
    ...givenReasons(a.given, b.given, frequency),
  ];
}

function familyReasons(
  a: readonly string[],
  b: readonly string[],
  { family, total }: Frequency,
): Reason[] {
  if (a.length === 0 || b.length === 0) return [];
  const worth = (word: string): number => rarity(family.get(word), total);
  const same = a.filter((word) => b.includes(word)).toSorted((x, y) => worth(y) - worth(x))[0];
  if (same !== undefined) return [{ what: 'family-same', bits: worth(same), value: same }];
  const [one, other] = [a.join(''), b.join('')];
  if (asRomanised(one) === asRomanised(other))
    return [{ what: 'family-like', bits: worth(one), value: one }];
  if (isInitialOf(a, b)) return [{ what: 'family-like', bits: 1, value: '' }];
  const likeness = best(a, b, [one, other]);
  const bits = likeBits(likeness, [family.get(one), family.get(other)], total);
  return [
    bits === undefined
      ? { what: 'family-other', bits: -4, value: '' }
      : { what: 'family-like', bits, value: '' },
  ];
}

const alike = 0.88;

/** Also of two ways of writing a name from another script, and of one slip in a short name. */
function likenessOf(a: string, b: string): number {
  const likeness = similarity(a, b);
  if (likeness >= 0.93) return likeness;
  const romanised = similarity(asRomanised(a), asRomanised(b));
  return Math.max(likeness, romanised, isOneSlip(a, b) ? alike : 0);
}

/** Both are names that several have: they are alike, not one of them mistyped. */
const severalHave = 4;

/** Undefined where two names are not alike enough to be one. */
function likeBits(
  likeness: number,
  counts: readonly [number | undefined, number | undefined],
  total: number,
): number | undefined {
  if (likeness < alike || counts.every((count = 0) => count >= severalHave)) return undefined;
  const common = rarity(Math.max(counts[0] ?? 1, counts[1] ?? 1), total);
  return Math.max(0.5, common - (likeness >= 0.93 ? 2.5 : 5));
}

function best(
  a: readonly string[],
  b: readonly string[],
  [wholeA, wholeB]: readonly [string, string],
): number {
  let most = likenessOf(wholeA, wholeB);
  for (const one of a)
    for (const other of b)
      if (one.length > 3 && other.length > 3) most = Math.max(most, likenessOf(one, other));
  return most;
}

const isInitialOf = (a: readonly string[], b: readonly string[]): boolean =>
  (a[0]?.length === 1 || b[0]?.length === 1) && a[0]?.[0] === b[0]?.[0];

function givenReasons(
  a: readonly string[],
  b: readonly string[],
  { given, total }: Frequency,
): Reason[] {
  const [first, second] = [a[0], b[0]];
  if (first === undefined || second === undefined) return [];
  const worth = (word: string): number => rarity(given.get(word), total);
  if (first === second) return [{ what: 'given-same', bits: worth(first), value: first }];
  // Some go by their second name; Anna Lena is also written Annalena.
  const inside = a.find((word) => word.length > 2 && b.includes(word));
  if (inside !== undefined) return [{ what: 'given-same', bits: worth(inside) - 2, value: inside }];
  if (asRomanised(a.join('')) === asRomanised(b.join('')))
    return [{ what: 'given-like', bits: worth(first) - 2, value: first }];
  if (a.some((one) => b.some((other) => shareRoot(one, other)))) {
    const bits = Math.max(1, Math.min(worth(first), worth(second)) - 1);
    return [{ what: 'given-short', bits, value: first }];
  }
  const other: Reason = { what: 'given-other', bits: -6, value: '' };
  if (first.length === 1 || second.length === 1)
    return first[0] === second[0] ? [{ what: 'given-initial', bits: 2.5, value: '' }] : [other];
  // Two names that are known as such are not one of them mistyped.
  if (rootsOf(first).length > 0 && rootsOf(second).length > 0) return [other];
  const likeness = Math.max(likenessOf(first, second), likenessOf(a.join(''), b.join('')));
  const bits = likeBits(likeness, [given.get(first), given.get(second)], total);
  return bits === undefined ? [other] : [{ what: 'given-like', bits, value: '' }];
}

/** One name, or one whose parts are not known: as words, in any order. */
function wholeReasons(a: Traits, b: Traits, { names, total }: Frequency): Reason[] {
  const [one, other] = [allWords(a), allWords(b)];
  if (one.length === 0 || other.length === 0) return [];
  const same = one.filter((word) => other.includes(word));
  const worth = (word: string): number => rarity(names.get(word), total);
  const bits = same.reduce((total_, word) => total_ + worth(word), 0);
  const isWhole = same.length === Math.min(one.length, other.length);
  const isAll = one.length === other.length;
  if (isWhole && same.length > 1)
    return [{ what: isAll ? 'name-same' : 'name-like', bits, value: same.join(' ') }];
  if (same.length > 0)
    return [
      {
        what: isWhole && isAll ? 'name-same' : 'name-like',
        bits: Math.min(6, bits),
        value: same.join(' '),
      },
    ];
  return similarity(one.join(''), other.join('')) >= 0.9
    ? [{ what: 'name-like', bits: 3, value: '' }]
    : [{ what: 'given-other', bits: -5, value: '' }];
}

const allWords = ({ given, family, whole }: Traits): string[] => [
  ...new Set([...given, ...family, ...whole]),
];
