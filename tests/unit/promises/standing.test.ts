import { expect, test } from 'vitest';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import { readPromiseId } from '../../../src-shared/domain/promise.ts';
import {
  type Due,
  dueCode,
  dueFromCode,
  lastDayOf,
} from '../../../src-shared/domain/promise-due.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { spokenBy } from '../../../src-shared/query/facts-of.ts';
import { countPromises, standingOf } from '../../../src-shared/query/promise-standing.ts';
import { create } from '../../../src-shared/records/intents/edits.ts';
import {
  makePromise,
  movePromise,
  promiseOf,
  settlePromise,
} from '../../../src-shared/records/intents/promises.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const tuesday: Due = { day: '2026-03-10', precision: 'day' };
const at = (day: number, hour = 12): number => Date.UTC(2026, 2, day, hour);
const clock = (day: number, zone = 'UTC') => ({ now: at(day), zone });

async function begin(due?: Due) {
  const alice = openReplica('alice');
  const { ids } = await alice.done(create({ kind: 'person', fields: { given: 'Ana' } }));
  const [ana = ''] = ids;
  const made = await alice.done(makePromise({ text: 'Quote', by: 'ours', people: [ana], due }));
  const id = made.ids[0] ?? '';
  return { alice, ana, id, doc: (): Promise<RecordDoc> => alice.doc('work', id) };
}

const settle = async (alice: Replica, doc: RecordDoc, state: 'kept' | 'dropped', when: number) =>
  alice.done(settlePromise(doc, { state, at: when }));

test('open it is overdue after its day, and broken after seven days more', async () => {
  const { doc } = await begin(tuesday);
  const standing = async (day: number) => standingOf(await doc(), clock(day));
  expect(await standing(10)).toMatchObject({ isOverdue: false, isBroken: false, daysLate: 0 });
  expect(await standing(11)).toMatchObject({ isOverdue: true, isBroken: false, daysLate: 1 });
  expect(await standing(17)).toMatchObject({ isOverdue: true, isBroken: false, daysLate: 7 });
  expect(await standing(18)).toMatchObject({ isOverdue: true, isBroken: true, daysLate: 8 });
});

test('kept after its day it is late, in whatever time zone that day is over', async () => {
  const { alice, doc } = await begin(tuesday);
  await settle(alice, await doc(), 'kept', at(10, 23));
  expect(standingOf(await doc(), clock(20, 'UTC'))).toMatchObject({ isLate: false });
  expect(standingOf(await doc(), clock(20, 'Europe/Berlin'))).toMatchObject({
    isLate: true,
    daysLate: 1,
  });
});

test('with a time of the day it is late on its day already', async () => {
  const { alice, doc } = await begin({ ...tuesday, time: '10:00' });
  expect(standingOf(await doc(), { now: at(10, 9), zone: 'UTC' }).isOverdue).toBe(false);
  expect(standingOf(await doc(), { now: at(10, 11), zone: 'UTC' }).isOverdue).toBe(true);
  await settle(alice, await doc(), 'kept', at(10, 11));
  expect(standingOf(await doc(), clock(20))).toMatchObject({ isLate: true, daysLate: 0 });
});

test('a week lasts until its Sunday, a month until its last day', () => {
  expect(lastDayOf({ day: '2026-03-10', precision: 'week' })).toBe('2026-03-15');
  expect(lastDayOf({ day: '2026-03-15', precision: 'week' })).toBe('2026-03-15');
  expect(lastDayOf({ day: '2028-02', precision: 'month' })).toBe('2028-02-29');
  expect(lastDayOf({ day: '2028', precision: 'month' })).toBe('2028-12-31');
  expect(lastDayOf({ day: '9999-12', precision: 'month' })).toBe('9999-12-31');
  expect(lastDayOf({ day: '1969-12-29', precision: 'week' })).toBe('1970-01-04');
});

test('the first date counts, unless a later one was agreed with them', async () => {
  const friday: Due = { day: '2026-03-13', precision: 'day' };
  for (const isAgreed of [false, true]) {
    const { alice, doc } = await begin(tuesday);
    await alice.done(movePromise(await doc(), { due: friday, why: 'Ill', isAgreed, at: at(9) }));
    await settle(alice, await doc(), 'kept', at(12));
    expect((await doc()).fields['due']).toBe('2026-03-13');
    const standing = standingOf(await doc(), clock(20));
    expect([standing.isLate, standing.counted]).toEqual(
      isAgreed ? [false, friday] : [true, tuesday],
    );
  }
});

