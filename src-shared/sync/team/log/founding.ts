// What a log begins with: the team as it was made, or as an earlier version left it.

import type { TeamCrypto } from '../crypto.ts';
import { readTeam as readOldTeam, type Membership as OldMembership } from '../before/membership.ts';
import { inOldOrder, type Statement } from '../before/statements.ts';
import type { Entry, Graph } from './graph.ts';
import type { Role, SaidOf } from './said.ts';
import { deviceIdOf } from './statement.ts';

export type FirstMember = {
  id: string;
  /** The id under which it wrote records before. */
  formerId: string | undefined;
  signKey: string;
  boxKey: string;
  deviceName: string;
  memberName: string;
  colour: string;
  role: Role;
  state: 'here' | 'left' | 'removed';
};

export type Founding = {
  name: string;
  /** The founder first, then owners, then the others. */
  members: ReadonlyMap<string, FirstMember>;
  epoch: { n: number; id: string; keys: { [device: string]: string }; stays: readonly string[] };
  /** Somebody who was gone already holds its key. */
  needsEpoch: boolean;
};

export type Foundings = {
  /** `isVoid`: what counts for nothing. Undefined where nothing was founded. */
  read: (graph: Graph, anchor: string, isVoid: (entry: Entry) => boolean) => Founding | undefined;
};

/** `anchor`: what this device takes the team to have begun with. */
export function createFoundings(crypto: TeamCrypto): Foundings {
  // Old statements never change: what a set of them says is worked out once.
  const known = new Map<string, Founding | undefined>();
  const ofRoots = (graph: Graph, roots: readonly Entry[]): Founding | undefined => {
    const ids = roots.map(({ id }) => id).sort();
    const key = ids.join();
    if (!known.has(key)) known.set(key, readCarried(graph, roots, crypto));
    return known.get(key);
  };
  return {
    read: (graph, anchor, isVoid) => {
      const root = graph.get(anchor);
      if (root?.said?.t === 'team') return madeHere(root, root.said);
      if (root?.said?.t !== 'carried') return undefined;
      return joined(graph, root, isVoid, (roots) => ofRoots(graph, roots));
    },
  };
}

function madeHere({ by }: Entry, said: SaidOf<'team'>): Founding {
  const { signKey, boxKey, deviceName, memberName, colour } = said;
  const names = { deviceName, memberName, colour };
  const founder: FirstMember = {
    id: by,
    formerId: undefined,
    signKey,
    boxKey,
    ...names,
    role: 'owner',
    state: 'here',
  };
  return {
    name: said.name,
    members: new Map([[by, founder]]),
    epoch: { n: 0, id: '0', keys: {}, stays: [] },
    needsEpoch: false,
  };
}

/**
 * What was known before, put together from all who carried it over and belonged to the
 * team; senior ones first, so that what somebody says who was removed does not count.
 */
function joined(
  graph: Graph,
  anchor: Entry,
  isVoid: (entry: Entry) => boolean,
  ofRoots: (roots: readonly Entry[]) => Founding | undefined,
): Founding | undefined {
  const others = graph
    .inOrder()
    .filter((one) => one.said?.t === 'carried' && one !== anchor && !isVoid(one));
  const refused = new Set<Entry>();
  for (;;) {
    const taken = [anchor];
    let seen = ofRoots(taken);
    for (
      let next = senior(others, taken, refused, seen);
      next !== undefined && seen !== undefined;
    ) {
      taken.push(next);
      seen = ofRoots(taken);
      next = senior(others, taken, refused, seen);
    }
    const gone = taken.find((one) => one !== anchor && seen?.members.get(one.by)?.state !== 'here');
    if (gone === undefined) return seen;
    refused.add(gone);
  }
}

function senior(
  others: readonly Entry[],
  taken: readonly Entry[],
  refused: ReadonlySet<Entry>,
  seen: Founding | undefined,
): Entry | undefined {
  const ranks = [...(seen?.members.keys() ?? [])];
  return others
    .filter((one) => !taken.includes(one) && !refused.has(one))
    .filter(({ by }) => seen?.members.get(by)?.state === 'here')
    .sort((a, b) => ranks.indexOf(a.by) - ranks.indexOf(b.by))[0];
}

function readCarried(
  graph: Graph,
  roots: readonly Entry[],
  crypto: TeamCrypto,
): Founding | undefined {
  const ids = new Set(roots.flatMap(({ after }) => after));
  const statements = [...ids].flatMap((id): Statement[] => {
    const statement = graph.get(id)?.statement;
    return statement === undefined ? [] : [statement];
  });
  const old = readOldTeam(graph.team, inOldOrder(statements), crypto);
  return old === undefined ? undefined : foundingOf(old, crypto);
}

export function foundingOf(old: OldMembership, crypto: TeamCrypto): Founding {
  const newId = new Map([...old.members].map(([id, one]) => [id, deviceIdOf(one, crypto)]));
  const listed = [...old.members.values()];
  const [founder] = listed;
  const rank = (id: string, role: Role): number =>
    id === founder?.id ? 0 : role === 'owner' ? 1 : 2;
  const members = listed
    .map((one): FirstMember => ({ ...one, id: newId.get(one.id) ?? '', formerId: one.id }))
    .sort(
      (a, b) =>
        rank(a.formerId ?? '', a.role) - rank(b.formerId ?? '', b.role) || (a.id < b.id ? -1 : 1),
    );
  const { n, id, keys, stays } = old.epoch;
  const renamed = Object.entries(keys).map(([one, key]) => [newId.get(one) ?? one, key]);
  return {
    name: old.name,
    members: new Map(members.map((one) => [one.id, one])),
    epoch: {
      n,
      id,
      keys: Object.fromEntries(renamed),
      stays: stays.map((one) => newId.get(one) ?? one),
    },
    needsEpoch: old.needsEpoch,
  };
}
