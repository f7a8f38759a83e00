// Which time of a reminder is due, in whatever zone it hangs.

import { expect, it } from 'vitest';

import { firstOpen, timeDue, timesOf } from '../../../src-shared/reminders/times.ts';

const berlin = 'Europe/Berlin';

function reminder(
  at: string,
  repeat?: string,
  times: { [day: string]: [state: string, on?: string] } = {},
  zone = berlin,
) {
  const settled = Object.entries(times).map(([value, [state, on = value]]) => ({
    id: value,
    value,
    more: { state, on },
  }));
  const found = timesOf({
    fields: { at, zone, state: 'open', ...(repeat === undefined ? {} : { repeat }) },
    sets: { times: settled },
  });
  if (found === undefined) throw new Error('no times');
  return found;
}

const at = (text: string): number => Date.parse(text);
const due = (now: string, ...args: Parameters<typeof reminder>): string | undefined => {
  const found = timeDue(reminder(...args), at(now));
  return found && `${found.isDue ? 'due' : 'next'} ${found.day}`;
};

it('is due from its minute on, where it hangs', () => {
  expect(due('2026-03-10T07:59:59Z', '2026-03-10T09:00')).toBe('next 2026-03-10');
  expect(due('2026-03-10T08:00:00Z', '2026-03-10T09:00')).toBe('due 2026-03-10');
  expect(timeDue(reminder('2026-03-10T09:00', undefined, {}, 'Asia/Tokyo'), 0)?.at).toBe(
    at('2026-03-10T00:00:00Z'),
  );
});

it('stands at the same time on the wall before and after the clocks change', () => {
  const daily = reminder('2026-03-01T09:00', 'FREQ=DAILY');
  expect(timeDue(daily, at('2026-03-28T08:00:00Z'))).toMatchObject({
    day: '2026-03-28',
    isDue: true,
  });
  expect(timeDue(daily, at('2026-03-29T06:59:00Z'))?.day).toBe('2026-03-28');
  expect(timeDue(daily, at('2026-03-29T07:00:00Z'))?.day).toBe('2026-03-29');
});

it('comes when the clock has passed a time that is left out, and once where it comes twice', () => {
  expect(timeDue(reminder('2026-03-29T02:30'), 0)?.at).toBe(at('2026-03-29T01:00:00Z'));
  expect(timeDue(reminder('2026-10-25T02:30'), 0)?.at).toBe(at('2026-10-25T00:30:00Z'));
});

it('of several that were missed only the last is due', () => {
  expect(due('2026-03-12T12:00:00Z', '2026-01-05T09:00', 'FREQ=WEEKLY')).toBe('due 2026-03-09');
});

it('is done once, whoever did it, and comes again', () => {
  const done = { '2026-03-09': ['done'] } as { [day: string]: [string] };
  expect(due('2026-03-12T12:00:00Z', '2026-01-05T09:00', 'FREQ=WEEKLY', done)).toBe(
    'next 2026-03-16',
  );
  expect(
    due('2026-03-12T12:00:00Z', '2026-01-05T09:00', undefined, { '2026-01-05': ['done'] }),
  ).toBe(undefined);
});

it('waits until the day to which it was put off', () => {
  const off = { '2026-03-09': ['snoozed', '2026-03-13'] } as { [day: string]: [string, string] };
  expect(due('2026-03-12T12:00:00Z', '2026-01-05T09:00', 'FREQ=WEEKLY', off)).toBe(
    'next 2026-03-09',
  );
  expect(due('2026-03-13T12:00:00Z', '2026-01-05T09:00', 'FREQ=WEEKLY', off)).toBe(
    'due 2026-03-09',
  );
});

it('counts days from when it was done, where that is asked', () => {
  const done = { '2026-03-01': ['done', '2026-03-04'] } as { [day: string]: [string, string] };
  expect(due('2026-03-13T12:00:00Z', '2026-03-01T09:00', 'AFTER=10', done)).toBe('next 2026-03-14');
  expect(due('2026-03-14T12:00:00Z', '2026-03-01T09:00', 'AFTER=10', done)).toBe('due 2026-03-14');
});

it('says without a clock which one is open', () => {
  expect(firstOpen(reminder('2026-01-05T09:00', 'FREQ=WEEKLY'))).toBe('2026-01-05');
  const done = { '2026-03-09': ['done'] } as { [day: string]: [string] };
  expect(firstOpen(reminder('2026-01-05T09:00', 'FREQ=WEEKLY', done))).toBe('2026-03-16');
});

it('has no times where its record says none that can be read', () => {
  for (const fields of [
    {},
    { at: '2026-02-31T09:00', zone: berlin },
    { at: '2026-02-01T09:00', zone: 'Mars/Base' },
    { at: '2026-02-01T09:00', zone: berlin, repeat: 'FREQ=SECONDLY' },
    { at: '2026-02-01T09:00', zone: berlin, state: 'stopped' },
  ])
    expect(timesOf({ fields, sets: {} })).toBeUndefined();
});
