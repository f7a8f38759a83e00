// Two laptops with the same records say the same of today, byte for byte, in whatever order
// they heard of them; and what SQL finds is what the records say when all of them are read.

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { bookFacts } from '../../src-main/host/book/facts/facts.ts';
import { openViews } from '../../src-main/host/book/query/views.ts';
import { createSqliteRecordStore } from '../../src-main/host/book/sqlite/record-store.ts';
import { bookToday } from '../../src-main/host/book/today/today.ts';
import { type Meeting, meetingMoment } from '../../src-shared/calendar/meeting.ts';
import { putMirror } from '../../src-shared/calendar/mirror.ts';
import { kinds } from '../../src-shared/domain/kinds.ts';
import type { NewRecord, RecordDoc } from '../../src-shared/domain/record.ts';
import { ok } from '../../src-shared/domain/result.ts';
import { rhythmThatApplies } from '../../src-shared/keep-in-touch/applies.ts';
import { runCommand } from '../../src-shared/records/run-command.ts';
import { type Note, notesOf } from '../../src-shared/notices/note.ts';
import type { TodayRows } from '../../src-shared/today/today.ts';
import { promiseCsv } from '../../src-shared/transfer/export/promise-csv.ts';
import { testRuns, testSeed } from '../support/seeded.ts';
import { tempStore } from '../support/store/store-fixtures.ts';
import { rhythmsOf, todayFromRecords } from '../support/records/today-from-records.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 2, 12, 11);
const looking = {
  now,
  zone: 'Europe/Berlin',
  today: '2026-03-12',
  member: 'Ana',
  devices: new Set(['ana-laptop']),
};

const people = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
const person = fc.constantFrom(...people);
const whom = fc.uniqueArray(person, { minLength: 1, maxLength: 2 });
const dayText = (from: number, to: number) =>
  fc
    .integer({ min: from, max: to })
    .map((days) => new Date(now + days * day).toISOString().slice(0, 10));
const rhythm = fc.constantFrom('P1W', 'P6W', 'P1M', 'P1D');

const someone = fc.record(
  {
    birthday: fc.oneof(
      fc.constantFrom('1980-03-12', '--03-14', '1999-02-28', '2000'),
      dayText(-400, 10),
    ),
    rhythm,
    rhythmPausedUntil: dayText(-9, 9),
    rhythmWho: fc.constantFrom('Ana', 'Ben'),
    doNotContact: fc.boolean(),
  },
  { requiredKeys: [] },
);

const moment = fc.record({
  kind: fc.constantFrom('call', 'meeting', 'message', 'note'),
  people: whom,
  when: fc.integer({ min: -400, max: 3 }).map((days) => now + days * day),
  direction: fc.constantFrom('in', 'out', 'absent'),
});

const reminder = fc.record({
  at: dayText(-40, 5).map((one) => `${one}T09:00`),
  repeat: fc.constantFrom('', 'FREQ=WEEKLY', 'FREQ=MONTHLY;BYDAY=2TH', 'AFTER=9'),
  who: fc.constantFrom('', 'Ana', 'Ben'),
  about: person,
  done: fc.option(dayText(-40, 5)),
});

const promise = fc.record({
  due: dayText(-20, 4),
  people: whom,
  by: fc.constantFrom('ours', 'theirs'),
  state: fc.constantFrom('open', 'kept'),
  member: fc.constantFrom('', 'ana', 'Ben'),
});

const tie = fc.record({ from: person, until: fc.option(dayText(-9, 9)), rhythm });

/** In the calendar of both laptops; logged in the records or not. */
const met = fc.record({
  uid: fc.constantFrom('a', 'b', 'c'),
  hours: fc.integer({ min: -9 * 24, max: 3 * 24 }),
  guests: fc.uniqueArray(person, { maxLength: 3 }),
  isLogged: fc.boolean(),
  moved: fc.boolean(),
});

