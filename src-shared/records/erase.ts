// Erasing leaves tombstones (id, time, salted hashes of addresses) of the record and of
// its ties, and nothing else; the values in this laptop's undo log go, too.

import { lowerTrimmed, phoneKey } from '../domain/fold.ts';
import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { ok, type Result } from '../domain/result.ts';
import type { RecordTx } from '../store/record-store.ts';
import { localDoc } from './action.ts';
import type { Done, Ref } from './command.ts';
import { type CommandContext, stampNow } from './context.ts';
import { type Part, partsOf } from './history.ts';
import { purgeOwned } from './owned.ts';

const saltId = 'erase-salt';

export function eraseRecords(
  tx: RecordTx,
  context: CommandContext,
  refs: readonly Ref[],
): Result<Done> {
  const salt = saltOf(tx, context);
  const erased = new Set<string>();
  for (const { collection, id } of refs) {
    const doc = tx.get(collection, [id]).get(id);
    if (doc === undefined || doc.status === 'erased') continue;
    const ties = [...tx.get('ties', tx.byKeys('ties', [id]).get(id) ?? []).values()];
    // Replaced in place, not removed: a teammate's copy must meet the tombstone.
    tx.put(
      'ties',
      ties.filter(isThere).map((tie) => tombstone(tie, salt, context)),
    );
    tx.put(collection, [tombstone(doc, salt, context)]);
    for (const gone of [id, ...ties.map((tie) => tie.id)]) erased.add(gone);
  }
  forgetValues(tx, erased);
  purgeOwned(tx, [...erased], context);
  const ids = refs.map((ref) => ref.id).filter((id) => erased.has(id));
  return ok({ action: '', label: 'erase', ids: ids.slice(0, 10_000), count: ids.length, left: 0 });
}

const isThere = (doc: RecordDoc): boolean => doc.status !== 'erased';

/** The key under which a person who was erased can be noticed when a file brings them back. */
export function erasedKey(
  address: string,
  salt: string,
  context: Pick<CommandContext, 'hash'>,
): string {
  return `erased:${context.hash(`${salt}:${address}`)}`;
}

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
  stones: readonly RecordDoc[],
  context: CommandContext,
): void {
  const kept = tx.get('local', [saltId]).get(saltId);
  const known = new Set(allSalts(kept));
  const added = stones
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

export function forgetValues(tx: RecordTx, erased: ReadonlySet<string>): void {
  const actions = tx.get('local', tx.byKeys('local', ['kind:action']).get('kind:action') ?? []);
  for (const action of actions.values()) {
    for (const part of partsOf(tx, action)) {
      const kept = without(part, erased);
      if (kept === undefined) continue;
      const doc = tx.get('local', [part.id]).get(part.id);
      if (doc === undefined) continue;
      tx.purge('local', [part.id]);
      tx.put('local', [{ ...doc, fields: { ...doc.fields, body: kept } }]);
    }
  }
}

function without(part: Part, erased: ReadonlySet<string>): JsonValue | undefined {
  const creates = part.creates.filter(({ id }) => !erased.has(id));
  const edits = part.edits.filter(({ id }) => !erased.has(id));
  if (creates.length === part.creates.length && edits.length === part.edits.length)
    return undefined;
  return { creates, edits } as unknown as JsonValue;
}
