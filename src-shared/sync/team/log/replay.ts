// Goes through the log once and finds what was said by somebody who could say it, as
// far as that shows in what the statement itself stands on.

import type { Founding } from './founding.ts';
import { type Entry, isAfter } from './graph.ts';
import { founderOf, ranksOf } from './ranks.ts';

/** A device loses its place (`all`) or what only owners may do (`owner`). */
export type Strike = {
  entry: Entry;
  target: string;
  takes: 'all' | 'owner';
  /** Removals of its senior signer by its target, which it had heard of. */
  answers: ReadonlySet<Entry>;
};

export type Replay = {
  founding: Founding;
  /** Who let a device in. */
  admissions: Map<string, Entry[]>;
  /** Who made a device an owner, or not. */
  roles: Map<string, Entry[]>;
  strikes: Map<string, Strike[]>;
  epochs: Entry[];
  profiles: Entry[];
  taken: Entry[];
};

export function replay(
  order: readonly Entry[],
  founding: Founding,
  isVoid: (entry: Entry) => boolean,
): Replay {
  const seen: Replay = {
    founding,
    admissions: new Map(),
    roles: new Map(),
    strikes: new Map(),
    epochs: [],
    profiles: [],
    taken: [],
  };
  for (const entry of order) {
    if (entry.said === undefined || isVoid(entry) || !maySay(entry, seen)) continue;
    note(entry, seen);
    const answers = new Set(answered(entry, seen).map((strike) => strike.entry));
    // Of whoever never came there is nothing to take away.
    for (const { target, takes } of takenBy(entry))
      if (isNamed(target, seen)) push(seen.strikes, target, { entry, target, takes, answers });
  }
  return seen;
}

function note(entry: Entry, seen: Replay): void {
  const { said } = entry;
  if (said?.t === 'admit') push(seen.admissions, entry.device?.id ?? '', entry);
  else if (said?.t === 'role') push(seen.roles, said.device, entry);
  else if (said?.t === 'epoch') seen.epochs.push(entry);
  else if (said?.t === 'profile') seen.profiles.push(entry);
  else if (said?.t === 'took') seen.taken.push(entry);
}

function maySay(entry: Entry, seen: Replay): boolean {
  const { said, by } = entry;
  if (said === undefined || said.t === 'team' || said.t === 'carried') return false;
  if (!isMember(by, entry, seen)) return false;
  if (!isOwnersOnly(entry)) return true;
  // A team keeps the owner who made it, unless they want it otherwise.
  if (said.t === 'role' && said.device !== by && said.device === founderOf(seen.founding))
    return false;
  return isOwner(by, entry, seen);
}

const isNamed = (device: string, { founding, admissions }: Replay): boolean =>
  founding.members.has(device) || admissions.has(device);

export const isOwnersOnly = ({ said }: Entry): boolean => said?.t === 'role' || said?.t === 'epoch';

/** As it stood for whoever said `at`. */
function isMember(device: string, at: Entry, seen: Replay): boolean {
  const first = seen.founding.members.get(device);
  if (first !== undefined && first.state !== 'here') return false;
  const admitted = seen.admissions.get(device) ?? [];
  if (first === undefined && !admitted.some((one) => isAfter(at, one))) return false;
  return removalsBefore(at, seen).length === answered(at, seen).length;
}

const removalsBefore = (at: Entry, { strikes }: Replay): Strike[] =>
  (strikes.get(at.by) ?? []).filter(({ entry, takes }) => takes === 'all' && isAfter(at, entry));

/**
 * Who is senior may answer a removal by removing whoever said it, also after having heard
 * of it: it could as well say that it had not.
 */
function answered(at: Entry, seen: Replay): Strike[] {
  const { said } = at;
  const removals = removalsBefore(at, seen);
  if (said?.t !== 'epoch' || removals.length === 0) return [];
  const rank = ranksOf(seen);
  return removals.filter(
    ({ entry: { by } }) => said.removed.includes(by) && rank(at.by) < rank(by),
  );
}

function isOwner(device: string, at: Entry, seen: Replay): boolean {
  const roles = (seen.roles.get(device) ?? []).filter((one) => isAfter(at, one));
  return roleAfter(roles, device, seen.founding) === 'owner';
}

/** The last word on it; where last words differ, the one that allows less. */
export function roleAfter(
  roles: readonly Entry[],
  device: string,
  { members }: Founding,
): 'owner' | 'member' {
  const last = roles.filter((one) => !roles.some((other) => isAfter(other, one)));
  if (last.length === 0) return members.get(device)?.role ?? 'member';
  return last.every(({ said }) => said?.t === 'role' && said.role === 'owner') ? 'owner' : 'member';
}

function takenBy(entry: Entry): Pick<Strike, 'target' | 'takes'>[] {
  const { said, by } = entry;
  if (said?.t === 'leave') return [{ target: by, takes: 'all' }];
  if (said?.t === 'epoch') return said.removed.map((target) => ({ target, takes: 'all' as const }));
  if (said?.t !== 'role' || said.role !== 'member') return [];
  return [{ target: said.device, takes: 'owner' }];
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
