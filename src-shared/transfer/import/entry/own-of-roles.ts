// What fields of the team's own say of a role, beside what they say of it already: single
// values are replaced, lists are joined, as in people (match/diff.ts).

import { isOwnKey } from '../../../domain/own-values.ts';
import type { JsonValue, RecordDoc } from '../../../domain/record.ts';
import type { OwnValues } from './incoming.ts';

export const noOwn: OwnValues = { fields: {}, sets: {} };

export const hasOwn = ({ fields, sets }: OwnValues): boolean =>
  Object.keys(fields).length + Object.keys(sets).length > 0;

/** Of a stored role; undefined where there is none. */
export function ownOf({ fields, sets }: Pick<RecordDoc, 'fields' | 'sets'>): OwnValues | undefined {
  const own = { fields: onlyOwn(fields), sets: onlyOwn(sets) };
  return hasOwn(own) ? own : undefined;
}

/** What `own` says that `known` does not. */
export function ownNews({ fields, sets }: OwnValues = noOwn, known: OwnValues): OwnValues {
  const news: OwnValues = { fields: {}, sets: {} };
  for (const [key, value] of Object.entries(fields))
    if (!isSame(known.fields[key], value)) news.fields[key] = value;
  for (const [key, items] of Object.entries(sets)) {
    const there = new Set((known.sets[key] ?? []).map(({ value }) => value));
    const more = items.filter(({ value }) => !there.has(value));
    if (more.length > 0) news.sets[key] = more;
  }
  return news;
}

/** Whether nothing that is known would be replaced. */
export const isFilling = (own: OwnValues | undefined, known: OwnValues): boolean =>
  Object.keys(ownNews(own, known).fields).every((key) => known.fields[key] === undefined);

export const withOwn = (known: OwnValues, news: OwnValues): OwnValues => ({
  fields: { ...known.fields, ...news.fields },
  sets: {
    ...known.sets,
    ...Object.fromEntries(
      Object.entries(news.sets).map(([key, more]) => [key, [...(known.sets[key] ?? []), ...more]]),
    ),
  },
});

const onlyOwn = <T>(values: { [name: string]: T }): { [name: string]: T } =>
  Object.fromEntries(Object.entries(values).filter(([name]) => isOwnKey(name)));

const isSame = (old: JsonValue | undefined, value: JsonValue): boolean =>
  old === value || (old !== undefined && JSON.stringify(old) === JSON.stringify(value));
