// What is said now on this laptop: a pure function of what the records say, the settings, the
// time, who is there, and what was said here before.

import { type TeamNow, waitOf } from './claim.ts';
import type { Note, NoteType, NoteWay } from './note.ts';
import { isQuiet, quietEnds, type Rest } from './quiet.ts';

export type Asking = {
  now: number;
  zone: string;
  ways: { [type in NoteType]?: NoteWay };
  rest: Rest;
  team: TeamNow;
  isTold: (key: string) => boolean;
  /** When somebody could last be told here; undefined: never before. */
  lookedAt: number | undefined;
};

export type Decision = {
  /** One by one. */
  toasts: Note[];
  /** All at once. `days`: how long nobody was here. */
  digest?: { days?: number; counts: { [type in NoteType]?: number } };
  /** Keys of what is not to be said again. */
  told: string[];
  isQuiet: boolean;
  /** When to ask again. */
  next?: number;
};

/** What is older is found in its list; nobody is interrupted for it. */
export const freshMs = 12 * 3_600_000;
/** Whoever was away so long is told in one. */
export const awayMs = 24 * 3_600_000;
/** More at once are told in one. */
export const mostToasts = 3;

const dayMs = 86_400_000;

export function decide(notes: readonly Note[], asking: Asking): Decision {
  const { now, zone, ways, rest, team, isTold, lookedAt } = asking;
  const wayOf = ({ type }: Note): NoteWay => ways[type] ?? 'toast';
  const open = notes
    .filter((note) => wayOf(note) !== 'off' && !isTold(note.key))
    .map((note) => ({ note, from: note.at + waitOf(note.nearest, team) }))
    .toSorted((a, b) => a.from - b.from || (a.note.key < b.note.key ? -1 : 1));
  const due = open.filter(({ from }) => from <= now);
  const later = open.find(({ from }) => from > now)?.from;
  if (isQuiet(now, zone, rest)) {
    const ends = quietEnds(now, zone, rest);
    return {
      toasts: [],
      told: [],
      isQuiet: true,
      ...(due.length > 0 ? { next: ends } : at(later)),
    };
  }
  const told = due.map(({ note }) => note.key);
  const fresh = due
    .filter(({ note, from }) => wayOf(note) === 'toast' && from > now - freshMs)
    .map(({ note }) => note);
  const away = lookedAt !== undefined && now - lookedAt >= awayMs ? now - lookedAt : undefined;
  const answer = { told, isQuiet: false, ...at(later) };
  if (away !== undefined && due.length > 0) {
    const counts = countsOf(due.map(({ note }) => note));
    return { ...answer, toasts: [], digest: { days: Math.floor(away / dayMs), counts } };
  }
  // It was quiet for so long that it is no longer fresh.
  const missed = due
    .filter(({ note, from }) => wayOf(note) === 'toast' && from <= now - freshMs)
    .filter(({ from }) => lookedAt !== undefined && from > lookedAt)
    .map(({ note }) => note);
  if (missed.length > 0 || fresh.length > mostToasts)
    return { ...answer, toasts: [], digest: { counts: countsOf([...missed, ...fresh]) } };
  return { ...answer, toasts: fresh };
}

const at = (next: number | undefined): Pick<Decision, 'next'> =>
  next === undefined ? {} : { next };

function countsOf(notes: readonly Note[]): { [type in NoteType]?: number } {
  const counts: { [type in NoteType]?: number } = {};
  for (const { type } of notes) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
