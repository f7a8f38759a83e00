// Bulk edits made on two laptops apart: both end with the same people, and taking one back
// never takes what the other wrote.

import { expect, test } from 'vitest';

import type { JsonValue } from '../../../src-shared/domain/record.ts';
import type { BulkEdit } from '../../../src-shared/records/intents/bulk-edit.ts';
import { bulkOn } from '../../support/records/bulk.ts';
import { seededRandom, testRuns, testSeed } from '../../support/seeded.ts';
import { openNet, shownBy } from '../../support/sync/record-net.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const fields = ['pronouns', 'language', 'jobNote'] as const;
type Values = Map<string, JsonValue>;

async function valuesOn(replica: Replica, ids: readonly string[]): Promise<Values> {
  const docs = await replica.store.get('people', ids);
  return new Map(
    ids.flatMap((id) => [
      ...fields.map((field): [string, JsonValue] => [
        `${id} ${field}`,
        docs.get(id)?.fields[field] ?? null,
      ]),
      [`${id} tags`, (docs.get(id)?.sets['tags'] ?? []).map(({ value }) => value).sort()],
    ]),
  );
}

function someEdit(random: () => number, by: string): BulkEdit {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const field = pick(fields);
  const value = `${by} ${Math.floor(random() * 3)}`;
  const find = { type: 'find', field, find: '\\d', by: 'n', isPattern: true } as const;
  return pick<BulkEdit>([
    { type: 'set', field, value, isOnlyEmpty: random() < 0.5 },
    { type: 'clear', field },
    { ...find, matchesCase: true },
    { type: 'copy', from: pick(fields), to: field, isOnlyEmpty: false },
    { type: 'put', field: 'tags', items: [{ value }] },
    { type: 'remove', field: 'tags', items: [{ value }] },
    { type: 'replace', field: 'tags', from: value, to: `${by} 0` },
  ]);
}

const some = (random: () => number, ids: readonly string[]): string[] =>
  ids.filter(() => random() < 0.7);

async function twoWithPeople(seed: number) {
  const random = seededRandom(seed);
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const net = openNet([alice, bob], random);
  const records = Array.from({ length: 6 }, (_, at) => ({
    kind: 'person',
    fields: { given: `P${at}`, ...(random() < 0.5 ? { pronouns: `first ${at}` } : {}) },
  }));
  const { ids } = await alice.done({ type: 'create', records });
  await net.heal();
  return { random, alice, bob, ids, heal: () => net.heal() };
}

test('bulk edits made apart come together to the same people, undone or not', async () => {
  for (let run = 0; run < testRuns(12); run++) {
    const { random, alice, bob, ids, heal } = await twoWithPeople(testSeed + run);
    for (let round = 0; round < 3; round++) {
      for (const replica of [alice, bob]) {
        const { done } = await bulkOn(replica, some(random, ids), someEdit(random, replica.name));
        if (done.count > 0 && random() < 0.4)
          await replica.done({ type: 'undo', action: done.action });
      }
      if (random() < 0.7) await heal();
    }
    await heal();
    const seed = testSeed + run;
    expect({ seed, shown: await shownBy(bob) }).toEqual({ seed, shown: await shownBy(alice) });
  }
});

test('taking a bulk edit back leaves whatever somebody else has written since', async () => {
  for (let run = 0; run < testRuns(12); run++) {
    const { random, alice, bob, ids, heal } = await twoWithPeople(testSeed + run);
    const { done } = await bulkOn(alice, some(random, ids), someEdit(random, 'alice'));
    await heal();
    const before = await valuesOn(bob, ids);
    await bulkOn(bob, some(random, ids), someEdit(random, 'bob'));
    const after = await valuesOn(bob, ids);
    await heal();
    if (done.count > 0) await alice.done({ type: 'undo', action: done.action });
    await heal();
    const now = await valuesOn(alice, ids);
    expect(await valuesOn(bob, ids)).toEqual(now);
    const texts = (value: JsonValue | undefined): string[] => [value ?? []].flat() as string[];
    const lost = [...after].filter(([what, value]) => {
      const [was, is] = [before.get(what), now.get(what)];
      if (JSON.stringify(was) === JSON.stringify(value)) return false;
      if (!what.endsWith(' tags')) return JSON.stringify(is) !== JSON.stringify(value);
      const added = texts(value).filter((tag) => !texts(was).includes(tag));
      return added.some((tag) => !texts(is).includes(tag));
    });
    expect({ seed: testSeed + run, lost }).toMatchObject({ lost: [] });
  }
});
