// A stretch of rows that grows and shrinks from where it began, as Shift with the arrow
// keys or a click makes it. Rows are numbers; both ends belong to it.

export type Stretch = { first: number; last: number };
export type Stretched = { add: Stretch[]; remove: Stretch[] };

/** What joins and what leaves when a stretch that began at `base` ends at `to` instead of `from`. */
export function stretched(base: number, from: number, to: number): Stretched {
  const old = between(base, from);
  const next = between(base, to);
  // The row it begins at belongs to it from the first step on.
  if (from === base) return { add: [next], remove: [] };
  return { add: without(next, old), remove: without(old, next) };
}

const between = (a: number, b: number): Stretch => ({
  first: Math.min(a, b),
  last: Math.max(a, b),
});

/** The parts of one stretch that are not in the other; they share a row. */
const without = (one: Stretch, other: Stretch): Stretch[] =>
  [
    { first: one.first, last: other.first - 1 },
    { first: other.last + 1, last: one.last },
  ].filter(({ first, last }) => first <= last);
