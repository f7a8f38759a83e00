// Which groups of a view a record stands in: several where it has several values, one
// without a name where it has none.

import { foldItem, foldText } from '../domain/fold.ts';
import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { dayOfTime, spanAround, type WeekDay } from './calendar.ts';
import type { Facts } from './facts.ts';
import { linkedBy } from './links.ts';
import type { MatchContext } from './matches.ts';
import { orderBy } from './order.ts';
import { amountOf } from './predicates.ts';
import type { PreparedGroup } from './prepare.ts';
import { valuesAt } from './values.ts';

/** The group's name: the value, folded where several are the same, a letter, or a period as 2026-03-14, 2026-03, 2026-Q1, 2026. */
export function groupKey(
  value: string | number,
  by: string,
  zone: string,
  weekStart: number,
): string {
  if (by === 'value') return String(value);
  if (by === 'text') return foldText(String(value));
  if (by === 'item') return foldItem(String(value));
  if (by === 'letter') return /./su.exec(foldText(String(value)))?.[0] ?? '';
  const day = typeof value === 'number' ? dayOfTime(value, zone) : value;
  return periodOf(day, by, weekStart as WeekDay);
}

/** What is not known to the day stays as it is where the period is shorter than that. */
function periodOf(day: string, by: string, weekStart: WeekDay): string {
  const isYearless = day.startsWith('-');
  switch (by) {
    case 'week':
      return day.length === 10 ? spanAround(day, 'week', weekStart).from : day;
    case 'month':
      return isYearless ? day.slice(0, 4) : day.slice(0, 7);
    case 'quarter':
      return isYearless || day.length < 7
        ? day
        : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    case 'year':
      return isYearless ? day : day.slice(0, 4);
    default:
      return day;
  }
}

/** Null for the group of those that have nothing there. */
export function groupsOf(
  { place, hop, by }: PreparedGroup,
  record: RecordDoc,
  facts: Facts,
  context: MatchContext,
): (string | null)[] {
  const today = dayOfTime(context.now, context.zone);
  const records = hop === undefined ? [record] : linkedBy(hop, record, context.links, today);
  const values = records.flatMap((one) => valuesAt(place, one, facts));
  const isAmount = orderBy(place) === 'number';
  const keys = values.map((value) =>
    groupKey(isAmount ? amountOf(value) : plain(value), by, context.zone, context.weekStart),
  );
  return keys.length === 0 ? [null] : [...new Set(keys)];
}

const plain = (value: JsonValue): string | number =>
  typeof value === 'string' || typeof value === 'number'
    ? value
    : typeof value === 'boolean'
      ? Number(value)
      : amountOf(value);
