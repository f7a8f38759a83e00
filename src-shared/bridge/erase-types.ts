// What the host tells a window of an erasure: what it would reach, what it reached, and
// what it cannot reach.

import type { ErasureCounts } from '../records/erase/outside.ts';

/** A book that was put aside is kept for so many days of use. */
export const asideDays = 30;

/** A copy of the book from before, by its file. `until` undefined: until somebody removes it. */
export type KeptCopy = {
  where: 'backups' | 'aside';
  name: string;
  /** ms since 1970. */
  at: number;
  /** About when it goes, where Rapport runs every day. */
  until: number | undefined;
};

/** Beforehand. */
export type ErasureLook = {
  counts: ErasureCounts;
  copies: KeptCopy[];
  /** Teammates' laptops that will hear of it, and those that left or were removed and will not. */
  laptops: string[];
  outOfReach: string[];
};

/** Afterwards. `waiting`: laptops that have not confirmed yet. */
export type Erasure = { at: number; counts: ErasureCounts; waiting: string[] };

/** The newest first; copies from before the newest one, which may hold what was erased. */
export type Erasures = { erasures: Erasure[]; copies: KeptCopy[]; outOfReach: string[] };
