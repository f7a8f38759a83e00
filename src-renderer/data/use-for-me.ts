// What teammates said that matters to whoever reads here. Asked again when something was written,
// and when something that was put off comes back.

import { useEffect, useState } from 'react';

import type { ForMeAnswer } from '../../src-shared/bridge/requests/together.ts';
import type { ForMe } from '../../src-shared/together/for-me.ts';
import { useViewTick } from './asking-views.ts';
import { useHost } from './host-context.tsx';
import { keepParts } from './keep-parts.ts';

const longestWait = 60 * 60 * 1_000;

/** Undefined until the host has said. */
export function useForMe(): ForMeAnswer | undefined {
  const { host } = useHost();
  const tick = useViewTick(host);
  const [again, setAgain] = useState(0);
  const [answer, setAnswer] = useState<ForMeAnswer>();
  useEffect(() => {
    let isCurrent = true;
    void host.request('together.forMe', {}).then((told) => {
      if (isCurrent && told.ok) setAnswer((before) => keepParts(before, told.value));
    });
    return () => {
      isCurrent = false;
    };
  }, [host, tick, again]);
  const next = nextOf(answer?.entries ?? []);
  useEffect(() => {
    if (next === undefined) return undefined;
    const wait = Math.min(longestWait, Math.max(1_000, next - Date.now()));
    const timer = setTimeout(() => setAgain((old) => old + 1), wait);
    return () => clearTimeout(timer);
  }, [next, again]);
  return answer;
}

/** When the first that was put off comes back. */
const nextOf = (entries: readonly ForMe[]): number | undefined =>
  entries.reduce<number | undefined>(
    (first, { state, until }) =>
      state === 'later' && until !== undefined && (first === undefined || until < first)
        ? until
        : first,
    undefined,
  );
