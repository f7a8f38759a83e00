// The first records of a view, by id, live.

import { useEffect, useState } from 'react';

import type { View } from '../../src-shared/query/view.ts';
import { useViewTick } from './asking-views.ts';
import { useHost } from './host-context.tsx';
import { readViewIds } from './use-view.ts';

/** Undefined while they are on the way, and where nothing is asked. */
export function useViewIds(view: View | undefined, limit: number): readonly string[] | undefined {
  const { host } = useHost();
  const tick = useViewTick(host);
  const key = view === undefined ? '' : JSON.stringify(view);
  const [state, setState] = useState<{ key: string; ids: readonly string[] }>();
  useEffect(() => {
    if (key === '') return undefined;
    let isCurrent = true;
    void readViewIds(host, JSON.parse(key) as View, { offset: 0, limit }).then((ids) => {
      if (isCurrent && ids !== undefined) setState({ key, ids });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, key, limit, tick]);
  return state?.key === key ? state.ids : undefined;
}
