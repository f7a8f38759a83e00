// A note that two people have open at once: what each types reaches the other.

import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { openNote } from '../../../src-shared/records/note-session.ts';
import { seededRandom, testSeed } from '../../support/seeded.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';
import { openSyncNet } from '../../support/sync/sync-net.ts';

type Typist = { type(text: string): Promise<void> };

async function openTypist(replica: Replica, id: string): Promise<Typist> {
  const session = openNote(await replica.doc('people', id), () => undefined);
  const ref = { collection: 'people' as const, id };
  return {
    type: async (text) => {
      session.accept(await replica.doc('people', id));
      session.fragment.push([new Y.XmlText(text)]);
      const update = session.take() ?? '';
      await replica.done({ type: 'edit', changes: [{ type: 'note-update', ref, update }] });
    },
  };
}

test('what is typed into the note of a record that nobody has edited reaches a teammate', async () => {
  const replicas = [openReplica('alice'), openReplica('bob')] as const;
  const [alice, bob] = replicas;
  const net = openSyncNet([...replicas], seededRandom(testSeed));
  const { ids } = await alice.done({
    type: 'create',
    records: [{ kind: 'person', fields: { given: 'Grace' } }],
  });
  const id = ids[0] ?? '';
  net.connect(0, 1);
  await net.settle();
  const [first, second] = [await openTypist(alice, id), await openTypist(bob, id)];
  await first.type('Found ');
  await net.rest();
  expect((await bob.doc('people', id)).note).toBe('Found');
  await Promise.all([first.type('the '), second.type('moth ')]);
  await net.rest();
  for (const word of ['Found', 'the', 'moth'])
    for (const replica of replicas) expect((await replica.doc('people', id)).note).toContain(word);
  await net.compareAll();
  expect(await bob.doc('people', id)).toMatchObject({
    note: (await alice.doc('people', id)).note,
  });
});
