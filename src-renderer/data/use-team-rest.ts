// Whether this laptop belongs to a team, and whether its sync rests: also while it does, there is
// a team to share with.

import { useEffect, useState } from 'react';

import type { TeamRest } from '../../src-shared/bridge/team-types.ts';
import { useHost } from './host-context.tsx';

/** Undefined until the host has said. */
export function useTeamRest(): TeamRest | undefined {
  const { host } = useHost();
  const [rest, setRest] = useState<TeamRest>();
  useEffect(() => {
    const look = (): void =>
      void host.request('team.rest', {}).then((answer) => answer.ok && setRest(answer.value));
    look();
    const stopStatus = host.subscribe(() => host.status().state === 'connected' && look());
    const stopTeam = host.on('team.changed', look);
    return () => {
      stopStatus();
      stopTeam();
    };
  }, [host]);
  return rest;
}

export const useIsInTeam = (): boolean => useTeamRest()?.hasTeam === true;
