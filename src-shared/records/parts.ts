// Who goes where somebody goes: what was merged into a record goes into the trash, comes back and
// is erased with it.

import { type Mergeable, mergedIntoOf, mergedKey } from '../domain/merging.ts';
import type { RecordDoc } from '../domain/record.ts';
import type { RecordTx } from '../store/record-store.ts';
import { waitingKey, wayOf } from './merged.ts';

type Reader = Pick<RecordTx, 'get' | 'byKeys'>;

/**
 * Who is part of one of these: merged into them, or put into the trash as part of them, at
 * the same time. They are put into the trash, restored and erased together.
 */
export function partsOf(tx: Reader, of: Mergeable, ids: readonly string[]): RecordDoc[] {
  const parts = new Map<string, RecordDoc>();
  for (let open = [...ids]; open.length > 0;) {
    const merged = new Set([...tx.byKeys(of, open.map(mergedKey)).values()].flat());
    open = [...merged].filter((id) => !parts.has(id) && !ids.includes(id));
    for (const [id, doc] of tx.get(of, open)) parts.set(id, doc);
  }
  const away = tx.byKeys(of, [waitingKey]).get(waitingKey) ?? [];
  if (away.length === 0) return [...parts.values()];
  const whole = tx.get(of, ids);
  const trashed = [...tx.get(of, away).values()].filter(({ status }) => status === 'trashed');
  const all = new Map([...whole, ...trashed.map((doc) => [doc.id as string, doc] as const)]);
  for (const doc of trashed) {
    const way = wayOf(doc.id, (id) => {
      const one = all.get(id);
      const keeper = one === undefined ? undefined : mergedIntoOf(one);
      return keeper !== undefined && isTrashedWith(doc, all.get(keeper)) ? keeper : undefined;
    });
    if (way.slice(1).some((id) => whole.has(id))) parts.set(doc.id, doc);
  }
  return [...parts.values()];
}

const isTrashedWith = (one: RecordDoc, other: RecordDoc | undefined): boolean =>
  other?.fields['trashedAt'] === one.fields['trashedAt'];
