// What is left of an erased record: its id, the time, and salted hashes of addresses, so
// that an import does not bring somebody back unnoticed.

import { lowerTrimmed, phoneKey } from '../../domain/fold.ts';
import type { RecordDoc } from '../../domain/record.ts';
import type { RecordTx } from '../../store/record-store.ts';
import { type CommandContext, stampNow } from '../context.ts';
import { localDoc } from '../local-doc.ts';

export const eraseSaltsId = 'erase-salt';
const mostSalts = 50;

export function tombstone(doc: RecordDoc, salt: string, context: CommandContext): RecordDoc {
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

/** Whether anything was ever erased here, or by a teammate. */
export const hasTombstones = (tx: Pick<RecordTx, 'get'>): boolean =>
  tx.get('local', [eraseSaltsId]).has(eraseSaltsId);

/** Remembers the salts of a teammate's tombstones, so that an import notices these people, too. */
export function noteSalts(
  tx: RecordTx,
  tombstones: readonly RecordDoc[],
  context: CommandContext,
): void {
  const kept = tx.get('local', [eraseSaltsId]).get(eraseSaltsId);
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
  tx.put('local', [localDoc(eraseSaltsId, 'salt', fields, stampNow(context))]);
}

/** Absent while nothing was ever erased here. */
export function eraseSalt(tx: Pick<RecordTx, 'get'>): string | undefined {
  const salt = tx.get('local', [eraseSaltsId]).get(eraseSaltsId)?.fields['salt'];
  return typeof salt === 'string' ? salt : undefined;
}

export function saltOf(tx: RecordTx, context: CommandContext): string {
  const known = eraseSalt(tx);
  if (known !== undefined) return known;
  const salt = context.newId();
  const others = allSalts(tx.get('local', [eraseSaltsId]).get(eraseSaltsId));
  tx.put('local', [localDoc(eraseSaltsId, 'salt', { salt, others }, stampNow(context))]);
  return salt;
}
