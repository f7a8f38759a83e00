// Days and times that stand in a sentence, with the place they stand at: "yesterday 14:00",
// "by Fri", "in 2 Wochen". English and German by chrono; in other languages dates and the
// words for yesterday, today and tomorrow. Now and the time zone are handed in.

import { casual as german } from 'chrono-node/de';
import { casual as english, Chrono, GB, type ParsedResult } from 'chrono-node/en';

import { type DateOrder, dateOrderOf } from './date.ts';
import { withPlainDigits } from './digits.ts';
import { shiftDay } from './shift-day.ts';
import { timeAtWall, wallTime } from './wall-time.ts';
import {
  englishDays,
  germanDays,
  nearDays,
  nearestYear,
  plainDays,
  plainTime,
  type Toward,
  weekdayOf,
} from './when-parsers.ts';

export type WhenReader = {
  /** BCP 47. */
  language: string;
  /** Whose way of writing dates it is; undefined: as in the United States. */
  country: string | undefined;
  /** ms since 1970. */
  now: number;
  /** IANA name. */
  zone: string;
  /** Which Monday is meant: the last or the next. */
  toward: Toward;
};

export type When = {
  /** Where its words begin and end in the text. */
  from: number;
  to: number;
  /** YYYY-MM-DD */
  day: string;
  /** HH:MM, where one is said. */
  time?: string;
  /** How exactly the day is meant: "next week" is a week. */
  precision: 'day' | 'week' | 'month';
};

/** In the order of the text, none over another. */
export const whensIn = (text: string, reader: WhenReader): When[] => read(text, reader, false);

/** `isWhole`: it is all of what was asked for, so "Fr" is a day and no title. */
function read(text: string, reader: WhenReader, isWhole: boolean): When[] {
  const today = todayFor(reader);
  const found = speaker(reader, today).parse(withPlainDigits(text), localNow(reader), {
    forwardDate: reader.toward === 'future',
  });
  return found.flatMap((one) => whenOf(one, text, reader, { today, isWhole }) ?? []);
}

/** Whoever has Rapport in another language may still say a day in one of these. */
const alsoRead = ['en', 'de'];

/** Where the whole text says when, apart from a word before it such as "by" or "am". */
export function wholeWhen(text: string, reader: WhenReader): When | undefined {
  for (const language of new Set([reader.language, ...alsoRead])) {
    const when = wholeIn(text, { ...reader, language });
    if (when !== undefined) return when;
  }
  return undefined;
}

function wholeIn(text: string, reader: WhenReader): When | undefined {
  const [first, ...more] = read(text, reader, true);
  if (first === undefined || more.length > 0) return undefined;
  const rest = `${text.slice(0, first.from)}${text.slice(first.to)}`.trim();
  return rest === '' || leading.test(`${rest} `) ? first : undefined;
}

/** Words that lead to a day or time. */
const leading =
  /^(?:by|on|at|until|till|before|from|since|bis(?: zum)?|am|um|ab|vor|zum|seit|vom) $/i;

/** In ms since 1970; noon where no time is said. */
export const timeOfWhen = ({ day, time = '12:00' }: Pick<When, 'day' | 'time'>, zone: string) =>
  timeAtWall(Date.parse(`${day}T${time}:00Z`), zone);

/** Whether it is still to come: a later day, or later today. */
export function isAhead({ day, time }: Pick<When, 'day' | 'time'>, reader: Of): boolean {
  const today = todayFor(reader);
  const clock = new Date(wallTime(reader.now, reader.zone)).toISOString().slice(11, 16);
  return day > today || (day === today && time !== undefined && time > clock);
}

export const isPast = ({ day }: Pick<When, 'day'>, reader: Of): boolean => day < todayFor(reader);

type Of = Pick<WhenReader, 'now' | 'zone'>;

const todayFor = ({ now, zone }: Of): string =>
  new Date(wallTime(now, zone)).toISOString().slice(0, 10);

/** chrono counts by the clock of this machine; it is handed what the clock of the zone shows. */
function localNow({ now, zone }: WhenReader): Date {
  const wall = new Date(wallTime(now, zone));
  return new Date(
    wall.getUTCFullYear(),
    wall.getUTCMonth(),
    wall.getUTCDate(),
    wall.getUTCHours(),
    wall.getUTCMinutes(),
  );
}

function speaker({ language, country, toward }: WhenReader, today: string): Chrono {
  const order: DateOrder = dateOrderOf(country);
  const asked = { today, order, toward };
  const spoken = language.toLowerCase().split('-')[0];
  const of = spoken === 'de' ? german : order === 'dmy' ? GB : english;
  if (spoken === 'de') return withParsers(of, [...germanDays(asked), ...plainDays(asked)]);
  if (spoken === 'en') return withParsers(of, [...englishDays(asked), ...plainDays(asked)]);
  const parsers = [...nearDays(asked, language), ...plainDays(asked), plainTime];
  return new Chrono({ parsers, refiners: english.refiners });
}

function withParsers(chrono: Chrono, parsers: Chrono['parsers']): Chrono {
  const own = chrono.clone();
  own.parsers.unshift(...parsers);
  return own;
}

