// Devices of a team without a network: keys, files and statements as on real laptops.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { nodeCrypto as crypto } from '../../../src-main/host/team/identity/node-crypto.ts';
import { openTeamFile } from '../../../src-main/host/team/identity/team-file.ts';
import { freeColour } from '../../../src-main/host/team/identity/colours.ts';
import {
  createTeamState,
  type TeamState,
} from '../../../src-main/host/team/identity/team-state.ts';

export { crypto };

export type TestDevice = { id: string; state: TeamState; profileDir: string };

export function openDevice(id: string): TestDevice {
  const profileDir = mkdtempSync(join(tmpdir(), `rapport-device-${id}-`));
  const file = openTeamFile(profileDir, crypto);
  let clock = 1_700_000_000_000;
  const state = createTeamState(file, { id, name: `${id}-laptop` }, crypto, () => (clock += 1_000));
  return { id, state, profileDir };
}

export function teamOf(founder: string, ...others: string[]): TestDevice[] {
  const first = openDevice(founder);
  first.state.make('Test team', founder);
  const joined = others.map((id) => {
    const device = openDevice(id);
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
  member.state.letIn(device.state.asker(device.id), freeColour(membership));
  const keys = Object.fromEntries(member.state.keys().map(({ id, key }) => [id, key]));
  const statements = [...member.state.statements()];
  const joined = device.state.join({ team: membership.team, statements, keys });
  if (!joined.ok) throw new Error('could not join');
}

/** Everybody learns what everybody knows. */
export function tellAll(devices: readonly TestDevice[]): void {
  for (const from of devices) for (const to of devices) to.state.learn(from.state.statements());
  for (const from of devices) for (const to of devices) to.state.learn(from.state.statements());
}

export const statesOf = ({ state }: TestDevice): Record<string, string> =>
  Object.fromEntries(
    [...(state.membership()?.members ?? [])].map(([id, member]) => [id, member.state]),
  );
