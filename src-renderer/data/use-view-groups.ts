// How many of a view have which value of a field, as the host counts them, live.

import { useEffect, useState } from 'react';

import type { GroupCount } from '../../src-shared/query/answers.ts';
import type { View } from '../../src-shared/query/view.ts';
import { asked, useViewTick } from './asking-views.ts';
import { useBook, useHost } from './host-context.tsx';

/** Undefined while loading and without a field. The last answer stays until the next. */
export function useViewGroups(view: View, field: string | undefined): GroupCount[] | undefined {
  const { host } = useHost();
  const book = useBook();
  const tick = useViewTick(host);
  const { of, conditions } = view;
  const key = field === undefined ? '' : JSON.stringify({ of, conditions, groupBy: [{ field }] });
  const [groups, setGroups] = useState<GroupCount[]>();
  useEffect(() => {
    if (key === '') return undefined;
    let isCurrent = true;
    void host.request('view.groups', asked(JSON.parse(key) as View)).then((answer) => {
      if (isCurrent && answer.ok) setGroups(answer.value.groups);
    });
    return () => {
      isCurrent = false;
    };
  }, [host, book, key, tick]);
  return key === '' ? undefined : groups;
}
