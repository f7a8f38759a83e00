// Which rhythm holds for a person, of their own, those of their roles and of the groups they
// are in: the shortest. And the day on which the next contact is due.

import type { RecordDoc } from '../domain/record.ts';
import { type Every, everyDays, everyOf } from '../fields/every.ts';
import { addTo } from '../query/calendar.ts';

/** Where a rhythm comes from; of equally short ones the first of these is named. */
export const rhythmSources = ['person', 'role', 'group'] as const;
export type RhythmSource = (typeof rhythmSources)[number];

export type Rhythm = {
  every: Every;
  from: RhythmSource;
  /** The record that says so. */
  of: string;
  /** Whose it is; absent: anybody's of the team. */
  who?: string;
  /** YYYY-MM-DD: nothing is due before that day. */
  pausedUntil?: string;
  reason?: string;
};

/** Undefined for a record without one. */
export function rhythmIn(
  { id, fields }: Pick<RecordDoc, 'id' | 'fields'>,
  from: RhythmSource,
): Rhythm | undefined {
  const every = everyOf(fields['rhythm']);
  if (every === undefined) return undefined;
  const who = textIn(fields['rhythmWho']);
  const reason = textIn(fields['rhythmReason']);
  const pausedUntil = textIn(fields['rhythmPausedUntil']);
  return {
    every,
    from,
    of: id,
    ...(who === undefined ? {} : { who }),
    ...(reason === undefined ? {} : { reason }),
    ...(pausedUntil !== undefined && wholeDay.test(pausedUntil) ? { pausedUntil } : {}),
  };
}

const wholeDay = /^\d{4}-\d\d-\d\d$/;

const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

/**
 * The shortest. A group's or a role's that rests is passed over while another one holds; a
 * person's own pause is meant for that person, whichever rhythm holds.
 */
export function rhythmThatApplies(rhythms: readonly Rhythm[], today: string): Rhythm | undefined {
  const pause = rhythms.find(({ from }) => from === 'person')?.pausedUntil;
  const isResting = ({ from, pausedUntil }: Rhythm): boolean =>
    from !== 'person' && pausedUntil !== undefined && pausedUntil > today;
  const awake = rhythms.filter((one) => !isResting(one));
  const [first] = (awake.length > 0 ? awake : rhythms).toSorted(byLength);
  if (first === undefined || pause === undefined || first.from === 'person') return first;
  return { ...first, pausedUntil: pause };
}

const byLength = (a: Rhythm, b: Rhythm): number =>
  everyDays(a.every) - everyDays(b.every) ||
  rhythmSources.indexOf(a.from) - rhythmSources.indexOf(b.from) ||
  (a.of < b.of ? -1 : Number(a.of > b.of));

/**
 * `since`: the day of the last contact; where there was none, the day somebody came into the
 * book. Months are those of the calendar, counted from that day, so nothing drifts.
 */
export function nextContactDue({ every, pausedUntil }: Rhythm, since: string): string {
  const due = addTo(since, every.count, every.unit);
  return pausedUntil !== undefined && pausedUntil > due ? pausedUntil : due;
}
