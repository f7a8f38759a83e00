// Who this device is and which team it belongs to: the statements, read; the keys of
// the epochs; what this device itself says to the team.

import { fail, ok, type Result } from '../../../../src-shared/domain/result.ts';
import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import { readTeam, teamIdOf, type TeamView } from '../../../../src-shared/sync/team/membership.ts';
import {
  makeStatement,
  readStatement,
  type Said,
  type Statement,
  unionOf,
} from '../../../../src-shared/sync/team/statements.ts';
import { worthKeeping } from '../../../../src-shared/sync/team/worth-keeping.ts';
import type { Asker, Welcome } from '../../../../src-shared/sync/team/pairing.ts';
import type { Device } from '../../profile/settings.ts';
import type { TeamFile } from './team-file.ts';

export type EpochKey = { id: string; key: string };

export type TeamState = {
  view: () => TeamView | undefined;
  statements: () => readonly Statement[];
  /** Each known epoch's key, the newest first. */
  keys: () => EpochKey[];
  /** The key in force; undefined outside of a team and for who was removed. */
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

const colours = [
  '#1f7a5c',
  '#b4562e',
  '#3a5fcd',
  '#8a3fa0',
  '#a8324a',
  '#4d7c0f',
  '#0e7490',
  '#92610a',
];

export function createTeamState(
  file: TeamFile,
  device: Device,
  crypto: TeamCrypto,
  now: () => number,
): TeamState {
  let cached: { statements: readonly Statement[]; view: TeamView | undefined } | undefined;

  const view = (): TeamView | undefined => {
    const { team } = file.read();
    if (team === undefined) return undefined;
    if (cached?.statements !== team.statements) {
      const { statements } = team;
      cached = { statements, view: readTeam(team.id, statements, crypto) };
    }
    return cached.view;
  };
  const keep = (added: readonly Statement[]): boolean => {
    const { team } = file.read();
    if (team === undefined) return false;
    const statements = worthKeeping(team.id, team.statements, added, crypto);
    if (isSameSet(statements, team.statements)) return false;
    file.write({ team: { ...team, statements } });
    takeKeys();
    return true;
  };
  /** An epoch's key was sealed for this device: open it. */
  const takeKeys = (): void => {
    const { team } = file.read();
    const seen = view();
    if (team === undefined || seen === undefined) return;
    const { n, id, keys } = seen.epoch;
    const sealed = keys[device.id];
    if (n === 0 || team.keys[id] !== undefined || sealed === undefined) return;
    const key = crypto.openWith(file.keys().box.secretKey, sealed);
    if (key !== undefined) file.write({ team: { ...team, keys: { ...team.keys, [id]: key } } });
  };
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
  const keys = (): EpochKey[] =>
    Object.entries(file.read().team?.keys ?? {})
      .map(([id, key]) => ({ id, key }))
      .sort((a, b) => Number.parseInt(b.id, 10) - Number.parseInt(a.id, 10));
  const teamId = (): string => file.read().team?.id ?? '';

  return {
    view,
    statements: () => file.read().team?.statements ?? [],
    keys,
    keyNow: () => {
      const seen = view();
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
      const colour = colours[0] ?? '#1f7a5c';
      const said: Said = { t: 'team', team, founding, name, at: now(), ...me, colour };
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
        epoch: view()?.epoch.n ?? 0,
        ...asker,
        colour,
      }),
    beginEpoch: (removed) => {
      const seen = view();
      if (seen === undefined) return;
      const isGone = (id: string, state: string): boolean =>
        state !== 'here' || removed.includes(id);
      const gone = [...seen.members.values()].filter(({ id, state }) => isGone(id, state));
      const staying = [...seen.members.values()].filter(({ id, state }) => !isGone(id, state));
      const key = crypto.random(32);
      say({
        t: 'epoch',
        team: seen.team,
        n: seen.epoch.n + 1,
        stays: staying.map(({ id }) => id),
        removed: gone.filter(({ state }) => state !== 'left').map(({ id }) => id),
        keys: Object.fromEntries(
          staying.map(({ id, boxKey }) => [id, crypto.sealFor(boxKey, key)]),
        ),
        at: now(),
      });
    },
    leave: () => say({ t: 'leave', team: teamId(), id: device.id, at: now() }),
  };
}

const isSameSet = (a: readonly Statement[], b: readonly Statement[]): boolean =>
  a.length === b.length && a.every(({ signature }, at) => signature === b[at]?.signature);

/** One that no member has yet, while there are any. */
export function freeColour(view: TeamView): string {
  const taken = new Set([...view.members.values()].map(({ colour }) => colour));
  const free = colours.find((colour) => !taken.has(colour));
  return free ?? colours[view.members.size % colours.length] ?? '#1f7a5c';
}

export const highestN = (statements: readonly Statement[]): number =>
  statements.reduce((top, one) => {
    const said = readStatement(one);
    return said !== undefined && 'n' in said ? Math.max(top, said.n) : top;
  }, 0);
