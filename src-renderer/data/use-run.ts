// A run as the host reads it. Live.

import { useEffect, useState } from 'react';

import type { RunAnswer, RunProgress } from '../../src-shared/rounds/answers.ts';
import { readerZone, weekStartNow, useViewTick } from './asking-views.ts';
import { useHost } from './host-context.tsx';

/** Undefined until the first answer; null where there is no such run. */
export function useRun(run: string | undefined): RunAnswer | null | undefined {
  const { host } = useHost();
  const tick = useViewTick(host);
  const [state, setState] = useState<{ run: string; answer: RunAnswer | null }>();
  useEffect(() => {
    if (run === undefined) return undefined;
    let isCurrent = true;
    void host.request('rounds.read', { run, zone: readerZone() }).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setState({ run, answer: answer.value });
      else if (answer.error.code === 'not-found') setState({ run, answer: null });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, tick, run]);
  return run !== undefined && state?.run === run ? state.answer : undefined;
}

/** How many have come to fit the round since the run began. */
export function useWaiting(run: string): number {
  const { host } = useHost();
  const tick = useViewTick(host);
  const [state, setState] = useState<{ run: string; count: number }>();
  useEffect(() => {
    let isCurrent = true;
    const asked = { run, zone: readerZone(), weekStart: weekStartNow() };
    void host.request('rounds.waiting', asked).then((answer) => {
      if (isCurrent && answer.ok) setState({ run, count: answer.value.count });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, tick, run]);
  return state?.run === run ? state.count : 0;
}

/** How far each of these has come; those on their way are left out. */
export function useRunProgress(runs: readonly string[]): { [run: string]: RunProgress } {
  const { host } = useHost();
  const tick = useViewTick(host);
  const [progress, setProgress] = useState<{ [run: string]: RunProgress }>({});
  const key = runs.slice(0, 500).join(' ');
  useEffect(() => {
    if (key === '') return undefined;
    let isCurrent = true;
    void host
      .request('rounds.progress', { runs: key.split(' '), zone: readerZone() })
      .then((answer) => {
        if (isCurrent && answer.ok) setProgress(answer.value);
      });
    return () => {
      isCurrent = false;
    };
  }, [host, tick, key]);
  return progress;
}
