// Reads who belongs to a team out of its log. The answer depends on what the log holds
// alone, never on the order in which it came, so devices that hold the same agree.

import { safeName } from '../../../values/safe-name.ts';
import type { Foundings } from './founding.ts';
import { type Entry, epochIdOf, type Graph, isAfter } from './graph.ts';
import { ranksOf } from './ranks.ts';
import { replay, type Replay, roleAfter, type Strike } from './replay.ts';
import type { Role, SaidOf } from './said.ts';
import { keyOf, nextToStand, voidBy } from './strikes.ts';

export type Member = {
  /** The hash of its keys. */
  id: string;
  /** The id under which it wrote records before it had this one. */
  formerId: string | undefined;
  signKey: string;
  boxKey: string;
  deviceName: string;
  memberName: string;
  colour: string;
  role: Role;
  /** Smaller is senior: its word on the other stands. The same for all who never were owners. */
  rank: string;
  /** here: belongs to the team. left, removed: its copy is its own from then on. */
  state: 'here' | 'left' | 'removed';
  /** Of the key in force: it has it, has not come for it yet, or cannot be given it. */
  key: 'held' | 'waiting' | 'unusable';
};

/** `id` tells two epochs apart that two owners began at the same time. */
export type Epoch = {
  n: number;
  id: string;
  /** The statement that began it; undefined for the one that the team began with. */
  statement: string | undefined;
  keys: { [device: string]: string };
  stays: readonly string[];
};

export type Membership = {
  team: string;
  name: string;
  members: ReadonlyMap<string, Member>;
  /** The one in force; `n` 0 is the team's first, which needed no announcement. */
  epoch: Epoch;
  /**
   * Owners who have reason to begin an epoch: the key in force is held by somebody who is
   * gone, was not sealed for somebody who came, or their word makes a removal firm.
   */
  epochDue: readonly string[];
  /** False for what was said by somebody who is gone and was not known when they went. */
  counts: (entry: Entry) => boolean;
};

/** Undefined while what the team began with is not known. */
export function readMembership(
  graph: Graph,
  anchor: string,
  foundings: Foundings,
): Membership | undefined {
  const settled = new Map<string, Strike>();
  for (;;) {
    const strikes = [...settled.values()];
    const isVoid = voidBy(strikes);
    const founding = foundings.read(graph, anchor, (entry) => entry.id !== anchor && isVoid(entry));
    if (founding === undefined) return undefined;
    const seen = replay(graph.inOrder(), founding, isVoid);
    const next = nextToStand(seen, new Set(settled.keys()));
    if (next.length === 0) {
      // What takes something away is part of the answer, even from somebody who is gone.
      const standing = new Set(strikes.map(({ entry }) => entry));
      const counts = (entry: Entry): boolean => standing.has(entry) || !isVoid(entry);
      return { ...conclude(graph.team, seen, strikes), counts };
    }
    for (const strike of next) settled.set(keyOf(strike), strike);
  }
}

function conclude(
  team: string,
  seen: Replay,
  strikes: readonly Strike[],
): Omit<Membership, 'counts'> {
  const gone = new Map<string, 'left' | 'removed'>();
  for (const { entry, target, takes } of strikes) {
    if (takes === 'all' && gone.get(target) !== 'left')
      gone.set(target, entry.said?.t === 'leave' ? 'left' : 'removed');
  }
  const { founding } = seen;
  const inForce = epochInForce(seen);
  const epoch: Epoch =
    inForce === undefined ? { ...founding.epoch, statement: undefined } : epochOf(inForce);
  const rank = ranksOf(seen);
  const members = new Map<string, Member>();
  for (const [id, first] of founding.members)
    members.set(id, { ...first, rank: rank(id), key: keyState(id, epoch, inForce, seen) });
  for (const [id, [first]] of seen.admissions) {
    if (first?.said?.t !== 'admit' || members.has(id)) continue;
    const { signKey, boxKey, deviceName, memberName, colour } = first.said;
    const keys = { id, formerId: undefined, signKey, boxKey };
    const names = { deviceName, memberName, colour };
    const key = keyState(id, epoch, inForce, seen);
    members.set(id, { ...keys, ...names, role: 'member', rank: rank(id), state: 'here', key });
  }
  for (const member of members.values()) {
    if (member.state === 'here') member.state = gone.get(member.id) ?? 'here';
    member.role = roleAfter(seen.roles.get(member.id) ?? [], member.id, founding);
  }
  applyProfiles(seen, members);
  for (const member of members.values()) {
    member.deviceName = safeName(member.deviceName);
    member.memberName = safeName(member.memberName);
  }
  const isDue = isEpochDue(seen, members, strikes, inForce, epoch);
  const loose = looselyRemoved(members, strikes);
  const epochDue = [...members.values()]
    .filter(isOwnerHere)
    .filter((owner) => isDue || loose.some((target) => owner.rank < rank(target)))
    .map(({ id }) => id);
  return { team, name: safeName(founding.name), members, epoch, epochDue };
}

