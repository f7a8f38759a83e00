// What a laptop says unasked: when, to whom first, in one after an absence, and when it is quiet.

import { expect, test } from 'vitest';

import type { TeamNow } from '../../../src-shared/notices/claim.ts';
import { type Asking, decide } from '../../../src-shared/notices/decide.ts';
import { type Note, notesOf } from '../../../src-shared/notices/note.ts';
import type { Row } from '../../../src-shared/today/rows.ts';
import { holidaysOf, weekendOf } from '../../../src-main/host/holidays.ts';

const zone = 'Europe/Berlin';
const minute = 60_000;
const hour = 60 * minute;
/** A Thursday, 11:00 there. */
const now = Date.UTC(2026, 2, 12, 10);

const members = new Map([
  ['l1', 'Ana'],
  ['l2', 'Ben'],
  ['l3', 'Cem'],
]);
const teamOf = (self: string, linked: readonly string[] = []): TeamNow => ({
  self,
  members,
  linked: new Set(linked),
});
const never = { from: '', until: '', weekends: false, holidays: false };
const restWith = (quiet: Partial<typeof never>, holidays: readonly string[] = []) => ({
  quiet: { ...never, ...quiet },
  weekend: [6, 7],
  holidays: new Set(holidays),
});
const asking = (more: Partial<Asking> = {}): Asking => ({
  now,
  zone,
  ways: {},
  rest: restWith({}),
  team: teamOf('l1'),
  isTold: () => false,
  lookedAt: now - hour,
  ...more,
});
const note = (key: string, at: number, more: Partial<Note> = {}): Note => ({
  key,
  at,
  type: 'reminder',
  ...more,
});
const keys = (notes: readonly Note[]): string[] => notes.map(({ key }) => key);

test('what is due is said once, what is to come waits', () => {
  const notes = [note('past', now - hour), note('coming', now + hour)];
  const first = decide(notes, asking());
  expect([keys(first.toasts), first.told, first.next]).toEqual([['past'], ['past'], now + hour]);
  const again = decide(notes, asking({ isTold: (key) => key === 'past' }));
  expect([again.toasts, again.told]).toEqual([[], []]);
});

test('what is older than twelve hours is not shown, and not said later either', () => {
  const found = decide([note('old', now - 13 * hour)], asking());
  expect([found.toasts, found.digest, found.told]).toEqual([[], undefined, ['old']]);
});

test('after an absence, and when there is much, all is said in one', () => {
  const notes = [
    ...['a', 'b', 'c', 'd'].map((key) => note(key, now - 60 * hour, { type: 'mention' })),
    note('e', now - hour, { type: 'promise' }),
    note('f', now - hour, { type: 'promise' }),
  ];
  const away = decide(notes, asking({ lookedAt: now - 6 * 24 * hour }));
  expect([away.toasts, away.digest]).toEqual([[], { days: 6, counts: { mention: 4, promise: 2 } }]);
  expect(away.told).toHaveLength(6);
  const many = ['a', 'b', 'c', 'd'].map((key) => note(key, now - minute));
  expect(decide(many, asking()).digest).toEqual({ counts: { reminder: 4 } });
});

test('what came while it was quiet for long is said in one', () => {
  const lookedAt = now - 15 * hour;
  const notes = [note('evening', now - 14 * hour), note('before', now - 16 * hour)];
  const found = decide(notes, asking({ lookedAt }));
  expect([found.toasts, found.digest]).toEqual([[], { counts: { reminder: 1 } }]);
});

test('each type is shown, only listed, or off', () => {
  const notes = [note('r', now), note('d', now, { type: 'date' })];
  const ways = { reminder: 'off', date: 'list' } as const;
  expect(decide(notes, asking({ ways }))).toMatchObject({ toasts: [], told: ['d'] });
  const lookedAt = now - 48 * hour;
  expect(decide(notes, asking({ ways, lookedAt })).digest).toEqual({
    days: 2,
    counts: { date: 1 },
  });
});

