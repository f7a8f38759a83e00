// Two laptops of a team with real files, between which everything that is said is kept: what
// has left the first is looked for in all that reaches the second.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { makeBundle, readBundle } from '../../../src-main/host/team/bundle/bundle.ts';
import { openDatabase } from '../../../src-main/host/book/sqlite/open-database.ts';
import { createSqliteRecordStore } from '../../../src-main/host/book/sqlite/record-store.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { sharedCollections } from '../../../src-shared/sync/item.ts';
import { tempDir } from '../store/store-fixtures.ts';
import { openReplica, type Replica } from './replica.ts';
import { openSyncNet } from './sync-net.ts';
import { crypto, teamOf, type TestDevice } from './team-members.ts';

export type Watched = {
  alice: Replica;
  bob: Replica;
  /** Bob gets everything that he may get. */
  settle: () => Promise<void>;
  /** Where any of these texts can be read of what has left Alice's laptop. */
  placesOf: (texts: readonly string[]) => Promise<string[]>;
  close: () => Promise<void>;
};

export async function openWatched(): Promise<Watched> {
  const [aliceDir, bobDir] = [tempDir(), tempDir()];
  const databases = [aliceDir, bobDir].map((dir) => openDatabase(join(dir, 'book.sqlite')));
  const stores = await Promise.all(databases.map((one) => createSqliteRecordStore(one)));
  const [alice, bob] = ['alice', 'bob'].map((name, at) => openReplica(name, stores[at])) as [
    Replica,
    Replica,
  ];
  const devices = teamOf('alice', 'bob') as [TestDevice, TestDevice];
  devices[0].file.write({ storeEpoch: crypto.random(9) });
  const net = openSyncNet([alice, bob], () => 0);
  net.connect(0, 1);
  const settle = async (): Promise<void> => {
    await net.settle();
    await net.compareAll();
  };
  return {
    alice,
    bob,
    settle,
    placesOf: async (texts) => {
      await settle();
      const read = openReplica('carol');
      const bundle = await bundleOf(devices[0], alice.store);
      const taken = await readBundle(devices[1], bundle, read.store, read.context);
      if (!taken.ok) throw new Error(taken.error.code);
      const places: [string, string][] = [
        ['frames', net.spoken.map(withStates).join('\n')],
        ['bundle', await wordsOf(read.store)],
        ['book', await wordsOf(bob.store)],
        ['files', filesIn(bobDir)],
      ];
      return places.flatMap(([place, all]) =>
        texts.filter((text) => all.includes(text)).map((text) => `${text} in ${place}`),
      );
    },
    close: async () => {
      for (const database of databases) await database.close();
    },
  };
}

async function bundleOf(device: TestDevice, store: RecordStore): Promise<Buffer> {
  const made = makeBundle(device, device.id, store, false);
  if (!made.ok) throw new Error(made.error.code);
  const pieces: Uint8Array[] = [];
  for await (const piece of made.value.chunks) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function wordsOf(store: RecordStore): Promise<string> {
  const words: string[] = [];
  for (const collection of [...sharedCollections, 'local'] as const)
    for await (const docs of store.scan(collection)) words.push(withStates(JSON.stringify(docs)));
  return words.join('\n');
}

/** With what long base64 in it stands for: states travel as that. */
const withStates = (text: string): string =>
  text +
  [...text.matchAll(/"([A-Za-z\d+/]{20,}={0,2})"/g)]
    .map(([, base64 = '']) => Buffer.from(base64, 'base64').toString('latin1'))
    .join('\n');

const filesIn = (dir: string): string =>
  readdirSync(dir)
    .map((name) => readFileSync(join(dir, name)).toString('latin1'))
    .join('\n');
