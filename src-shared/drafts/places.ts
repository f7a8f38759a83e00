// What a text can be filled in with: places by name, and what stands there for one person.

import type { RecordContent } from '../domain/kind.ts';
import { salutation } from './salutation.ts';

export const placeNames = [
  'salutation',
  'greeting',
  'given',
  'family',
  'name',
  'title',
  'nickname',
  'role.title',
  'org.name',
  'city',
  'lastTalk.date',
  'promise',
  'me.name',
  'today',
] as const;
export type PlaceName = (typeof placeNames)[number];

const ownPrefix = 'x:';
/** The place of a field that the team defined, by its name. */
export const ownPlace = (label: string): string => `${ownPrefix}${label}`;

export const isPlace = (name: string, ownLabels: readonly string[]): boolean =>
  placeNames.some((one) => one === name) ||
  (name.startsWith(ownPrefix) &&
    ownLabels.some((label) => isSame(label, name.slice(ownPrefix.length))));

const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export type Known = {
  person: RecordContent & { name: string };
  /** Of the first role that is current. */
  role?: { title: string; group: string } | undefined;
  /** As it is written for the reader; '' where there was none. */
  lastTalk: string;
  /** What we owe them, the first one due. */
  promise: string;
  me: string;
  today: string;
  /** The language in which nothing else is said of them. */
  language: string;
  own: readonly { label: string; value: string }[];
};

/** What stands in each place; undefined or '' where nothing is known. */
export function valuesFor(known: Known): (name: string) => string | undefined {
  const { person, role } = known;
  const field = (name: string): string => {
    const value = person.fields[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const said = (isFormal: boolean): string =>
    salutation(
      {
        own: field('letterOpening'),
        language: field('language') || known.language,
        prefix: field('prefix'),
        given: field('given') || field('nickname'),
        family: field('family'),
        name: person.name,
        gender: field('gender'),
      },
      isFormal,
    );
  const values: { readonly [name in PlaceName]: () => string } = {
    salutation: () => said(true),
    greeting: () => said(false),
    given: () => field('given'),
    family: () => field('family'),
    name: () => person.name,
    title: () => field('prefix'),
    nickname: () => field('nickname'),
    'role.title': () => role?.title ?? '',
    'org.name': () => role?.group ?? '',
    city: () => person.sets['addresses']?.[0]?.more?.['city'] ?? '',
    'lastTalk.date': () => known.lastTalk,
    promise: () => known.promise,
    'me.name': () => known.me,
    today: () => known.today,
  };
  return (name) => {
    if (name.startsWith(ownPrefix))
      return known.own.find(({ label }) => isSame(label, name.slice(ownPrefix.length)))?.value;
    return (values as { readonly [name: string]: (() => string) | undefined })[name]?.();
  };
}
