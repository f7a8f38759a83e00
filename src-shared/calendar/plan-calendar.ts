// What would come of a calendar, counted exactly: which meetings with people of the book have
// been and could be logged, which are to come, what is left out and why.

import type { RecordStore } from '../store/record-store.ts';
import { guessAddress } from '../mail/own-addresses.ts';
import { plainAddress } from '../mail/addresses.ts';
import { readPeopleByAddress } from '../mail/read-known.ts';
import type { Occurrence, ReadCalendar } from './calendar-types.ts';
import {
  guestsKnown,
  type Meeting,
  meetingId,
  meetingOf,
  type MeetingSkip,
  meetingSkips,
} from './meeting.ts';

export type CalendarPreview = {
  name: string;
  events: number;
  broken: number;
  cutOff: number;
  /** ms since 1970, of the meetings. */
  span?: { first: number; last: number };
  /** With people of the book: to be logged, and to come. */
  past: number;
  coming: number;
  skips: { [why in MeetingSkip]: number };
  /** Whoever is in most of them first. */
  people: { id: string; count: number }[];
  peopleCount: number;
  /** Addresses of whoever has the calendar. */
  own: string[];
};

export type PastMeeting = { meeting: Meeting; people: string[] };

export type CalendarPlan = {
  preview: CalendarPreview;
  /** All that are with somebody, whether the book knows them yet or not. */
  meetings: Meeting[];
  past: PastMeeting[];
};

type Around = { own: readonly string[]; now: number; hash: (text: string) => string };

const mostListed = 200;

export async function planCalendar(
  calendar: ReadCalendar,
  store: RecordStore,
  { own: said, now, hash }: Around,
): Promise<CalendarPlan> {
  const own = said.length > 0 ? [...said] : ownIn(calendar);
  const keys = new Set(own.map(plainAddress));
  const skips = Object.fromEntries(meetingSkips.map((why) => [why, 0])) as CalendarPreview['skips'];
  const meetings: Meeting[] = [];
  for (const one of calendar.occurrences) {
    const meeting = meetingOf(one, keys);
    if (typeof meeting === 'string') skips[meeting] += 1;
    else meetings.push(meeting);
  }
  const byAddress = await readPeopleByAddress(store, meetings.map(addressed));
  const here = await loggedAmong(store, meetings, hash);
  const past: PastMeeting[] = [];
  const counts = new Map<string, number>();
  let coming = 0;
  for (const meeting of meetings) {
    const people = guestsKnown(meeting.guests, (key) => byAddress.get(key));
    if (people.length === 0) skips.unknown += 1;
    else if (here.has(meetingId(meeting, 'team', hash))) skips.here += 1;
    else {
      for (const id of people) counts.set(id, (counts.get(id) ?? 0) + 1);
      if (Math.max(meeting.at, meeting.end) > now) coming += 1;
      else past.push({ meeting, people });
    }
  }
  const [first, last] = [meetings[0]?.at, meetings.at(-1)?.at];
  const people = [...counts].sort(([, a], [, b]) => b - a);
  const { name, events, broken, cutOff } = calendar;
  const preview: CalendarPreview = {
    name,
    events,
    broken,
    cutOff,
    ...(first === undefined || last === undefined ? {} : { span: { first, last } }),
    past: past.length,
    coming,
    skips,
    people: people.slice(0, mostListed).map(([id, count]) => ({ id, count })),
    peopleCount: people.length,
    own,
  };
  return { preview, meetings, past };
}

const addressed = ({ guests }: Pick<Occurrence, 'guests'>) => ({
  from: guests,
  to: [],
  cc: [],
  isNewsletter: false,
});

/** Many programs call a calendar after its owner's address. */
function ownIn({ name, occurrences }: ReadCalendar): string[] {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name)) return [name];
  return guessAddress(occurrences.filter(({ guests }) => guests.length > 1).map(addressed));
}

/** Ids (as the team has them) of those that are moments already; the trash counts. */
async function loggedAmong(
  store: RecordStore,
  meetings: readonly Meeting[],
  hash: (text: string) => string,
): Promise<Set<string>> {
  const teamById = new Map<string, string>();
  for (const meeting of meetings)
    for (const scope of ['private', 'team'] as const)
      teamById.set(meetingId(meeting, scope, hash), meetingId(meeting, 'team', hash));
  const here = new Set<string>();
  const ids = [...teamById.keys()];
  for (let from = 0; from < ids.length; from += 1_000)
    for (const [id, doc] of await store.get('moments', ids.slice(from, from + 1_000)))
      if (doc.status !== 'undone') here.add(teamById.get(id) ?? '');
  return here;
}
