// Joins this window to the team's mesh while there is a team, and tells pages who is
// here. Of several windows of one laptop only one joins: the lock passes on when it goes.

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

import type { NetConfig } from '../../src-shared/bridge/team-types.ts';
import type { Mesh } from '../net/mesh.ts';
import { createWhere, tellWhere, type Where } from '../net/where.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { fetchCode } from './fetch-code.ts';
import { useHost } from './host-context.tsx';

/** A teammate who has Rapport open, and where in it. */
export type Present = {
  device: string;
  name: string;
  colour: string;
  path: string;
  /** Label of the field that has their cursor; empty while there is none. */
  editing: string;
};

export type TeamNet = {
  config: NetConfig | undefined;
  present: readonly Present[];
  where: Where;
};

const Context = createContext<TeamNet>({
  config: undefined,
  present: [],
  where: createWhere(),
});

const lockName = 'rapport-mesh';

export function TeamNetProvider({ children }: { children: ReactNode }) {
  const { host } = useHost();
  const [config, setConfig] = useState<NetConfig>();
  const [mesh, setMesh] = useState<Mesh>();
  const [present, setPresent] = useState<readonly Present[]>([]);
  const [where] = useState(createWhere);

  useEffect(() => {
    const take = (next: NetConfig | null): void =>
      setConfig((old) =>
        JSON.stringify(old ?? null) === JSON.stringify(next) ? old : (next ?? undefined),
      );
    const ask = (): void =>
      void host.request('net.config', {}).then((answer) => answer.ok && take(answer.value));
    ask();
    const stopStatus = host.subscribe(() => host.status().state === 'connected' && ask());
    const stopConfig = host.on('net.config', (event) => take(event.config));
    return () => {
      stopStatus();
      stopConfig();
    };
  }, [host]);

  useEffect(() => {
    if (config === undefined) return undefined;
    const ended = new AbortController();
    const hold = async (): Promise<void> => {
      const { joinMesh } = await fetchCode(async () => import('../net/mesh.ts'));
      if (ended.signal.aborted) return;
      const joined = joinMesh(config, host);
      const look = (): void => setPresent(presentIn(joined, config.device));
      joined.awareness.on('change', look);
      setMesh(joined);
      await new Promise((resolve) => ended.signal.addEventListener('abort', resolve));
      setMesh(undefined);
      setPresent([]);
      joined.close();
    };
    void navigator.locks
      .request(lockName, { signal: ended.signal }, hold)
      .catch((error: unknown) => {
        // Given up while another window has it.
        if (!ended.signal.aborted) throw error;
      });
    return () => ended.abort();
  }, [config, host]);

  useEffect(() => (mesh === undefined ? undefined : showWhere(mesh, where)), [mesh, where]);
  const value = useMemo(() => ({ config, present, where }), [config, present, where]);
  return <Context value={value}>{children}</Context>;
}

export const useTeamNet = (): TeamNet => useContext(Context);

/** Teammates on one page, for a line such as “Ben is here”. */
export function useTeammatesAt(path: string): readonly Present[] {
  return useTeamNet().present.filter((one) => one.path === path);
}

/** While this page shows a record, teammates who have it may know. */
export function useTellingWhere({ scope, status }: RecordDoc, path: string): void {
  const { where } = useTeamNet();
  useEffect(() => where.show({ scope, status }, path), [where, scope, status, path]);
}

function showWhere({ awareness }: Mesh, where: Where): () => void {
  const { look, stop } = tellWhere(awareness, where, editedField);
  document.addEventListener('focusin', look);
  document.addEventListener('focusout', look);
  return () => {
    stop();
    document.removeEventListener('focusin', look);
    document.removeEventListener('focusout', look);
  };
}

function editedField(): string {
  const at = document.activeElement;
  if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement)
    return at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? '';
  return at instanceof HTMLElement && at.isContentEditable
    ? (at.getAttribute('aria-label') ?? '')
    : '';
}

/** A window is connected to fewer. */
const mostPresent = 100;

function presentIn({ awareness }: Mesh, device: string): Present[] {
  const byDevice = new Map<string, Present>();
  for (const state of awareness.getStates().values()) {
    const {
      user,
      path,
      editing,
      device: whose,
    } = state as {
      device?: unknown;
      path?: unknown;
      editing?: unknown;
      user?: { name?: unknown; color?: unknown };
    };
    if (typeof whose !== 'string' || whose === device) continue;
    if (byDevice.size >= mostPresent) break;
    const name = typeof user?.name === 'string' ? user.name.slice(0, 100) : '';
    const colour =
      typeof user?.color === 'string' && /^#[\da-f]{6}$/.test(user.color) ? user.color : '#888888';
    byDevice.set(whose, {
      device: whose,
      name,
      colour,
      path: typeof path === 'string' ? path : '',
      editing: typeof editing === 'string' ? editing.slice(0, 60) : '',
    });
  }
  return [...byDevice.values()];
}
