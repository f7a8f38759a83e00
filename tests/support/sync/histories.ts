// Whole histories of a team whose links lose, double, reorder and cut: people work,
// laptops crash, an older version takes part, somebody is removed; then all who stayed
// meet and must agree.

import { expect } from 'vitest';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { conflictKey } from '../../../src-shared/records/content.ts';
import { readStored } from '../../../src-shared/records/merge.ts';
import { recordHash } from '../../../src-shared/sync/hash.ts';
import { sharedCollections } from '../../../src-shared/sync/item.ts';
import { openRemoval } from './removal.ts';
import { openReplica, type Replica } from './replica.ts';
import { seededRandom } from '../seeded.ts';
import { someCommand } from '../host/some-command.ts';
import { openSyncNet, type SyncNet } from './sync-net.ts';

const names = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi'];
const steps = 30;
/** As of a version that knew nothing of calls and buckets. */
const olderKinds = new Map([...kinds].filter(([kind]) => kind !== 'call' && kind !== 'bucket'));

/** Rejects, naming the seed, where the team does not come to agree. */
export async function runHistory(seed: number): Promise<void> {
  try {
    await history(seed);
  } catch (error) {
    throw new Error(`TEST_SEED=${seed}`, { cause: error });
  }
}

async function history(seed: number): Promise<void> {
  const random = seededRandom(seed);
  const size = 2 + Math.floor(random() ** 2 * 7);
  const replicas = names.slice(0, size).map((name) => openReplica(name));
  const hasOlder = random() < 0.2;
  if (hasOlder) makeOlder(replicas[size - 1] as Replica);
  const net = openSyncNet(replicas, random);
  const weather = { lose: random() * 0.3, double: random() * 0.2, reorder: random() * 0.4 };
  const some = (): number => Math.floor(random() * size);
  const removal = openRemoval(net, size);
  const removedAt = size > 2 && random() < 0.3 ? Math.floor(random() * steps) : undefined;
  for (let step = 0; step < steps; step++) {
    const at = some();
    if (step === removedAt) removal.remove(at, (at + 1) % size);
    const roll = random();
    if (roll < 0.12) removal.connect(at, some());
    else if (roll < 0.18) net.cut(at, some());
    else if (roll < 0.22) reopen(replicas, net, at, step);
    else {
      const command = await someCommand(replicas[at] as Replica, random);
      if (command !== undefined) await replicas[at]?.run(command);
    }
    await net.deliver(Math.floor(random() * 6), weather);
  }
  removal.tellAll();
  // What had reached the removed one before may still be on its way into its book.
  if (removal.gone() !== undefined) await net.rest();
  const stayed = replicas.filter((_, at) => at !== removal.gone());
  const removed = replicas.filter((_, at) => at === removal.gone());
  const left = await Promise.all(removed.map((one) => sharedBy(one, shownOf)));
  // Not everybody with everybody: what alice got from bob, carol can get from alice.
  const places = [...replicas.keys()].filter((at) => at !== removal.gone());
  for (const [turn, at] of places.entries())
    if (turn > 0) net.connect(at, places[Math.floor(random() * turn)] as number);
  await net.settle();
  await net.compareAll();
  // The order of writing brought everything; comparing had nothing to repair.
  expect(net.spoken.filter((text) => text.includes('"t":"ids"'))).toEqual([]);
  await expectAgreement(stayed, hasOlder ? recordHash : shownOf);
  // Whoever is removed keeps what it had, and hears nothing more.
  expect(await Promise.all(removed.map((one) => sharedBy(one, shownOf)))).toEqual(left);
  expect(net.spoken.filter((text) => text.includes('Secret'))).toEqual([]);
}

function makeOlder(replica: Replica): void {
  replica.context.kinds = olderKinds;
}

/** A crash loses nothing that was committed; the next process is another Yjs client. */
function reopen(replicas: Replica[], net: SyncNet, at: number, step: number): void {
  const { name, store, context } = replicas[at] as Replica;
  const again = openReplica(name, store, 1_700_000_000_000 + (step + 1) * 1_000_000);
  if (context.kinds !== undefined) makeOlder(again);
  replicas[at] = again;
  net.restart(at);
}

async function expectAgreement(
  replicas: Replica[],
  what: (doc: RecordDoc) => unknown,
): Promise<void> {
  const [first, ...others] = await Promise.all(replicas.map((one) => sharedBy(one, what)));
  for (const other of others) expect(other).toEqual(first);
  for (const replica of replicas) {
    for (const collection of sharedCollections) {
      for await (const docs of replica.store.scan(collection)) {
        for (const doc of docs.filter(({ status }) => status !== 'erased'))
          expect(alone(readStored(doc, replica.context))).toEqual(alone(doc));
      }
    }
  }
}

/** What people see of a replica, without the bytes behind it and without what is private. */
async function sharedBy({ store }: Replica, what: (doc: RecordDoc) => unknown): Promise<unknown[]> {
  const shown: unknown[] = [];
  for (const collection of sharedCollections) {
    for await (const docs of store.scan(collection)) {
      for (const doc of docs) if (doc.scope === 'team') shown.push([collection, what(doc)]);
    }
  }
  return shown;
}

/** Without what a merged person's row has from the others: whether it is shown, under whom, and asked about. */
export function alone(doc: RecordDoc): RecordDoc {
  if (typeof doc.fields['mergedInto'] !== 'string') return doc;
  const keys = doc.keys.filter((key) => !key.startsWith('merged:') && key !== conflictKey);
  return { ...doc, status: 'merged', keys };
}

function shownOf({ state: _state, ...doc }: RecordDoc): unknown {
  return doc.status === 'erased' ? { id: doc.id, status: doc.status } : doc;
}