test('nothing is said at night, at the weekend and on holidays, and all of it afterwards', () => {
  const notes = [note('a', now - minute)];
  const night = restWith({ from: '20:00', until: '08:00' });
  const at23 = Date.UTC(2026, 2, 12, 22);
  const quiet = decide([note('a', at23)], asking({ now: at23, rest: night }));
  // 08:00 in Berlin.
  const morning = Date.UTC(2026, 2, 13, 7);
  expect(quiet).toEqual({ toasts: [], told: [], isQuiet: true, next: morning });
  const then = asking({ now: morning, rest: night });
  expect(keys(decide([note('a', at23)], then).toasts)).toEqual(['a']);
  const friday = Date.UTC(2026, 2, 13, 22);
  const over = restWith({ from: '20:00', until: '08:00', weekends: true });
  expect(decide([note('a', friday)], asking({ now: friday, rest: over })).next).toBe(
    Date.UTC(2026, 2, 16, 7),
  );
  const holiday = restWith({ holidays: true }, ['2026-03-12']);
  expect(decide(notes, asking({ rest: holiday })).next).toBe(Date.UTC(2026, 2, 12, 23));
});

test('of what is nobody’s the nearest is told first, the others later, one after the other', () => {
  const notes = [note('a', now, { nearest: 'l2' })];
  const toldAt = (self: string, linked: string[]): number => {
    const found = decide(notes, asking({ team: teamOf(self, linked) }));
    return found.toasts.length > 0 ? now : (found.next ?? Infinity);
  };
  expect(toldAt('l2', ['l1', 'l3'])).toBe(now);
  expect(toldAt('l1', ['l2', 'l3'])).toBe(now + 30 * minute);
  expect(toldAt('l3', ['l1', 'l2'])).toBe(now + 60 * minute);
  // Where they see nobody each of the others is the next one.
  expect(toldAt('l3', [])).toBe(now + 30 * minute);
  const gone = [note('a', now, { nearest: 'somebody who left' })];
  expect(decide(gone, asking()).toasts).toHaveLength(1);
  expect(decide(gone, asking({ team: teamOf('l2') })).toasts).toEqual([]);
});

test('a promise and a birthday begin to matter in the morning of their day, a reminder at its time', () => {
  const about = { collection: 'people', id: 'p' } as const;
  const left = { code: 'stays' } as const;
  const rows: Row[] = [
    {
      key: 'date:p:birthday:2026-03-14',
      level: 'date',
      about,
      left,
      reason: { code: 'birthday', day: '2026-03-14', inDays: 2 },
      nearest: 'l1',
    },
    {
      key: 'reminder:r:2026-03-11',
      level: 'reminder',
      about,
      left,
      reason: { code: 'reminder', text: 'x', day: '2026-03-11', clock: '10:30', at: 1 },
      backOn: '2026-03-12',
    },
    {
      key: 'newcomer:p',
      level: 'newcomer',
      about,
      left,
      reason: { code: 'newcomer', since: '', days: 0 },
    },
  ];
  expect(notesOf(rows, [], zone).map(({ key, type, at }) => [key, type, at])).toEqual([
    ['date:p:birthday:2026-03-14', 'date', Date.UTC(2026, 2, 14, 8)],
    ['reminder:r:2026-03-11@2026-03-12', 'reminder', Date.UTC(2026, 2, 12, 9, 30)],
  ]);
});

test('holidays and weekends are known by country, without asking anybody', async () => {
  expect((await holidaysOf('DE', 2026)).has('2026-12-25')).toBe(true);
  expect((await holidaysOf('DE', 2026)).has('2026-12-24')).toBe(false);
  expect((await holidaysOf('XX', 2026)).size).toBe(0);
  expect([weekendOf('DE'), weekendOf('EG')]).toEqual([
    [6, 7],
    [5, 6],
  ]);
});
