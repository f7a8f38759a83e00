// The meetings around now in the calendars of this laptop, with whom of the book they are and
// whether they are logged.

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { guestsKnown } from '../../../../src-shared/calendar/meeting.ts';
import {
  eventDayKey,
  eventMovedKey,
  type Mirrored,
  mirroredIn,
} from '../../../../src-shared/calendar/mirror.ts';
import type { Met } from '../../../../src-shared/today/input.ts';
import { askedForDays } from '../../../../src-shared/today/meetings.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { readByKeys, readDocs } from '../sqlite/record-reads.ts';
import { recordTable } from '../sqlite/record-table.ts';

const dayMs = 86_400_000;

/** `living`: who stands for these people today. */
export function meetingsIn(
  store: StoreDatabase,
  now: number,
  living: (ids: readonly string[]) => string[],
): Met[] {
  const days = [eventMovedKey];
  // A day more at either end: days of the reader are not those of UTC.
  for (let day = -askedForDays - 2; day <= 2; day += 1)
    days.push(eventDayKey(new Date(now + day * dayMs).toISOString().slice(0, 10)));
  const local = recordTable(store, 'local');
  const ids = [...new Set([...readByKeys(store.reader, local, days).values()].flat())];
  const events = [...readDocs(store.reader, local, ids).values()].flatMap(
    (doc) => mirroredIn(doc) ?? [],
  );
  events.sort((a, b) => a.at - b.at || (a.team < b.team ? -1 : Number(a.team > b.team)));
  return events.flatMap((event) => metIn(store, event, living) ?? []);
}

function metIn(
  store: StoreDatabase,
  event: Mirrored,
  living: (ids: readonly string[]) => string[],
): Met | undefined {
  const people = recordTable(store, 'people');
  const byAddress = (key: string): string[] | undefined => {
    const ids = readByKeys(store.reader, people, [`email:${key}`]).get(`email:${key}`);
    const found = ids === undefined ? [] : living(ids);
    return found.length === 0 ? undefined : found;
  };
  const known = guestsKnown(event.guests, byAddress);
  if (known.length === 0) return undefined;
  const isPrivate = [...readDocs(store.reader, people, known).values()].some(
    ({ scope }) => scope === 'private',
  );
  const { team, here, logged, at, end, title, place } = event;
  const moments = readDocs(
    store.reader,
    recordTable(store, 'moments'),
    [team, here, logged].filter((id) => id !== undefined),
  );
  const isThere = (id: string): boolean => (moments.get(id)?.status ?? 'undone') !== 'undone';
  const before = logged === undefined ? undefined : moments.get(logged);
  return {
    id: team,
    moment: isPrivate ? here : team,
    at,
    end,
    title,
    place,
    people: known,
    isLogged: isThere(team) || isThere(here) || (logged !== undefined && isThere(logged)),
    ...(before === undefined || !isMoved(before, at)
      ? {}
      : { logged: { moment: before.id, at: before.at } }),
  };
}

const isMoved = ({ status, at: before }: RecordDoc, at: number): boolean =>
  status === 'live' && before !== at;
