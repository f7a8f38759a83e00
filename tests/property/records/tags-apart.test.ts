// Two laptops apart colour, rename, join and remove tags, give them to people and take it back,
// each as it likes: once they have heard of each other both show the same tags in the same colours.

import { expect, test } from 'vitest';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { colorsOf, tagColors } from '../../../src-shared/domain/tag.ts';
import { recordHash } from '../../../src-shared/sync/hash.ts';
import { seededRandom, testRuns, testSeed } from '../../support/seeded.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';
import { openSyncNet } from '../../support/sync/sync-net.ts';

const words = ['vip', 'VIP', 'press', 'é', '😀', 'مهم'];

async function all({ store }: Replica, collection: 'people' | 'setup'): Promise<RecordDoc[]> {
  const found: RecordDoc[] = [];
  for await (const docs of store.scan(collection)) found.push(...docs);
  return found;
}

const isTeams = ({ scope }: RecordDoc): boolean => scope === 'team';

async function shownBy(laptop: Replica) {
  const setup = (await all(laptop, 'setup')).filter(isTeams);
  const people = (await all(laptop, 'people')).filter(isTeams);
  return {
    colors: [...colorsOf(setup)].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    records: [...setup, ...people]
      .map((doc) => `${doc.id} ${recordHash(doc)}`)
      .toSorted((a, b) => (a < b ? -1 : 1)),
  };
}

test(`tags changed apart come together (seed ${testSeed})`, async () => {
  for (let run = 0; run < testRuns(25); run++) {
    const random = seededRandom(testSeed + run);
    const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
    const [alice, bob] = [openReplica('alice'), openReplica('bob', undefined, 1_700_000_500_000)];
    const net = openSyncNet([alice, bob], random);
    // Some coloured their tags before they ever met.
    if (random() < 0.5) net.connect(0, 1);
    const some = (): string[] =>
      Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(words));
    const give = (laptop: Replica, scope: 'team' | 'private') =>
      laptop.done({
        type: 'create',
        records: [
          {
            kind: 'person',
            scope,
            fields: { given: 'Ann' },
            sets: { tags: some().map((value) => ({ value })) },
          },
        ],
      });
    const act = async (laptop: Replica): Promise<void> => {
      const chance = random();
      if (chance < 0.25) await give(laptop, random() < 0.8 ? 'team' : 'private');
      else if (chance < 0.6)
        await laptop.done({
          type: 'tags',
          tags: some(),
          act: { type: 'color', color: random() < 0.2 ? null : pick(tagColors) },
        });
      else if (chance < 0.75)
        await laptop.done({ type: 'tags', tags: some(), act: { type: 'rename', to: pick(words) } });
      else if (chance < 0.85)
        await laptop.done({ type: 'tags', tags: some(), act: { type: 'remove' } });
      else await laptop.run({ type: 'undo' });
    };
    await give(alice, 'team');
    await net.settle();
    for (let round = 0; round < 4; round++) {
      net.cut(0, 1);
      for (const laptop of [alice, bob]) for (let left = 3; left > 0; left--) await act(laptop);
      net.connect(0, 1);
      await net.settle();
      await net.compareAll();
      expect(await shownBy(bob), `run ${run}`).toEqual(await shownBy(alice));
    }
  }
});

test('two who choose differently at once keep one colour, and the other is said', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob', undefined, 1_700_000_500_000)];
  const net = openSyncNet([alice, bob], () => 0);
  const person = { kind: 'person', fields: {}, sets: { tags: [{ value: 'vip' }] } };
  for (const [laptop, color] of [
    [alice, 'red'],
    [bob, 'blue'],
  ] as const) {
    await laptop.done({ type: 'create', records: [person] });
    await laptop.done({ type: 'tags', tags: ['vip'], act: { type: 'color', color } });
  }
  net.connect(0, 1);
  await net.settle();
  await net.compareAll();
  const [one, ...others] = (await all(alice, 'setup')).filter(({ kind }) => kind === 'tag');
  const { color } = one?.fields ?? {};
  expect(others).toEqual([]);
  expect(one?.conflicts.map(({ field, lost }) => [field, lost])).toEqual([
    ['color', color === 'red' ? 'blue' : 'red'],
  ]);
  expect(await shownBy(bob)).toEqual(await shownBy(alice));
});
