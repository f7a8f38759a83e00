// The team's log as this laptop keeps it, and the keys of the epochs that were sealed
// for this device in it.

import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import type { Membership } from '../../../../src-shared/sync/team/log/membership.ts';
import type { ToSay } from '../../../../src-shared/sync/team/log/said.ts';
import type { Statement } from '../../../../src-shared/sync/team/log/statement.ts';
import {
  createStatementLog,
  type StatementLog,
  type Taken,
} from '../../../../src-shared/sync/team/log/statement-log.ts';
import type { OwnDevice } from '../../profile/own-device.ts';
import type { KnownTeam, TeamFile } from './team-file.ts';

export type EpochKey = { id: string; key: string };

export type KeptLog = {
  /** Undefined while there is no team. */
  log: () => StatementLog | undefined;
  membership: () => Membership | undefined;
  /** This laptop belongs to this team from now on, and to no other. */
  begin: (team: NonNullable<KnownTeam['team']>) => void;
  keep: (added: readonly Statement[]) => Taken;
  /** False where the log is full. */
  say: (said: ToSay) => boolean;
  /** Each known epoch's key, the newest first. */
  keys: () => EpochKey[];
};

export function openKeptLog(
  file: TeamFile,
  { device, keys: own }: Pick<OwnDevice, 'device' | 'keys'>,
  crypto: TeamCrypto,
): KeptLog {
  let open: StatementLog | undefined;
  const log = (): StatementLog | undefined => {
    const { team } = file.read();
    if (team === undefined) return undefined;
    if (open?.team !== team.id || open.anchor !== team.anchor) open = openLog(team, crypto);
    return open;
  };
  const membership = (): Membership | undefined => log()?.membership();
  const store = (): void => {
    const { team } = file.read();
    if (team === undefined || open === undefined) return;
    file.write({ team: { ...team, statements: open.statements() } });
    takeKey();
  };
  const say = (said: ToSay): boolean => {
    const id = log()?.say(said, device.id, own.sign.secretKey);
    if (id !== undefined) store();
    return id !== undefined;
  };
  /** The key in force was sealed for this device: open it, and let the others know. */
  const takeKey = (): void => {
    const { team } = file.read();
    const seen = membership();
    const epoch = seen?.epoch;
    const sealed = epoch?.keys[device.id];
    if (team === undefined || epoch === undefined || sealed === undefined) return;
    if (team.keys[epoch.id] === undefined) {
      const key = crypto.openWith(own.box.secretKey, sealed);
      if (key === undefined) return;
      file.write({ team: { ...team, keys: { ...team.keys, [epoch.id]: key } } });
    }
    const me = seen?.members.get(device.id);
    if (epoch.statement !== undefined && me?.state === 'here' && me.key === 'waiting')
      say({ t: 'took', epoch: epoch.statement });
  };
  return {
    log,
    membership,
    begin: (team) => {
      const isSame = file.read().team?.id === team.id;
      file.write({ team, isLeaveHeard: false, ...(isSame ? {} : { lastMet: [] }) });
      open = undefined;
    },
    keep: (added) => {
      const taken = log()?.add(added) ?? { fresh: 0, bad: 0, void: 0 };
      if (taken.fresh > 0) store();
      return taken;
    },
    say,
    keys: () =>
      Object.entries(file.read().team?.keys ?? {})
        .map(([id, key]) => ({ id, key }))
        .sort((a, b) => Number.parseInt(b.id, 10) - Number.parseInt(a.id, 10)),
  };
}

function openLog(team: NonNullable<KnownTeam['team']>, crypto: TeamCrypto): StatementLog {
  const log = createStatementLog(team.id, team.anchor, crypto);
  log.add(team.statements);
  return log;
}
