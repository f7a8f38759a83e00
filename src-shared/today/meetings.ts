// Meetings in the calendars of this laptop: a day before, to prepare for them, and after their
// end, until somebody says what came of them.

import { addTo, dayOfTime } from '../query/calendar.ts';
import type { Looking, Met } from './input.ts';
import type { Row } from './rows.ts';

/** So long before it begins a meeting is there to be prepared for. */
export const prepareMs = 86_400_000;
/** For so many days it is asked what came of it. */
export const askedForDays = 7;

export function meetingRows(meetings: readonly Met[], looking: Looking): Row[] {
  const seen = new Set<string>();
  return meetings.flatMap((met): Row[] => {
    const [person] = met.people;
    if (person === undefined || seen.has(met.id)) return [];
    seen.add(met.id);
    const about = { collection: 'people' as const, id: person };
    if (met.logged !== undefined) return movedRow(met, met.logged, about);
    return met.isLogged ? [] : askedRow(met, about, looking);
  });
}

function movedRow(
  { id, title, at }: Met,
  { moment, at: from }: { moment: string; at: number },
  about: Row['about'],
): Row[] {
  return [
    {
      key: `moved:${id}`,
      level: 'meeting',
      about,
      record: { collection: 'moments', id: moment },
      reason: { code: 'moved', title, at, moment, from },
      left: { code: 'stays' },
      deadline: timeText(at),
    },
  ];
}

function askedRow(met: Met, about: Row['about'], { now, zone, today }: Looking): Row[] {
  const { id, moment, at, end, title, place, people } = met;
  const until = addTo(dayOfTime(at, zone), askedForDays + 1, 'day');
  if (at - now > prepareMs || until <= today) return [];
  const isOver = Math.max(at, end) <= now;
  return [
    {
      key: `meeting:${id}`,
      level: 'meeting',
      about,
      reason: { code: 'meeting', title, place, at, end, people: [...people], moment, isOver },
      left: isOver ? { code: 'asked-until', on: until } : { code: 'asked-after' },
      deadline: timeText(at),
    },
  ];
}

const timeText = (at: number): string => new Date(at).toISOString();
