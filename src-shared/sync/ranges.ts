// Writes of this store that one teammate is known to have, because they came from
// there as they stand: stretches of sequence numbers, kept short by joining neighbours.

export type Range = { after: number; upTo: number };

/** `ranges` in rising order; `added` begins at or after the end of the last one. */
export function addRange(ranges: Range[], added: Range): void {
  if (added.upTo <= added.after) return;
  const last = ranges.at(-1);
  if (last !== undefined && last.upTo === added.after) last.upTo = added.upTo;
  else ranges.push({ ...added });
}

/** Binary search: a list may have thousands of stretches. */
export function isInRanges(ranges: readonly Range[], sequence: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (sequence <= range.after) high = middle - 1;
    else if (sequence > range.upTo) low = middle + 1;
    else return true;
  }
  return false;
}

/** How many numbers above `sequence` the ranges cover. */
export function coveredAbove(ranges: readonly Range[], sequence: number): number {
  return ranges.reduce(
    (sum, { after, upTo }) => sum + Math.max(0, upTo - Math.max(after, sequence)),
    0,
  );
}

/** Forgets what lies at or below a sequence that will not be asked for again. */
export function dropUpTo(ranges: Range[], sequence: number): void {
  while (ranges[0] !== undefined && ranges[0].upTo <= sequence) ranges.shift();
}
