// What the host answers about Today and about keeping in touch.

import type { RhythmSource } from '../keep-in-touch/applies.ts';
import type { Away, Counts, Row } from './rows.ts';

/** What there is in the book at all, for whoever has just begun. */
export type Has = { people: boolean; rhythms: boolean; contacts: boolean };

/** `total`: of all rows; `rows`: the first of them. */
export type TodayAnswer = {
  rows: Row[];
  counts: Counts;
  total: number;
  away: Away[];
  has: Has;
};

export type InTouch = {
  rhythm?: {
    every: string;
    from: RhythmSource;
    /** YYYY-MM-DD. */
    due: string;
    pausedUntil?: string;
    who?: string;
    reason?: string;
    /** Of a role where it is, of a group that one. */
    group?: { id: string; kind: string; name: string };
  };
  /** What to offer, from how it went so far. */
  suggested?: string;
  lastAt?: number;
  contacts: number;
};
