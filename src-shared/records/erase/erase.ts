// Erasing leaves tombstones of the record, of what was merged into it and of what belongs
// to it, and nothing else (docs/architecture.md, "An erasure"). A laptop that hears of a
// teammate's erasure does the same with what it has.

import type { CollectionName, RecordDoc } from '../../domain/record.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { RecordTx } from '../../store/record-store.ts';
import type { Done, Ref } from '../command.ts';
import type { CommandContext } from '../context.ts';
import { isMergeable, mergeable, mergeableOf } from '../../domain/merging.ts';
import { keepersAmong, settleMerged } from '../merged.ts';
import { leadBack, leadRoles } from '../settle.ts';
import { partsOf } from '../parts.ts';
import { tagsOfNobody } from '../tags/of-nobody.ts';
import { ownedBy, purgeMeetings, purgeOwned } from '../owned.ts';
import type { Written } from '../writes.ts';
import { forgetImports, forgetValues, type Spoken } from './forget.ts';
import { type ErasureCounts, filesOf, noteErasure } from './outside.ts';
import { erasedNamedBy, type Found, isThere, type Reader, reachOf, unlinked } from './reach.ts';
import { type TakenBack, takenBack } from './taken-over.ts';
import { hasTombstones, saltOf, tombstone } from './tombstone.ts';

export function eraseRecords(
  tx: RecordTx,
  context: CommandContext,
  refs: readonly Ref[],
): Result<Done> {
  const asked = askedFor(tx, refs);
  const isAsked = new Set(refs.map(({ id }) => id));
  const ids = asked.map(({ doc }) => doc.id as string).filter((id) => isAsked.has(id));
  if (asked.length > 0) eraseFound(tx, context, { asked, isOwn: true });
  return ok({ action: '', label: 'erase', ids: ids.slice(0, 10_000), count: ids.length, left: 0 });
}

/** What erasing them would do; nothing is written. */
export function lookAtErasure(
  tx: Reader,
  context: CommandContext,
  refs: readonly Ref[],
): ErasureCounts {
  const asked = askedFor(tx, refs);
  const ids = asked.map(({ doc }) => doc.id as string);
  const { going, staying } = reachOf(tx, ids, context);
  const gone = [...asked, ...going];
  const owners = gone.map(({ doc }) => doc.id as string);
  const owned = ownedBy(tx, owners, context).flatMap(({ docs }) => docs);
  return countsOf(gone, owned, staying.length);
}

function countsOf(
  found: readonly Found[],
  owned: readonly RecordDoc[],
  staying: number,
): ErasureCounts {
  const gone: ErasureCounts['gone'] = {};
  const add = (collection: CollectionName): void => {
    gone[collection] = (gone[collection] ?? 0) + 1;
  };
  for (const { collection } of found) add(collection);
  for (const { kind } of owned) if (kind === 'post') add('posts');
  const docs = found.map(({ doc }) => doc);
  const isShared = docs.some(({ scope }) => scope === 'team');
  return { gone, files: filesOf(docs).length, staying, isShared };
}

/** A teammate has erased these, which are tombstones now. `before`: what was here of them. */
export function eraseAround(
  tx: RecordTx,
  context: CommandContext,
  ids: readonly string[],
  before: ReadonlyMap<string, RecordDoc>,
): void {
  const gone = ids.flatMap((id) => before.get(id) ?? []).filter(isThere);
  eraseFound(tx, context, { ids, gone, asked: [], isOwn: false });
}

/** What has just come and names somebody who was erased here goes the same way. */
export function eraseArrived(
  tx: RecordTx,
  context: CommandContext,
  docs: readonly RecordDoc[],
): void {
  if (docs.length === 0 || !hasTombstones(tx)) return;
  const ids = erasedNamedBy(tx, docs, context);
  if (ids.length > 0) eraseFound(tx, context, { ids, asked: [], isOwn: false });
}

