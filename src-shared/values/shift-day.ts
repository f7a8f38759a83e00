// A day or a point in time moved on or back by a length of time. The last of a longer month
// becomes the last of a shorter one.

export const shiftUnits = ['day', 'week', 'month', 'year'] as const;
export type ShiftUnit = (typeof shiftUnits)[number];

/**
 * Of a day as fields/day.ts stores it. Undefined where too little of it is known: a birthday
 * without its year has no next year, and a month no next day.
 */
export function shiftDay(stored: string, count: number, unit: ShiftUnit): string | undefined {
  const [, year, month, date] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(stored) ?? [];
  if (year === undefined) return undefined;
  if (unit === 'day' || unit === 'week') {
    if (month === undefined || date === undefined) return undefined;
    const days = count * (unit === 'week' ? 7 : 1);
    return dayOf(utc(Number(year), Number(month) - 1, Number(date) + days));
  }
  const months = count * (unit === 'year' ? 12 : 1);
  if (month === undefined)
    return months % 12 === 0 ? yearText(Number(year) + months / 12) : undefined;
  const first = utc(Number(year), Number(month) - 1 + months, 1);
  const moved = dayOf(first);
  if (date === undefined || moved === undefined) return moved?.slice(0, 7);
  const last = utc(first.getUTCFullYear(), first.getUTCMonth() + 1, 0).getUTCDate();
  return `${moved.slice(0, 8)}${two(Math.min(Number(date), last))}`;
}

/** Of ms since 1970, by the calendar of this machine: the hour stays. */
export function shiftTime(stored: number, count: number, unit: ShiftUnit): number {
  const at = new Date(stored);
  if (unit === 'day' || unit === 'week') {
    at.setDate(at.getDate() + count * (unit === 'week' ? 7 : 1));
    return at.getTime();
  }
  const date = at.getDate();
  at.setDate(1);
  at.setMonth(at.getMonth() + count * (unit === 'year' ? 12 : 1));
  const last = new Date(at.getFullYear(), at.getMonth() + 1, 0).getDate();
  at.setDate(Math.min(date, last));
  return at.getTime();
}

function utc(year: number, month: number, date: number): Date {
  const at = new Date(Date.UTC(2000, 0, 1));
  at.setUTCFullYear(year, month, date);
  return at;
}

const two = (part: number): string => String(part).padStart(2, '0');
const yearText = (year: number): string | undefined =>
  year < 1 || year > 9_999 ? undefined : String(year).padStart(4, '0');

function dayOf(at: Date): string | undefined {
  const year = yearText(at.getUTCFullYear());
  return year && `${year}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
}
