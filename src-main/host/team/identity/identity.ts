// This laptop in its team: what its profile keeps, and what it makes of that.

import type { Vault } from '../../keys/vault.ts';
import type { OwnDevice } from '../../profile/own-device.ts';
import { carryTeam } from './carry-team.ts';
import { nodeCrypto as crypto } from './node-crypto.ts';
import { openTeamFile, type TeamFile } from './team-file.ts';
import { createTeamState, type TeamState } from './team-state.ts';

export type Identity = { file: TeamFile; state: TeamState };

export function openIdentity(
  profileDir: string,
  vault: Vault,
  own: Omit<OwnDevice, 'aside'>,
): Identity {
  const { device, keys } = own;
  const file = openTeamFile(profileDir, vault, (old, known) => carryTeam(old, known, device, keys));
  const state = createTeamState(file, own, crypto);
  if (file.read().team !== undefined && state.membership() === undefined) file.putTeamAside();
  return { file, state };
}
