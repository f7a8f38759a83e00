// What we promised and have not kept yet, from the day on which it is due; what they owe us, once
// it was due for two working days; and dates of one's own promises that a teammate has moved.

import { sideOf, stateOf } from '../domain/promise.ts';
import { lastDayOf } from '../domain/promise-due.ts';
import { addTo, dayOfTime } from '../query/calendar.ts';
import { graceDays, movesOf, standingOf } from '../query/promise-standing.ts';
import { isFor, type Looking, nearestOf, type Promised } from './input.ts';
import type { Row } from './rows.ts';

/** So long they are left to it. */
export const followUpDays = 2;
/** So long it is news. */
export const movedForDays = 7;

export const promiseRows = (promises: readonly Promised[], looking: Looking): Row[] =>
  promises
    .filter((doc) => stateOf(doc) === 'open')
    .flatMap((doc) => [...dueRow(doc, looking), ...movedRow(doc, looking)]);

function dueRow(doc: Promised, looking: Looking): Row[] {
  const { counted, daysLate, isBroken } = standingOf(doc, looking);
  const about = aboutOf(doc);
  const day = counted === undefined ? undefined : lastDayOf(counted);
  const side = sideOf(doc);
  if (side === undefined || about === undefined || day === undefined) return [];
  const from = side === 'ours' ? day : afterWorkingDays(day, followUpDays);
  if (from > looking.today || !isFor(doc.fields['member'], looking)) return [];
  const level = side === 'ours' ? 'promise' : 'owed';
  return [
    {
      key: `${level}:${doc.id}:${day}`,
      level,
      about,
      record: { collection: 'work', id: doc.id },
      reason: { code: level, text: textOf(doc), day, daysLate },
      left: isBroken
        ? { code: 'broken' }
        : { code: 'breaks', on: addTo(day, graceDays + 1, 'day') },
      deadline: day,
      ...nearestOf(doc.fields['member'], doc),
    },
  ];
}

function movedRow(doc: Promised, looking: Looking): Row[] {
  const { member } = doc.fields;
  const [move, about, side] = [movesOf(doc).at(-1), aboutOf(doc), sideOf(doc)];
  if (move?.at === undefined || move.to === undefined) return [];
  if (about === undefined || side === undefined) return [];
  const isOwn =
    looking.devices.has(doc.origin.device) ||
    (typeof member === 'string' && member.trim() !== '' && isFor(member, looking));
  const on = dayOfTime(move.at, looking.zone);
  const goes = addTo(on, movedForDays, 'day');
  if (!isOwn || move.by.trim() === '' || isFor(move.by, looking)) return [];
  if (move.at > looking.now || goes <= looking.today) return [];
  return [
    {
      key: `moved:${doc.id}:${move.id}`,
      level: 'moved',
      about,
      record: { collection: 'work', id: doc.id },
      reason: {
        code: 'promise-moved',
        text: textOf(doc),
        side,
        by: move.by,
        day: lastDayOf(move.to),
        why: move.why,
        at: move.at,
      },
      left: { code: 'goes', on: goes },
      deadline: on,
    },
  ];
}

const textOf = ({ fields: { text } }: Promised): string => (typeof text === 'string' ? text : '');

function aboutOf({ people: [person], groups: [group] }: Promised): Row['about'] | undefined {
  if (person !== undefined) return { collection: 'people', id: person };
  return group === undefined ? undefined : { collection: 'groups', id: group };
}

/** Saturdays and Sundays are none; 1970-01-01 was a Thursday. */
function afterWorkingDays(day: string, count: number): string {
  let [at, left] = [day, count];
  while (left > 0) {
    at = addTo(at, 1, 'day');
    const weekDay = (Math.round(Date.parse(`${at}T00:00:00Z`) / 86_400_000) + 3) % 7;
    if (weekDay < 5) left -= 1;
  }
  return at;
}
