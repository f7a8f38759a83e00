// The groups of a view with how many stand in each, as the host counts them, live.

import { useEffect, useState } from 'react';

import type { GroupCount } from '../../src-shared/query/answers.ts';
import type { View } from '../../src-shared/query/view.ts';
import { asked, useViewTick } from './asking-views.ts';
import { useBook, useHost } from './host-context.tsx';

/** Undefined while loading. The last answer to the same grouping stays until the next. */
export function useGroupCounts({ of, conditions, groupBy }: View): GroupCount[] | undefined {
  const { host } = useHost();
  const book = useBook();
  const tick = useViewTick(host);
  const grouping = JSON.stringify(groupBy);
  const key = groupBy.length === 0 ? '' : JSON.stringify({ of, conditions, groupBy });
  const [state, setState] = useState<{ grouping: string; groups: GroupCount[] }>();
  useEffect(() => {
    if (key === '') return undefined;
    let isCurrent = true;
    void host.request('view.groups', asked(JSON.parse(key) as View)).then((answer) => {
      if (isCurrent && answer.ok) setState({ grouping, groups: answer.value.groups });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, book, key, grouping, tick]);
  return key !== '' && state?.grouping === grouping ? state.groups : undefined;
}
