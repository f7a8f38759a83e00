// The first start after an update from a version whose teams had no log: what this
// laptop knew of its team begins its log, and devices go by their new ids.

import { carryOver } from '../../../../src-shared/sync/team/before/carry.ts';
import { foundingOf } from '../../../../src-shared/sync/team/log/founding.ts';
import type { Device, OwnKeys } from '../../profile/own-device.ts';
import { firstColour } from './colours.ts';
import { nodeCrypto as crypto } from './node-crypto.ts';
import type { KnownTeam, OldTeam } from './team-file.ts';

export function carryTeam(
  old: OldTeam,
  known: KnownTeam,
  device: Device,
  { sign, box }: OwnKeys,
): Partial<KnownTeam> | undefined {
  const deviceName = device.name.slice(0, 100);
  const memberName = known.memberName.slice(0, 100) || deviceName;
  const names = { deviceName, memberName, colour: firstColour };
  const carried = carryOver(old.id, old.statements, { sign, box, id: device.id, names }, crypto);
  if (carried === undefined) return undefined;
  const { anchor, statements, before } = carried;
  const newIds = new Map(
    [...foundingOf(before, crypto).members.values()].map(({ id, formerId }) => [formerId, id]),
  );
  const seen = Object.entries(known.seen).map(([id, when]) => [newIds.get(id) ?? id, when]);
  return {
    team: { id: old.id, anchor, statements, keys: old.keys },
    seen: Object.fromEntries(seen),
  };
}
