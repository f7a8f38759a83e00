// What groups are called, and in which order they stand: as the field has its values, those
// that have nothing there last.

import { t } from '@lingui/core/macro';

import type { GroupCount, GroupKey } from '../../src-shared/query/answers.ts';
import { codeWords } from '../../src-shared/query/field-words.ts';
import { choicesAt, orderBy } from '../../src-shared/query/order.ts';
import { type Place, resolveReference, typeOf } from '../../src-shared/query/places.ts';
import type { View, ViewGroup } from '../../src-shared/query/view.ts';
import { useKinds } from '../data/known-kinds.tsx';
import { useReader } from '../data/use-reader.ts';
import { useNamed } from '../data/use-records-in.ts';
import { compareWords } from '../words/in-language.ts';

const named = ['people', 'groups'] as const;
/** As many names as are looked up at once. */
const mostNamed = 500;

export type GroupWords = (level: number, key: GroupKey) => string;

export function useGroupWords(
  { of, groupBy }: View,
  groups: readonly GroupCount[],
): { words: GroupWords; sorted: GroupCount[] } {
  const kinds = useKinds();
  const { language } = useReader()('', '');
  const places = groupBy.flatMap(({ field }) => {
    const place = resolveReference(kinds, of, field)?.place;
    return place === undefined ? [] : [place];
  });
  const known = groupBy.filter(({ field }) => resolveReference(kinds, of, field));
  const records = useNamed(named, linkedIn(places, groups).slice(0, mostNamed));
  const written = [writtenIn(groups), writtenIn(groups.flatMap(({ inside = [] }) => inside))];
  const words: GroupWords = (level, key) => {
    const place = places[level];
    if (key === null || place === undefined) return t`Nothing there`;
    const type = typeOf(place);
    if (type === 'link' || type === 'links') return records.get(key)?.name ?? t`No longer here`;
    return keyWords(place, known[level], written[level]?.get(key) ?? key, language);
  };
  const inOrder = (list: readonly GroupCount[], level: number): GroupCount[] =>
    list
      .map((group) => ({ group, words: words(level, group.key) }))
      .sort((a, b) => compareGroups(places[level], a, b))
      .map(({ group }) =>
        group.inside === undefined ? group : { ...group, inside: inOrder(group.inside, level + 1) },
      );
  return { words, sorted: inOrder(groups, 0) };
}

/** As most write what a group is of, where that is not its key. */
function writtenIn(groups: readonly GroupCount[]): ReadonlyMap<string, string> {
  const fewestFirst = groups.toSorted((a, b) => a.count - b.count);
  return new Map(
    fewestFirst.flatMap(({ key, written = key }) =>
      key === null || written === null ? [] : [[key, written]],
    ),
  );
}

function linkedIn(places: readonly Place[], groups: readonly GroupCount[]): string[] {
  const isLink = (at: number): boolean => {
    const place = places[at];
    return place !== undefined && ['link', 'links'].includes(typeOf(place));
  };
  const keys = [
    ...(isLink(0) ? groups : []),
    ...(isLink(1) ? groups.flatMap(({ inside = [] }) => inside) : []),
  ];
  return [...new Set(keys.flatMap(({ key }) => key ?? []))];
}

function keyWords(
  place: Place,
  group: ViewGroup | undefined,
  key: string,
  language: string,
): string {
  const type = typeOf(place);
  if (type === 'day' || type === 'time') return periodWords(group?.by ?? 'day', key, language);
  if (group?.by === 'letter') return key.toLocaleUpperCase(language);
  if (type === 'yes-no') return key === '1' ? t`Yes` : t`No`;
  const own = place.at === 'field' ? place.field.own : undefined;
  const option = own?.options.find(({ code }) => code === key);
  if (option !== undefined) return option.label;
  if (type === 'choice') return codeWords(key);
  return orderBy(place) === 'number' ? new Intl.NumberFormat(language).format(Number(key)) : key;
}

/** 2026-03-14, 2026-03, 2026-Q1, 2026, --03-14 (no year); the rest as it stands. */
function periodWords(by: string, key: string, language: string): string {
  const shown = (iso: string, how: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, { ...how, timeZone: 'UTC' }).format(Date.parse(iso));
  const quarter = /^(\d{4})-Q(\d)$/.exec(key);
  if (quarter !== null) return t`Quarter ${quarter[2] ?? ''} of ${quarter[1] ?? ''}`;
  if (/^\d{4}-\d\d-\d\d$/.test(key)) {
    const day = shown(key, { dateStyle: 'medium' });
    return by === 'week' ? t`Week of ${day}` : day;
  }
  if (/^\d{4}-\d\d$/.test(key)) return shown(`${key}-01`, { month: 'long', year: 'numeric' });
  // 2000 has a 29 February.
  if (/^--\d\d-\d\d$/.test(key))
    return shown(`2000${key.slice(1)}`, { month: 'long', day: 'numeric' });
  if (/^--\d\d$/.test(key)) return shown(`2000${key.slice(1)}-01`, { month: 'long' });
  return key;
}

type Sorted = { group: GroupCount; words: string };

function compareGroups(place: Place | undefined, a: Sorted, b: Sorted): number {
  const [one, other] = [a.group.key, b.group.key];
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (place === undefined) return 0;
  const type = typeOf(place);
  if (type === 'time' || type === 'day') return one < other ? -1 : Number(one > other);
  const choices =
    place.at === 'field'
      ? (place.field.own?.options.map(({ code }) => code) ?? choicesAt(place))
      : [];
  const byChoice = rankIn(choices, one) - rankIn(choices, other);
  if (byChoice !== 0) return byChoice;
  if (orderBy(place) === 'number') return Number(one) - Number(other);
  return compareWords(a.words, b.words);
}

const rankIn = (choices: readonly string[], code: string): number => {
  const at = choices.indexOf(code);
  return at === -1 ? choices.length : at;
};
