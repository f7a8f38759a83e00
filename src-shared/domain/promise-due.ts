// Until when a promise is to be kept, as people say it: by a day (and time), within a week,
// within a month. A week or month is kept until its last day is over.

import { shiftDay } from '../values/shift-day.ts';
import type { RecordContent } from './kind.ts';

export const duePrecisions = ['day', 'week', 'month'] as const;
export type DuePrecision = (typeof duePrecisions)[number];

export type Due = {
  /** YYYY-MM-DD (of a week: any day of it), YYYY-MM or YYYY. */
  day: string;
  precision: DuePrecision;
  /** HH:MM, of a day only. */
  time?: string | undefined;
};

type Said = { day: string; time?: string | undefined; precision: DuePrecision };

/** Of a day that somebody says in words. */
export function dueOfWhen({ day: of, time, precision }: Said): Due {
  if (precision === 'month') return { day: of.slice(0, 7), precision };
  return { day: of, precision, ...(precision === 'day' && time !== undefined ? { time } : {}) };
}

const day = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const isClock = (time: unknown): time is string =>
  typeof time === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);

/** Undefined where nothing is said, or nothing that is a day. */
export function dueOf({ fields }: Pick<RecordContent, 'fields'>): Due | undefined {
  const { due, precision, dueTime } = fields;
  return typeof due === 'string' ? dueFrom(due, precision, dueTime) : undefined;
}

function dueFrom(of: string, precision: unknown, time: unknown): Due | undefined {
  if (!day.test(of)) return undefined;
  if (of.length < 10) return { day: of, precision: 'month' };
  if (precision === 'week' || precision === 'month') return { day: of, precision };
  return { day: of, precision: 'day', ...(isClock(time) ? { time } : {}) };
}

/** In one word, as a move of the date keeps it. */
export const dueCode = ({ day: of, precision, time }: Due): string =>
  [of, ...(precision === 'week' ? ['week'] : []), ...(time === undefined ? [] : [time])].join(' ');

export function dueFromCode(code: string): Due | undefined {
  const [of = '', more] = code.split(' ');
  return dueFrom(of, more === 'week' ? more : undefined, more);
}

/** The last day on which it is kept in time (YYYY-MM-DD). */
export function lastDayOf({ day: of, precision }: Due): string {
  if (of.length === 4) return `${of}-12-31`;
  if (precision === 'month') return endOfMonth(of.slice(0, 7));
  if (precision === 'day') return of;
  // Weeks end on Sunday; 1970-01-01 was a Thursday.
  const number = Date.parse(`${of}T00:00:00Z`) / 86_400_000;
  return shiftDay(of, (((3 - number) % 7) + 7) % 7, 'day') ?? of;
}

function endOfMonth(month: string): string {
  const next = shiftDay(`${month}-01`, 1, 'month');
  return (next && shiftDay(next, -1, 'day')) ?? `${month}-31`;
}

/** How a due date stands in the fields of a promise. */
export const dueFields = (due: Due | undefined) => ({
  due: due?.day ?? null,
  precision: due?.precision ?? null,
  dueTime: due?.time ?? null,
});
