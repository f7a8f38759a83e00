// Erasing leaves tombstones (id, time, salted hashes of addresses) of the record, of what
// was merged into it and of what belongs to it, and nothing else; the values in this
// laptop's undo log go, too. What pointed there is found by the kinds' links.

import { lowerTrimmed, phoneKey } from '../domain/fold.ts';
import { mergedKey } from '../domain/person.ts';
import type { CollectionName, JsonValue, RecordDoc } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import { localDoc } from './local-doc.ts';
import type { Done, Ref } from './command.ts';
import { type CommandContext, kindsOf, stampNow } from './context.ts';
import { bodyOf, type PartBody } from './action.ts';
import { editRecord } from './edit.ts';
import type { Write } from './writes.ts';
import { linkingCollections, namedBy } from './linking.ts';
import { purgeOwned } from './owned.ts';

const saltId = 'erase-salt';

export function eraseRecords(
  tx: RecordTx,
  context: CommandContext,
  refs: readonly Ref[],
): Result<Done> {
  const salt = saltOf(tx, context);
  const asked = refs.map(({ id }) => id);
  const erased = new Set<string>();
  const erase = (collection: CollectionName, docs: readonly RecordDoc[]): void => {
    const there = docs.filter(({ id, status }) => status !== 'erased' && !erased.has(id));
    // Replaced in place, not removed: a teammate's copy must meet the tombstone.
    if (there.length > 0)
      tx.put(
        collection,
        there.map((doc) => tombstone(doc, salt, context)),
      );
    for (const { id } of there) erased.add(id);
  };
  for (const [collection, ids] of byCollection(refs)) {
    const all = collection === 'people' ? [...ids, ...mergedAway(tx, ids)] : ids;
    erase(collection, [...tx.get(collection, all).values()]);
  }
  eraseLinked(tx, context, erased, erase);
  forgetValues(tx, erased);
  purgeOwned(tx, [...erased], context);
  const ids = asked.filter((id) => erased.has(id));
  return ok({ action: '', label: 'erase', ids: ids.slice(0, 10_000), count: ids.length, left: 0 });
}

function byCollection(refs: readonly Ref[]): Map<CollectionName, string[]> {
  const grouped = new Map<CollectionName, string[]>();
  for (const { collection, id } of refs)
    grouped.set(collection, [...(grouped.get(collection) ?? []), id]);
  return grouped;
}

/**
 * What pointed to them: what belongs to them is erased, too; elsewhere they are taken out
 * of the list, and what then speaks of nobody goes with them. Rows that nobody edits
 * (posts, how it stands with feeds) leave by `purgeOwned`.
 */
function eraseLinked(
  tx: RecordTx,
  context: CommandContext,
  erased: ReadonlySet<string>,
  erase: (collection: CollectionName, docs: readonly RecordDoc[]) => void,
): void {
  for (const collection of linkingCollections(context)) {
    const naming = namedBy(tx, collection, [...erased], context).filter(isThere);
    erase(
      collection,
      naming.filter((doc) => goesAlong(doc, erased, context)),
    );
    const left = naming.filter((doc) => !goesAlong(doc, erased, context));
    const edited = left.flatMap((doc) => unlinked(doc, erased, context) ?? []);
    if (edited.length > 0) tx.put(collection, edited);
  }
}

/** A teammate has erased them: what only this laptop has of them goes as it would have gone here. */
export function eraseOwnLinked(
  tx: RecordTx,
  context: CommandContext,
  ids: ReadonlySet<string>,
): void {
  const salt = saltOf(tx, context);
  for (const collection of linkingCollections(context)) {
    const own = namedBy(tx, collection, [...ids], context).filter(
      (doc) => isThere(doc) && doc.scope === 'private',
    );
    const changed = own.flatMap((doc) =>
      goesAlong(doc, ids, context)
        ? [tombstone(doc, salt, context)]
        : (unlinked(doc, ids, context) ?? []),
    );
    if (changed.length > 0) tx.put(collection, changed);
  }
}

function goesAlong(doc: RecordDoc, erased: ReadonlySet<string>, context: CommandContext): boolean {
  const kind = kindsOf(context).get(doc.kind);
  if (kind === undefined || kind.combine !== undefined || kind.onErase === 'keep') return false;
  const links = kind.links(doc).filter(({ target }) => target.discreet !== true);
  return kind.onErase === 'with-owner'
    ? links.some(({ id, target }) => target.owner === true && erased.has(id))
    : links.length > 0 && links.every(({ id }) => erased.has(id));
}

