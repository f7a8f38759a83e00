// What Today is worked out from. Whoever gathers it may hand in more than is due, in any order.

import type { RecordDoc } from '../domain/record.ts';
import type { KeptMark } from '../domain/today-mark.ts';
import type { Rhythm } from '../keep-in-touch/applies.ts';

export type PersonRhythms = {
  person: string;
  /** When they came into the book. */
  addedAt: number;
  contactAt?: number;
  rhythms: readonly Rhythm[];
};

export type PersonDates = {
  person: string;
  birthday?: string;
  calendar?: string;
  dates: readonly { day: string; label: string }[];
  /** The laptop of whoever was last in touch with them, or that they were written down on. */
  nearest: string;
};

/** `people`, `groups`: whom it names, who are there. */
export type Promised = Pick<
  RecordDoc,
  'id' | 'fields' | 'sets' | 'stamps' | 'createdAt' | 'origin'
> & {
  people: readonly string[];
  groups: readonly string[];
};

/** `people`: who of the book it is with. */
export type Met = {
  /** What it is known by, wherever it is logged. */
  id: string;
  /** As what it is logged here. */
  moment: string;
  at: number;
  end: number;
  title: string;
  place: string;
  people: readonly string[];
  isLogged: boolean;
  /** What was logged before the calendar moved it. */
  logged?: { moment: string; at: number };
};

export type TodayInput = {
  /** Those that are open. */
  promises: readonly Promised[];
  /** Messages that were the last contact, and came in. */
  waiting: readonly { person: string; moment: string; at: number }[];
  /** In the calendars of this laptop; in nobody's records. */
  meetings: readonly Met[];
  dates: readonly PersonDates[];
  reminders: readonly Pick<RecordDoc, 'id' | 'fields' | 'sets' | 'origin'>[];
  rhythms: readonly PersonRhythms[];
  /** Typed in and not spoken to yet. */
  newcomers: readonly { person: string; addedAt: number }[];
  /** Whose turn it is today (`isTurnOf`), with the times of all contacts. */
  dormant: readonly { person: string; times: readonly number[] }[];
  /** Who asked to be left alone: nobody is sent to them, except for what was promised. */
  leftAlone: ReadonlySet<string>;
  marks: readonly KeptMark[];
  /** Of whom a mark waits for: the last contact, and what they published last. */
  contactAt: ReadonlyMap<string, number>;
  postAt: ReadonlyMap<string, number>;
};

/**
 * Who looks, when and where. `member`: by the name that earlier versions said; `devices`: all
 * laptops of theirs, by which records say it now.
 */
export type Looking = {
  now: number;
  zone: string;
  today: string;
  member: string;
  devices: ReadonlySet<string>;
};

const isNobody = (who: unknown): boolean => typeof who !== 'string' || who.trim() === '';

/** Nobody in particular is everybody. */
export const isFor = (who: unknown, { member, devices }: Looking): boolean =>
  typeof who !== 'string' ||
  isNobody(who) ||
  devices.has(who) ||
  sameName(who) === sameName(member);

/** Said of a row that anybody may take. */
export const nearestOf = (
  who: unknown,
  { origin }: Pick<RecordDoc, 'origin'>,
): { nearest?: string } => (isNobody(who) ? { nearest: origin.device } : {});

const sameName = (name: string): string => name.trim().toLocaleLowerCase('en');
