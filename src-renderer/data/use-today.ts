// What asks for attention today, as the host works it out. It holds still while it is worked
// with: what is done goes, and what comes is only counted until one asks for it.

import { useCallback, useEffect, useState } from 'react';

import type { TodayAnswer } from '../../src-shared/today/answers.ts';
import type { Row } from '../../src-shared/today/rows.ts';
import { readerZone, useViewTick } from './asking-views.ts';
import type { HostConnection } from '../host/connection.ts';
import { useHost } from './host-context.tsx';

/** Nobody works through more in a day. */
const mostRows = 200;
const minute = 60_000;

export type TodayShown = {
  answer: TodayAnswer;
  rows: readonly Row[];
  /** How many have come since. */
  more: number;
  refresh: () => void;
};

/** Counts up when a calendar of this laptop was read, and every minute: meetings begin and end. */
function useCalendarTick(host: HostConnection): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const next = (): void => setTick((before) => before + 1);
    const stop = host.on('calendars.changed', next);
    const timer = setInterval(next, minute);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [host]);
  return tick;
}

/** Undefined until the first answer. */
export function useToday(): TodayShown | undefined {
  const { host } = useHost();
  const tick = useViewTick(host);
  const calendars = useCalendarTick(host);
  const [state, setState] = useState<{ answer: TodayAnswer; held: readonly Row[] }>();
  const look = useCallback(async () => {
    const found = await host.request('today.list', { zone: readerZone(), limit: mostRows });
    return found.ok ? found.value : undefined;
  }, [host]);
  useEffect(() => {
    let isCurrent = true;
    void look().then((answer) => {
      if (!isCurrent || answer === undefined) return;
      setState((before) => ({
        answer,
        held:
          before === undefined || still(before.held, answer).length === 0
            ? answer.rows
            : before.held,
      }));
    });
    return () => {
      isCurrent = false;
    };
  }, [look, tick, calendars]);
  const refresh = useCallback(() => {
    setState((before) => before && { ...before, held: before.answer.rows });
  }, []);
  if (state === undefined) return undefined;
  const { answer, held } = state;
  const known = new Set(held.map(({ key }) => key));
  const more = answer.rows.filter(({ key }) => !known.has(key)).length;
  return { answer, rows: still(held, answer), more, refresh };
}

/** In the order in which they stood; what was done meanwhile is out, and comes back undone. */
function still(held: readonly Row[], { rows }: TodayAnswer): Row[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return held.flatMap(({ key }) => byKey.get(key) ?? []);
}
