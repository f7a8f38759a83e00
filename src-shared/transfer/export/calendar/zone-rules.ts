// What clocks of a zone show, written out for readers that do not know its name: each change of
// its clocks within some years.

import { wallTime } from '../../../values/wall-time.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** A change of the clocks; `wall`: what they showed then, as if it were UTC. */
export type Change = { wall: number; before: number; after: number; isSummer: boolean };

/** Offsets in ms; the first one says what they showed at the beginning. */
export function changesOf(zone: string, fromYear: number, toYear: number): Change[] {
  const offsetAt = (at: number): number => wallTime(at, zone) - at;
  const [from, to] = [Date.UTC(fromYear, 0, 1), Date.UTC(toYear + 1, 0, 1)];
  const begun = offsetAt(from);
  const changes: Change[] = [{ wall: from, before: begun, after: begun, isSummer: false }];
  let before = begun;
  for (let day = from + dayMs; day <= to; day += dayMs) {
    const after = offsetAt(day);
    if (after === before) continue;
    let [low, high] = [day - dayMs, day];
    while (high - low > minuteMs) {
      const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ wall: high + before, before, after, isSummer: after > before });
    before = after;
  }
  return changes;
}

/** +01:00 */
export function offsetText(ms: number): string {
  const seconds = Math.abs(Math.round(ms / 1_000));
  const two = (count: number): string => String(count).padStart(2, '0');
  const rest = seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`;
  const clock = `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return `${ms < 0 ? '-' : '+'}${clock}${rest}`;
}
