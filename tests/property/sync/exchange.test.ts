// Whole histories of a team whose links lose, double, reorder and cut.

import { expect, test } from 'vitest';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { readStored } from '../../../src-shared/records/merge.ts';
import { sharedCollections } from '../../../src-shared/sync/item.ts';
import { openReplica, type Replica } from '../../support/replica.ts';
import { seededRandom, testRuns, testSeed } from '../../support/seeded.ts';
import { someCommand } from '../../support/some-command.ts';
import { openSyncNet, type SyncNet } from '../../support/sync-net.ts';

const names = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi'];

test('after any weather a connected team agrees, and nothing private was ever sent', async () => {
  for (let run = 0; run < testRuns(300); run++) {
    const seed = testSeed + run;
    await history(seed).catch((error: unknown) => {
      throw new Error(`TEST_SEED=${seed}`, { cause: error });
    });
  }
});

async function history(seed: number): Promise<void> {
  const random = seededRandom(seed);
  const size = 2 + Math.floor(random() ** 2 * 7);
  const replicas = names.slice(0, size).map((name) => openReplica(name));
  const net = openSyncNet(replicas, random);
  const weather = { lose: random() * 0.3, double: random() * 0.2, reorder: random() * 0.4 };
  const some = (): number => Math.floor(random() * size);
  for (let step = 0; step < 30; step++) {
    const at = some();
    const roll = random();
    if (roll < 0.12) net.connect(at, some());
    else if (roll < 0.18) net.cut(at, some());
    else if (roll < 0.22) reopen(replicas, net, at, step);
    else {
      const command = await someCommand(replicas[at] as Replica, random);
      if (command !== undefined) await replicas[at]?.run(command);
    }
    await net.deliver(Math.floor(random() * 6), weather);
  }
  // Not everybody with everybody: what alice got from bob, carol can get from alice.
  for (let at = 1; at < size; at++) net.connect(at, Math.floor(random() * at));
  await net.settle();
  await net.compareAll();
  expect(net.spoken.filter((text) => text.includes('"t":"ids"'))).toEqual([]);
  await expectAgreement(replicas);
  expect(net.spoken.filter((text) => text.includes('Secret'))).toEqual([]);
}

/** A crash loses nothing that was committed; the next process is another Yjs client. */
function reopen(replicas: Replica[], net: SyncNet, at: number, step: number): void {
  const { name, store } = replicas[at] as Replica;
  replicas[at] = openReplica(name, store, 1_700_000_000_000 + (step + 1) * 1_000_000);
  net.restart(at);
}

async function expectAgreement(replicas: Replica[]): Promise<void> {
  const [first, ...others] = await Promise.all(replicas.map(sharedBy));
  for (const other of others) expect(other).toEqual(first);
  for (const replica of replicas) {
    for (const collection of sharedCollections) {
      for await (const docs of replica.store.scan(collection)) {
        for (const doc of docs.filter(({ status }) => status !== 'erased'))
          expect(readStored(doc, replica.context)).toEqual(doc);
      }
    }
  }
}

/** What people see of a replica, without the bytes behind it and without what is private. */
async function sharedBy({ store }: Replica): Promise<unknown[]> {
  const shown: unknown[] = [];
  for (const collection of sharedCollections) {
    for await (const docs of store.scan(collection)) {
      for (const doc of docs) if (doc.scope === 'team') shown.push([collection, shownOf(doc)]);
    }
  }
  return shown;
}

function shownOf({ state: _state, ...doc }: RecordDoc): unknown {
  return doc.status === 'erased' ? { id: doc.id, status: doc.status } : doc;
}