/** Words that are seldom a day: "sat with Ana", "so wie", "do". */
const alsoOther = /^(?:sat|sun|mon|wed|mar|may|now|jetzt|so|mo|di|mi|do|fr|sa)$/i;
/** Three quarters, a third. */
const fraction = /^\d{1,2}\/\d{1,2}$/;
/** The 12th of May, or a price that ends its sentence. */
const dotted = /^\d{1,2}\. ?\d{1,2}\.$/;
/** A year that no calendar has; any year, month or week. */
const none = /(?<!\p{N})0000(?!\p{N})|^in the /u;
const leads = /(?:by|on|until|till|next|last|this|since|bis|am|ab|seit|zum|vom)\s+$/i;
const coming = /(?:^|[^\p{L}])((?:kommende[nrms]?|coming)\s+)$/iu;

function whenOf(
  { index: at, text: said, start }: ParsedResult,
  text: string,
  reader: WhenReader,
  { today, isWhole }: { today: string; isWhole: boolean },
): When | undefined {
  // "Fri," goes on behind its comma; behind a "č" it begins with the space.
  const words = said.trimStart().replace(/[\s,;]+$/u, '');
  const index = at + said.length - said.trimStart().length;
  const [before, behind] = [text.slice(0, index), text.slice(index + words.length)];
  if (isInsideWord(before, words, behind)) return undefined;
  if (/^[ ./-]0+(?!\p{N})/u.test(behind) && start.isCertain('month')) return undefined;
  const isLed = isWhole || leads.test(before);
  if (none.test(words)) return undefined;
  // Jan, April and May are people too.
  const isMonth = start.isCertain('month') && !start.isCertain('day') && !start.isCertain('year');
  const isOther = isMonth || alsoOther.test(words) || fraction.test(words);
  if ((isOther || (dotted.test(words) && !isGerman(reader))) && !isLed) return undefined;
  const day = dayOf(start, words, before, reader, today);
  if (day === undefined || !isNear(day, today)) return undefined;
  const led = coming.exec(before)?.[1] ?? '';
  const more = isGerman(reader) ? (moreSaid(words).exec(behind) ?? []) : [];
  const [behindIt = '', minute] = more;
  return {
    from: index - led.length,
    to: index + words.length + behindIt.length,
    day,
    ...(start.isCertain('hour')
      ? { time: clock(start.get('hour'), minute === undefined ? start.get('minute') : +minute) }
      : {}),
    precision: precisionOf(start, words),
  };
}

const isGerman = ({ language }: WhenReader): boolean => /^de(?:-|$)/i.test(language);

/** What a German day goes on with: "morgen früh", "9 Uhr 30". */
const moreSaid = (words: string): RegExp =>
  / uhr$/i.test(words)
    ? /^ ([0-5]\d)(?![\p{N}.:,])/u
    : /tag|mittwoch|morgen|heute/i.test(words)
      ? early
      : never;
const early = /^ früh(?!\p{L})/iu;
const never = /(?!)/;

const weekOnly =
  /^(?:(?:next|this|last) week|(?:the )?week after next|(?:über)?(?:nächste|diese|letzte|vorige) woche)$/i;

function precisionOf(start: ParsedResult['start'], words: string): When['precision'] {
  if (weekOnly.test(words)) return 'week';
  // "In a month" is the same day of that.
  if (/^in /i.test(words)) return 'day';
  const isDay = start.isCertain('day') || start.isCertain('weekday') || !start.isCertain('month');
  return isDay ? 'day' : 'month';
}

/** "früh" is no Friday. */
const isInsideWord = (before: string, words: string, behind: string): boolean =>
  (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(words)) ||
  (/[\p{L}\p{N}]$/u.test(words) && /^[\p{L}\p{N}]/u.test(behind));

const clock = (hour: number | null, minute: number | null): string =>
  [hour ?? 0, minute ?? 0].map((part) => String(part).padStart(2, '0')).join(':');

function dayOf(
  start: ParsedResult['start'],
  words: string,
  before: string,
  { toward }: WhenReader,
  today: string,
): string | undefined {
  const [year, month, date] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || date === null || year < 1 || year > 9998) return undefined;
  const two = (part: number): string => String(part).padStart(2, '0');
  const said = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
  if (start.isCertain('month') && !start.isCertain('year'))
    return nearestYear(`--${two(month)}-${two(date)}`, { today, toward });
  const isWeekday = start.isCertain('weekday') && !start.isCertain('day');
  if (!isWeekday || /next|last|past|this|nächst|letzt|dies|vorig|vergangen/i.test(words))
    return said;
  const away = (weekdayOf(said) - weekdayOf(today) + 7) % 7;
  if (toward === 'future' || coming.test(before))
    return shiftDay(today, away === 0 ? 7 : away, 'day');
  return shiftDay(today, away === 0 ? 0 : away - 7, 'day');
}

/** Whoever writes of the year 9999 means something else. */
const isNear = (day: string, today: string): boolean =>
  Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4))) <= 200;
