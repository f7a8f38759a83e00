// What the clock on the wall showed, asked for once for each quarter of an hour: clocks are
// changed between two of them, and a chat has thousands of messages.

import { wallTime } from '../../values/wall-time.ts';
import { isMailTime } from '../mail-facts.ts';

const quarter = 15 * 60_000;

/** Undefined for a time at which nobody wrote. */
export function clockOf(zone: string): (at: number) => number | undefined {
  const shifts = new Map<number, number>();
  return (at) => {
    if (!isMailTime(at)) return undefined;
    const begin = Math.floor(at / quarter) * quarter;
    let shift = shifts.get(begin);
    if (shift === undefined) {
      shift = wallTime(begin, zone) - begin;
      shifts.set(begin, shift);
    }
    return Math.floor((at + shift) / 1_000) * 1_000;
  };
}
