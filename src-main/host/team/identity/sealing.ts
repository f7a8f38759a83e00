// A new epoch's key, sealed for each member who stays. A key that nothing can be sealed
// for does not stop the others: its device stays, without the key, and is said.

import type { TeamCrypto } from '../../../../src-shared/sync/team/crypto.ts';
import type { Member, Membership } from '../../../../src-shared/sync/team/log/membership.ts';
import { mostDevices, type ToSay } from '../../../../src-shared/sync/team/log/said.ts';

export function sealEpoch(
  { members }: Membership,
  by: string,
  removed: readonly string[],
  crypto: TeamCrypto,
): ToSay {
  const own = members.get(by);
  const isGone = ({ id, state }: Member): boolean => state !== 'here' || removed.includes(id);
  const staying = [...members.values()].filter((member) => !isGone(member));
  const key = crypto.random(32);
  const sealed = staying.flatMap(({ id, boxKey }): [string, string][] => {
    const box = crypto.sealFor(boxKey, key);
    return box === undefined ? [] : [[id, box]];
  });
  // The word of a senior owner makes firm that somebody was removed before, or left. Of its
  // own seniors it says nothing: with whoever removed them falls what was said on that word.
  const before = [...members.values()].filter(
    ({ state, rank }) => state !== 'here' && own !== undefined && own.rank < rank,
  );
  const all = new Set([...removed, ...before.map(({ id }) => id)]);
  return {
    t: 'epoch',
    removed: [...all].slice(0, mostDevices),
    stays: staying.map(({ id }) => id),
    keys: Object.fromEntries(sealed),
  };
}
