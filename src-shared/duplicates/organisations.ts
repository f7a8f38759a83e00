// Whether two records are one organisation, in bits as for people (score.ts): by its name
// without what kind of company it is, its domain, numbers and address.

import { doubleMetaphone } from 'double-metaphone';

import { foldItem, phoneKey } from '../domain/fold.ts';
import type { RecordDoc } from '../domain/record.ts';
import { atLeast, rarity } from './frequency.ts';
import {
  type Band,
  bandFrom,
  type Measure,
  mostHolders,
  type Reason,
  type Score,
} from './measure.ts';
import { asRomanised, isOneSlip, similarity } from './similar.ts';
import { bareCompany, spelled } from './traits.ts';

export type OrganisationTraits = {
  id: string;
  kind: string;
  words: readonly string[];
  /** Its own: no mail provider's, no network's. */
  domains: readonly string[];
  emails: readonly string[];
  phones: readonly string[];
  ids: readonly (readonly [system: string, value: string])[];
  streets: readonly string[];
  cities: readonly string[];
};

export function organisationTraits({
  id,
  kind,
  name,
  sets,
}: Pick<RecordDoc, 'id' | 'kind' | 'name' | 'sets'>): OrganisationTraits {
  const values = (set: string): string[] => (sets[set] ?? []).map(({ value }) => value);
  const emails = values('emails').map(foldItem);
  const hosts = [
    ...emails.map((one) => one.slice(one.lastIndexOf('@') + 1)),
    ...values('links').map(hostOf),
  ];
  const addresses = sets['addresses'] ?? [];
  return {
    id,
    kind,
    words: bareCompany(name).split(' ').filter(isWord),
    domains: [...new Set(hosts.filter((host) => host.includes('.') && !isProvider(host)))],
    emails,
    phones: [...new Set((sets['phones'] ?? []).map(phoneKey).filter(({ length }) => length >= 7))],
    ids: (sets['ids'] ?? []).map(({ label = '', value }) => [label, value] as const),
    streets: addresses.map(({ more }) => spelled(more?.['street'] ?? '')).filter(isWord),
    cities: addresses.map(({ more }) => spelled(more?.['city'] ?? '')).filter(isWord),
  };
}

const isWord = (text: string): boolean => text !== '';

const hostOf = (link: string): string =>
  link
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '');

const isProvider = (host: string): boolean =>
  providers.has(host) || providerNames.has(host.split('.').at(-2) ?? '');

/** Whoever has an address there is not the same for it, in whatever country. */
const providerNames = new Set(
  'gmail googlemail yahoo ymail hotmail outlook live msn gmx aol icloud protonmail yandex facebook instagram linkedin twitter xing youtube tiktok pinterest wordpress blogspot wixsite jimdo'.split(
    ' ',
  ),
);
const providers = new Set(
  'web.de t-online.de freenet.de arcor.de me.com mac.com proton.me mail.ru qq.com 163.com 126.com libero.it orange.fr wanadoo.fr free.fr laposte.net wp.pl o2.pl seznam.cz bluewin.ch x.com'.split(
    ' ',
  ),
);

type Counts = ReadonlyMap<string, number>;

export function organisationMeasure(
  all: readonly OrganisationTraits[],
): Measure<OrganisationTraits> {
  const total = all.length;
  const [names, words, domains, phones] = [
    countsOf(all, (one) => [joined(one)]),
    countsOf(all, (one) => one.words),
    countsOf(all, (one) => one.domains),
    countsOf(all, (one) => one.phones),
  ];
  const reach = (a: OrganisationTraits, b: OrganisationTraits): Reason[] => [
    ...shared('domain-same', a.domains, b.domains, domains, total),
    ...shared('phone-same', a.phones, b.phones, phones, total),
    ...inBoth(a.emails, b.emails)
      .slice(0, 1)
      .map((value): Reason => ({ what: 'email-same', bits: 4, value })),
    ...idReasons(a, b),
    ...placeReasons(a, b),
  ];
  return {
    keysOf,
    isNameKey: (key) => /^[ns] /.test(key),
    score: (a, b) => {
      const base: Reason = { what: 'base', bits: -Math.log2(atLeast(total)) - 1.5, value: '' };
      const reasons = [base, ...nameReasons(a, b, names, words, total), ...reach(a, b)];
      const bits = reasons.reduce((sum, reason) => sum + reason.bits, 0);
      return { bits, reasons, band: bandOf(bits, reasons) } satisfies Score;
    },
  };
}

