import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { openKeeper } from '../../src-main/host/book/open-book.ts';
import { seededRandom, testRuns, testSeed } from '../support/seeded.ts';
import { type Started, startProcess } from '../support/host/processes.ts';

const script = join(import.meta.dirname, '../support/store/writer-process.ts');
let dir = '';
let writer: Started | undefined;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rapport-kill-'));
});
afterEach(async () => {
  await writer?.kill();
  rmSync(dir, { recursive: true, force: true });
});

/** Reads on after the kill too: what was said was acknowledged. */
async function readAcks(
  started: Started,
  acks: Map<string, number>,
  killAfter: number,
): Promise<void> {
  let heard = 0;
  for (let line = await started.nextLine(); line !== undefined; line = await started.nextLine()) {
    const [what, id = '', number] = line.split(' ');
    if (what === 'made' || what === 'ack') acks.set(id, Number(number ?? 0));
    heard += 1;
    if (heard === killAfter) void started.kill();
  }
}

async function lostOf(acks: ReadonlyMap<string, number>): Promise<string[]> {
  const keeper = await openKeeper(dir);
  if (!keeper.ok) throw new Error(keeper.error.code);
  const book = keeper.value.book();
  if (!book.ok) throw new Error(book.error.code);
  const found = await book.value.store.get('people', [...acks.keys()]);
  const report = await book.value.check();
  await keeper.value.close();
  expect(report).toMatchObject({ ok: true, problems: [] });
  return [...acks].flatMap(([id, number]) => {
    const doc = found.get(id);
    const value = Number(doc?.fields['jobNote'] ?? 0);
    return doc === undefined || value < number
      ? [`${id} ${number} is ${doc === undefined ? 'gone' : value}`]
      : [];
  });
}

test(
  'killing the host at random points loses no acknowledged edit',
  { timeout: 1_800_000 },
  async () => {
    const acks = new Map<string, number>();
    for (let run = 0; run < testRuns(30); run += 1) {
      const seed = testSeed + run;
      writer = startProcess(script, [dir]);
      await readAcks(writer, acks, 1 + Math.floor(seededRandom(seed)() * 120));
      await writer.kill();
      expect(await lostOf(acks), `TEST_SEED=${seed}`).toEqual([]);
    }
    expect(acks.size).toBeGreaterThan(0);
  },
);
