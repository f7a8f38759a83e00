// What Today shows: rows on a ladder. Levels are hard: nothing in one comes before what stands
// in the level above, and no numbers are added up. Data only; the words are the window's.

import type { PromiseSide } from '../domain/promise.ts';
import type { RhythmSource } from '../keep-in-touch/applies.ts';

/** From the top. */
export const levels = [
  'pinned',
  'promise',
  'waiting',
  'meeting',
  'date',
  'reminder',
  'owed',
  'rhythm',
  'moved',
  'newcomer',
  'dormant',
] as const;
export type Level = (typeof levels)[number];

/** Why it is here. Days are YYYY-MM-DD, times ms since 1970. */
export type Reason =
  /** `daysLate`: below zero while it is still to come. */
  | { code: 'promise'; text: string; day: string; daysLate: number }
  /** They owe it to us, and it is over. */
  | { code: 'owed'; text: string; day: string; daysLate: number }
  /** `day`: until when it is now. */
  | {
      code: 'promise-moved';
      text: string;
      side: PromiseSide;
      by: string;
      day: string;
      why: string;
      at: number;
    }
  | { code: 'waiting'; since: string; days: number }
  /** `moment`: as what it is logged. `isOver`: what came of it is asked. */
  | {
      code: 'meeting';
      title: string;
      place: string;
      at: number;
      end: number;
      people: string[];
      moment: string;
      isOver: boolean;
    }
  /** The calendar has moved what was logged. */
  | { code: 'moved'; title: string; at: number; moment: string; from: number }
  | { code: 'birthday'; day: string; inDays: number; years?: number }
  | { code: 'date'; label: string; day: string; inDays: number; years?: number }
  | { code: 'reminder'; text: string; day: string; clock: string; at: number }
  | {
      code: 'rhythm';
      every: string;
      from: RhythmSource;
      /** The record that says so. */
      of: string;
      /** The day of the last contact; absent: never. */
      last?: string;
      daysOver: number;
      why?: string;
    }
  | { code: 'newcomer'; since: string; days: number }
  /** days / gap x ln(1 + contacts) = strength. */
  | { code: 'dormant'; days: number; gap: number; contacts: number; strength: number };

/** What comes of leaving it. */
export type Left =
  | { code: 'breaks'; on: string }
  | { code: 'broken' }
  | { code: 'wait-longer'; days: number; on: string }
  | { code: 'over'; on: string }
  | { code: 'goes'; on: string }
  | { code: 'comes-again'; on: string }
  | { code: 'stays' }
  | { code: 'asked-after' }
  | { code: 'asked-until'; on: string }
  | { code: 'twice-as-long'; on: string }
  | { code: 'no-longer-new'; on: string }
  | { code: 'next-turn'; on: string };

export type RecordRef = {
  collection: 'people' | 'groups' | 'setup' | 'work' | 'moments';
  id: string;
};

export type Row = {
  /** What is said of the row is said of this. */
  key: string;
  level: Level;
  about: RecordRef & { collection: 'people' | 'groups' | 'setup' };
  /** What it is read from, where that is a record of its own. */
  record?: RecordRef;
  reason: Reason;
  left: Left;
  deadline?: string;
  /** How far over: 1 is just due. */
  ratio?: number;
  isPinned?: true;
  /** Where it is nobody's in particular: the laptop that is nearest to it. */
  nearest?: string;
  /** The day on which it came back after it had been put off. */
  backOn?: string;
};

/** A row that would stand there, and does not for whoever looks. */
export type Away = {
  row: Row;
  /** Ids of what was said of it. */
  marks: string[];
  /** As `Until` has it; absent: not mine. */
  until?: string;
};

export type Counts = { [level in Level]?: number };

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Inside a level by the deadline, then what is over the most, then always the same way. */
export const byLadder = (a: Row, b: Row): number =>
  levels.indexOf(a.level) - levels.indexOf(b.level) ||
  byText(a.deadline ?? '9', b.deadline ?? '9') ||
  (b.ratio ?? 0) - (a.ratio ?? 0) ||
  byText(a.key, b.key);
