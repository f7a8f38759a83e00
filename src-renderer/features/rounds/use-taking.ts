// Tells teammates whom of a run this window is on: at once while they are here, and as a record
// for those who hear of it later.

import { useEffect, useMemo } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { useHost } from '../../data/host-context.tsx';
import { useTeamNet, useTellingWhere } from '../../data/team-net.tsx';
import { roundPath } from '../../kinds/round.tsx';

const placeIn = (run: string, person: string): string => `${roundPath(run)}?at=${person}`;

export function useTaking({ id: run, scope }: RecordDoc, person: RecordDoc): void {
  const { host } = useHost();
  const { id } = person;
  // Of a round of one's own nobody hears.
  useTellingWhere(scope === 'team' ? person : { ...person, scope }, placeIn(run, id));
  useEffect(() => {
    void host.request('rounds.take', { run, person: id });
    return () => void host.request('rounds.take', { run, left: id });
  }, [host, run, id]);
}

/** Names of teammates by the person they are on right now. */
export function usePresentIn(run: string): ReadonlyMap<string, string> {
  const { present } = useTeamNet();
  return useMemo(() => {
    const start = placeIn(run, '');
    return new Map(
      present.flatMap(({ path, name }) =>
        path.startsWith(start) ? [[path.slice(start.length), name] as const] : [],
      ),
    );
  }, [present, run]);
}
