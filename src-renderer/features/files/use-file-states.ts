// Whether attached files are here, coming, or elsewhere, as it changes.

import { useEffect, useState } from 'react';

import type { FileState } from '../../../src-shared/bridge/host-types.ts';
import { useHost } from '../../data/host-context.tsx';

export function useFileStates(hashes: readonly string[]): ReadonlyMap<string, FileState> {
  const { host } = useHost();
  const [states, setStates] = useState<ReadonlyMap<string, FileState>>(new Map());
  const key = hashes.join(' ');
  useEffect(() => {
    const wanted = key === '' ? [] : key.split(' ');
    if (wanted.length === 0) return undefined;
    let isCurrent = true;
    const take = (found: readonly FileState[]): void =>
      setStates((known) => new Map([...known, ...found.map((one) => [one.hash, one] as const)]));
    void host.request('files.states', { hashes: wanted }).then((got) => {
      if (isCurrent && got.ok) take(got.value);
    });
    const stop = host.on('files.changed', (state) => take([state]));
    return () => {
      isCurrent = false;
      stop();
    };
  }, [host, key]);
  return states;
}