type Erasing = {
  /** These become tombstones. */
  asked: readonly Found[];
  /** These are tombstones already, and what was here of them. */
  ids?: readonly string[];
  gone?: readonly RecordDoc[];
  isOwn: boolean;
};

function eraseFound(
  tx: RecordTx,
  context: CommandContext,
  { asked, ids = [], gone: before = [], isOwn }: Erasing,
): void {
  const start = [...ids, ...asked.map(({ doc }) => doc.id as string)];
  leadBack(tx, start, context);
  const { going, staying } = reachOf(tx, start, context);
  const found = [...asked, ...going];
  const gone = [...before, ...found.map(({ doc }) => doc)];
  const erased = new Set<string>([...start, ...going.map(({ doc }) => doc.id as string)]);
  const keepers = takenBack(tx, gone, (id) => erased.has(id), context);
  // Replaced in place, not removed: a teammate's copy must meet the tombstone.
  const salt = found.length > 0 ? saltOf(tx, context) : '';
  putAll(
    tx,
    found.map(({ collection, doc }) => ({ collection, doc: tombstone(doc, salt, context) })),
  );
  const edited = staying.flatMap(({ collection, doc }) => {
    const next = unlinked(doc, erased, context);
    return next === undefined ? [] : [{ collection, doc: next }];
  });
  putAll(tx, [...edited, ...keepers.map(({ doc }) => ({ collection: mergeableOf(doc), doc }))]);
  for (const doc of tagsOfNobody(tx, context, gone, isOwn)) {
    tx.put('setup', [tombstone(doc, saltOf(tx, context), context)]);
    erased.add(doc.id);
    gone.push(doc);
  }
  const spoken = spokenOf(edited, keepers, erased);
  forgetValues(tx, erased, spoken);
  tx.forget({ erased, spoken, gone });
  forgetImports(tx, context, gone);
  for (const of of mergeable) {
    const here = keepers.filter(({ doc }) => mergeableOf(doc) === of).map(({ doc }) => doc.id);
    const merged = settleMerged(tx, of, [...keepersAmong(tx, of, [...erased]), ...here]);
    if (of === 'groups') leadRoles(tx, merged, context);
  }
  purgeMeetings(tx, gone);
  const owned = purgeOwned(tx, [...erased], context);
  const all = [...gone, ...owned];
  if (all.length === 0) return;
  const counts = isOwn ? countsOf(found, owned, edited.length) : undefined;
  noteErasure(tx, context, { gone: all, owners: [...erased], counts });
}

/** The records themselves, and those that were found to be the same people. */
function askedFor(tx: Reader, refs: readonly Ref[]): Found[] {
  const found = new Map<string, Found>();
  for (const [collection, all] of Map.groupBy(refs, (ref) => ref.collection)) {
    const ids = all.map(({ id }) => id);
    const parts = isMergeable(collection) ? partsOf(tx, collection, ids) : [];
    for (const doc of [...tx.get(collection, ids).values(), ...parts])
      if (isThere(doc)) found.set(doc.id, { collection, doc });
  }
  return [...found.values()];
}

function putAll(tx: RecordTx, found: readonly Found[]): void {
  for (const [collection, docs] of Map.groupBy(found, (one): CollectionName => one.collection))
    tx.put(
      collection,
      docs.map(({ doc }) => doc),
    );
}

/** What the undo log says of records that stay: whom they named, and what keepers took over. */
function spokenOf(
  edited: readonly Found[],
  keepers: readonly TakenBack[],
  erased: ReadonlySet<string>,
): Spoken {
  const names = (value: unknown): boolean =>
    typeof value === 'string'
      ? erased.has(value)
      : typeof value === 'object' && value !== null && Object.values(value).some(names);
  const spoken = new Map<string, (written: Written) => boolean>();
  for (const { doc } of edited)
    spoken.set(doc.id, ({ before, after }) => names(before) || names(after));
  for (const { doc, written } of keepers) {
    const taken = new Set(written.map(({ what }) => what));
    spoken.set(doc.id, ({ what }) => taken.has(what));
  }
  return spoken;
}