/** Without its pointers to them; undefined where the kind keeps them or nothing changes. */
function unlinked(
  doc: RecordDoc,
  erased: ReadonlySet<string>,
  context: CommandContext,
): RecordDoc | undefined {
  const kind = kindsOf(context).get(doc.kind);
  if (kind?.onErase !== 'unlink') return undefined;
  const gone = kind.links(doc).filter(({ id }) => erased.has(id));
  const writes = gone.map(({ what }): Write => {
    const value = what.includes('/') ? undefined : doc.fields[what];
    const kept = Array.isArray(value)
      ? value.filter((id) => typeof id !== 'string' || !erased.has(id))
      : null;
    return { what, value: kept };
  });
  const edited = editRecord(doc, () => writes, context);
  return edited.ok ? edited.value.doc : undefined;
}

const isThere = (doc: RecordDoc): boolean => doc.status !== 'erased';

/** Records that were found to be these same people. */
function mergedAway(tx: RecordTx, ids: readonly string[]): string[] {
  return [...tx.byKeys('people', ids.map(mergedKey)).values()].flat();
}

/** The key under which a person who was erased can be noticed when a file brings them back. */
export function erasedKey(
  address: string,
  salt: string,
  context: Pick<CommandContext, 'hash'>,
): string {
  return `erased:${context.hash(`${salt}:${address}`)}`;
}

/** All that a tombstone is found by. */
export const isErasedKey = (key: string): boolean => key.startsWith('erased:');

/** Every salt a tombstone here was made with: this laptop's own, and teammates'. */
export function allSalts(doc: RecordDoc | undefined): string[] {
  const { salt, others } = doc?.fields ?? {};
  const theirs = Array.isArray(others) ? others : [];
  return [salt, ...theirs].filter((one) => typeof one === 'string');
}

const mostSalts = 50;

/** Remembers the salts of a teammate's tombstones, so that an import notices these people, too. */
export function noteSalts(
  tx: RecordTx,
  tombstones: readonly RecordDoc[],
  context: CommandContext,
): void {
  const kept = tx.get('local', [saltId]).get(saltId);
  const known = new Set(allSalts(kept));
  const added = tombstones
    .map(({ fields }) => fields['salt'])
    .filter((salt) => typeof salt === 'string' && !known.has(salt)) as string[];
  if (added.length === 0) return;
  const own = kept?.fields['salt'] ?? null;
  const others = [...known, ...added].filter((salt) => salt !== own);
  const fields = {
    ...(own === null ? {} : { salt: own }),
    others: [...new Set(others)].slice(0, mostSalts),
  };
  tx.put('local', [localDoc(saltId, 'salt', fields, stampNow(context))]);
}

/** Absent while nothing was ever erased here. */
export function eraseSalt(tx: Pick<RecordTx, 'get'>): string | undefined {
  const salt = tx.get('local', [saltId]).get(saltId)?.fields['salt'];
  return typeof salt === 'string' ? salt : undefined;
}

function saltOf(tx: RecordTx, context: CommandContext): string {
  const known = eraseSalt(tx);
  if (known !== undefined) return known;
  const salt = context.newId();
  const others = allSalts(tx.get('local', [saltId]).get(saltId));
  tx.put('local', [localDoc(saltId, 'salt', { salt, others }, stampNow(context))]);
  return salt;
}

function tombstone(doc: RecordDoc, salt: string, context: CommandContext): RecordDoc {
  const addresses = [
    ...(doc.sets['emails'] ?? []).map((item) => `email:${lowerTrimmed(item)}`),
    ...(doc.sets['phones'] ?? []).map((item) => `phone:${phoneKey(item)}`),
  ];
  const stamp = stampNow(context);
  return {
    ...localDoc(doc.id, doc.kind, { erasedAt: stamp.at, salt }, stamp),
    status: 'erased',
    scope: doc.scope,
    keys: addresses.map((address) => erasedKey(address, salt, context)),
  };
}

/** What the undo log holds of these records is taken out of it. */
export function forgetValues(tx: RecordTx, erased: ReadonlySet<string>): void {
  const found = tx.byKeys('local', [...erased, oldPartKey]);
  const parts = tx.get('local', [...new Set([...found.values()].flat())]);
  for (const doc of parts.values()) {
    if (doc.kind !== 'action-part') continue;
    const body = bodyOf(doc);
    const kept = without(body, erased);
    if (kept === undefined) continue;
    tx.purge('local', [doc.id]);
    const keys = doc.keys.filter((key) => !erased.has(key));
    tx.put('local', [{ ...doc, keys, fields: { ...doc.fields, body: kept } }]);
  }
}

/** Parts of the versions whose parts are not found by what they hold. */
const oldPartKey = 'kind:action-part';

function without(part: PartBody, erased: ReadonlySet<string>): JsonValue | undefined {
  const creates = part.creates.filter(({ id }) => !erased.has(id));
  const edits = part.edits.filter(({ id }) => !erased.has(id));
  if (creates.length === part.creates.length && edits.length === part.edits.length)
    return undefined;
  return { creates, edits } as unknown as JsonValue;
}
