// Who this device is and which team it belongs to: the log, read; the keys of the
// epochs; what this device itself says to the team.

import { fail, ok, type Result } from '../../../../src-shared/domain/result.ts';
import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import type { Membership } from '../../../../src-shared/sync/team/log/membership.ts';
import type { Said, ToSay } from '../../../../src-shared/sync/team/log/said.ts';
import {
  deviceIdOf,
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
import { newOwnKeys, type OwnDevice, type OwnKeys } from '../../profile/own-device.ts';
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
  openSealed: (sealed: string, keys?: OwnKeys) => string | undefined;
  /** `keys`: this device's own where left out. */
  asker: (memberName: string, keys?: OwnKeys) => Asker;
  /**
   * What to ask with: its own keys, or new ones where a team may have known it under these. A
   * device that left or was removed does not come back, but its person's next one may come.
   */
  keysToAskWith: () => OwnKeys;
  make: (name: string, memberName: string) => void;
  /** `keys`: those that it asked with; its own where left out. */
  join: (welcome: Welcome, keys?: OwnKeys) => Result<null>;
  /** Takes over what others know. */
  learn: (statements: readonly Statement[]) => Taken;
  /** Signs and keeps; the caller tells the team. Fails where the team's log is full. */
  say: (said: ToSay) => Result<null>;
  letIn: (asker: Asker, colour: string) => Result<null>;
  /** Begins an epoch without `removed` and without whoever has left. */
  beginEpoch: (removed: readonly string[]) => Result<null>;
  leave: () => Result<null>;
  /** It has left, and nobody in the team is known to have heard of that. */
  isLeaving: () => boolean;
  /** Others have told that their logs end with these. True where that ends `isLeaving`. */
  noteHeads: (heads: readonly string[]) => boolean;
};

export function createTeamState(
  file: TeamFile,
  own: Omit<OwnDevice, 'aside'>,
  crypto: TeamCrypto,
): TeamState {
  const { device, keys: ownKeys } = own;
  const kept = openKeptLog(file, own, crypto);
  const { membership, keys } = kept;
  const say = (said: ToSay): Result<null> => (kept.say(said) ? ok(null) : fail('team-full'));
  const asker = (memberName: string, { sign, box }: OwnKeys = ownKeys): Asker => {
    const named = { signKey: sign.publicKey, boxKey: box.publicKey };
    return {
      id: deviceIdOf(named, crypto),
      ...named,
      deviceName: device.name.slice(0, 100),
      memberName: memberName.slice(0, 100) || device.name.slice(0, 100),
    };
  };
  const isLeaving = (): boolean => {
    const all = [...(membership()?.members.values() ?? [])];
    const hasLeft = all.some(({ id, state }) => id === device.id && state === 'left');
    return hasLeft && !file.read().isLeaveHeard && all.some(({ state }) => state === 'here');
  };

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
    openSealed: (sealed, { box } = ownKeys) => crypto.openWith(box.secretKey, sealed),
    asker,
    keysToAskWith: () => {
      const isNew = file.read().team === undefined && file.aside() === undefined;
      return isNew ? ownKeys : newOwnKeys();
    },
    make: (name, memberName) => {
      const me = namingOf(asker(memberName));
      const founding = crypto.random(16);
      const said: Said = { t: 'team', after: [], founding, name, ...me, colour: firstColour };
      const root = makeStatement(said, device.id, ownKeys.sign.secretKey, crypto);
      const id = statementId(root, crypto);
      kept.begin({ id, anchor: id, statements: [root], keys: { 0: crypto.random(32) } });
    },
    join: ({ team, anchor, statements, keys: given }, asked = ownKeys) => {
      const log = createStatementLog(team, anchor, crypto);
      log.add(statements);
      // That it left is news to the team, where nobody was in reach.
      if (file.read().team?.id === team) log.add(file.read().team?.statements ?? []);
      const { id } = asker('', asked);
      if (log.membership()?.members.get(id)?.state !== 'here') return fail('bad-input');
      if (id !== device.id) own.renew(asked);
      kept.begin({ id: team, anchor, statements: log.statements(), keys: given });
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
    isLeaving,
    noteHeads: (heads) => {
      if (!isLeaving() || kept.log()?.isLeaveAmong(heads, device.id) !== true) return false;
      file.write({ isLeaveHeard: true });
      return true;
    },
  };
}

/** What a statement says of a device, whose id follows from it. */
const namingOf = ({ signKey, boxKey, deviceName, memberName }: Asker): Omit<Asker, 'id'> => ({
  signKey,
  boxKey,
  deviceName,
  memberName,
});
