// Devices of a team without a network: keys, files and logs as on real laptops.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freeColour } from '../../../src-main/host/team/identity/colours.ts';
import { nodeCrypto as crypto } from '../../../src-main/host/team/identity/node-crypto.ts';
import { openIdentity } from '../../../src-main/host/team/identity/identity.ts';
import type { TeamFile } from '../../../src-main/host/team/identity/team-file.ts';
import type { TeamState } from '../../../src-main/host/team/identity/team-state.ts';
import { openOwnDevice } from '../../../src-main/host/profile/own-device.ts';
import type { Membership } from '../../../src-shared/sync/team/log/membership.ts';
import type { Statement } from '../../../src-shared/sync/team/log/statement.ts';
import { vaultIn } from '../store/vault-in.ts';

export { crypto };

export type TestDevice = {
  name: string;
  id: string;
  state: TeamState;
  file: TeamFile;
  profileDir: string;
};

export function openDevice(name: string): TestDevice {
  return openProfile(name, mkdtempSync(join(tmpdir(), `rapport-device-${name}-`)));
}

/** A device as its profile folder makes it. */
export function openProfile(name: string, profileDir: string): TestDevice {
  const vault = vaultIn(profileDir);
  const opened = openOwnDevice(profileDir, vault);
  const device = Object.create(opened.device, { name: { value: `${name}-laptop` } });
  const { state, file } = openIdentity(profileDir, vault, { ...opened, device });
  return { name, id: device.id, state, file, profileDir };
}

export function teamOf(founder: string, ...others: string[]): TestDevice[] {
  const first = openDevice(founder);
  first.state.make('Test team', founder);
  const joined = others.map((name) => {
    const device = openDevice(name);
    admit(first, device);
    return device;
  });
  const all = [first, ...joined];
  tellAll(all);
  return all;
}

/** A member lets a device in, as after a matching code. */
export function admit(member: TestDevice, device: TestDevice): void {
  const membership = member.state.membership();
  if (membership === undefined) throw new Error('no team');
  member.state.letIn(device.state.asker(device.name), freeColour(membership));
  const keys = Object.fromEntries(member.state.keys().map(({ id, key }) => [id, key]));
  const statements = [...member.state.statements()];
  const anchor = member.state.log()?.anchor ?? '';
  const joined = device.state.join({ team: membership.team, anchor, statements, keys });
  if (!joined.ok) throw new Error('could not join');
}

/** Everybody learns what everybody knows. */
export function tellAll(devices: readonly TestDevice[]): void {
  for (const from of devices) for (const to of devices) to.state.learn(from.state.statements());
  for (const from of devices) for (const to of devices) to.state.learn(from.state.statements());
}

/** By the name of the member. */
export const statesOf = ({ state }: TestDevice): Record<string, string> =>
  Object.fromEntries(
    [...(state.membership()?.members.values() ?? [])].map((member) => [
      member.memberName,
      member.state,
    ]),
  );

/** What a device knows of its team, without what only functions say. */
export function pictureOf({ state }: TestDevice): Omit<Membership, 'counts'> | undefined {
  const seen = state.membership();
  if (seen === undefined) return undefined;
  const { counts: _, ...rest } = seen;
  return rest;
}

export const textsOf = (statements: readonly Statement[]): string[] =>
  statements.map(({ text }) => text).sort();
