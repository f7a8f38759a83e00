// Days as people say them: today, 90 days ago, this quarter, the next 30 days. Kept as
// words and read when a view runs, so a view saved in spring still means "this week" in
// autumn.

import { z } from 'zod';

import { addTo, dayOfTime, type DaySpan, spanAround, type WeekDay } from './calendar.ts';

/** Whose today it is: ms since 1970, IANA zone, first day of the week. */
export type Now = { now: number; zone: string; weekStart: WeekDay };

const unit = z.enum(['day', 'week', 'month', 'quarter', 'year']);
const count = z.number().int().min(0).max(100_000);
const day = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);

const pointSchema = z.union([
  z.enum(['today', 'yesterday', 'tomorrow']),
  day,
  z.object({ ago: count, unit }).strict(),
  z.object({ ahead: count, unit }).strict(),
]);

const spanSchema = z.union([
  z.object({ this: unit }).strict(),
  z.object({ last: unit }).strict(),
  z.object({ next: unit }).strict(),
  /** Up to today, and from today on; today belongs to both. */
  z.object({ past: count, unit }).strict(),
  z.object({ coming: count, unit }).strict(),
  z.object({ from: day, to: day }).strict(),
]);

const lengthSchema = z.object({ count, unit }).strict();

const today = ({ now, zone }: Now): string => dayOfTime(now, zone);

/** Undefined for what is no such word. */
export function readPoint(raw: unknown, when: Now): string | undefined {
  const { success, data } = pointSchema.safeParse(raw);
  if (!success) return undefined;
  if (data === 'today') return today(when);
  if (data === 'yesterday') return addTo(today(when), -1, 'day');
  if (data === 'tomorrow') return addTo(today(when), 1, 'day');
  if (typeof data === 'string') return data;
  return 'ago' in data
    ? addTo(today(when), -data.ago, data.unit)
    : addTo(today(when), data.ahead, data.unit);
}

export function readSpan(raw: unknown, when: Now): DaySpan | undefined {
  const { success, data } = spanSchema.safeParse(raw);
  if (!success) return undefined;
  const now = today(when);
  if ('from' in data) return data;
  if ('past' in data) return { from: addTo(now, -data.past, data.unit), to: now };
  if ('coming' in data) return { from: now, to: addTo(now, data.coming, data.unit) };
  const [step, of] =
    'this' in data ? [0, data.this] : 'last' in data ? [-1, data.last] : [1, data.next];
  const { from } = spanAround(now, of, when.weekStart);
  return spanAround(addTo(from, step, of), of, when.weekStart);
}

/** The day that lies so long ago, or ahead. */
export function readDistance(raw: unknown, direction: -1 | 1, when: Now): string | undefined {
  const { success, data } = lengthSchema.safeParse(raw);
  return success ? addTo(today(when), direction * data.count, data.unit) : undefined;
}
