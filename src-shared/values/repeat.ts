// When something comes round, written as a part of what RFC 5545 calls RRULE; and one way that
// it does not know: so many days after it was done (AFTER=10).

export const repeatUnits = ['day', 'week', 'month', 'year'] as const;
export type RepeatUnit = (typeof repeatUnits)[number];

export type Repeat =
  | {
      unit: RepeatUnit;
      /** Every so many of them. */
      interval: number;
      /** Of a week: 1 = Monday to 7 = Sunday; left out: the day on which it began. */
      weekDays?: readonly number[];
      /** Of a month: the second Tuesday; -1 is the last. Left out: the date on which it began. */
      nth?: { nth: number; weekDay: number };
    }
  | { unit: 'after'; days: number };

const freqs = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;
const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const mostInterval = 999;

export function repeatText(repeat: Repeat): string {
  if (repeat.unit === 'after') return `AFTER=${repeat.days}`;
  const { unit, interval, weekDays, nth } = repeat;
  const codes = (weekDays ?? []).toSorted((a, b) => a - b).map((day) => dayCodes[day - 1] ?? '');
  return [
    `FREQ=${freqs[unit]}`,
    ...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
    ...(codes.length === 0 ? [] : [`BYDAY=${codes.join(',')}`]),
    ...(nth === undefined ? [] : [`BYDAY=${nth.nth}${dayCodes[nth.weekDay - 1] ?? ''}`]),
  ].join(';');
}

/** Undefined for what is no such rule, or says more than this version understands. */
export function repeatOf(text: unknown): Repeat | undefined {
  if (typeof text !== 'string') return undefined;
  const after = /^AFTER=(\d{1,3})$/.exec(text);
  if (after !== null)
    return isInterval(Number(after[1])) ? { unit: 'after', days: Number(after[1]) } : undefined;
  const parts = new Map(text.split(';').map((part) => part.split('=', 2) as [string, string]));
  const unit = repeatUnits.find((one) => freqs[one] === parts.get('FREQ'));
  const interval = Number(parts.get('INTERVAL') ?? '1');
  const byDay = parts.get('BYDAY');
  const isKnown = [...parts.keys()].every((name) => ['FREQ', 'INTERVAL', 'BYDAY'].includes(name));
  if (unit === undefined || !isKnown || !isInterval(interval)) return undefined;
  if (byDay === undefined) return { unit, interval };
  if (unit === 'week') {
    const weekDays = byDay.split(',').map((code) => dayCodes.indexOf(code) + 1);
    return weekDays.includes(0)
      ? undefined
      : { unit, interval, weekDays: [...new Set(weekDays)].sort((a, b) => a - b) };
  }
  const [, nth, code = ''] = /^(-1|[1-5])([A-Z]{2})$/.exec(byDay) ?? [];
  const weekDay = dayCodes.indexOf(code) + 1;
  if (unit !== 'month' || nth === undefined || weekDay === 0) return undefined;
  return { unit, interval, nth: { nth: Number(nth), weekDay } };
}

const isInterval = (count: number): boolean =>
  Number.isInteger(count) && count >= 1 && count <= mostInterval;
