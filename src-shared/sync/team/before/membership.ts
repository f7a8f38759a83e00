// Reads who belonged to a team that had no log yet, by the very rules that its devices
// went by: they must all come to the same when they carry it over.

import type { TeamCrypto } from '../crypto.ts';
import { isSignedBy, readStatement, type Role, type SaidOf, type Statement } from './statements.ts';

export type Member = {
  id: string;
  signKey: string;
  boxKey: string;
  deviceName: string;
  memberName: string;
  colour: string;
  role: Role;
  /** here: belongs to the team. left, removed: its copy is its own from then on. */
  state: 'here' | 'left' | 'removed';
};

/** `id` tells two epochs apart that two owners began at the same time. */
export type Epoch = {
  n: number;
  id: string;
  keys: { [device: string]: string };
  stays: readonly string[];
};

export type Membership = {
  team: string;
  name: string;
  members: ReadonlyMap<string, Member>;
  /** The one in force; `n` 0 is the team's first, which needed no announcement. */
  epoch: Epoch;
  /** Somebody who is gone still holds the key in force: an owner should begin another epoch. */
  needsEpoch: boolean;
};

type Read = { statement: Statement; said: NonNullable<ReturnType<typeof readStatement>> };

/** Undefined without a founding statement that is good. */
export function readTeam(
  team: string,
  statements: readonly Statement[],
  crypto: TeamCrypto,
): Membership | undefined {
  const read = statements.flatMap((statement): Read[] => {
    const said = readStatement(statement);
    return said === undefined || said.team !== team ? [] : [{ statement, said }];
  });
  const founding = foundingOf(team, read, crypto);
  if (founding === undefined) return undefined;
  const members = new Map<string, Member>([[founding.id, memberOf(founding, 'owner')]]);
  const signers = new Map<string, SaidOf<'device'>[]>();
  letIn(read, members, signers, crypto);
  const signed = read.filter(({ statement }) => {
    const signer = members.get(statement.by);
    return signer !== undefined && isSignedBy(statement, signer.signKey, crypto);
  });
  applyRoles(signed, members, founding.id);
  const epoch = applyEpochs(signed, members, signers);
  applyLeaves(signed, members);
  applyProfiles(signed, members);
  const needsEpoch = [...members.values()].some(
    ({ id, state }) => state !== 'here' && (epoch.n === 0 || epoch.stays.includes(id)),
  );
  return { team, name: founding.name, members, epoch, needsEpoch };
}

/** A team's id is the hash of what only its founder could have said first. */
const teamIdOf = (founding: string, signKey: string, crypto: TeamCrypto): string =>
  crypto.hash(`rapport:team:1\n${founding}\n${signKey}`).slice(0, 43);

function foundingOf(
  team: string,
  read: readonly Read[],
  crypto: TeamCrypto,
): SaidOf<'team'> | undefined {
  for (const { statement, said } of read) {
    if (said.t !== 'team' || statement.by !== said.id) continue;
    if (teamIdOf(said.founding, said.signKey, crypto) !== team) continue;
    if (isSignedBy(statement, said.signKey, crypto)) return said;
  }
  return undefined;
}

function memberOf(device: SaidOf<'team'> | SaidOf<'device'>, role: Role): Member {
  const { id, signKey, boxKey, deviceName, memberName, colour } = device;
  return { id, signKey, boxKey, deviceName, memberName, colour, role, state: 'here' };
}

/** Devices let in by devices that are in; repeated, because statements come in any order. */
function letIn(
  read: readonly Read[],
  members: Map<string, Member>,
  signers: Map<string, SaidOf<'device'>[]>,
  crypto: TeamCrypto,
): void {
  for (let found = true; found;) {
    found = false;
    for (const { statement, said } of read) {
      const signer = members.get(statement.by);
      if (said.t !== 'device' || members.has(said.id) || signer === undefined) continue;
      if (!isSignedBy(statement, signer.signKey, crypto)) continue;
      members.set(said.id, memberOf(said, 'member'));
      signers.set(statement.by, [...(signers.get(statement.by) ?? []), said]);
      found = true;
    }
  }
}

function applyRoles(signed: readonly Read[], members: Map<string, Member>, founder: string): void {
  const roles = signed
    .flatMap(({ statement, said }) => (said.t === 'role' ? [{ by: statement.by, said }] : []))
    .sort((a, b) => a.said.n - b.said.n || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  for (const { by, said } of roles) {
    const member = members.get(said.id);
    if (member === undefined || members.get(by)?.role !== 'owner') continue;
    // A team never ends up without the owner who made it, unless they leave.
    if (said.id === founder && by !== founder) continue;
    member.role = said.role;
  }
}

function applyEpochs(
  signed: readonly Read[],
  members: Map<string, Member>,
  signers: ReadonlyMap<string, SaidOf<'device'>[]>,
): Epoch {
  const epochs = signed
    .flatMap(({ statement, said }) => (said.t === 'epoch' ? [{ statement, said }] : []))
    .sort(
      (a, b) => a.said.n - b.said.n || (a.statement.signature < b.statement.signature ? 1 : -1),
    );
  let epoch: Epoch = { n: 0, id: '0', keys: {}, stays: [] };
  for (const { statement, said } of epochs) {
    const owner = members.get(statement.by);
    if (owner?.role !== 'owner' || owner.state !== 'here') continue;
    for (const gone of said.removed) {
      const member = members.get(gone);
      if (member !== undefined) member.state = 'removed';
      removeGuests(gone, said.stays, members, signers);
    }
    const id = `${said.n}-${statement.signature.slice(0, 12)}`;
    epoch = { n: said.n, id, keys: said.keys, stays: said.stays };
  }
  return epoch;
}

/** Whom a removed device let in and nobody else knew of goes with it, and their guests, too. */
function removeGuests(
  host: string,
  stays: readonly string[],
  members: ReadonlyMap<string, Member>,
  signers: ReadonlyMap<string, SaidOf<'device'>[]>,
): void {
  for (const { id } of signers.get(host) ?? []) {
    const guest = members.get(id);
    if (guest === undefined || guest.state === 'removed' || stays.includes(id)) continue;
    guest.state = 'removed';
    removeGuests(id, stays, members, signers);
  }
}

function applyLeaves(signed: readonly Read[], members: Map<string, Member>): void {
  for (const { statement, said } of signed) {
    const member = members.get(statement.by);
    if (said.t === 'leave' && said.id === statement.by && member?.state === 'here')
      member.state = 'left';
  }
}

function applyProfiles(signed: readonly Read[], members: Map<string, Member>): void {
  const profiles = signed
    .flatMap(({ statement, said }) =>
      said.t === 'profile' && said.id === statement.by ? [said] : [],
    )
    .sort((a, b) => a.n - b.n);
  for (const { id, deviceName, memberName, colour } of profiles) {
    const member = members.get(id);
    if (member !== undefined) Object.assign(member, { deviceName, memberName, colour });
  }
}