const world = fc.record({
  people: fc.array(someone, { minLength: people.length, maxLength: people.length }),
  inBucket: fc.uniqueArray(person),
  bucketRhythm: fc.option(rhythm),
  moments: fc.array(moment, { maxLength: 25 }),
  reminders: fc.array(reminder, { maxLength: 4 }),
  promises: fc.array(promise, { maxLength: 4 }),
  ties: fc.array(tie, { maxLength: 3 }),
  meetings: fc.array(met, { maxLength: 6 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const filled = (fields: { [field: string]: unknown }) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== '' && value !== null),
  ) as NewRecord['fields'];

function recordsOf(all: World): NewRecord[] {
  const of = (kind: string, at: number, rest: object): NewRecord =>
    ({ id: `${kind}-${at}`, kind, ...rest }) as NewRecord;
  return [
    of('bucket', 0, { fields: filled({ name: 'Customers', rhythm: all.bucketRhythm }) }),
    of('organisation', 0, { fields: { name: 'Works' } }),
    ...all.people.map((fields, at) => ({
      ...of('person', at, { fields: { given: `P${at}`, ...fields } }),
      id: people[at] as never,
      sets: {
        emails: [{ value: `${people[at]}@x.example` }],
        ...(all.inBucket.includes(people[at] ?? '') ? { buckets: [{ value: 'bucket-0' }] } : {}),
      },
    })),
    ...all.moments.map(({ kind, ...fields }, at) => of(kind, at, { fields })),
    ...all.reminders.map(({ about, done, ...fields }, at) =>
      of('reminder', at, {
        fields: filled({ ...fields, text: `R${at}`, zone: 'Europe/Berlin', state: 'open' }),
        sets: {
          people: [{ value: about }],
          ...(done === null ? {} : { times: [{ value: done, more: { state: 'done', on: done } }] }),
        },
      }),
    ),
    ...all.promises.map((fields, at) =>
      of('promise', at, { fields: filled({ ...fields, text: `Q${at}` }) }),
    ),
    ...all.ties.map((fields, at) =>
      of('tie', at, { fields: filled({ ...fields, type: 'role', to: 'organisation-0' }) }),
    ),
  ];
}

const meetingsOf = (all: World, isBefore: boolean): Meeting[] =>
  all.meetings.map(({ uid, hours, guests, moved }) => ({
    uid,
    recurrence: '',
    at: now + hours * 3_600_000 - (isBefore && moved ? day : 0),
    end: now + hours * 3_600_000 + 1_800_000,
    title: `About ${uid}`,
    place: '',
    guests: guests.map((id) => ({ name: '', address: `${id}@x.example` })),
  }));

/** Where the rhythm of each person comes from, as their page says and as all records say. */
type Rhythms = (string | undefined)[];

/** What follows from them elsewhere. */
type Also = { notes: Note[]; lateness: string };

async function toldBy(
  records: readonly NewRecord[],
  all: World,
): Promise<{ told: [TodayRows, TodayRows]; rhythms: [Rhythms, Rhythms]; also: Also }> {
  const database = tempStore();
  const store = await createSqliteRecordStore(database, undefined, () => now);
  let made = 0;
  const context = {
    now: () => now - 3 * day,
    newId: () => `id${(made += 1)}` as never,
    userName: 'Ana',
    device: 'd',
    yjsClientId: 7,
    hash: (text: string) => text,
  };
  for (const record of records) {
    const done = await runCommand(store, { type: 'create', records: [record] } as never, context);
    if (!done.ok) throw new Error(JSON.stringify([done.error, record]));
  }
  // As it was, then as the calendar has it after it was read again.
  for (const isBefore of [true, false]) {
    const meetings = meetingsOf(all, isBefore);
    await store.write((tx) => ok(putMirror(tx, 'calendar', meetings, context)));
    const logged = isBefore ? meetings.filter((_, at) => all.meetings[at]?.isLogged) : [];
    for (const meeting of logged) {
      const record = meetingMoment(meeting, [people[0] ?? ''], 'team', context.hash);
      await runCommand(store, { type: 'create', records: [record] } as never, context);
    }
  }
  await bookFacts(database, () => now).refresh();
  const views = openViews(database, {
    now,
    zone: looking.zone,
    weekStart: 1,
    kinds,
    smart: new Map(),
  });
  const { has: _has, ...told } = await bookToday(database).list(views, looking);
  const { rows: due } = await bookToday(database).due(looking);
  const pages = people.map((id) => {
    const rhythm = bookToday(database).inTouch(views, id, looking)?.rhythm;
    return rhythm === undefined ? undefined : (rhythm.group?.id ?? rhythm.from);
  });
  const docs: RecordDoc[] = [];
  for (const of of ['people', 'groups', 'ties', 'moments', 'work', 'setup', 'local'] as const)
    for await (const batch of store.scan(of)) docs.push(...batch);
  await database.close();
  const live = docs.filter(({ status }) => status === 'live');
  const spoken = people.map((id) => {
    const doc = live.find((one) => one.id === id);
    const rhythm =
      doc === undefined
        ? undefined
        : rhythmThatApplies(rhythmsOf(doc, live, looking.today), looking.today);
    if (rhythm === undefined) return undefined;
    const tie = rhythm.from === 'role' ? live.find((one) => one.id === rhythm.of) : undefined;
    const place = tie?.fields['to'];
    if (typeof place === 'string') return place;
    return rhythm.from === 'group' ? rhythm.of : rhythm.from;
  });
  const promises = docs
    .filter(({ kind }) => kind === 'promise')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const also = {
    notes: notesOf(due, [], looking.zone),
    lateness: promiseCsv(promises, String, looking),
  };
  return { told: [told, todayFromRecords(docs, looking)], rhythms: [pages, spoken], also };
}

it('says the same on two laptops, and what the records say', async () => {
  const property = fc.asyncProperty(world, fc.infiniteStream(fc.nat()), async (all, order) => {
    const records = recordsOf(all);
    const [base, rest] = [records.slice(0, 2 + people.length), records.slice(2 + people.length)];
    const shuffled = rest
      .map((record) => ({ record, at: order.next().value as number }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ record }) => record);
    const mine = await toldBy([...base, ...rest], all);
    const theirs = await toldBy([...base.toReversed(), ...shuffled], all);
    expect(JSON.stringify(theirs.told[0])).toBe(JSON.stringify(mine.told[0]));
    expect(mine.told[0]).toEqual(mine.told[1]);
    expect(mine.rhythms[0]).toEqual(mine.rhythms[1]);
    expect(JSON.stringify(theirs.also)).toBe(JSON.stringify(mine.also));
    // Notices are read by fewer questions, and say the same.
    const said = notesOf(mine.told[1].rows, [], looking.zone).map(({ key }) => key);
    expect(mine.also.notes.map(({ key }) => key)).toEqual(said);
  });
  await fc.assert(property, { numRuns: testRuns(10), seed: testSeed });
});
