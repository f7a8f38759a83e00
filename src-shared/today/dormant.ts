// One strong tie a day that has gone quiet. Whose turn it is follows from the day and their id
// alone, so that nobody has to remember whom they were told of: each person's turn comes once
// in 30 days, and every laptop says the same.

import { medianGap } from '../keep-in-touch/suggest.ts';

export const turnDays = 30;
export const fewestContacts = 3;
/** Quiet is whoever was not spoken to for so long. */
export const quietDays = 60;

const dayMs = 86_400_000;

export const isTurnOf = (id: string, day: string): boolean =>
  turnOf(id) === Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs) % turnDays;

/** FNV-1a, so that turns are spread evenly. */
function turnOf(id: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < id.length; at += 1)
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01_00_01_93) >>> 0;
  return hash % turnDays;
}

export type Dormancy = { days: number; gap: number; contacts: number; strength: number };

/**
 * How many of their usual gaps have passed, weighed by how often there was contact:
 * days since the last / median gap x ln(1 + contacts). Undefined with too little to tell.
 */
export function dormancyOf(times: readonly number[], now: number): Dormancy | undefined {
  const past = times.filter((at) => at <= now);
  const gap = medianGap(past, fewestContacts);
  if (gap === undefined) return undefined;
  const days = (now - Math.max(...past)) / dayMs;
  // Several in one day are one meeting written down in parts.
  const usual = Math.max(gap, 1);
  if (days < quietDays || days <= usual) return undefined;
  const contacts = past.length;
  const strength = (days / usual) * Math.log(1 + contacts);
  return { days: Math.floor(days), gap: round(usual), contacts, strength: round(strength) };
}

/** As it is shown. */
const round = (value: number): number => Math.round(value * 10) / 10;
