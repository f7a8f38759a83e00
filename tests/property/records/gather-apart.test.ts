// Two laptops apart make fields of other details, put them into fields that are there, join fields
// and take it back, each as it likes: once they have heard of each other both say the same. Where
// nothing is taken back, every value that was ever written down is still in the record; what one
// relied on while the other took it back is in the history.

import { expect, test } from 'vitest';

import { readOwnField } from '../../../src-shared/domain/own-field.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { gather } from '../../../src-shared/records/gather/gather.ts';
import type { Gather } from '../../../src-shared/records/intents/gather.ts';
import { recordHash } from '../../../src-shared/sync/hash.ts';
import { seededRandom, testRuns, testSeed } from '../../support/seeded.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';
import { openSyncNet } from '../../support/sync/sync-net.ts';

const labels = ['Size', 'Level'];
const values = ['41', '38', 'gold', 'tin'];
const types = ['text', 'number', 'choice', 'choices'] as const;

async function all({ store }: Replica, collection: 'people' | 'setup'): Promise<RecordDoc[]> {
  const found: RecordDoc[] = [];
  for await (const docs of store.scan(collection)) found.push(...docs);
  return found;
}

const fieldsOf = async (laptop: Replica) =>
  (await all(laptop, 'setup')).flatMap((doc) => readOwnField(doc) ?? []);

/** By the ids of the records. */
async function saidBy(laptop: Replica): Promise<Map<string, unknown>> {
  const docs = [...(await all(laptop, 'people')), ...(await all(laptop, 'setup'))];
  return new Map(docs.map((doc) => [doc.id, [recordHash(doc), doc.fields, doc.sets]]));
}

test(`gathering apart comes together and loses nothing (seed ${testSeed})`, async () => {
  for (let run = 0; run < testRuns(15); run++) {
    const random = seededRandom(testSeed + run);
    const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
    const [alice, bob] = [openReplica('alice'), openReplica('bob', undefined, 1_700_000_500_000)];
    const net = openSyncNet([alice, bob], random);
    net.connect(0, 1);
    const given = Array.from({ length: 4 }, () =>
      labels.map((label) => ({ label, value: pick(values) })),
    );
    const records = given.map((custom, at) => ({
      kind: 'person',
      fields: { given: `Person ${at}` },
      sets: { custom },
    }));
    const { ids } = await alice.done({ type: 'create', records });
    await net.settle();
    net.cut(0, 1);

    const takesBack = random() < 0.5;
    const act = async (laptop: Replica): Promise<void> => {
      const known = await fieldsOf(laptop);
      const fresh = { label: `${pick(labels)} field`, type: pick(types), currency: 'EUR' };
      const into: Gather['into'] =
        known.length > 0 && random() < 0.6 ? { field: pick(known).id } : fresh;
      const from: Gather['from'] =
        known.length > 0 && random() < 0.4 ? { field: pick(known).id } : { label: pick(labels) };
      // Names that are taken and a field into itself are refused, which is as good an act as any.
      if (!takesBack || random() < 0.7)
        await gather(
          laptop.store,
          { kind: 'person', from, into },
          { language: 'en' },
          laptop.context,
        );
      else await laptop.run({ type: 'undo' });
    };
    for (let round = 0; round < 3; round++) {
      for (const laptop of [alice, bob]) for (let left = 2; left > 0; left--) await act(laptop);
      net.connect(0, 1);
      await net.settle();
      await net.compareAll();
      expect(await saidBy(bob), `run ${run}`).toEqual(await saidBy(alice));
      net.cut(0, 1);
    }
    for (const [at, id] of takesBack ? [] : ids.entries()) {
      const { fields, sets, conflicts } = await alice.doc('people', id);
      const held = JSON.stringify([fields, sets, conflicts]);
      for (const { value } of given[at] ?? []) expect(held, `run ${run}`).toContain(`"${value}"`);
    }
  }
});
