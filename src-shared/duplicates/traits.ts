// What of a record tells whether another one is the same person or organisation, in the
// form in which it is compared: letters of every script as Latin ones without accents.

import anyAscii from 'any-ascii';

import { foldItem, foldText, phoneKey } from '../domain/fold.ts';
import type { RecordDoc } from '../domain/record.ts';
import { generationOf, withoutGeneration } from '../values/generation.ts';

export type Email = { full: string; user: string; domain: string; isShared: boolean };

export type Traits = {
  id: string;
  kind: string;
  given: readonly string[];
  family: readonly string[];
  /** All words of the name where its parts are not known. */
  whole: readonly string[];
  /** Whether it is the father or the son; empty where it is not said. */
  generation: string;
  emails: readonly Email[];
  /** Digits, with a plus where the country is known. */
  phones: readonly string[];
  handles: readonly string[];
  /** System and number: a person has one in each. */
  ids: readonly (readonly [system: string, value: string])[];
  /** YYYY-MM-DD or --MM-DD. */
  birthday: string;
  /** Without what kind of company they are. */
  organisations: readonly string[];
  /** The same with it. */
  employers: readonly string[];
  /** Streets with their towns. */
  places: readonly string[];
};

/** `organisations`: names of those they have a role in. */
export function traitsOf(
  { id, kind, fields, sets, name }: Pick<RecordDoc, 'id' | 'kind' | 'fields' | 'sets' | 'name'>,
  organisations: readonly string[] = [],
): Traits {
  const text = (field: string): string => {
    const value = fields[field];
    return typeof value === 'string' ? value : '';
  };
  const values = (set: string): string[] => (sets[set] ?? []).map(({ value }) => value);
  const given = wordsOf(text('given')).concat(wordsOf(text('middle')));
  const born = withoutGeneration(text('family'));
  const family = wordsOf(born.rest).filter((word) => !particles.has(word));
  const written = withoutGeneration(text('fullName') || name);
  const maiden = wordsOf(text('maidenName'));
  const isParted = given.length > 0 || family.length > 0;
  return {
    id,
    kind,
    given: given.length > 0 ? given : wordsOf(text('nickname')),
    family: [...new Set([...family, ...maiden])],
    whole: isParted ? [] : wordsOf(written.rest),
    generation:
      generationOf(text('suffix')) ?? born.generation ?? (isParted ? '' : written.generation) ?? '',
    emails: values('emails').map(emailOf),
    phones: [...new Set((sets['phones'] ?? []).map(phoneKey).filter(isLongNumber))],
    handles: [
      ...new Set([...values('handles'), ...values('chats'), ...values('links')].map(handleOf)),
    ].filter((handle) => handle !== ''),
    ids: (sets['ids'] ?? []).map(({ label = '', value }) => [label, value] as const),
    birthday: /^(?:\d{4}|-)-\d\d-\d\d$/.test(text('birthday')) ? text('birthday') : '',
    organisations: organisations.map((one) => bareCompany(one)).filter((one) => one !== ''),
    employers: organisations.map((one) => spelled(one)),
    places: (sets['addresses'] ?? [])
      .map(({ more }) =>
        spelled(`${more?.['street'] ?? ''} ${more?.['postalCode'] ?? more?.['city'] ?? ''}`),
      )
      .filter((place) => /\d/.test(place) && place.length > 8),
  };
}

/** As it is compared: ae, oe and ue are how some type ä, ö and ü. */
export function spelled(text: string): string {
  const plain = foldText(text);
  const latin = isAscii.test(plain) ? plain : anyAscii(plain).toLowerCase();
  return latin
    .replace(/['\u2019\u02bc`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/([aou])e/g, '$1')
    .trim();
}

// eslint-disable-next-line no-control-regex
const isAscii = /^[ -~]*$/;

const wordsOf = (text: string): string[] =>
  text === ''
    ? []
    : spelled(text)
        .split(' ')
        .filter((word) => word !== '');

/** Stand before many families' names and say nothing. */
const particles = new Set(
  'van von vom zu zur de del della di da das dos du la le el al bin ibn ben bint den der ter ten af av'.split(
    ' ',
  ),
);

/** Addresses of an office, which several people read. */
const shared = new Set(
  'info office kontakt contact mail post sales service support hello hallo team admin buchhaltung billing bestellung empfang verwaltung kanzlei praxis shop webmaster noreply jobs'.split(
    ' ',
  ),
);

function emailOf(written: string): Email {
  const full = foldItem(written);
  const at = full.lastIndexOf('@');
  const user = full.slice(0, Math.max(0, at));
  return {
    full,
    user,
    domain: full.slice(at + 1),
    isShared: shared.has(user.split(/[+._-]/)[0] ?? ''),
  };
}

const isLongNumber = (phone: string): boolean => phone.length >= 7;

/** A profile's address without what is the same for everybody. */
function handleOf(written: string): string {
  const plain = foldItem(written)
    .replace(/^https?:\/\/(?:www\.|m\.|[a-z]{2}\.)?/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
  // A site's front page may be an employer's.
  return plain.includes('/') || plain.startsWith('@') || plain.includes('@') ? plain : '';
}

/** Kinds of company, which some write and some leave out. */
const companyKinds =
  /\b(?:gmbh|mbh|ag|kg|ohg|gbr|ug|se|e k|ek|e v|ev|inc|ltd|limited|llc|llp|plc|corp|corporation|co|company|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|aps|kft|sp z o o|s r o|sro|und|and|u|the)\b/g;

export const bareCompany = (name: string): string =>
  spelled(name).replace(companyKinds, ' ').replace(/\s+/g, ' ').trim() || spelled(name);
