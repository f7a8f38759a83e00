// What this laptop fetched, when and with what success, for a person to read. Kept in the
// book across starts; it never leaves this laptop.

import type { JsonValue } from '../../../src-shared/domain/record.ts';
import { ok, type Result } from '../../../src-shared/domain/result.ts';
import { localDoc } from '../../../src-shared/records/local-doc.ts';
import { feedLogId, withoutOwners } from '../../../src-shared/records/owned.ts';
import { type CommandContext, stampNow } from '../../../src-shared/records/context.ts';
import type { RecordStore, RecordTx } from '../../../src-shared/store/record-store.ts';
import type { FeedLogEntry } from '../../../src-shared/bridge/feed-types.ts';

export type FeedLog = {
  add: (entry: FeedLogEntry) => void;
  /** The newest first. */
  entries: () => Promise<FeedLogEntry[]>;
  flush: () => Promise<void>;
  /** What is not in the book yet is not said of these owners. */
  forget: (owners: ReadonlySet<string>) => void;
};

const most = 300;
const flushMs = 5_000;

export function createFeedLog(
  store: () => Result<RecordStore>,
  commandContext: () => CommandContext,
  onBug: (error: unknown) => void,
): FeedLog {
  let fresh: FeedLogEntry[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const open = store();
    if (fresh.length === 0 || !open.ok) return;
    const added = fresh;
    fresh = [];
    await open.value.write((tx) => {
      const kept = keptIn(tx.get('local', [feedLogId]).get(feedLogId)?.fields['entries']);
      const entries = [...ofLiving(tx, added), ...kept].slice(0, most) as unknown as JsonValue;
      tx.put('local', [localDoc(feedLogId, 'feed-log', { entries }, stampNow(commandContext()))]);
      return ok(null);
    });
  };
  return {
    add: (entry) => {
      fresh = [entry, ...fresh].slice(0, most);
      timer ??= setTimeout(() => void flush().catch(onBug), flushMs).unref();
    },
    entries: async () => {
      const open = store();
      if (!open.ok) return fresh;
      const doc = (await open.value.get('local', [feedLogId])).get(feedLogId);
      return [...fresh, ...keptIn(doc?.fields['entries'])].slice(0, most);
    },
    flush,
    forget: (owners) => {
      fresh = withoutOwners(fresh, owners);
    },
  };
}

/** Whoever was erased while their feed was being fetched is not spoken of. */
function ofLiving(tx: RecordTx, entries: readonly FeedLogEntry[]): FeedLogEntry[] {
  const owners = [...new Set(entries.flatMap((entry) => entry.owners))];
  const docs = [...tx.get('people', owners).values(), ...tx.get('groups', owners).values()];
  const erased = docs.filter(({ status }) => status === 'erased').map(({ id }) => id as string);
  return withoutOwners(entries, new Set(erased));
}

const keptIn = (value: unknown): FeedLogEntry[] =>
  Array.isArray(value) ? (value as FeedLogEntry[]) : [];
