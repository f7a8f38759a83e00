// What came of the people of a run is the same on every laptop, in whatever order the visits of
// teammates come together; and a round of ten thousand is records that each stay small.

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { bookRounds } from '../../src-main/host/book/rounds/read-run.ts';
import { createSqliteRecordStore } from '../../src-main/host/book/sqlite/record-store.ts';
import { mostInRound, partSize, runOutcomes } from '../../src-shared/domain/round.ts';
import type { NewRecord, RecordDoc, RecordId } from '../../src-shared/domain/record.ts';
import { create } from '../../src-shared/records/intents/edits.ts';
import { roundOf, runOf, visitIn } from '../../src-shared/records/intents/rounds.ts';
import { limits } from '../../src-shared/records/limits.ts';
import { runCommand } from '../../src-shared/records/run-command.ts';
import { marksOf, type Visit, visitOf } from '../../src-shared/rounds/visits.ts';
import { testRuns, testSeed } from '../support/seeded.ts';
import { tempStore } from '../support/store/store-fixtures.ts';
import { openReplica, type Replica } from '../support/sync/replica.ts';
import { openSyncNet } from '../support/sync/sync-net.ts';

const outcome = fc.constantFrom(...runOutcomes);
const step = fc.record({
  laptop: fc.nat({ max: 1 }),
  person: fc.nat({ max: 3 }),
  outcome,
  /** Whether the two meet before. */
  meet: fc.boolean(),
  undo: fc.boolean(),
});

const view = { of: 'people' as const, conditions: { all: [] }, sorts: [] };
const roundWords = { name: 'All', each: 'call' as const, view, owner: '' };

async function visitsOn(laptop: Replica): Promise<Visit[]> {
  const found: Visit[] = [];
  for await (const docs of laptop.store.scan('setup'))
    found.push(...docs.flatMap((doc: RecordDoc) => visitOf(doc) ?? []));
  return found;
}

it('merges the visits of two teammates in one run, whatever the order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const laptops = [openReplica('ana'), openReplica('ben')] as const;
      const net = openSyncNet([...laptops], () => 0.5);
      const meetNow = async (): Promise<void> => {
        net.connect(0, 1);
        await net.settle();
        net.cut(0, 1);
      };
      const people = ['p0', 'p1', 'p2', 'p3'];
      const id = 'run' as RecordId;
      await laptops[0].done(
        create(
          ...people.map((one): NewRecord => ({ id: one as RecordId, kind: 'person' })),
          roundOf('round' as RecordId, roundWords),
          ...runOf({ id, round: 'round', at: 1, by: 'Ana', people }),
        ),
      );
      await meetNow();
      for (const { laptop, person, outcome: said, meet, undo } of steps) {
        if (meet) await meetNow();
        const own = laptops[laptop as 0 | 1];
        const whom = people[person] ?? '';
        const after = marksOf(await visitsOn(own)).get(whom)?.visits ?? [];
        await own.done(
          create(
            visitIn({ run: id, person: whom, outcome: said, at: person, by: own.name, after }),
          ),
        );
        // What was said last is what holds where it was said.
        expect(marksOf(await visitsOn(own)).get(whom)?.outcome).toBe(said);
        if (undo) await own.done({ type: 'undo' });
      }
      await meetNow();
      const [ana, ben] = await Promise.all(laptops.map(visitsOn));
      const sorted = (visits: readonly Visit[] = []) =>
        [...marksOf(visits)].toSorted(([a], [b]) => (a < b ? -1 : 1));
      expect(sorted(ana)).toEqual(sorted(ben));
      expect(sorted(ana?.toReversed())).toEqual(sorted(ana));
    }),
    { numRuns: testRuns(40), seed: testSeed },
  );
});

it('keeps a round of ten thousand in small records, and reads it at once', async () => {
  const { context } = openReplica('ana');
  const database = tempStore();
  const records = await createSqliteRecordStore(database);
  const people = Array.from(
    { length: mostInRound },
    (_, at) => `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`,
  );
  const run = async (...made: NewRecord[]): Promise<void> => {
    const done = await runCommand(records, create(...made), context);
    if (!done.ok) throw new Error(done.error.code);
  };
  await run(...people.map((id): NewRecord => ({ id: id as RecordId, kind: 'person' })));
  const id = 'the-run' as RecordId;
  const parts = runOf({ id, round: 'round', at: 1, by: 'Ana', people });
  await run(roundOf('round' as RecordId, roundWords), ...parts);
  await run(
    ...people
      .slice(1)
      .map((person) =>
        visitIn({ run: id, person, outcome: 'logged', at: 2, by: 'Ana', after: [] }),
      ),
  );
  expect(parts).toHaveLength(mostInRound / partSize + 1);
  for (const part of parts)
    expect(JSON.stringify(part).length * 4).toBeLessThan(limits.stateBytes / 16);
  const looking = { now: 3, today: '2026-01-01', device: 'ana' };
  const answer = bookRounds(database).read(id, looking);
  expect(answer?.people).toEqual(people);
  expect(answer?.marks).toHaveLength(mostInRound - 1);
  expect(bookRounds(database).progress([id], looking)).toEqual({
    [id]: { total: mostInRound, done: mostInRound - 1 },
  });
});
