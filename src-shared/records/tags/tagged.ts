// Which records have a tag, and what is said of it.

import type { Kinds } from '../../domain/kinds.ts';
import type { CollectionName, RecordDoc } from '../../domain/record.ts';
import { newTag, tagIndexKey, tagKey, tagOf } from '../../domain/tag.ts';
import type { RecordTx } from '../../store/record-store.ts';
import { privateKey } from '../content.ts';

type Reader = Pick<RecordTx, 'get' | 'byKeys'>;
type Hash = (text: string) => string;

/** Those in which a kind's records have tags. */
export const taggedCollections = (kinds: Kinds): CollectionName[] => [
  ...new Set(
    [...kinds.values()].flatMap(({ sets, collection }) => ('tags' in sets ? [collection] : [])),
  ),
];

export type Holders = {
  /** Each once. */
  refs: { collection: CollectionName; id: string }[];
  /** Tags that a record of the team has; of others nobody else may hear. */
  shared: ReadonlySet<string>;
};

/** Who has any of these, in the trash, too. */
export function holdersOf(tx: Reader, kinds: Kinds, tags: readonly string[]): Holders {
  const byKey = new Map(tags.map((tag) => [tagIndexKey(tag), tag]));
  const found = new Map<string, Holders['refs'][number]>();
  const shared = new Set<string>();
  for (const collection of taggedCollections(kinds)) {
    const own = new Set(tx.byKeys(collection, [privateKey]).get(privateKey));
    for (const [key, ids] of tx.byKeys(collection, [...byKey.keys()])) {
      for (const id of ids) found.set(id, { collection, id });
      if (ids.some((id) => !own.has(id))) shared.add(byKey.get(key) ?? '');
    }
  }
  return { refs: [...found.values()], shared };
}

const scopes = ['team', 'private'] as const;

/**
 * What is said of these, by their keys. They are known by their ids: what came to an earlier
 * version, which did not know what it was, is not found by anything else.
 */
export function aboutTags(
  tx: Pick<Reader, 'get'>,
  tags: Iterable<string>,
  hash: Hash,
): Map<string, RecordDoc[]> {
  const found = new Map<string, RecordDoc[]>();
  let left = [...new Set([...tags].map(tagKey))].flatMap((key) =>
    scopes.map((scope) => ({ key, scope })),
  );
  for (let round = 0; left.length > 0; round += 1) {
    const asked = left.map((one) => ({ ...one, id: newTag(one.key, one.scope, round, hash).id }));
    const docs = tx.get(
      'setup',
      asked.map(({ id }) => id),
    );
    left = asked.filter(({ id, key }) => {
      const doc = docs.get(id);
      if (doc !== undefined && tagOf(doc) !== undefined)
        found.set(key, [...(found.get(key) ?? []), doc]);
      return doc !== undefined;
    });
  }
  return found;
}
