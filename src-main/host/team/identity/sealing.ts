// A new epoch's key, sealed for each member who stays. A key that nothing can be sealed
// for does not stop the others: its device stays, without the key, and is said.

import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import type { Member, Membership } from '../../../../src-shared/sync/team/log/membership.ts';
import { mostDevices, type ToSay } from '../../../../src-shared/sync/team/log/said.ts';

export function sealEpoch(
  { members }: Membership,
  removed: readonly string[],
  crypto: TeamCrypto,
): ToSay {
  const isGone = ({ id, state }: Member): boolean => state !== 'here' || removed.includes(id);
  const staying = [...members.values()].filter((member) => !isGone(member));
  const key = crypto.random(32);
  const sealed = staying.flatMap(({ id, boxKey }): [string, string][] => {
    const box = crypto.sealFor(boxKey, key);
    return box === undefined ? [] : [[id, box]];
  });
  // Whoever was removed before, or left, is named again: the word of a senior owner makes it firm.
  const before = [...members.values()].filter(({ state }) => state !== 'here');
  const all = new Set([...removed, ...before.map(({ id }) => id)]);
  return {
    t: 'epoch',
    removed: [...all].slice(0, mostDevices),
    stays: staying.map(({ id }) => id),
    keys: Object.fromEntries(sealed),
  };
}
