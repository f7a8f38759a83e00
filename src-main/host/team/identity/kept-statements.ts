// The team's statements as this laptop keeps them, what they say of the team, and the
// keys of the epochs that were sealed for this device in them.

import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import { readTeam, type Membership } from '../../../../src-shared/sync/team/membership.ts';
import type { Statement } from '../../../../src-shared/sync/team/statements.ts';
import { worthKeeping } from '../../../../src-shared/sync/team/worth-keeping.ts';
import type { TeamFile } from './team-file.ts';

export type EpochKey = { id: string; key: string };

type KeptStatements = {
  membership: () => Membership | undefined;
  /** True when something was new. */
  keep: (added: readonly Statement[]) => boolean;
  /** Each known epoch's key, the newest first. */
  keys: () => EpochKey[];
};

export function keepStatements(file: TeamFile, device: string, crypto: TeamCrypto): KeptStatements {
  let cached: { statements: readonly Statement[]; membership: Membership | undefined } | undefined;

  const membership = (): Membership | undefined => {
    const { team } = file.read();
    if (team === undefined) return undefined;
    if (cached?.statements !== team.statements) {
      const { statements } = team;
      cached = { statements, membership: readTeam(team.id, statements, crypto) };
    }
    return cached.membership;
  };
  /** An epoch's key was sealed for this device: open it. */
  const takeKeys = (): void => {
    const { team } = file.read();
    const seen = membership();
    if (team === undefined || seen === undefined) return;
    const { n, id, keys } = seen.epoch;
    const sealed = keys[device];
    if (n === 0 || team.keys[id] !== undefined || sealed === undefined) return;
    const key = crypto.openWith(file.keys().box.secretKey, sealed);
    if (key !== undefined) file.write({ team: { ...team, keys: { ...team.keys, [id]: key } } });
  };

  return {
    membership,
    keep: (added) => {
      const { team } = file.read();
      if (team === undefined) return false;
      const statements = worthKeeping(team.id, team.statements, added, crypto);
      if (isSameSet(statements, team.statements)) return false;
      file.write({ team: { ...team, statements } });
      takeKeys();
      return true;
    },
    keys: () =>
      Object.entries(file.read().team?.keys ?? {})
        .map(([id, key]) => ({ id, key }))
        .sort((a, b) => Number.parseInt(b.id, 10) - Number.parseInt(a.id, 10)),
  };
}

const isSameSet = (a: readonly Statement[], b: readonly Statement[]): boolean =>
  a.length === b.length && a.every(({ signature }, at) => signature === b[at]?.signature);
