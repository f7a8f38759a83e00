// Days as a date field writes them, in the time zone of this laptop.

import { isTime } from '../../src-shared/values/time.ts';

/** `at` in ms since 1970; YYYY-MM-DD, empty where that is no time. */
export function dayOf(at: number): string {
  if (!isTime(at)) return '';
  const offset = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offset).toISOString().slice(0, 10);
}

/** The last moment of a day here; undefined where it is none. */
export function endOfDay(day: string): number | undefined {
  const at = new Date(`${day}T23:59:59.999`).getTime();
  return Number.isFinite(at) ? at : undefined;
}
