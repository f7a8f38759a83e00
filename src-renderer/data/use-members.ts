// Who can be mentioned: everybody else in the team, and the team as a whole.

import { t } from '@lingui/core/macro';

import { everybody, type Mention } from '../../src-shared/records/intents/comments.ts';
import { useHost } from './host-context.tsx';
import { useTeamRest } from './team-rest.tsx';

/** By name; one of several laptops each. Empty without a team. */
export function useMentionable(): Mention[] {
  const { info, settings } = useHost();
  const rest = useTeamRest();
  if (rest?.hasTeam !== true) return [];
  const own = new Set([info?.device.id, ...(info?.device.formerIds ?? [])]);
  const others = Object.entries(rest.names)
    .filter(([id, name]) => !own.has(id) && name !== settings?.userName && name.trim() !== '')
    .map(([id, name]) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  return [...others, everybody(t({ message: 'team', context: 'mention' }))];
}

export type Member = { id: string; name: string };

/** Everybody of the team, oneself first, by one laptop each; without a team oneself alone. */
export function useMembers(): { members: Member[]; nameOf: (who: string) => string } {
  const { info, settings } = useHost();
  const names = useTeamRest()?.names ?? {};
  const own = info?.device;
  const ownName = settings?.userName || own?.name || '';
  const isOwn = (id: string): boolean => id === own?.id || own?.formerIds.includes(id) === true;
  const byName = new Map(
    Object.entries(names)
      .filter(([id, name]) => !isOwn(id) && name.trim() !== '' && name !== ownName)
      .toSorted(([a], [b]) => (a < b ? 1 : -1))
      .map(([id, name]) => [name, id] as const),
  );
  const others = [...byName]
    .map(([name, id]) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return {
    members: own === undefined ? others : [{ id: own.id, name: ownName }, ...others],
    nameOf: (who) => (isOwn(who) ? ownName : (names[who] ?? who)),
  };
}
