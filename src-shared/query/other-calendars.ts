// Days that come round by a calendar other than ours.

import { addTo } from './calendar.ts';

/** The same day of the same month; where that month is shorter, its last day. Days: YYYY-MM-DD. */
export function comesRound(stored: string, day: string, calendar: string): boolean {
  const [born, at] = [inCalendar(stored, calendar), inCalendar(day, calendar)];
  if (born === undefined || at === undefined || !isSameMonth(at.month, born.month)) return false;
  if (at.date === born.date) return true;
  if (at.date > born.date) return false;
  const next = inCalendar(addTo(day, 1, 'day'), calendar);
  return next !== undefined && !isSameMonth(next.month, born.month);
}

/** By another calendar than ours only what is a whole day comes round. */
export const isOtherCalendar = (calendar: unknown): calendar is string =>
  typeof calendar === 'string' && calendar !== 'gregory';

/** Whoever was born in a month that only some years have has the plain one in the others. */
function isSameMonth(at: string, born: string): boolean {
  if (born === 'Adar I') return at === 'Adar I' || at === 'Adar';
  if (born.startsWith('Adar')) return at === 'Adar II' || at === 'Adar';
  return at === born.replace(/bis$/, '');
}

type CalendarDay = { month: string; date: number };
type Known = { format: Intl.DateTimeFormat; days: Map<string, CalendarDay> };

const byCalendar = new Map<string, Known>();
const mostKept = 20_000;

function inCalendar(day: string, calendar: string): CalendarDay | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const known = byCalendar.get(calendar) ?? knownOf(calendar);
  if (known === undefined) return undefined;
  byCalendar.set(calendar, known);
  const before = known.days.get(day);
  if (before !== undefined) return before;
  const parts = known.format.formatToParts(Date.parse(`${day}T12:00:00Z`));
  const part = (name: string): string => parts.find(({ type }) => type === name)?.value ?? '';
  const found = { month: part('month'), date: Number(part('day')) };
  if (known.days.size >= mostKept) known.days.clear();
  known.days.set(day, found);
  return found;
}

function knownOf(calendar: string): Known | undefined {
  try {
    const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      timeZone: 'UTC',
      month: calendar === 'hebrew' ? 'long' : 'numeric',
      day: 'numeric',
    });
    return { format, days: new Map() };
  } catch {
    return undefined;
  }
}
