// A clock that is wrong erases nothing, here or on another laptop.

import { expect, test } from 'vitest';

import { isClockSteady, noteUse } from '../../../src-shared/records/days-in-use.ts';
import { emptyOldTrash, trashDays } from '../../../src-shared/records/purge.ts';
import { emptyTrashAfter } from '../../support/records/days.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const year = 365 * day;

/** A laptop whose clock can be set. */
function withClock(name: string) {
  const replica = openReplica(name);
  let now = Date.UTC(2026, 0, 1, 9);
  replica.context.now = () => now;
  return {
    replica,
    set: (time: number) => void (now = time),
    now: () => now,
    /** What a laptop does by itself now and then. */
    tidy: async (ranMs: number): Promise<number> => {
      const use = await noteUse(replica.store, replica.context, ranMs);
      if (!use.ok) throw new Error(use.error.code);
      const erased = await emptyOldTrash(replica.store, replica.context, use.value);
      if (!erased.ok) throw new Error(erased.error.code);
      return use.value.count;
    },
  };
}

async function trashedIn(replica: Replica): Promise<() => Promise<string>> {
  const records = [{ kind: 'person', fields: { given: 'Jane' } }];
  const { ids } = await replica.done({ type: 'create', records });
  const id = ids[0] ?? '';
  await replica.done({ type: 'trash', refs: [{ collection: 'people', id }] });
  return async () => (await replica.doc('people', id)).status;
}

test('thirty days of use after it was seen in the trash it is erased, and not before', async () => {
  const laptop = withClock('alice');
  const status = await trashedIn(laptop.replica);
  await laptop.tidy(0);
  for (let used = 1; used < trashDays; used++) {
    laptop.set(laptop.now() + day);
    await laptop.tidy(hour);
  }
  expect(await status()).toBe('trashed');
  laptop.set(laptop.now() + day);
  await laptop.tidy(hour);
  expect(await status()).toBe('erased');
});

test('a clock that jumps, forth or back, erases nothing, however often it does', async () => {
  const laptop = withClock('alice');
  const status = await trashedIn(laptop.replica);
  await laptop.tidy(0);
  for (let jump = 0; jump < 200; jump++) {
    laptop.set(laptop.now() + (jump % 2 === 0 ? 3 * year : -3 * year));
    await laptop.tidy(hour);
  }
  expect(await status()).toBe('trashed');
});

test('a clock that runs through years within an hour makes one day of it', async () => {
  const laptop = withClock('alice');
  const status = await trashedIn(laptop.replica);
  const first = await laptop.tidy(0);
  for (let step = 0; step < 360; step++) {
    laptop.set(laptop.now() + 3 * day);
    await laptop.tidy(10_000);
  }
  expect(await laptop.tidy(0)).toBe(first + 1);
  expect(await status()).toBe('trashed');
});

test('what was trashed by a laptop three years behind or ahead waits like the rest', async () => {
  for (const off of [-3 * year, 3 * year]) {
    const laptop = withClock('alice');
    laptop.set(laptop.now() + off);
    const status = await trashedIn(laptop.replica);
    laptop.set(laptop.now() - off);
    await laptop.tidy(hour);
    expect(await status()).toBe('trashed');
  }
});

test('restored and trashed again, it waits from the start', async () => {
  const { replica } = withClock('alice');
  const records = [{ kind: 'person', fields: { given: 'Jane' } }];
  const { ids } = await replica.done({ type: 'create', records });
  const refs = [{ collection: 'people' as const, id: ids[0] ?? '' }];
  await replica.done({ type: 'trash', refs });
  await emptyTrashAfter(replica, trashDays - 1);
  await replica.done({ type: 'restore', refs });
  replica.context.now = () => Date.UTC(2026, 1, 1);
  await replica.done({ type: 'trash', refs });
  for (const count of [trashDays - 1, trashDays + 1]) {
    const erased = await emptyOldTrash(replica.store, replica.context, { count, dates: [] });
    expect(erased).toEqual({ ok: true, value: 0 });
  }
});

test('a clock is believed again when it has said so on three days', async () => {
  const dates = ['2026-01-01', '2026-01-02', '2026-01-05'];
  const now = Date.UTC(2026, 0, 6);
  expect(isClockSteady({ count: 3, dates }, now)).toBe(true);
  expect(isClockSteady({ count: 2, dates: dates.slice(1) }, now)).toBe(false);
  expect(isClockSteady({ count: 3, dates }, now + 3 * year)).toBe(false);
  expect(isClockSteady({ count: 3, dates }, now - 3 * year)).toBe(false);
});
