// Asks the host what is to be said now. What it answers is said once, so no answer is thrown
// away; it is asked when something was written, and when something falls due.

import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { NoticesAnswer } from '../../src-shared/bridge/requests/notices.ts';
import { readerZone, useViewTick } from './asking-views.ts';
import { useHost } from './host-context.tsx';

const leastMs = 1_000;
/** A day begins, a time of quiet ends, another laptop has been away. */
const mostMs = 15 * 60_000;

/** `shown`: keys of what is still to be seen. */
export function useNotices(shown: readonly string[], onNews: (news: NoticesAnswer) => void): void {
  const { host } = useHost();
  const tick = useViewTick(host);
  const [again, setAgain] = useState(0);
  const asked = useRef({ at: 0, isAsking: false });
  const ask = useEffectEvent(async (): Promise<number> => {
    const answer = await host.request('notices.take', { zone: readerZone(), shown: [...shown] });
    if (!answer.ok) return mostMs;
    onNews(answer.value);
    return (answer.value.next ?? Infinity) - Date.now();
  });
  useEffect(() => {
    let timer = setTimeout(() => void look(), asked.current.at + leastMs - Date.now());
    const askAfter = (wait: number): void => {
      timer = setTimeout(() => setAgain((old) => old + 1), wait);
    };
    const look = async (): Promise<void> => {
      if (asked.current.isAsking) return askAfter(leastMs);
      asked.current = { at: Date.now(), isAsking: true };
      const wait = await ask().finally(() => (asked.current.isAsking = false));
      return askAfter(Math.min(mostMs, Math.max(leastMs, wait)));
    };
    return () => clearTimeout(timer);
  }, [tick, again]);
}
