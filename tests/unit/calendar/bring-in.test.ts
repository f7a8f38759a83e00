import { beforeEach, expect, test } from 'vitest';

import { logMeetings } from '../../../src-shared/calendar/log-meetings.ts';
import type { Meeting } from '../../../src-shared/calendar/meeting.ts';
import { mirroredIn, mirrorOf, putMirror } from '../../../src-shared/calendar/mirror.ts';
import { type CalendarPlan, planCalendar } from '../../../src-shared/calendar/plan-calendar.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { logWhole } from '../../../src-shared/records/intents/log-line.ts';
import { storeDelivery } from '../../../src-shared/sync/delivery.ts';
import { recordHash } from '../../../src-shared/sync/hash.ts';
import { toItem } from '../../../src-shared/sync/item.ts';
import {
  calendarNow,
  calendarText,
  eventText,
  readText,
} from '../../support/calendar/calendars.ts';
import { send } from '../../support/records/two-laptops.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const own = ['me@own.example'];
const past = { start: ':20260302T140000Z', end: ':20260302T150000Z' };

let alice: Replica;
let ana: string;

beforeEach(async () => {
  alice = openReplica('alice', undefined, calendarNow);
  ana = await person(alice, 'Ana', 'ana@x.example');
});

async function person(at: Replica, given: string, email: string, scope?: 'private') {
  const sets = { emails: [{ value: email }] };
  const scoped = scope === undefined ? {} : { scope };
  const done = await at.done({
    type: 'create',
    records: [{ kind: 'person', ...scoped, fields: { given }, sets }],
  });
  return done.ids[0] ?? '';
}

const planFor = (at: Replica, events: readonly string[]): Promise<CalendarPlan> =>
  planCalendar(readText(calendarText(events)), at.store, {
    own,
    now: calendarNow,
    hash: at.context.hash,
  });

async function logAll(at: Replica, events: readonly string[], scope: 'team' | 'private' = 'team') {
  const { past: meetings } = await planFor(at, events);
  const work = { past: meetings, scope, name: 'work.ics' };
  const logged = await logMeetings(at.store, work, at.context);
  if (!logged.ok) throw new Error(logged.error.code);
  return logged.value;
}

async function moments(at: Replica) {
  const all = [];
  for await (const docs of at.store.scan('moments', { status: 'live' })) all.push(...docs);
  return all.toSorted((a, b) => a.at - b.at);
}

const keep = (at: Replica, meetings: readonly Meeting[]) =>
  at.store.write((tx) => ok(putMirror(tx, 'work', meetings, at.context)));

const kept = async (at: Replica) => {
  const found = await at.store.write((tx) => ok([...mirrorOf(tx, 'work').values()]));
  if (!found.ok) throw new Error(found.error.code);
  return found.value.flatMap((doc) => mirroredIn(doc) ?? []);
};

test('everything is counted before anything, what is left out under its reason', async () => {
  const { preview } = await planFor(alice, [
    eventText({ uid: '1', ...past, guests: ['Ana+work@X.example'] }),
    eventText({ uid: '2' }),
    eventText({ uid: '3', more: ['STATUS:CANCELLED'] }),
    eventText({ uid: '4', more: ['ATTENDEE;PARTSTAT=DECLINED:mailto:me@own.example'] }),
    eventText({ uid: '5', start: ';VALUE=DATE:20260310', end: ';VALUE=DATE:20260311' }),
    eventText({ uid: '6', guests: Array.from({ length: 21 }, (_, at) => `g${at}@x.example`) }),
    eventText({ uid: '7', guests: [] }),
    eventText({ uid: '8', guests: ['stan@z.example'] }),
    eventText({ uid: '9', from: 'ana@x.example', guests: ['me@own.example'] }),
  ]);
  expect(preview).toMatchObject({
    events: 9,
    past: 1,
    coming: 2,
    skips: {
      cancelled: 1,
      declined: 1,
      'all-day': 1,
      many: 1,
      alone: 1,
      here: 0,
      unknown: 1,
    },
    people: [{ id: ana, count: 3 }],
    own,
  });
});

test('whose calendar it is shows where one address is in nearly all of it', async () => {
  const guests = ['ana', 'ben', 'cleo', 'dora'].map((name) => `${name}@x.example`);
  const events = guests.map((one) => eventText({ uid: one, guests: [one] }));
  const plan = await planCalendar(readText(calendarText(events)), alice.store, {
    own: [],
    now: calendarNow,
    hash: alice.context.hash,
  });
  expect(plan.preview.own).toEqual(own);
});