function bandOf(bits: number, reasons: readonly Reason[]): Band | undefined {
  const has = (...whats: Reason['what'][]): boolean =>
    reasons.some(({ what }) => whats.includes(what));
  const band = bandFrom(bits);
  if (band === undefined) return undefined;
  // Sisters share a house, a line and a domain.
  if (has('company-other', 'id-other', 'city-other')) return 'possible';
  const isAnchored = has('domain-same', 'phone-same', 'email-same', 'id-same', 'place-same');
  return band === 'certain' && !(isAnchored && has('company-same')) ? 'likely' : band;
}

const joined = ({ words }: OrganisationTraits): string => asRomanised(words.join(''));

function nameReasons(
  a: OrganisationTraits,
  b: OrganisationTraits,
  names: Counts,
  words: Counts,
  total: number,
): Reason[] {
  const [one, other] = [joined(a), joined(b)];
  if (one === '' || other === '') return [];
  const worth = (name: string): number => rarity(names.get(name), total);
  // Names of companies are chosen so that no other has them.
  if (one === other) return [{ what: 'company-same', bits: worth(one) + 10, value: '' }];
  const same = inBoth(a.words, b.words);
  const isTurned = same.length === Math.max(a.words.length, b.words.length);
  if (isTurned) return [{ what: 'company-same', bits: worth(one) + 7, value: '' }];
  const isAlike =
    (one.length > 5 && isOneSlip(one, other)) || (one.length > 7 && similarity(one, other) >= 0.95);
  if (isAlike) return [{ what: 'company-like', bits: worth(one) + 1, value: '' }];
  if (same.length === 0) return [{ what: 'company-other', bits: -6, value: '' }];
  const bits = same.reduce((sum, word) => sum + rarity(words.get(word), total), 0);
  const isPart = same.length === Math.min(a.words.length, b.words.length);
  return [{ what: 'company-like', bits: Math.min(bits, isPart ? 8 : 3), value: same.join(' ') }];
}

function shared(
  what: Reason['what'],
  a: readonly string[],
  b: readonly string[],
  counts: Counts,
  total: number,
): Reason[] {
  const [value] = inBoth(a, b).toSorted((x, y) => (counts.get(x) ?? 0) - (counts.get(y) ?? 0));
  if (value === undefined) return [];
  const holders = counts.get(value) ?? 2;
  return [{ what, bits: holders > mostHolders ? 1 : rarity(holders, total), value }];
}

function idReasons(a: OrganisationTraits, b: OrganisationTraits): Reason[] {
  const systems = new Map(b.ids);
  return a.ids.flatMap(([system, value]): Reason[] => {
    const other = systems.get(system);
    if (other === undefined || system === '') return [];
    return other === value
      ? [{ what: 'id-same', bits: 14, value: system }]
      : [{ what: 'id-other', bits: -4, value: system }];
  });
}

function placeReasons(a: OrganisationTraits, b: OrganisationTraits): Reason[] {
  const [street] = inBoth(a.streets, b.streets);
  if (street !== undefined && /\d/.test(street))
    return [{ what: 'place-same', bits: 5, value: street }];
  if (a.cities.length === 0 || b.cities.length === 0) return [];
  return inBoth(a.cities, b.cities).length > 0 ? [] : [{ what: 'city-other', bits: -3, value: '' }];
}

function keysOf({ words, domains, emails, phones, ids }: OrganisationTraits): string[] {
  const name = words.join('');
  const [sound] = doubleMetaphone(words.slice(0, 2).join(' '));
  return [
    ...(name === '' ? [] : [`n ${asRomanised(name)}`, `n ${words.toSorted().join('')}`]),
    ...(sound === '' ? [] : [`s ${sound}`]),
    ...words.filter(({ length }) => length > 4).map((word) => `s ${word}`),
    ...domains.map((domain) => `d ${domain}`),
    ...emails.map((email) => `e ${email}`),
    ...phones.map((phone) => `p ${phone.slice(-7)}`),
    ...ids.map(([system, value]) => `i ${system} ${value}`),
  ];
}

const inBoth = (a: readonly string[], b: readonly string[]): string[] =>
  a.filter((one) => b.includes(one));

function countsOf(
  all: readonly OrganisationTraits[],
  valuesOf: (one: OrganisationTraits) => readonly string[],
): Counts {
  const counts = new Map<string, number>();
  for (const one of all)
    for (const value of new Set(valuesOf(one))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
