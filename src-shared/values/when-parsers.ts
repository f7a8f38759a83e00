// Days that people write and chrono does not read, or reads the American way: numbers in the
// order of the country, names of months in every language that dates are shown in, "the 15th",
// "end of the week", "Friday next week", and the words for yesterday and tomorrow of a language.

import type { Parser } from 'chrono-node/en';

import { type DateOrder, parseDate } from './date.ts';
import { monthByName } from './month-names.ts';
import { daysFromToday, nearDayWords } from './near-days.ts';
import { shiftDay } from './shift-day.ts';

/** Whether what is spoken of was, or is to be. */
export type Toward = 'past' | 'future';

type Asked = { today: string; order: DateOrder; toward: Toward };

const before = String.raw`(?<![\p{L}\p{N}])`;
const after = String.raw`(?![\p{L}\p{N}])`;

const numbered =
  String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\. ?\d{1,2}\.(?: ?\d{4}|\d{2}(?!\d))?` +
  String.raw`|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})`;
const month = [...monthByName.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replace('_', ' '))
  .join('|');
const year = String.raw`(?:,? \d{4}(?!:))?`;
const named =
  String.raw`\d{1,2}(?:st|nd|rd|th|\.)? (?:of |de )?(?:${month})\.?${year}` +
  String.raw`|(?:${month})\.? \d{1,2}(?:st|nd|rd|th)?${year}`;

const parser = (pattern: string, extract: (groups: string[]) => string | undefined): Parser => ({
  pattern: () => new RegExp(`${before}(?:${pattern})${after}`, 'iu'),
  extract: (context, match) => {
    const day = extract(match.map((part) => part ?? ''));
    return day === undefined ? null : context.createParsingComponents(partsOf(day));
  },
});

const partsOf = (day: string) => {
  const [years = 0, months = 0, days = 0] = day.split('-').map(Number);
  return { year: years, month: months, day: days };
};

/** Dates that say their day, in any language. */
export const plainDays = (asked: Asked): Parser[] => [
  parser(`${numbered}|${named}`, ([text = '']) => {
    const read = parseDate(text, asked.order) ?? '';
    return read.startsWith('--') ? nearestYear(read, asked) : read.length === 10 ? read : undefined;
  }),
];

/** Words for the days around today of this language. */
export const nearDays = ({ today }: Asked, language: string): Parser[] => [
  parser(nearDayWords(language).map(escaped).join('|'), ([text = '']) =>
    shiftDay(today, daysFromToday(text, language) ?? 0, 'day'),
  ),
];

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** That a clock shows, as it is written in most countries. */
export const plainTime: Parser = {
  pattern: () => /(?<![\p{L}\p{N}])([01]?\d|2[0-3])[:h]([0-5]\d)(?![\p{L}\p{N}])/u,
  extract: (context, match) =>
    context.createParsingComponents({ hour: Number(match[1]), minute: Number(match[2]) }),
};

const weekdays = [
  ['monday', 'montag', 'mon'],
  ['tuesday', 'dienstag', 'tue'],
  ['wednesday', 'mittwoch', 'wed'],
  ['thursday', 'donnerstag', 'thu'],
  ['friday', 'freitag', 'fri'],
  ['saturday', 'samstag', 'sonnabend', 'sat'],
  ['sunday', 'sonntag', 'sun'],
];
const weekday = weekdays.flat().join('|');

export const englishDays = (asked: Asked): Parser[] => [
  parser(`(${weekday}),? (?:of )?(next|last) week`, ([, day, which]) => inWeek(asked, which, day)),
  parser(`(next|last) week,? (?:on )?(${weekday})`, ([, which, day]) => inWeek(asked, which, day)),
  parser(`(?:the )?end of (?:the |this )?(week|month|year)`, ([, what = '']) =>
    endOf(asked.today, what),
  ),
  parser(`(?:the )?end of next (week|month|year)`, ([, what = '']) => endOfNext(asked.today, what)),
  parser(`(?:the )?week after next|in a fortnight`, () => shiftDay(asked.today, 2, 'week')),
  parser(String.raw`(?:the|on|by|until|till) (\d{1,2})(?:st|nd|rd|th)`, ([, day = '']) =>
    ofSomeMonth(day, asked),
  ),
];

export const germanDays = (asked: Asked): Parser[] => [
  parser(`(${weekday}),? (nächster|letzter) woche`, ([, day, which]) => inWeek(asked, which, day)),
  parser(`(nächste|letzte) woche,? (?:am )?(${weekday})`, ([, which, day]) =>
    inWeek(asked, which, day),
  ),
  parser(
    `ende (?:der |des |dieser |dieses )?(woche|monats|jahres)|(monats|jahres)ende`,
    ([, what = '', end = '']) => endOf(asked.today, what + end),
  ),
  parser(`ende (?:nächster|nächsten) (woche|monats|jahres)`, ([, what = '']) =>
    endOfNext(asked.today, what),
  ),
  parser(`übernächste woche`, () => shiftDay(asked.today, 2, 'week')),
  parser(`(${weekday})(?:früh|morgen|vormittag|mittag|nachmittag|abend)`, ([, name]) =>
    nearestNamed(asked, name),
  ),
  parser(
    String.raw`(?:am|bis|zum|bis zum|der|den|vom) (\d{1,2})\.(?! ?\d| ?(?:${month}))`,
    ([, day = '']) => ofSomeMonth(day, asked),
  ),
];

/** The year in which it comes next, or was last; 29 February only where there is one. */
export function nearestYear(
  yearless: string,
  { today, toward }: Pick<Asked, 'today' | 'toward'>,
): string | undefined {
  const first = Number(today.slice(0, 4));
  const step = toward === 'past' ? -1 : 1;
  for (let at = 0; at <= 8; at += 1) {
    const day = parseDate(`${first + at * step}${yearless.slice(1)}`, 'ymd');
    if (day?.length === 10 && (toward === 'past' ? day <= today : day >= today)) return day;
  }
  return undefined;
}

function ofSomeMonth(date: string, { today, toward }: Asked): string | undefined {
  for (let at = 0; at <= 2; at += 1) {
    const [months = ''] = [shiftDay(today.slice(0, 7), toward === 'past' ? -at : at, 'month')];
    const day = parseDate(`${months}-${date.padStart(2, '0')}`, 'ymd');
    if (day?.length === 10 && (toward === 'past' ? day <= today : day >= today)) return day;
  }
  return undefined;
}

function inWeek({ today }: Asked, which = '', name = ''): string | undefined {
  const weeks = /^(?:next|n)/i.test(which) ? 1 : -1;
  const day = weekdays.findIndex((names) => names.includes(name.toLowerCase()));
  return shiftDay(today, weeks * 7 + day - weekdayOf(today), 'day');
}

/** The last or the next day of that name, today left out only where it is to come. */
function nearestNamed({ today, toward }: Asked, name = ''): string | undefined {
  const day = weekdays.findIndex((names) => names.includes(name.toLowerCase()));
  const away = (day - weekdayOf(today) + 7) % 7;
  if (toward === 'future') return shiftDay(today, away === 0 ? 7 : away, 'day');
  return shiftDay(today, away === 0 ? 0 : away - 7, 'day');
}

/** "End of next week", "Ende nächsten Monats". */
function endOfNext(today: string, what: string): string | undefined {
  const unit = /^w/i.test(what) ? 'week' : /^m/i.test(what) ? 'month' : 'year';
  const next = shiftDay(today, 1, unit);
  if (next === undefined) return undefined;
  return unit === 'week' ? shiftDay(next, 4 - weekdayOf(next), 'day') : endOf(next, what);
}

/** Of a week the Friday, which is when people go home; on a weekend its Sunday. */
function endOf(today: string, what: string): string | undefined {
  const [years, months] = [today.slice(0, 4), today.slice(0, 7)];
  if (/^[yj]/i.test(what)) return `${years}-12-31`;
  if (/^m/i.test(what)) return shiftDay(`${shiftDay(months, 1, 'month')}-01`, -1, 'day');
  const now = weekdayOf(today);
  return shiftDay(today, now > 4 ? 6 - now : 4 - now, 'day');
}

/** From 0, a Monday. */
export const weekdayOf = (day: string): number =>
  (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
