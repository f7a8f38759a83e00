// How many records a view names, as the host counts them, live.

import { useEffect, useState } from 'react';

import type { View } from '../../src-shared/query/view.ts';
import { asked, useViewTick } from './asking-views.ts';
import { useBook, useHost } from './host-context.tsx';

/** Undefined while loading, and where none is asked for. The last count stays until the next. */
export function useViewCount(view: View | undefined): number | undefined {
  const { host } = useHost();
  const book = useBook();
  const tick = useViewTick(host);
  const key =
    view === undefined ? '' : JSON.stringify({ ...view, sorts: [], groupBy: [], columns: [] });
  const [count, setCount] = useState<number>();
  useEffect(() => {
    if (key === '') return undefined;
    let isCurrent = true;
    void host.request('view.count', asked(JSON.parse(key) as View)).then((answer) => {
      if (isCurrent && answer.ok) setCount(answer.value.count);
    });
    return () => {
      isCurrent = false;
    };
  }, [host, book, key, tick]);
  return key === '' ? undefined : count;
}
