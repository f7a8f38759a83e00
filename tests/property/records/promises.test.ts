// Promises settled, moved and opened again apart, on two to five laptops: all come to the
// same, and say the same of what is late.

import { expect, test } from 'vitest';

import { promiseStates, type SettledState, stateOf } from '../../../src-shared/domain/promise.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { countPromises, movesOf, standingOf } from '../../../src-shared/query/promise-standing.ts';
import { create } from '../../../src-shared/records/intents/edits.ts';
import {
  makePromise,
  movePromise,
  reopenPromise,
  settlePromise,
} from '../../../src-shared/records/intents/promises.ts';
import { seededRandom, testRuns, testSeed } from '../../support/seeded.ts';
import { openNet } from '../../support/sync/record-net.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const names = ['alice', 'bob', 'carol', 'dave', 'erin'];
const due = { day: '2026-03-10', precision: 'day' } as const;
const settled: readonly SettledState[] = ['kept', 'dropped', 'released'];
const at = (day: number): number => Date.UTC(2026, 2, day, 12);
const zones = ['Europe/Berlin', 'Pacific/Kiritimati', 'America/Los_Angeles'];

async function openTeam(size: number, random = seededRandom(testSeed)) {
  const team = names.slice(0, size).map((name) => openReplica(name));
  const net = openNet(team, random);
  const [first] = team as [Replica];
  const { ids } = await first.done(create({ kind: 'person', fields: { given: 'Ana' } }));
  const made = await first.done(
    makePromise({ text: 'Quote', by: 'ours', people: [ids[0] ?? ''], due }),
  );
  const id = made.ids[0] ?? '';
  await net.heal();
  const doc = (replica: Replica): Promise<RecordDoc> => replica.doc('work', id);
  return { team, doc, heal: () => net.heal() };
}

test('settled apart in two ways: kept is shown everywhere, and the other way is a conflict', async () => {
  for (const other of ['dropped', 'released'] as const) {
    const { team, doc, heal } = await openTeam(3);
    const [alice, bob, carol] = team as [Replica, Replica, Replica];
    await alice.done(settlePromise(await doc(alice), { state: 'kept', at: at(9) }));
    await bob.done(settlePromise(await doc(bob), { state: other, at: at(8), how: 'No stock' }));
    await heal();
    for (const replica of team) {
      const shown = await doc(replica);
      expect(stateOf(shown)).toBe('kept');
      expect(shown.conflicts).toMatchObject([
        { field: 'state', lost: other, lostBy: { by: 'bob' }, wonBy: { by: 'alice' } },
      ]);
      const { settlement } = standingOf(shown, { now: at(20), zone: 'UTC' });
      expect(settlement).toMatchObject({ state: 'kept', at: at(9), how: '' });
    }
    const [conflict] = (await doc(carol)).conflicts;
    const ref = { collection: 'work' as const, id: (await doc(carol)).id };
    await carol.done({
      type: 'resolve-conflict',
      ref,
      conflict: conflict?.id ?? '',
      choice: 'other',
    });
    await heal();
    for (const replica of team) {
      const shown = await doc(replica);
      expect([stateOf(shown), shown.conflicts]).toEqual([other, []]);
      const { settlement } = standingOf(shown, { now: at(20), zone: 'UTC' });
      expect(settlement).toMatchObject({ at: at(8), how: 'No stock' });
    }
  }
});

test('settled apart in the same way it is one settlement, as of the first, and no conflict', async () => {
  const { team, doc, heal } = await openTeam(2);
  const [alice, bob] = team as [Replica, Replica];
  await alice.done(settlePromise(await doc(alice), { state: 'kept', at: at(12) }));
  await bob.done(settlePromise(await doc(bob), { state: 'kept', at: at(9), how: 'By phone' }));
  await heal();
  for (const replica of team) {
    const shown = await doc(replica);
    expect(shown.conflicts).toEqual([]);
    const standing = standingOf(shown, { now: at(20), zone: 'UTC' });
    expect(standing).toMatchObject({ isLate: false, settlement: { at: at(9), how: 'By phone' } });
  }
});

test('the date moved apart: both moves are kept, and the other date is a conflict', async () => {
  const { team, doc, heal } = await openTeam(2);
  const [alice, bob] = team as [Replica, Replica];
  const to = (day: string) => ({ due: { day, precision: 'day' } as const, at: at(9) });
  await alice.done(
    movePromise(await doc(alice), { ...to('2026-03-12'), why: 'Ill', isAgreed: false }),
  );
  await bob.done(
    movePromise(await doc(bob), { ...to('2026-03-14'), why: 'Asked', isAgreed: true }),
  );
  await heal();
  const shown = await doc(alice);
  expect(
    movesOf(shown)
      .map(({ why }) => why)
      .toSorted(),
  ).toEqual(['Asked', 'Ill']);
  expect(shown.conflicts.map(({ field }) => field)).toEqual(['due']);
  expect(await doc(bob)).toMatchObject({ fields: shown.fields, sets: shown.sets });
});

test(`whatever is done apart, all come to the same and call the same late (seed ${testSeed})`, async () => {
  for (let run = 0; run < testRuns(25); run++) {
    const random = seededRandom(testSeed + run);
    const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
    const { team, doc, heal } = await openTeam(2 + Math.floor(random() * 4), random);
    for (let step = 0; step < 8; step++) {
      const replica = pick(team);
      const mine = await doc(replica);
      const day = 1 + Math.floor(random() * 28);
      const what = random();
      if (what < 0.5)
        await replica.done(settlePromise(mine, { state: pick(settled), at: at(day), how: 'x' }));
      else if (what < 0.6) await replica.done(reopenPromise(mine));
      else if (what < 0.8) {
        const to = { day: `2026-03-${String(day).padStart(2, '0')}`, precision: 'day' } as const;
        const isAgreed = random() < 0.5;
        await replica.done(movePromise(mine, { due: to, why: 'so', isAgreed, at: at(step + 1) }));
      } else await replica.run({ type: 'undo' });
      if (random() < 0.3) await heal();
    }
    await heal();
    const docs = await Promise.all(team.map(doc));
    const said = docs.map((one) =>
      JSON.stringify(
        zones.map((zone) => [
          standingOf(one, { now: at(25), zone }),
          countPromises([one], { now: at(25), zone }),
        ]),
      ),
    );
    for (const [other, one] of docs.entries()) {
      expect(promiseStates).toContain(stateOf(one));
      expect([one.fields, one.sets]).toEqual([docs[0]?.fields, docs[0]?.sets]);
      expect(one.conflicts).toEqual(docs[0]?.conflicts);
      expect(said[other]).toBe(said[0]);
    }
  }
});
