// By what an incoming person may be somebody who is already known, and how sure that is.

import { foldText, joinText, lowerTrimmed, phoneKey } from '../../../domain/fold.ts';
import { personName } from '../../../domain/person.ts';
import type { RecordDoc } from '../../../domain/record.ts';
import { spelled } from '../../../duplicates/traits.ts';
import type { RowReason } from '../../import-types.ts';
import { cardKey, cardSystem } from '../vcard/card-uid.ts';
import type { Incoming, IncomingItem } from '../entry/incoming.ts';

export type MatchKeys = {
  /** Folded, as the book knows it; '' when the person has no name of their own. */
  name: string;
  /** Alike for whoever writes it with other letters: Müller, MUELLER. */
  plain: string;
  shown: string;
  ids: string[];
  /** UIDs of cards. */
  cards: string[];
  emails: string[];
  phones: string[];
  companies: string[];
  /** As stored, '' where there is none. */
  birthday: string;
};

export function matchKeys(incoming: Incoming): MatchKeys {
  const { fields, sets, roles } = incoming;
  const ids = sets['ids'] ?? [];
  const content = { fields, sets: sets as RecordDoc['sets'], note: '' };
  const own =
    joinText([fields['given'], fields['family']]) ||
    joinText([fields['fullName']]) ||
    joinText([fields['nickname']]);
  const shown = personName(content);
  const name = foldText(own || shown);
  return {
    name,
    plain: spelledOr(name),
    shown,
    ids: ids
      .filter(({ label }) => label !== cardSystem)
      .map((item) => `id:${item.label ?? ''}:${item.value}`),
    cards: ids.filter(({ label }) => label === cardSystem).map(({ value }) => value),
    emails: (sets['emails'] ?? []).map((item) => `email:${lowerTrimmed(item)}`),
    phones: (sets['phones'] ?? []).flatMap(phoneKeys),
    companies: roles.map((role) => foldText(role.organisation)),
    birthday: birthdayOf(incoming),
  };
}

const birthdayOf = ({ fields }: Pick<Incoming, 'fields'>): string =>
  typeof fields['birthday'] === 'string' ? fields['birthday'] : '';

/** Whether two birthdays, each as far as it is known, are of two people. */
function bornApart(a: string, b: string): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return (
    few !== '' && !many.startsWith(few) && !(few.startsWith('--') && many.endsWith(few.slice(2)))
  );
}

type Told = { emails: readonly string[]; companies: readonly string[]; birthday: string };

/**
 * Whether two of one name and one number are two all the same: born on other days, or with
 * other addresses at another organisation, or where others have the number, too.
 */
export function speaksAgainst(a: Told, b: Told, isNumberShared: boolean): boolean {
  if (bornApart(a.birthday, b.birthday)) return true;
  if (!areApart(a.emails, b.emails)) return false;
  return isNumberShared || areApart(a.companies, b.companies);
}

const areApart = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one));

/** With an extension also the number alone, by which earlier versions found it. */
function phoneKeys(item: IncomingItem): string[] {
  const [number = '', ext] = item.value.split(';ext=', 2);
  const key = `phone:${phoneKey(item)}`;
  return ext === undefined ? [key] : [key, `phone:${phoneKey({ value: number })}`];
}

/** Whether two folded names may be one person's: Ann Lee and Ann, J. Lee and Jane Lee, but not Jane Roe and John Roe. */
export function namesAgree(a: string, b: string): boolean {
  if (a === b || a === '' || b === '' || isAddress(a) || isAddress(b)) return true;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  if (few.every((word) => many.includes(word))) return true;
  const sameLast = left.at(-1) === right.at(-1);
  const [first, other] = [left[0] ?? '', right[0] ?? ''];
  return (
    sameLast &&
    (first === other || ((first.length === 1 || other.length === 1) && first[0] === other[0]))
  );
}

const isAddress = (name: string): boolean => name.includes('@') || /^[+\d\s().-]+$/.test(name);
const wordsOf = (name: string): string[] =>
  name
    .split(/[\s.,]+/)
    .map(spelledOr)
    .filter(Boolean);

/** Of signs alone nothing would be left. */
const spelledOr = (name: string): string => spelled(name) || name;

/** Why `doc` may be the incoming person; undefined when it is not. `isSure` without asking. */
export function likeness(
  keys: MatchKeys,
  id: string | undefined,
  doc: RecordDoc,
  companies: readonly string[],
): { because: RowReason; isSure: boolean; weight: number } | undefined {
  if (id === doc.id) return { because: 'same-id', isSure: true, weight: 9 };
  const theirs = new Set(doc.keys);
  if (keys.ids.some((key) => theirs.has(key)))
    return { because: 'same-id', isSure: true, weight: 8 };
  if (keys.cards.some((uid) => uid === doc.id || theirs.has(cardKey(uid))))
    return { because: 'same-card', isSure: true, weight: 8 };
  const theirName = nameKeyOf(doc);
  const shared = keys.emails.filter((key) => theirs.has(key)).length;
  if (shared > 0)
    return {
      because: 'same-email',
      isSure: namesAgree(keys.name, theirName),
      weight: 4 + Math.min(shared, 3),
    };
  const hasPhone = keys.phones.some((key) => theirs.has(key));
  if (keys.name === '' || keys.plain !== spelledOr(theirName))
    // A whole office may have one number: another name says that it is somebody else.
    return hasPhone && namesAgree(keys.name, theirName)
      ? { because: 'same-phone', isSure: false, weight: 2 }
      : undefined;
  const told = {
    emails: doc.keys.filter((key) => key.startsWith('email:')),
    companies,
    birthday: birthdayOf(doc as Pick<Incoming, 'fields'>),
  };
  if (hasPhone)
    return {
      because: 'same-phone-and-name',
      isSure: !speaksAgainst(keys, told, false),
      weight: 3,
    };
  const bothMailed = keys.emails.length > 0 && (doc.sets['emails']?.length ?? 0) > 0;
  const sameCompany = keys.companies.some((company) => companies.includes(company));
  return {
    because: sameCompany ? 'same-name-and-company' : 'same-name',
    isSure: sameCompany && !bothMailed && !bornApart(keys.birthday, told.birthday),
    weight: sameCompany ? 2 : 1,
  };
}

function nameKeyOf(doc: RecordDoc): string {
  const key = doc.keys.find((one) => one.startsWith('name:'));
  return key === undefined ? foldText(doc.name) : key.slice(5);
}
