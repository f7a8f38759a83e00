// What can stand in a calendar file, and how it is asked for.

import { z } from 'zod';

export const calendarKinds = ['birthdays', 'dates', 'promises', 'theirs', 'reminders'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** No alarm, on the day (before the time), a day before. */
export const calendarAlarms = ['none', 'same', 'day'] as const;
export type CalendarAlarm = (typeof calendarAlarms)[number];

const word = z.string().max(100);
/** How entries are called, in the language of whoever asks. */
const calendarWordsSchema = z.object({
  birthday: word,
  date: word,
  anniversary: word,
  promise: word,
  theirs: word,
  reminder: word,
  /** Said of whoever asked to be left alone. */
  leftAlone: word,
});
export type CalendarWords = z.infer<typeof calendarWordsSchema>;

export const calendarOptions = {
  kinds: z.array(z.enum(calendarKinds)),
  /** Initials instead of names, and nothing of what it is about. */
  isShort: z.boolean(),
  alarm: z.enum(calendarAlarms),
  /** With records that are only on this laptop. */
  withPrivate: z.boolean(),
  zone: z.string().max(64),
  words: calendarWordsSchema,
};
const calendarOptionsSchema = z.object(calendarOptions);
export type CalendarOptions = z.infer<typeof calendarOptionsSchema>;

/** Entries of each kind, whether it was asked for or not. */
export type CalendarCounts = {
  kinds: { [kind in CalendarKind]: number };
  /** Entries that are left out because they are only on this laptop. */
  privateLeftOut: number;
  /** People with entries in the kinds that were asked for, who want to be left alone. */
  leftAlone: number;
};
