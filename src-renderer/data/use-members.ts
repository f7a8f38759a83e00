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
