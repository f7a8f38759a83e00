// What a person allows now, from the log of what they said. Of entries that none other has seen
// the most careful one counts: a yes written apart from a no does not lift it.

import {
  type Channel,
  type Permission,
  permissionOf,
  type PermissionState,
  permissionStates,
  type Purpose,
} from '../domain/permission.ts';
import type { RecordDoc, SetItem } from '../domain/record.ts';

/** In the order in which they were written, those of a newer version left out. */
export const permissionsOf = ({ sets }: Pick<RecordDoc, 'sets'>): Permission[] =>
  permissionsIn(sets['permissions'] ?? []);

export const permissionsIn = (items: readonly SetItem[]): Permission[] =>
  items.flatMap((item) => permissionOf(item) ?? []);

type Asked = { channel: Channel | 'any'; purpose: Purpose };

/** Whether an entry speaks of this way and purpose. Asked for any way: whatever speaks of one. */
const isAbout = (one: Permission, { channel, purpose }: Asked): boolean =>
  one.purpose === purpose &&
  (channel === 'any' || one.channel === channel || one.channel === 'any');

/** Those that none other, not taken back, has seen and replaced. */
function standing(log: readonly Permission[], asked: Asked): Permission[] {
  const about = log.filter((one) => !one.isTakenBack && isAbout(one, asked));
  const replaced = new Set(about.flatMap(({ id, after }) => after.filter((other) => other !== id)));
  const heads = about.filter(({ id }) => !replaced.has(id));
  // A circle, which nobody writes in earnest, hides no objection.
  return heads.length === 0 ? about : heads;
}

/** `today`: YYYY-MM-DD. Undefined where nothing was said, or it has run out. */
export function currentPermission(
  log: readonly Permission[],
  asked: { channel: Channel; purpose: Purpose },
  today: string,
): Permission | undefined {
  const counted = standing(log, asked).filter(({ until }) => until === undefined || until >= today);
  return counted.reduce<Permission | undefined>(
    (top, one) => (top === undefined || isMoreCareful(one, top) ? one : top),
    undefined,
  );
}

const isMoreCareful = (one: Permission, other: Permission): boolean =>
  care(one.state) !== care(other.state)
    ? care(one.state) > care(other.state)
    : one.at !== other.at
      ? one.at > other.at
      : one.id > other.id;

/** Asked and not answered is no yes. */
const care = (state: PermissionState): number => permissionStates.indexOf(state);

/** What an entry written now has seen: for any way, what stands for one of them. */
export function seenNow(
  log: readonly Permission[],
  { channel, purpose }: Asked,
  ways: readonly Channel[],
): string[] {
  const asked = channel === 'any' ? ways : [channel];
  return [
    ...new Set(
      asked.flatMap((way) => standing(log, { channel: way, purpose }).map(({ id }) => id)),
    ),
  ].sort();
}
