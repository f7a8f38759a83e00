// A laptop in memory for tests: a store, a clock that ticks, ids that a seed repeats.

import { createHash } from 'node:crypto';

import type { Command, Done } from '../../../src-shared/records/command.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
import type { CollectionName, RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Result } from '../../../src-shared/domain/result.ts';
import { createMemoryRecordStore } from '../../../src-shared/store/memory-record-store.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';

export type Replica = {
  name: string;
  store: RecordStore;
  context: CommandContext;
  run(command: Command): Promise<Result<Done>>;
  /** Runs a command that must succeed. */
  done(command: Command): Promise<Done>;
  doc(collection: CollectionName, id: string): Promise<RecordDoc>;
};

export function openReplica(
  name: string,
  store = createMemoryRecordStore(),
  start = 1_700_000_000_000,
): Replica {
  let ticks = 0;
  let ids = 0;
  const context: CommandContext = {
    now: () => start + ticks++ * 1_000,
    newId: () => `${name}-${String(start)}-${String(ids++).padStart(8, '0')}`,
    userName: name,
    device: name,
    yjsClientId: Number.parseInt(
      createHash('sha256').update(`${name}${start}`).digest('hex').slice(0, 8),
      16,
    ),
    hash: (text) => createHash('sha256').update(text).digest('base64url'),
  };
  const run = (command: Command) => runCommand(store, command, context);
  return {
    name,
    store,
    context,
    run,
    done: async (command) => {
      const result = await run(command);
      if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    doc: async (collection, id) => {
      const doc = (await store.get(collection, [id])).get(id);
      if (doc === undefined) throw new Error(`no ${id} in ${collection}`);
      return doc;
    },
  };
}
