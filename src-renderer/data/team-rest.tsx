// What every page needs to know of the team: whether this laptop belongs to one, whether its sync
// rests (also while it does, there is a team to share with), who asks to join, and who is who.

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

import type { TeamRest } from '../../src-shared/bridge/team-types.ts';
import type { Stamp } from '../../src-shared/domain/record.ts';
import { keepParts } from './keep-parts.ts';
import { useHost } from './host-context.tsx';

const Context = createContext<TeamRest | undefined>(undefined);

export function TeamRestProvider({ children }: { children: ReactNode }) {
  const { host } = useHost();
  const [rest, setRest] = useState<TeamRest>();
  useEffect(() => {
    const look = (): void =>
      void host
        .request('team.rest', {})
        .then((answer) => answer.ok && setRest((before) => keepParts(before, answer.value)));
    look();
    const stopStatus = host.subscribe(() => host.status().state === 'connected' && look());
    const stopTeam = host.on('team.changed', look);
    return () => {
      stopStatus();
      stopTeam();
    };
  }, [host]);
  return <Context value={rest}>{children}</Context>;
}

/** Undefined until the host has said. */
export const useTeamRest = (): TeamRest | undefined => useContext(Context);

export const useIsInTeam = (): boolean => useTeamRest()?.hasTeam === true;

type Signer = Pick<Stamp, 'by' | 'device'> & { source?: Stamp['source'] };

/**
 * What somebody calls themselves now, where it is known whose laptop wrote: what was written
 * before they said so stands under the name of their computer.
 */
export function useNameOf(): (stamp: Signer) => string {
  const { info, settings } = useHost();
  const names = useTeamRest()?.names;
  const own = info?.device;
  return ({ by, device, source }) => {
    if (source?.type === 'sample') return by;
    const isOwn = device === own?.id || own?.formerIds.includes(device) === true;
    const known = isOwn ? settings?.userName : names?.[device];
    return known === undefined || known === '' ? by : known;
  };
}
