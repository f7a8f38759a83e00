// What is done to very many people at once must not keep the host from everything else.

import { expect, test } from 'vitest';

import type { Command } from '../../../src-shared/records/command.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
import { openReplica } from '../../support/sync/replica.ts';

test('others are answered while many people are tagged or trashed', async () => {
  const alice = openReplica('alice');
  const records = Array.from({ length: 200 }, (_, at) => ({
    kind: 'person',
    fields: { given: `Person ${at}` },
  }));
  const { ids } = await alice.done({ type: 'create', records });
  const refs = ids.map((id) => ({ collection: 'people' as const, id }));
  const tagging: Command = {
    type: 'edit',
    changes: refs.map((ref) => ({ type: 'set-put', ref, set: 'tags', item: { value: 'all' } })),
  };
  for (const command of [tagging, { type: 'trash', refs } as const]) {
    let pauses = 0;
    const yieldNow = async (): Promise<void> => void pauses++;
    const done = await runCommand(alice.store, command, { ...alice.context, yieldNow });
    expect(done).toMatchObject({ ok: true, value: { count: 200 } });
    expect(pauses).toBeGreaterThan(1);
  }
});
