// What this laptop keeps of its owner's calendars: the meetings in them, one row each in the
// collection `local`, which never leaves. A row is known again by what it is a time of, so that
// it moves when the calendar does.

import type { JsonValue, RecordDoc } from '../domain/record.ts';
import { addressKeys } from '../mail/addresses.ts';
import { allSalts, erasedKey, eraseSaltsId } from '../records/erase/tombstone.ts';
import { type CommandContext, stampNow } from '../records/context.ts';
import { localDoc } from '../records/local-doc.ts';
import { calendarEventKind } from '../records/owned.ts';
import { isSameJson } from '../records/same.ts';
import type { RecordTx } from '../store/record-store.ts';
import { type Meeting, meetingId } from './meeting.ts';
import type { Guest } from './calendar-types.ts';

/** Those nearest to now. */
const mostKept = 5_000;

const ofCalendar = (calendar: string): string => `calendar:${calendar}`;
/** Of a day in UTC. */
export const eventDayKey = (day: string): string => `calendar-day:${day}`;

/** Finds what was logged before its calendar moved it. */
export const eventMovedKey = 'is:calendar-moved';

export type Mirrored = Meeting & {
  calendar: string;
  /** What it is as a moment of the team, and of this laptop alone. */
  team: string;
  here: string;
  /** What it was logged as before it was moved. */
  logged?: string;
};

export function mirroredIn({ kind, fields }: RecordDoc): Mirrored | undefined {
  return kind === calendarEventKind ? (fields['event'] as unknown as Mirrored) : undefined;
}

/** In place of what was kept of this calendar before. */
export function putMirror(
  tx: RecordTx,
  calendar: string,
  meetings: readonly Meeting[],
  context: CommandContext,
): void {
  const { hash } = context;
  const stamp = stampNow(context);
  const before = mirrorOf(tx, calendar);
  const now = context.now();
  const nearest = meetings
    .toSorted((a, b) => Math.abs(a.at - now) - Math.abs(b.at - now))
    .slice(0, mostKept);
  const wanted = new Set<string>();
  const changed: RecordDoc[] = [];
  for (const meeting of withoutErased(tx, nearest, context)) {
    const id = hash(JSON.stringify(['event', calendar, meeting.uid, meeting.recurrence]));
    wanted.add(id);
    const old = before.get(id);
    const logged = loggedAs(tx, meeting, old === undefined ? undefined : mirroredIn(old));
    const event: Mirrored = {
      ...meeting,
      calendar,
      team: meetingId(meeting, 'team', hash),
      here: meetingId(meeting, 'private', hash),
      ...(logged === undefined ? {} : { logged }),
    };
    const fields = { event: event as unknown as JsonValue };
    if (isSameJson(old?.fields['event'], fields.event)) continue;
    changed.push({
      ...localDoc(id, calendarEventKind, fields, stamp),
      at: meeting.at,
      keys: [
        ofCalendar(calendar),
        ...keysOf(meeting),
        ...(logged === undefined ? [] : [eventMovedKey]),
      ],
    });
  }
  const gone = [...before.keys()].filter((id) => !wanted.has(id));
  if (gone.length > 0) tx.purge('local', gone);
  if (changed.length > 0) tx.put('local', changed);
}

const keysOf = ({ at, guests }: Meeting): string[] => [
  eventDayKey(new Date(at).toISOString().slice(0, 10)),
  ...new Set(guests.flatMap(guestKeys)),
];

const guestKeys = ({ address }: Guest): string[] =>
  addressKeys(address).map((key) => `email:${key}`);

export function dropMirror(tx: RecordTx, calendar: string): void {
  const ids = [...mirrorOf(tx, calendar).keys()];
  if (ids.length > 0) tx.purge('local', ids);
}

export function mirrorOf(
  tx: Pick<RecordTx, 'get' | 'byKeys'>,
  calendar: string,
): Map<string, RecordDoc> {
  const key = ofCalendar(calendar);
  return tx.get('local', tx.byKeys('local', [key]).get(key) ?? []);
}

/** What was logged keeps its place when the calendar moves the meeting; it is asked about. */
function loggedAs(
  tx: Pick<RecordTx, 'get'>,
  { at }: Meeting,
  old: Mirrored | undefined,
): string | undefined {
  if (old === undefined || old.at === at) return old?.logged;
  const ids = [old.team, old.here];
  const found = [...tx.get('moments', ids).values()].find(({ status }) => status === 'live');
  return found?.id ?? old.logged;
}

/** Who was erased does not come back by a calendar. */
function withoutErased(
  tx: Pick<RecordTx, 'get' | 'byKeys'>,
  meetings: readonly Meeting[],
  context: CommandContext,
): readonly Meeting[] {
  const salts = allSalts(tx.get('local', [eraseSaltsId]).get(eraseSaltsId));
  if (salts.length === 0) return meetings;
  const known = new Map<string, boolean>();
  const isErased = (key: string): boolean => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const keys = salts.map((salt) => erasedKey(key, salt, context));
    const found = tx.byKeys('people', keys).size > 0;
    known.set(key, found);
    return found;
  };
  return meetings.filter(({ guests }) => !guests.flatMap(guestKeys).some(isErased));
}