test('a move that is taken back leaves the date and what it counts as they were', async () => {
  const { alice, doc } = await begin(tuesday);
  const due: Due = { day: '2026-03-13', precision: 'week' };
  await alice.done(movePromise(await doc(), { due, why: 'Ill', isAgreed: true, at: at(9) }));
  await alice.done({ type: 'undo' });
  expect((await doc()).sets).toEqual({});
  expect(standingOf(await doc(), clock(9)).counted).toEqual(tuesday);
});

test.each([
  ['0000-01-01', true],
  ['0001-01-01', true],
  ['9999-12-31', false],
])('a date of %s is a date', async (day, isOverdue) => {
  const { doc } = await begin({ day, precision: 'day' });
  expect(standingOf(await doc(), clock(10))).toMatchObject({ isOverdue, isBroken: isOverdue });
});

test.each(['soon', '--03-10', '2026-13-01', '2026-00'])('%s is no date', async (day) => {
  const { doc } = await begin({ day, precision: 'day' });
  expect(standingOf(await doc(), clock(10))).toMatchObject({
    counted: undefined,
    isOverdue: false,
  });
  expect(spokenBy(await doc(), kinds)?.said).toEqual({ promise: 'ours' });
});

test('dates are kept in one word each', () => {
  const some: Due[] = [
    tuesday,
    { ...tuesday, time: '09:05' },
    { ...tuesday, precision: 'week' },
    { day: '2026-03', precision: 'month' },
  ];
  for (const due of some) expect(dueFromCode(dueCode(due))).toEqual(due);
});

test('an open promise is said of whom it was made to, until it is settled', async () => {
  const { alice, ana, doc } = await begin({ ...tuesday, precision: 'week' });
  expect(spokenBy(await doc(), kinds)).toEqual({
    people: [ana],
    said: { due: '2026-03-15', promise: 'ours' },
  });
  await settle(alice, await doc(), 'dropped', at(11));
  expect(spokenBy(await doc(), kinds)).toBeUndefined();
});

test('kept, late, dropped and broken are counted of ninety days; what was released is not', async () => {
  const alice = openReplica('alice');
  const one = async (day: string, state?: 'kept' | 'dropped' | 'released', when = 0) => {
    const due: Due = { day, precision: 'day' };
    const { ids } = await alice.done(makePromise({ text: day, by: 'ours', people: [], due }));
    const id = ids[0] ?? '';
    if (state !== undefined)
      await alice.done(settlePromise(await alice.doc('work', id), { state, at: when }));
    return alice.doc('work', id);
  };
  const docs = [
    await one('2026-03-01', 'kept', at(1)),
    await one('2026-03-02', 'kept', at(5)),
    await one('2026-03-03', 'dropped', at(5)),
    await one('2026-03-04', 'released', at(5)),
    await one('2026-03-05'),
    await one('2026-03-30'),
    await one('2025-03-01', 'kept', Date.UTC(2025, 2, 1)),
  ];
  const counts = countPromises(docs, clock(20));
  const names = (of: RecordDoc[]) => of.map(({ name }) => name);
  expect(names(counts.of)).toEqual(['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-05']);
  expect(names(counts.kept)).toEqual(['2026-03-01', '2026-03-02']);
  expect(names(counts.late)).toEqual(['2026-03-02']);
  expect(names(counts.dropped)).toEqual(['2026-03-03']);
  expect(names(counts.broken)).toEqual(['2026-03-05']);
});

test('read of the same moment by two laptops it is one promise', async () => {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const id = (words: string, one: Replica) => readPromiseId('m1', 'ours', words, one.context.hash);
  expect(id('Send  the quote ', alice)).toBe(id('Send the quote', bob));
  expect(id('Send it', alice)).not.toBe(id('Send the quote', bob));
  const made = await alice.done(
    create(promiseOf({ id: id('Quote', alice), text: 'Quote', by: 'ours', people: [] })),
  );
  expect(made.ids).toEqual([id('Quote', bob)]);
});

test('moved to an earlier day alone it is due by that day, until it is moved back', async () => {
  const { alice, doc } = await begin(tuesday);
  const move = async (day: string, when: number) =>
    alice.done(
      movePromise(await doc(), {
        due: { day, precision: 'day' },
        why: 'Sooner',
        isAgreed: false,
        at: when,
      }),
    );
  await move('2026-03-08', at(9));
  expect(standingOf(await doc(), clock(9))).toMatchObject({
    counted: { day: '2026-03-08' },
    isOverdue: true,
    daysLate: 1,
  });
  await move('2026-03-20', at(9, 13));
  expect(standingOf(await doc(), clock(9))).toMatchObject({ counted: tuesday, isOverdue: false });
});
