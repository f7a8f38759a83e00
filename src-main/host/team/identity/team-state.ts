// Who this device is and which team it belongs to: the log, read; the keys of the
// epochs; what this device itself says to the team.

import { fail, ok, type Result } from '../../../../src-shared/domain/result.ts';
import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import type { Membership } from '../../../../src-shared/sync/team/log/membership.ts';
import type { Said, ToSay } from '../../../../src-shared/sync/team/log/said.ts';
import {
  makeStatement,
  type Statement,
  statementId,
} from '../../../../src-shared/sync/team/log/statement.ts';
import {
  createStatementLog,
  type StatementLog,
  type Taken,
} from '../../../../src-shared/sync/team/log/statement-log.ts';
import type { Asker, Welcome } from '../../../../src-shared/sync/team/pairing.ts';
import type { Device, OwnKeys } from '../../profile/own-device.ts';
import { firstColour } from './colours.ts';
import { type EpochKey, openKeptLog } from './kept-log.ts';
import { sealEpoch } from './sealing.ts';
import type { TeamFile } from './team-file.ts';

export type TeamState = {
  membership: () => Membership | undefined;
  /** Undefined while there is no team. */
  log: () => StatementLog | undefined;
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
  /** Takes over what others know. */
  learn: (statements: readonly Statement[]) => Taken;
  /** Signs and keeps; the caller tells the team. Fails where the team's log is full. */
  say: (said: ToSay) => Result<null>;
  letIn: (asker: Asker, colour: string) => Result<null>;
  /** Begins an epoch without `removed` and without whoever has left. */
  beginEpoch: (removed: readonly string[]) => Result<null>;
  leave: () => Result<null>;
};

export function createTeamState(
  file: TeamFile,
  device: Device,
  ownKeys: OwnKeys,
  crypto: TeamCrypto,
): TeamState {
  const kept = openKeptLog(file, device.id, ownKeys, crypto);
  const { membership, keys } = kept;
  const say = (said: ToSay): Result<null> => (kept.say(said) ? ok(null) : fail('team-full'));
  const own = (memberName: string): Asker => ({
    id: device.id,
    signKey: ownKeys.sign.publicKey,
    boxKey: ownKeys.box.publicKey,
    deviceName: device.name.slice(0, 100),
    memberName: memberName.slice(0, 100) || device.name.slice(0, 100),
  });

  return {
    membership,
    log: kept.log,
    statements: () => kept.log()?.statements() ?? [],
    keys,
    keyNow: () => {
      const seen = membership();
      if (seen?.members.get(device.id)?.state !== 'here') return undefined;
      return keys().find(({ id }) => id === seen.epoch.id);
    },
    ownSign: () => ownKeys.sign,
    openSealed: (sealed) => crypto.openWith(ownKeys.box.secretKey, sealed),
    asker: own,
    make: (name, memberName) => {
      const me = namingOf(own(memberName));
      const founding = crypto.random(16);
      const said: Said = { t: 'team', after: [], founding, name, ...me, colour: firstColour };
      const root = makeStatement(said, device.id, ownKeys.sign.secretKey, crypto);
      const id = statementId(root, crypto);
      const first = { id, anchor: id, statements: [root], keys: { 0: crypto.random(32) } };
      file.write({ team: first });
    },
    join: ({ team, anchor, statements, keys: given }) => {
      const log = createStatementLog(team, anchor, crypto);
      log.add(statements);
      if (log.membership()?.members.get(device.id)?.state !== 'here') return fail('bad-input');
      file.write({ team: { id: team, anchor, statements: log.statements(), keys: given } });
      return ok(null);
    },
    learn: kept.keep,
    say,
    letIn: (asker, colour) => say({ t: 'admit', ...namingOf(asker), colour }),
    beginEpoch: (removed) => {
      const seen = membership();
      return seen === undefined
        ? fail('no-team')
        : say(sealEpoch(seen, device.id, removed, crypto));
    },
    leave: () => say({ t: 'leave' }),
  };
}

/** What a statement says of a device, whose id follows from it. */
const namingOf = ({ signKey, boxKey, deviceName, memberName }: Asker): Omit<Asker, 'id'> => ({
  signKey,
  boxKey,
  deviceName,
  memberName,
});