function applyProfiles({ profiles }: Replay, members: ReadonlyMap<string, Member>): void {
  for (const { by, said } of profiles) {
    const member = members.get(by);
    if (member === undefined || said?.t !== 'profile') continue;
    const { deviceName, memberName, colour } = said;
    Object.assign(member, { deviceName, memberName, colour });
  }
}

/** Of those that no other stands on, the senior one's; the smaller id's where they are equal. */
function epochInForce(seen: Replay): Entry | undefined {
  const { epochs } = seen;
  const rank = ranksOf(seen);
  const keyOfEpoch = ({ by, id }: Entry): string => `${rank(by)} ${id}`;
  const last = epochs.filter((one) => !epochs.some((other) => isAfter(other, one)));
  return last.toSorted((a, b) => (keyOfEpoch(a) < keyOfEpoch(b) ? -1 : 1))[0];
}

function epochOf(entry: Entry): Epoch {
  const { n, keys, stays } = entry.said as SaidOf<'epoch'>;
  return { n, id: epochIdOf(entry) ?? '', statement: entry.id, keys, stays };
}

function keyState(
  device: string,
  { keys, stays }: Epoch,
  inForce: Entry | undefined,
  { taken, admissions }: Replay,
): Member['key'] {
  if (inForce === undefined || inForce.by === device) return 'held';
  const hasTaken = taken.some(
    ({ by, said }) => by === device && said?.t === 'took' && said.epoch === inForce.id,
  );
  // Whoever was let in since was given the key with the welcome.
  const isLater = admissions.get(device)?.some((one) => isAfter(one, inForce)) ?? false;
  if (hasTaken || isLater) return 'held';
  return stays.includes(device) && keys[device] === undefined ? 'unusable' : 'waiting';
}

const isOwnerHere = ({ role, state }: Member): boolean => role === 'owner' && state === 'here';

/** Out by nobody's word but that of somebody who is gone, as also of one who left. */
function looselyRemoved(
  members: ReadonlyMap<string, Member>,
  strikes: readonly Strike[],
): readonly string[] {
  const removals = strikes.filter(({ takes, target }) => takes === 'all' && members.has(target));
  const isFirm = ({ entry }: Strike): boolean => members.get(entry.by)?.state === 'here';
  return [...Map.groupBy(removals, ({ target }) => target)].flatMap(([target, ofOne]) =>
    ofOne.some(isFirm) ? [] : [target],
  );
}

function isEpochDue(
  { founding, admissions }: Replay,
  members: ReadonlyMap<string, Member>,
  strikes: readonly Strike[],
  inForce: Entry | undefined,
  { stays }: Epoch,
): boolean {
  const isKnown = ({ entry }: Strike): boolean =>
    inForce !== undefined && (entry === inForce || isAfter(inForce, entry));
  const removals = strikes.filter(({ takes, target }) => takes === 'all' && members.has(target));
  const byTarget = Map.groupBy(removals, ({ target }) => target);
  for (const ofOne of byTarget.values()) if (!ofOne.some(isKnown)) return true;
  if (inForce === undefined) return founding.needsEpoch;
  if (stays.some((id) => members.get(id)?.state !== 'here')) return true;
  // Let in by somebody who had not heard of the epoch, and unknown to whoever began it.
  const isLeftOut = ({ id, state }: Member): boolean =>
    state === 'here' &&
    !stays.includes(id) &&
    !(admissions.get(id) ?? []).some((one) => isAfter(one, inForce));
  return [...members.values()].some(isLeftOut);
}