test('meetings that have been become moments, one undo takes them back, and they come again', async () => {
  const events = [eventText({ uid: '1', ...past }), eventText({ uid: '2' })];
  const done = await logAll(alice, events, 'private');
  expect(done).toMatchObject({ made: 1 });
  expect(await moments(alice)).toMatchObject([
    {
      kind: 'meeting',
      scope: 'private',
      name: 'Offer',
      at: Date.UTC(2026, 2, 2, 14),
      fields: { people: [ana], keep: 'here' },
      origin: { source: { type: 'import', file: 'work.ics' } },
    },
  ]);
  expect((await planFor(alice, events)).preview).toMatchObject({ past: 0, skips: { here: 1 } });
  await alice.done({ type: 'undo', action: done.action });
  expect(await moments(alice)).toEqual([]);
  expect(await logAll(alice, events, 'private')).toMatchObject({ made: 1 });
});

test('what was logged, undone and is logged again comes back with what came of it now', async () => {
  const { meetings } = await planFor(alice, [eventText(past)]);
  await keep(alice, meetings);
  const id = (await kept(alice))[0]?.team ?? '';
  const log = (outcome: string) =>
    alice.done(
      logWhole({
        id: id as never,
        moment: { kind: 'meeting', when: 1, people: [ana], text: '', more: { outcome } },
        newPeople: [],
        promises: [],
      }),
    );
  const first = await log('They think');
  await alice.done({ type: 'undo', action: first.action });
  await log('They buy');
  expect(await moments(alice)).toMatchObject([{ fields: { outcome: 'They buy' } }]);
  await alice.done({ type: 'undo' });
  expect(await moments(alice)).toEqual([]);
});

test('two teammates who were in one meeting have one moment', async () => {
  const bob = openReplica('bob', undefined, calendarNow + 60_000);
  await send(alice, bob, [ana]);
  const events = [eventText({ ...past, guests: ['ana@x.example', 'bob@own.example'] })];
  await logAll(alice, events);
  await logAll(bob, events);
  const id = (await moments(alice))[0]?.id ?? '';
  for (let turn = 0; turn < 2; turn += 1)
    for (const [from, to] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      const item = toItem('moments', await from.doc('moments', id));
      if (item === undefined) throw new Error('private');
      const delivery = { device: from.name, items: [item], unreadable: [] };
      expect((await storeDelivery(to.store, delivery, to.context)).ok).toBe(true);
    }
  const [here, there] = [await alice.doc('moments', id), await bob.doc('moments', id)];
  expect(recordHash(here)).toBe(recordHash(there));
  expect(here).toMatchObject({ name: 'Offer', fields: { people: [ana] }, conflicts: [] });
  expect([await moments(alice), await moments(bob)].map(({ length }) => length)).toEqual([1, 1]);
});

test('a calendar that was read again moves what is not logged, and asks about what is', async () => {
  const before = await planFor(alice, [eventText({ uid: 'a' }), eventText({ uid: 'b', ...past })]);
  await keep(alice, before.meetings);
  await logAll(alice, [eventText({ uid: 'b', ...past })]);
  const [logged] = await moments(alice);
  const after = await planFor(alice, [
    eventText({ uid: 'a', start: ':20260312T090000Z', end: ':20260312T100000Z' }),
    eventText({ uid: 'b', start: ':20260304T090000Z', end: ':20260304T100000Z' }),
  ]);
  await keep(alice, after.meetings);
  await keep(alice, after.meetings);
  expect((await kept(alice)).toSorted((a, b) => a.at - b.at)).toMatchObject([
    { uid: 'b', at: Date.UTC(2026, 2, 4, 9), logged: logged?.id },
    { uid: 'a', at: Date.UTC(2026, 2, 12, 9) },
  ]);
  await keep(alice, []);
  expect(await kept(alice)).toEqual([]);
});

test('who is erased goes from the calendars, too, and does not come back by one', async () => {
  const { meetings } = await planFor(alice, [
    eventText({ uid: 'a' }),
    eventText({ uid: 'b', guests: ['ben@x.example'] }),
  ]);
  await keep(alice, meetings);
  await alice.done({ type: 'erase', refs: [{ collection: 'people', id: ana }] });
  expect((await kept(alice)).map(({ uid }) => uid)).toEqual(['b']);
  await keep(alice, meetings);
  expect((await kept(alice)).map(({ uid }) => uid)).toEqual(['b']);
});

test('a calendar never leaves', async () => {
  const { meetings } = await planFor(alice, [eventText()]);
  await keep(alice, meetings);
  const found = await alice.store.write((tx) => ok([...mirrorOf(tx, 'work').values()]));
  for (const doc of found.ok ? found.value : []) {
    expect(doc.scope).toBe('private');
    expect(toItem('local' as never, doc)).toBeUndefined();
  }
});
