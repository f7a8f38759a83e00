// Which records point to a record. Every kind says where its links stand, so that
// sharing and erasing reach kinds that are still to come.

import type { CollectionName, RecordDoc } from '../domain/record.ts';
import type { RecordTx } from '../store/record-store.ts';
import { type CommandContext, kindsOf } from './context.ts';

/** Collections of kinds that point to others. */
export function linkingCollections(context: CommandContext): CollectionName[] {
  const found = new Set<CollectionName>();
  for (const kind of kindsOf(context).values()) {
    const fields = Object.values(kind.fields).some(({ link }) => (link?.to.length ?? 0) > 0);
    const sets = Object.values(kind.sets).some(({ link }) => (link?.to.length ?? 0) > 0);
    if (fields || sets) found.add(kind.collection);
  }
  return [...found];
}

/** Records of a collection that name any of these in a link. */
export function namedBy(
  tx: Pick<RecordTx, 'get' | 'byKeys'>,
  collection: CollectionName,
  ids: readonly string[],
  context: CommandContext,
): RecordDoc[] {
  const wanted = new Set(ids);
  const keys = prefixesIn(collection, context).flatMap((prefix) =>
    [...wanted].map((id) => `${prefix}${id}`),
  );
  const found = [...new Set([...tx.byKeys(collection, keys).values()].flat())];
  return [...tx.get(collection, found).values()].filter((doc) =>
    kindsOf(context)
      .get(doc.kind)
      ?.links(doc)
      .some(({ id }) => wanted.has(id)),
  );
}

/** What stands before the ids that links in a collection are found by. */
function prefixesIn(collection: CollectionName, context: CommandContext): string[] {
  const prefixes = new Set<string>();
  for (const kind of kindsOf(context).values()) {
    if (kind.collection !== collection) continue;
    for (const { link } of [...Object.values(kind.fields), ...Object.values(kind.sets)])
      if (link !== undefined && link.to.length > 0) prefixes.add(link.prefix ?? '');
  }
  return [...prefixes];
}
