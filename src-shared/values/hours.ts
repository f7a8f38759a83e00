// The hours in which somebody likes to be reached, as text that means the same in every
// language: `12345 09:00-17:00; 6 09:00-12:00`, Monday being 1.

export type Hours = { days: readonly number[]; from: number; to: number };

const canonical = /^([1-7]+) (\d\d):(\d\d)-(\d\d):(\d\d)$/;

/** Undefined for what is no such text, as when somebody wrote it in words of their own. */
export function readHours(stored: string): Hours[] | undefined {
  const parts = stored.split('; ').map((part) => {
    const [, days, fromHour, fromMinute, toHour, toMinute] = canonical.exec(part) ?? [];
    if (days === undefined) return undefined;
    const from = Number(fromHour) * 60 + Number(fromMinute);
    const to = Number(toHour) * 60 + Number(toMinute);
    return { days: [...new Set(Array.from(days, Number))].sort(byNumber), from, to };
  });
  return parts.some((part) => part === undefined || part.to <= part.from || part.to > day)
    ? undefined
    : (parts as Hours[]);
}

const day = 24 * 60;
const byNumber = (a: number, b: number): number => a - b;

export const writeHours = (hours: readonly Hours[]): string =>
  hours.map(({ days, from, to }) => `${days.join('')} ${clock(from)}-${clock(to)}`).join('; ');

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const time = String.raw`(\d{1,2})(?:[:.](\d\d))?\s*(am|pm)?(?:\s*uhr)?`;
const span = new RegExp(`${time}\\s*(?:-|to|bis|until|till)\\s*${time}`, 'gu');

/** “Mon–Fri 9–17”, “9am to 5pm”, “Mo, Mi 10-12; Fr 14-16”. Undefined where it is not understood. */
export function typedHours(typed: string, language: string): string | undefined {
  const text = plainDigits(typed.trim().toLowerCase()).replaceAll(/[–—]/g, '-');
  if (readHours(text) !== undefined) return text;
  const hours: Hours[] = [];
  let end = 0;
  for (const found of text.matchAll(span)) {
    const before = text.slice(end, found.index);
    const days =
      daysIn(before, language) ?? (wordsIn(before).length > 0 ? undefined : lastDays(hours));
    const [, fromHour, fromMinute, fromHalf, toHour, toMinute, toHalf] = found;
    const to = minutesOf(toHour, toMinute, toHalf);
    const from = minutesOf(fromHour, fromMinute, fromHalf);
    if (days === undefined || from === undefined || to === undefined || to <= from)
      return undefined;
    hours.push({ days, from, to });
    end = found.index + found[0].length;
  }
  const rest = wordsIn(text.slice(end).replace(/^\s*uhr\b/, ''));
  return hours.length === 0 || rest.length > 0 ? undefined : writeHours(hours);
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const lastDays = (hours: readonly Hours[]): readonly number[] => hours.at(-1)?.days ?? everyDay;

/** Arabic digits stand for the same numbers. */
const plainDigits = (text: string): string =>
  text.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));

function minutesOf(hour = '', minute = '0', half?: string): number | undefined {
  const hours = Number(hour);
  if (hours > 24 || Number(minute) > 59 || (half !== undefined && hours > 12)) return undefined;
  const shifted = half === undefined ? hours : (hours % 12) + (half === 'pm' ? 12 : 0);
  const minutes = shifted * 60 + Number(minute);
  return minutes > day ? undefined : minutes;
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{M}]+|-|[1-7]+/gu) ?? [];

/** Undefined where there is none, or one that is no day. */
function daysIn(text: string, language: string): number[] | undefined {
  const words = wordsIn(text).filter((word) => !fillers.has(word));
  if (words.every((word) => word === '-')) return undefined;
  const found: number[] = [];
  let isSpan = false;
  for (const word of words) {
    if (word === '-') {
      isSpan = true;
      continue;
    }
    const one = dayNamed(word, language);
    if (one === undefined) return undefined;
    const last = found.at(-1);
    if (isSpan && last !== undefined)
      for (let next = (last % 7) + 1; next !== one; next = (next % 7) + 1) found.push(next);
    found.push(one);
    isSpan = false;
  }
  return [...new Set(found)].sort(byNumber);
}

const fillers: ReadonlySet<string> = new Set(['and', 'und', 'from', 'von', 'to', 'bis', 'و', 'من']);

function dayNamed(word: string, language: string): number | undefined {
  if (/^[1-7]$/.test(word)) return Number(word);
  const names = [...weekdays(language), ...weekdays('en')];
  const exact = names.find(({ forms }) => forms.includes(word));
  if (exact !== undefined) return exact.day;
  const begun = new Set(
    word.length < 2
      ? []
      : names
          .filter(({ forms }) => forms.some((form) => form.startsWith(word)))
          .map((one) => one.day),
  );
  return begun.size === 1 ? [...begun][0] : undefined;
}

function weekdays(language: string): { day: number; forms: string[] }[] {
  return everyDay.map((one) => ({
    day: one,
    forms: (['long', 'short'] as const).map((weekday) =>
      weekdayName(one, language, weekday).toLowerCase().replace(/\.$/, ''),
    ),
  }));
}

/** 1 is Monday. The first of January 2024 was one. */
const weekdayName = (one: number, language: string, weekday: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(Date.UTC(2024, 0, one));

/** As this reader has days and times. */
export function shownHours(stored: string, language: string): string {
  const hours = readHours(stored);
  if (hours === undefined) return stored;
  const clocks = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' });
  const shown = hours.map(({ days, from, to }) => {
    const span = clocks.formatRange(from * 60_000, to * 60_000);
    return days.length === 7 ? span : `${dayWords(days, language)} ${span}`;
  });
  return new Intl.ListFormat(language, { type: 'unit', style: 'long' }).format(shown);
}

/** Three or more in a row as from and to. */
function dayWords(days: readonly number[], language: string): string {
  const name = (one: number): string => weekdayName(one, language, 'short');
  const [first = 1] = days;
  const last = days.at(-1) ?? first;
  const isRow = days.length > 2 && last - first === days.length - 1;
  return isRow ? `${name(first)}–${name(last)}` : days.map(name).join(', ');
}

/** Undefined where the hours are in words of somebody's own. `zone`: IANA name. */
export function isWithinHours(stored: string, zone: string, now: number): boolean | undefined {
  const hours = readHours(stored);
  if (hours === undefined) return undefined;
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  const today =
    ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.get('weekday') ?? '') + 1;
  const minutes = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
  return hours.some(
    ({ days, from, to }) => days.includes(today) && minutes >= from && minutes < to,
  );
}
