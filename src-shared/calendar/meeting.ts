// What of a calendar is a meeting with somebody, and what it is as a moment. The same meeting of
// two teammates has the same id, whoever logs it first; one that stays on a laptop has an id of
// its own, so that it stands in the way of nobody's.

import { addressKeys, plainAddress } from '../mail/addresses.ts';
import type { NewRecord, RecordId } from '../domain/record.ts';
import type { Guest, Occurrence } from './calendar-types.ts';

/** With more it is a gathering. */
export const mostWith = 20;

/** Why nothing is suggested for a time of a calendar; each is counted under the first that fits. */
export const meetingSkips = [
  'cancelled',
  'declined',
  'all-day',
  'many',
  'alone',
  'here',
  'unknown',
] as const;
export type MeetingSkip = (typeof meetingSkips)[number];

export type Meeting = Pick<Occurrence, 'uid' | 'recurrence' | 'at' | 'end' | 'title' | 'place'> & {
  /** Without whoever has the calendar. */
  guests: Guest[];
};

/** `own`: addresses of whoever has the calendar, as `plainAddress` writes them. */
export function meetingOf(
  { declined, isAllDay, isCancelled, ...one }: Occurrence,
  own: ReadonlySet<string>,
): Meeting | Exclude<MeetingSkip, 'here' | 'unknown'> {
  if (isCancelled) return 'cancelled';
  if (declined.some((address) => own.has(plainAddress(address)))) return 'declined';
  if (isAllDay) return 'all-day';
  const guests = one.guests.filter(({ address }) => !own.has(plainAddress(address)));
  if (guests.length > mostWith) return 'many';
  return guests.length === 0 ? 'alone' : { ...one, guests };
}

type Hash = (text: string) => string;
export type MeetingScope = 'private' | 'team';

export const meetingId = (
  { uid, at }: Pick<Meeting, 'uid' | 'at'>,
  scope: MeetingScope,
  hash: Hash,
): RecordId =>
  hash(JSON.stringify([scope === 'team' ? 'meeting' : 'meeting here', uid, at])) as RecordId;

/** Ids of the people whose addresses these are, each once. */
export const guestsKnown = (
  guests: readonly Guest[],
  byAddress: (key: string) => readonly string[] | undefined,
): string[] => [
  ...new Set(
    guests.flatMap(
      ({ address }) =>
        addressKeys(address)
          .map(byAddress)
          .find((ids) => ids !== undefined) ?? [],
    ),
  ),
];

export function meetingMoment(
  meeting: Meeting,
  people: readonly string[],
  scope: MeetingScope,
  hash: Hash,
): NewRecord {
  return {
    id: meetingId(meeting, scope, hash),
    kind: 'meeting',
    scope,
    fields: {
      when: meeting.at,
      people: [...people],
      ...(meeting.title === '' ? {} : { title: meeting.title }),
      ...(scope === 'private' ? { keep: 'here', shared: meetingId(meeting, 'team', hash) } : {}),
    },
  };
}
