// Who this device is and which team it belongs to: the statements, read; the keys of
// the epochs; what this device itself says to the team.

import { fail, ok, type Result } from '../../../../src-shared/domain/result.ts';
import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import {
  type Member,
  readTeam,
  teamIdOf,
  type Membership,
} from '../../../../src-shared/sync/team/membership.ts';
import {
  makeStatement,
  readStatement,
  type Said,
  type Statement,
  unionOf,
} from '../../../../src-shared/sync/team/statements.ts';
import type { Asker, Welcome } from '../../../../src-shared/sync/team/pairing.ts';
import type { Device } from '../../profile/settings.ts';
import { firstColour } from './colours.ts';
import { type EpochKey, keepStatements } from './kept-statements.ts';
import type { TeamFile } from './team-file.ts';

export type TeamState = {
  membership: () => Membership | undefined;
  statements: () => readonly Statement[];
  /** Each known epoch's key, the newest first. */
  keys: () => EpochKey[];
  /** The key in force; undefined outside of a team and for whoever was removed. */
  keyNow: () => EpochKey | undefined;
  /** This device's signing keys. */
  ownSign: () => { publicKey: string; secretKey: string };
  /** Opens what was sealed for this device. */
  openSealed: (sealed: string) => string | undefined;
  asker: (memberName: string) => Asker;
  make: (name: string, memberName: string) => void;
  join: (welcome: Welcome) => Result<null>;
  /** Takes over what others know. True when something was new. */
  learn: (statements: readonly Statement[]) => boolean;
  /** Signs and keeps; the caller tells the team. */
  say: (said: Said) => void;
  letIn: (asker: Asker, colour: string) => void;
  /** Begins an epoch without `removed` and without whoever has left. */
  beginEpoch: (removed: readonly string[]) => void;
  leave: () => void;
};

export function createTeamState(
  file: TeamFile,
  device: Device,
  crypto: TeamCrypto,
  now: () => number,
): TeamState {
  const { membership, keep, keys } = keepStatements(file, device.id, crypto);
  const say = (said: Said): void => {
    keep([makeStatement(said, device.id, file.keys().sign.secretKey, crypto)]);
  };
  const own = (memberName: string): Asker => ({
    id: device.id,
    signKey: file.keys().sign.publicKey,
    boxKey: file.keys().box.publicKey,
    deviceName: device.name.slice(0, 100),
    memberName: memberName.slice(0, 100) || device.name.slice(0, 100),
  });
  const teamId = (): string => file.read().team?.id ?? '';

  return {
    membership,
    statements: () => file.read().team?.statements ?? [],
    keys,
    keyNow: () => {
      const seen = membership();
      if (seen?.members.get(device.id)?.state !== 'here') return undefined;
      return keys().find(({ id }) => id === seen.epoch.id);
    },
    ownSign: () => file.keys().sign,
    openSealed: (sealed) => crypto.openWith(file.keys().box.secretKey, sealed),
    asker: own,
    make: (name, memberName) => {
      const founding = crypto.random(16);
      const me = own(memberName);
      const team = teamIdOf(founding, me.signKey, crypto);
      const said: Said = {
        t: 'team',
        team,
        founding,
        name,
        at: now(),
        ...me,
        colour: firstColour,
      };
      const statement = makeStatement(said, device.id, file.keys().sign.secretKey, crypto);
      file.write({ team: { id: team, statements: [statement], keys: { 0: crypto.random(32) } } });
    },
    join: (welcome) => {
      const { team, statements } = welcome;
      const seen = readTeam(team, statements, crypto);
      if (seen?.members.get(device.id)?.state !== 'here') return fail('bad-input');
      file.write({ team: { id: team, statements: unionOf(statements, []), keys: welcome.keys } });
      return ok(null);
    },
    learn: keep,
    say,
    letIn: (asker, colour) =>
      say({
        t: 'device',
        team: teamId(),
        at: now(),
        epoch: membership()?.epoch.n ?? 0,
        ...asker,
        colour,
      }),
    beginEpoch: (removed) => {
      const seen = membership();
      if (seen !== undefined) say(epochWithout(seen, removed, now(), crypto));
    },
    leave: () => say({ t: 'leave', team: teamId(), id: device.id, at: now() }),
  };
}

/** A new epoch's key, sealed for each member who stays. */
function epochWithout(
  { team, epoch, members }: Membership,
  removed: readonly string[],
  at: number,
  crypto: TeamCrypto,
): Said {
  const isGone = ({ id, state }: Member): boolean => state !== 'here' || removed.includes(id);
  const gone = [...members.values()].filter(isGone);
  const staying = [...members.values()].filter((member) => !isGone(member));
  const key = crypto.random(32);
  return {
    t: 'epoch',
    team,
    n: epoch.n + 1,
    stays: staying.map(({ id }) => id),
    removed: gone.filter(({ state }) => state !== 'left').map(({ id }) => id),
    keys: Object.fromEntries(staying.map(({ id, boxKey }) => [id, crypto.sealFor(boxKey, key)])),
    at,
  };
}

export const highestN = (statements: readonly Statement[]): number =>
  statements.reduce((top, one) => {
    const said = readStatement(one);
    return said !== undefined && 'n' in said ? Math.max(top, said.n) : top;
  }, 0);
