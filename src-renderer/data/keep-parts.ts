// A record is read again as a whole when anything of it changes. What did not change stays
// the same object, so only what shows the changed part is drawn again.

type Parts = { [name: string]: unknown };

/** As `next`, with every part that equals the one at the same place in `before` being that one. */
export function keepParts<T>(before: T | undefined, next: T): T {
  // A kept part is equal in all its parts, so it is of the same type.
  return keep(before, next) as T;
}

function keep(before: unknown, next: unknown): unknown {
  if (before === next || !hasParts(before) || !hasParts(next)) return next;
  if (Array.isArray(before) !== Array.isArray(next)) return next;
  const names = Object.keys(next);
  const kept: Parts = Object.fromEntries(
    names.map((name) => [name, keep(partOf(before, name), next[name])]),
  );
  const isAs = (other: Parts): boolean => names.every((name) => kept[name] === partOf(other, name));
  if (names.length === Object.keys(before).length && isAs(before)) return before;
  if (isAs(next)) return next;
  return Array.isArray(next) ? Object.values(kept) : kept;
}

/** Its own: a record's JSON may have a part called `__proto__`. */
const partOf = (parts: Parts, name: string): unknown =>
  Object.hasOwn(parts, name) ? parts[name] : undefined;

const hasParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null;
