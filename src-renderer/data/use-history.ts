// What the host tells of the history. Asked again when something was written.

import { useEffect, useState } from 'react';

import type { InputOf, OutputOf, RequestName } from '../../src-shared/bridge/contract.ts';
import { useViewTick } from './asking-views.ts';
import { useHost } from './host-context.tsx';
import { keepParts } from './keep-parts.ts';

type Asked = Extract<RequestName, `history.${string}`>;

/** Undefined while it is on the way, and while `input` is. */
export function useHistory<N extends Asked>(
  name: N,
  input: InputOf<N> | undefined,
): OutputOf<N> | undefined {
  const { host } = useHost();
  const tick = useViewTick(host);
  const [answer, setAnswer] = useState<{ key: string; value: OutputOf<N> }>();
  const key = JSON.stringify(input);
  useEffect(() => {
    if (key === undefined) return undefined;
    let isCurrent = true;
    void host.request(name, JSON.parse(key) as InputOf<N>).then((told) => {
      if (isCurrent && told.ok)
        setAnswer((before) => ({ key, value: keepParts(before?.value, told.value) }));
    });
    return () => {
      isCurrent = false;
    };
  }, [host, tick, name, key]);
  return answer?.key === key ? answer.value : undefined;
}
