import { expect, test } from 'vitest';

import type { CollectionName } from '../../../src-shared/domain/record.ts';
import type { Command } from '../../../src-shared/records/command.ts';
import { readStored } from '../../../src-shared/records/merge.ts';
import { openNet, shared, shownBy } from '../../support/record-net.ts';
import { openReplica, type Replica } from '../../support/replica.ts';
import { seededRandom, testRuns, testSeed } from '../../support/seeded.ts';

const names = ['alice', 'bob', 'carol', 'dave', 'erin'];
const words = ['Ann', 'Bea', 'Cleo', '', '日本', '👩‍🚀', 'x'.repeat(50)];
const steps = 24;

test('whatever happens to messages and laptops, healed replicas read the same', async () => {
  for (let run = 0; run < testRuns(150); run++) {
    const seed = testSeed + run;
    await history(seed).catch((error: unknown) => {
      throw new Error(`TEST_SEED=${seed}`, { cause: error });
    });
  }
});

async function history(seed: number): Promise<void> {
  const random = seededRandom(seed);
  const replicas = names.slice(0, 2 + Math.floor(random() * 4)).map((name) => openReplica(name));
  const net = openNet(replicas, random);
  for (let step = 0; step < steps; step++) {
    const at = Math.floor(random() * replicas.length);
    const replica = replicas[at];
    if (replica === undefined) continue;
    if (random() < 0.05) replicas[at] = reopened(replica, step);
    const command = await someCommand(replica, random);
    if (command !== undefined) {
      const done = await replica.run(command);
      if (done.ok) for (const collection of shared) await net.send(at, collection, done.value.ids);
    }
    await net.deliverSome();
  }
  await net.heal();
  const [first, ...others] = await Promise.all(replicas.map(shownBy));
  for (const other of others) expect(other).toEqual(first);
  for (const replica of replicas) await expectRowsMatchStates(replica);
}

/** A crash loses nothing that was committed; the next process is another Yjs client. */
function reopened(replica: Replica, step: number): Replica {
  return openReplica(replica.name, replica.store, 1_700_000_000_000 + (step + 1) * 1_000_000);
}

async function expectRowsMatchStates(replica: Replica): Promise<void> {
  for (const collection of shared) {
    for await (const docs of replica.store.scan(collection)) {
      for (const doc of docs) expect(readStored(doc, replica.context)).toEqual(doc);
    }
  }
}

async function someCommand(replica: Replica, random: () => number): Promise<Command | undefined> {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const people = await idsOf(replica, 'people');
  const id = pick(people);
  const word = pick(words) ?? '';
  const roll = random();
  if (id === undefined || roll < 0.12) {
    const records = Array.from({ length: roll < 0.03 ? 12 : 1 }, () => ({
      kind: 'person',
      fields: { given: word, family: 'Roe' },
      sets: { emails: [{ value: `${word}@example.com` }] },
      note: word,
    }));
    return { type: 'create', records };
  }
  const ref = { collection: 'people' as const, id };
  if (roll < 0.4)
    return {
      type: 'edit',
      changes: [
        {
          type: 'field',
          ref,
          field: pick(['given', 'family', 'nickname']) ?? 'given',
          value: word,
        },
      ],
    };
  if (roll < 0.52)
    return {
      type: 'edit',
      changes: [
        {
          type: 'set-put',
          ref,
          set: pick(['emails', 'tags']) ?? 'tags',
          item: { value: `${word}@example.com` },
        },
      ],
    };
  if (roll < 0.58)
    return { type: 'edit', changes: [{ type: 'set-remove', ref, set: 'emails', itemId: 'g0' }] };
  if (roll < 0.64)
    return { type: 'edit', changes: [{ type: 'note', ref, text: `${word}\n${word}` }] };
  if (roll < 0.7) return { type: 'trash', refs: [ref] };
  if (roll < 0.75) return { type: 'restore', refs: [ref] };
  if (roll < 0.82) return { type: 'merge', keep: id, gone: [pick(people) ?? id] };
  if (roll < 0.86) return { type: 'unmerge', gone: id };
  return roll < 0.96 ? { type: 'undo' } : { type: 'redo' };
}

async function idsOf(replica: Replica, collection: CollectionName): Promise<string[]> {
  const ids: string[] = [];
  for await (const docs of replica.store.scan(collection)) ids.push(...docs.map((doc) => doc.id));
  return ids;
}
