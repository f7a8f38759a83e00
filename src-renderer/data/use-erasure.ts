// What an erasure would reach, and what of the last ones is not reached yet, as the host says.

import { useEffect, useState } from 'react';

import type { Erasures, ErasureLook } from '../../src-shared/bridge/erase-types.ts';
import type { Ref } from '../../src-shared/records/command.ts';
import { useHost } from './host-context.tsx';

/** Undefined until the host has looked. */
export function useErasureLook(refs: readonly Ref[]): ErasureLook | undefined {
  const { host } = useHost();
  const [look, setLook] = useState<ErasureLook>();
  const asked = JSON.stringify(refs);
  useEffect(() => {
    let isCurrent = true;
    void host.request('erase.look', { refs: JSON.parse(asked) as Ref[] }).then((answer) => {
      if (isCurrent && answer.ok) setLook(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [host, asked]);
  return look;
}

/** Changes as teammates' laptops confirm. */
export function useErasures(): Erasures | undefined {
  const { host } = useHost();
  const [erasures, setErasures] = useState<Erasures>();
  useEffect(() => {
    const look = (): void =>
      void host.request('erase.list', {}).then((answer) => answer.ok && setErasures(answer.value));
    look();
    const stops = [host.on('team.changed', look), host.on('views.changed', look)];
    return () => stops.forEach((stop) => stop());
  }, [host]);
  return erasures;
}
