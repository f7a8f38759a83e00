// How promises stand: in time, late, overdue, broken. Pure functions of records, a time and a
// time zone: two laptops with the same records say the same.

import { stateOf } from '../domain/promise.ts';
import { type Due, dueFromCode, dueOf, lastDayOf } from '../domain/promise-due.ts';
import type { RecordDoc, SetItem } from '../domain/record.ts';
import { byText } from '../fields/field.ts';
import { isTime } from '../values/time.ts';
import { addTo, dayOfTime } from './calendar.ts';

/** So many days after its date an open promise counts as broken. */
export const graceDays = 7;

export type Clock = { now: number; zone: string };

type Promised = Pick<RecordDoc, 'fields' | 'sets' | 'stamps' | 'createdAt'>;

export type DueMove = {
  id: string;
  at: number | undefined;
  to: Due | undefined;
  from: Due | undefined;
  why: string;
  isAgreed: boolean;
  by: string;
};

export type Settlement = { state: string; at: number; how: string; by: string };

export type Standing = {
  state: string;
  /** The date that counts: the first one, unless another was agreed with them or it stands earlier now. */
  counted: Due | undefined;
  settlement: Settlement | undefined;
  /** Whole days after the date that counts: when it was settled, or by now. 0: in time. */
  daysLate: number;
  /** Kept after its date. */
  isLate: boolean;
  /** Open, and its date is over. */
  isOverdue: boolean;
  /** Open, and its date is over for longer than the days of grace. */
  isBroken: boolean;
};

export function standingOf(doc: Promised, { now, zone }: Clock): Standing {
  const state = stateOf(doc);
  const counted = countedDue(doc);
  const settlement = state === 'open' ? undefined : settlementOf(doc);
  const end = settlement?.at ?? now;
  const daysLate = counted === undefined ? 0 : daysAfter(counted, end, zone);
  const isAfter = counted !== undefined && (daysLate > 0 || isPastClock(counted, end, zone));
  const isOpen = state === 'open';
  return {
    state,
    counted,
    settlement,
    daysLate,
    isLate: state === 'kept' && isAfter,
    isOverdue: isOpen && isAfter,
    isBroken: isOpen && daysLate > graceDays,
  };
}

/** In the order in which they were made. */
export const movesOf = ({ sets }: Pick<RecordDoc, 'sets'>): DueMove[] =>
  inOrder(sets['dueMoves']).map((item) => ({
    id: item.id,
    at: timeOf(item),
    to: dueFromCode(item.value),
    from: item.more?.['from'] === undefined ? undefined : dueFromCode(item.more['from']),
    why: item.more?.['why'] ?? '',
    isAgreed: item.more?.['agreed'] === 'yes',
    by: item.more?.['by'] ?? '',
  }));

function countedDue(doc: Promised): Due | undefined {
  const moves = movesOf(doc);
  const [first] = moves;
  if (first === undefined) return dueOf(doc);
  let counted = first.from;
  for (const { to, isAgreed } of moves) if (isAgreed || counted === undefined) counted = to;
  // Whoever says of themselves that it is due sooner is held to that while they say so.
  const now = dueOf(doc);
  if (counted === undefined || now === undefined) return counted ?? now;
  return lastDayOf(now) < lastDayOf(counted) ? now : counted;
}

/** Of several marks of the state it came to the first counts: it was done by then. */
export function settlementOf(doc: Promised): Settlement {
  const state = stateOf(doc);
  const marks = inOrder(doc.sets['settled']).filter(({ value }) => value === state);
  const [first] = marks;
  return {
    state,
    at: (first && timeOf(first)) ?? doc.stamps['state']?.at ?? doc.createdAt,
    how: marks.map(({ more }) => more?.['how'] ?? '').find((how) => how !== '') ?? '',
    by: first?.more?.['by'] ?? doc.stamps['state']?.by ?? '',
  };
}

const inOrder = (items: readonly SetItem[] = []): SetItem[] =>
  items.toSorted((a, b) => byText(a.label ?? '', b.label ?? '') || byText(a.id, b.id));

function timeOf({ label = '' }: SetItem): number | undefined {
  const at = Date.parse(label);
  return isTime(at) ? at : undefined;
}

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

function daysAfter(due: Due, at: number, zone: string): number {
  const days = dayNumber(dayOfTime(at, zone)) - dayNumber(lastDayOf(due));
  return Number.isNaN(days) ? 0 : Math.max(days, 0);
}

/** On its day, after its time of the day. */
function isPastClock(due: Due, at: number, zone: string): boolean {
  if (due.time === undefined || dayOfTime(at, zone) !== lastDayOf(due)) return false;
  const clock = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-u-nu-latn', clock).format(at) > due.time;
}

export const countedDays = 90;

/** Of promises that were settled, or broke, within so many days. */
export type PromiseCounts<T> = { of: T[]; kept: T[]; late: T[]; broken: T[]; dropped: T[] };

/** Released ones count for nothing: they are owed no more. */
export function countPromises<T extends Promised>(
  docs: readonly T[],
  clock: Clock,
  days = countedDays,
): PromiseCounts<T> {
  const since = addTo(dayOfTime(clock.now, clock.zone), -days, 'day');
  const counts: PromiseCounts<T> = { of: [], kept: [], late: [], broken: [], dropped: [] };
  for (const doc of docs) {
    const { state, settlement, isLate, isBroken, counted } = standingOf(doc, clock);
    const at = settlement === undefined ? counted && lastDayOf(counted) : settlement.at;
    const on = typeof at === 'number' ? dayOfTime(at, clock.zone) : at;
    if (on === undefined || on < since) continue;
    if (isBroken) counts.broken.push(doc);
    else if (state === 'kept') counts.kept.push(doc);
    else if (state === 'dropped') counts.dropped.push(doc);
    else continue;
    counts.of.push(doc);
    if (isLate) counts.late.push(doc);
  }
  return counts;
}
