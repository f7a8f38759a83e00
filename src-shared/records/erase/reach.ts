// What an erasure reaches beyond the records it was asked for, found by the kinds' links:
// what belongs to them goes with them, what speaks of others, too, stays without naming them.

import type { CollectionName, JsonValue, RecordDoc } from '../../domain/record.ts';
import type { RecordTx } from '../../store/record-store.ts';
import { type CommandContext, kindsOf } from '../context.ts';
import { editRecord } from '../edit.ts';
import { linkingCollections, namedBy } from '../linking.ts';
import type { Write } from '../writes.ts';

export type Reader = Pick<RecordTx, 'get' | 'byKeys'>;
export type Found = { collection: CollectionName; doc: RecordDoc };
export type Reach = { going: Found[]; staying: Found[] };

export const isThere = ({ status }: RecordDoc): boolean => status !== 'erased';

/**
 * Of the records that name these. Rows that nobody edits (posts, how it stands with feeds)
 * leave by `purgeOwned`.
 */
export function reachOf(tx: Reader, ids: Iterable<string>, context: CommandContext): Reach {
  const gone = new Set(ids);
  const going = new Map<string, Found>();
  const staying = new Map<string, Found>();
  let fresh = [...gone];
  while (fresh.length > 0) {
    for (const collection of linkingCollections(context))
      for (const doc of namedBy(tx, collection, fresh, context))
        if (isThere(doc) && !gone.has(doc.id)) staying.set(doc.id, { collection, doc });
    const along = [...staying.values()].filter(({ doc }) => goesAlong(doc, gone, context));
    fresh = along.map(({ doc }) => doc.id);
    for (const found of along) {
      staying.delete(found.doc.id);
      going.set(found.doc.id, found);
      gone.add(found.doc.id);
    }
  }
  const isUnlinked = ({ doc }: Found): boolean =>
    kindsOf(context).get(doc.kind)?.onErase === 'unlink';
  return { going: [...going.values()], staying: [...staying.values()].filter(isUnlinked) };
}

function goesAlong(doc: RecordDoc, gone: ReadonlySet<string>, context: CommandContext): boolean {
  const kind = kindsOf(context).get(doc.kind);
  if (kind === undefined || kind.combine !== undefined || kind.onErase === 'keep') return false;
  const links = kind.links(doc).filter(({ target }) => target.discreet !== true);
  if (links.some(({ id, target }) => target.owner === true && gone.has(id))) return true;
  return kind.onErase === 'unlink' && links.length > 0 && links.every(({ id }) => gone.has(id));
}

/** Without its pointers to them, those in its conflicts too; undefined where nothing changes. */
export function unlinked(
  doc: RecordDoc,
  gone: ReadonlySet<string>,
  context: CommandContext,
): RecordDoc | undefined {
  const links = kindsOf(context).get(doc.kind)?.links(doc) ?? [];
  const writes = links
    .filter(({ id }) => gone.has(id))
    .map(({ what }): Write => {
      const value = what.includes('/') ? undefined : doc.fields[what];
      return { what, value: Array.isArray(value) ? without(value, gone) : null };
    });
  const conflicts = doc.conflicts.flatMap((conflict): Write[] => {
    const { lost } = conflict;
    if (!idsIn(lost).some((id) => gone.has(id))) return [];
    const kept = Array.isArray(lost) ? { ...conflict, lost: without(lost, gone) } : null;
    return [{ what: `conflict:${conflict.id}`, value: kept as unknown as JsonValue }];
  });
  const edited = editRecord(doc, () => [...writes, ...conflicts], context);
  return edited.ok && edited.value.doc !== doc ? edited.value.doc : undefined;
}

const without = (value: JsonValue[], gone: ReadonlySet<string>): JsonValue[] =>
  value.filter((id) => typeof id !== 'string' || !gone.has(id));

/** What a value of a field or an entry of a set may name. */
function idsIn(value: JsonValue): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.filter((id) => typeof id === 'string');
  const entry = value === null || typeof value !== 'object' ? undefined : value['value'];
  return typeof entry === 'string' ? [entry] : [];
}

/** Which of the records that these name were erased here before, and stand nowhere else. */
export function erasedNamedBy(
  tx: Reader,
  docs: readonly RecordDoc[],
  context: CommandContext,
): string[] {
  const wanted = new Map<CollectionName, Set<string>>();
  const want = (collection: CollectionName, id: string): void => {
    const ids = wanted.get(collection) ?? new Set();
    wanted.set(collection, ids.add(id));
  };
  for (const doc of docs.filter(isThere)) {
    const kind = kindsOf(context).get(doc.kind);
    if (kind === undefined || kind.onErase === 'keep' || kind.combine !== undefined) continue;
    for (const { id, target } of kind.links(doc)) for (const to of target.to) want(to, id);
    for (const { field, lost } of doc.conflicts) {
      const link = kind.fields[field]?.link ?? kind.sets[field.split('/')[0] ?? '']?.link;
      for (const id of idsIn(lost)) for (const to of link?.to ?? []) want(to, id);
    }
  }
  const found = [...wanted].flatMap(([collection, ids]) => [
    ...tx.get(collection, [...ids]).values(),
  ]);
  const there = new Set(found.filter(isThere).map(({ id }) => id));
  return found.filter((doc) => !isThere(doc) && !there.has(doc.id)).map(({ id }) => id);
}
