// How often one has been in touch so far, once there is enough to tell.

import type { Every } from '../fields/every.ts';

const dayMs = 86_400_000;
/** Three gaps are the fewest of which a middle one says something. */
const fewestContacts = 4;

/** In days; `times`: of contacts, ms since 1970, in any order. Undefined with too few. */
export function medianGap(times: readonly number[], fewest = fewestContacts): number | undefined {
  const sorted = times.toSorted((a, b) => a - b);
  if (sorted.length < fewest) return undefined;
  const gaps = sorted
    .slice(1)
    .map((at, place) => (at - (sorted[place] ?? at)) / dayMs)
    .toSorted((a, b) => a - b);
  const middle = gaps.length / 2;
  const [low = 0, high = 0] = [gaps[Math.ceil(middle) - 1], gaps[Math.floor(middle)]];
  return (low + high) / 2;
}

/** What to offer as a rhythm; undefined while contacts are few or lie within days. */
export function suggestedEvery(times: readonly number[]): Every | undefined {
  const gap = medianGap(times);
  if (gap === undefined || gap < 1) return undefined;
  if (gap < 7) return { count: Math.round(gap), unit: 'day' };
  const weeks = Math.round(gap / 7);
  if (weeks < 9) return { count: weeks, unit: 'week' };
  return { count: Math.min(Math.round((gap * 12) / 365.25), 24), unit: 'month' };
}
