// How many records a view names, as the host counts them, live.

import { useEffect, useState } from 'react';

import { useViewTick, whichOf } from './asking-views.ts';
import type { ChosenByView } from './chosen-people.ts';
import { useBook, useHost } from './host-context.tsx';

/** Undefined while loading, and where none is asked for. */
export function useChosenCount(chosen: ChosenByView | undefined): number | undefined {
  const { host } = useHost();
  const book = useBook();
  const tick = useViewTick(host);
  const key = chosen === undefined ? undefined : JSON.stringify(chosen);
  const [state, setState] = useState<{ key: string; count: number }>();
  useEffect(() => {
    if (key === undefined) return undefined;
    let isCurrent = true;
    const which = whichOf(JSON.parse(key) as ChosenByView);
    void host.request('view.people', which).then((answer) => {
      if (isCurrent && answer.ok) setState({ key, count: answer.value.count });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, book, key, tick]);
  return state !== undefined && state.key === key ? state.count : undefined;
}
