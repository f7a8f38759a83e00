// Goes through the log once and finds what was said by somebody who could say it, as
// far as that shows in what the statement itself stands on.

import type { Founding } from './founding.ts';
import { type Entry, isAfter } from './graph.ts';

/** A device loses its place (`all`) or what only owners may do (`owner`). */
export type Strike = { entry: Entry; target: string; takes: 'all' | 'owner' };

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
    // Of whoever never came there is nothing to take away.
    for (const strike of strikesOf(entry))
      if (isNamed(strike.target, seen)) push(seen.strikes, strike.target, strike);
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
  const strikes = seen.strikes.get(device) ?? [];
  return !strikes.some(({ entry, takes }) => takes === 'all' && isAfter(at, entry));
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

function strikesOf(entry: Entry): Strike[] {
  const { said, by } = entry;
  if (said?.t === 'leave') return [{ entry, target: by, takes: 'all' }];
  if (said?.t === 'epoch') return said.removed.map((target) => ({ entry, target, takes: 'all' }));
  if (said?.t !== 'role' || said.role !== 'member') return [];
  return [{ entry, target: said.device, takes: 'owner' }];
}

export const founderOf = ({ members }: Founding): string => [...members.keys()][0] ?? '';

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
