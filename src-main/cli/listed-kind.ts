// What `--kind` names: a whole collection, a kind by its own name, or by the plural that
// people use.

import { kinds } from '../../src-shared/domain/kinds.ts';
import { type ViewCollection, viewCollections } from '../../src-shared/query/view.ts';

/** Records of a collection; of one kind only where that is named. */
export type ListedKind = { of: ViewCollection; kind?: string };

export const people: ListedKind = { of: 'people' };

const plurals: { readonly [name: string]: string } = {
  organisations: 'organisation',
  buckets: 'bucket',
  communities: 'community',
};

export function listedKind(name: string): ListedKind | undefined {
  const whole = viewCollections.find((collection) => collection === name);
  if (whole !== undefined) return { of: whole };
  const kind = Object.hasOwn(plurals, name) ? (plurals[name] ?? name) : name;
  const of = viewCollections.find((collection) => collection === kinds.get(kind)?.collection);
  return of === undefined ? undefined : { of, kind };
}

export const listedNames = (): string[] => [
  ...viewCollections,
  ...Object.keys(plurals),
  ...kinds.keys(),
];
