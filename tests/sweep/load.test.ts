// Eight laptops, each changing five values a second. A minute here; TEST_RUNS=10 makes
// it ten, TEST_RUNS=60 an hour.

import { setTimeout as wait } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { runCommand } from '../../src-shared/records/run-command.ts';
import { createDigest } from '../../src-shared/sync/digest.ts';
import { closeNode, type HostNode, joinAll, openNode } from '../support/network/host-net.ts';
import { seededRandom, testRuns, testSeed } from '../support/seeded.ts';

const names = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi'];
const people = 200;
const editsEach = 5;
const seconds = testRuns(60);

test('eight laptops under load lose nothing and end up equal', async () => {
  const random = seededRandom(testSeed);
  const nodes = await Promise.all(names.map(openNode));
  const records = Array.from({ length: people }, (_, at) => ({
    kind: 'person',
    fields: { given: `P${at}` },
  }));
  const first = nodes[0] as HostNode;
  const made = await runCommand(first.store, { type: 'create', records }, first.context);
  if (!made.ok) throw new Error(made.error.code);
  joinAll(nodes);
  await untilEqual(nodes);
  const last = new Map<string, number>();
  let [middle, edits] = [0, 0];
  for (let second = 0; second < seconds; second++) {
    const began = performance.now();
    for (let turn = 0; turn < editsEach; turn++) {
      await Promise.all(
        nodes.map(async (node) => {
          const id = made.value.ids[Math.floor(random() * people)] ?? '';
          const value = ++edits;
          const ref = { collection: 'people' as const, id };
          const change = { type: 'field' as const, ref, field: `by_${node.name}`, value };
          const done = await runCommand(
            node.store,
            { type: 'edit', changes: [change] },
            node.context,
          );
          if (!done.ok) throw new Error(done.error.code);
          last.set(`${id} by_${node.name}`, value);
        }),
      );
      await wait(Math.max(0, ((turn + 1) * 1_000) / editsEach - (performance.now() - began)));
    }
    if (second === Math.floor(seconds / 2)) middle = memory();
  }
  const stopped = performance.now();
  await untilEqual(nodes);
  console.log(
    `equal ${Math.round(performance.now() - stopped)} ms after ${edits} edits in ${seconds} s; ` +
      `${middle} MB half way, ${memory()} MB at the end`,
  );
  for (const { store } of nodes) {
    const docs = await store.get('people', made.value.ids);
    for (const [key, value] of last) {
      const [id = '', field = ''] = key.split(' ');
      expect(docs.get(id)?.fields[field]).toBe(value);
    }
  }
  expect(memory()).toBeLessThan(middle * 1.5 + 50);
  await Promise.all(nodes.map(closeNode));
});

function memory(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1024 / 1024);
}

async function untilEqual(nodes: readonly HostNode[]): Promise<void> {
  const digests = nodes.map(({ store }) => createDigest(store));
  for (;;) {
    const sums = await Promise.all(digests.map((digest) => digest.sums()));
    const texts = new Set(sums.map((one) => JSON.stringify(one)));
    if (texts.size === 1) return;
    await wait(20);
  }
}
