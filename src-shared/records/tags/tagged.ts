// Which records have a tag, and whether the team knows of it.

import type { Kinds } from '../../domain/kinds.ts';
import type { CollectionName } from '../../domain/record.ts';
import { tagIndexKey } from '../../domain/tag.ts';
import { privateKey } from '../content.ts';

/** Those in which a kind's records have tags. */
export const taggedCollections = (kinds: Kinds): CollectionName[] => [
  ...new Set(
    [...kinds.values()].flatMap(({ sets, collection }) => ('tags' in sets ? [collection] : [])),
  ),
];

type ByKeys = (
  collection: CollectionName,
  keys: readonly string[],
) => Map<string, string[]> | Promise<Map<string, string[]>>;

export type Holders = {
  /** Each once. */
  refs: { collection: CollectionName; id: string }[];
  /** Tags that a record of the team has; of others nobody else may hear. */
  shared: ReadonlySet<string>;
};

/** Who has any of these, in the trash, too. */
export async function holdersOf(
  byKeys: ByKeys,
  kinds: Kinds,
  tags: readonly string[],
): Promise<Holders> {
  const byKey = new Map(tags.map((tag) => [tagIndexKey(tag), tag]));
  const found = new Map<string, Holders['refs'][number]>();
  const shared = new Set<string>();
  for (const collection of taggedCollections(kinds)) {
    const own = new Set((await byKeys(collection, [privateKey])).get(privateKey));
    for (const [key, ids] of await byKeys(collection, [...byKey.keys()])) {
      for (const id of ids) found.set(id, { collection, id });
      if (ids.some((id) => !own.has(id))) shared.add(byKey.get(key) ?? '');
    }
  }
  return { refs: [...found.values()], shared };
}
