// What the host answers about rounds.

import type { PersonMark } from './visits.ts';

/** Somebody else has taken a person of the run, until then (ms since 1970). */
export type Claim = { person: string; by: string; device: string; until: number };

export type RunAnswer = {
  /** In order; those who were merged as who stands for them now. */
  people: string[];
  /** How many of those it began with are in the trash or erased. */
  gone: number;
  marks: PersonMark[];
  /** Who is not to be contacted in the way the round goes about it. */
  refused: string[];
  claims: Claim[];
  /** Who was skipped more than once, in this run and the one before. */
  twice: string[];
};

/** How far a run has come. */
export type RunProgress = { total: number; done: number };
