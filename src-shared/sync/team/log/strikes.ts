// Which removals stand. What a device says that its removal does not stand on counts for
// nothing; where two say so of each other, the one who became an owner first is right.

import { type Entry, isAfter } from './graph.ts';
import { ranksOf } from './ranks.ts';
import { isOwnersOnly, type Replay, type Strike } from './replay.ts';

/**
 * Whether a strike takes away what its device said in `entry`. Whoever is no owner any
 * more may become one again, so what stands on the strike is not touched by that one.
 */
const takesAway = ({ entry: strike, target, takes, answers }: Strike, entry: Entry): boolean =>
  entry.by === target &&
  entry !== strike &&
  (takes === 'all' || (isOwnersOnly(entry) && !isAfter(entry, strike))) &&
  (!isAfter(strike, entry) || answers.has(entry));

export function voidBy(strikes: readonly Strike[]): (entry: Entry) => boolean {
  const byTarget = Map.groupBy(strikes, ({ target }) => target);
  return (entry) => (byTarget.get(entry.by) ?? []).some((strike) => takesAway(strike, entry));
}

/** Of what is said and not settled: what nothing speaks against, or else the senior word. */
export function nextToStand(seen: Replay, settled: ReadonlySet<string>): Strike[] {
  const all = [...seen.strikes.values()].flat();
  const open = all.filter((strike) => !settled.has(keyOf(strike)));
  if (open.length === 0) return [];
  const rank = ranksOf(seen);
  const bySigner = new Map<string, readonly Entry[]>();
  const supportOf = ({ entry }: Strike): readonly Entry[] => {
    const known = bySigner.get(entry.id) ?? support(entry, seen);
    bySigner.set(entry.id, known);
    return known;
  };
  const isSenior = (one: Strike, other: Strike): boolean =>
    takesAway(one, other.entry) && rank(one.entry.by) < rank(other.entry.by);
  const isOpposed = (one: Strike): boolean =>
    supportOf(one).some((entry) =>
      (seen.strikes.get(entry.by) ?? []).some(
        (other) => takesAway(other, entry) && !isSenior(one, other) && !isAgainstItself(one, other),
      ),
    );
  const unopposed = open.filter((one) => !isOpposed(one));
  if (unopposed.length > 0) return unopposed;
  const senior = open.toSorted(
    (a, b) =>
      compare(rank(a.entry.by), rank(b.entry.by)) ||
      a.entry.depth - b.entry.depth ||
      compare(keyOf(a), keyOf(b)),
  )[0];
  return senior === undefined ? [] : [senior];
}

/** Nothing that a device says keeps it from leaving, or from being less than it was. */
const isAgainstItself = ({ entry, target }: Strike, other: Strike): boolean =>
  entry.by === target && other.entry.by === target;

export const keyOf = ({ entry, target, takes }: Strike): string => `${entry.id} ${target} ${takes}`;

/** A statement and all that makes its signer somebody who could say it. */
function support(entry: Entry, seen: Replay): Entry[] {
  const found = new Set([entry]);
  // A set that grows while it is gone through is gone through to its end.
  for (const one of found) {
    const lets = [...(seen.admissions.get(one.by) ?? []), ...(seen.roles.get(one.by) ?? [])];
    for (const before of lets) if (isAfter(one, before)) found.add(before);
  }
  return [...found];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
