// What other records say of the people in view: the last contact, what is due. Live.

import { useEffect, useState } from 'react';

import type { FactValues } from '../../src-shared/query/answers.ts';
import { useViewTick } from './asking-views.ts';
import { useHost } from './host-context.tsx';

/** As many as the host answers at once. */
const mostAsked = 500;

/** `isWanted`: a column shows one. Those that are on their way are left out. */
export function useFacts(ids: readonly string[], isWanted: boolean): FactValues {
  const { host } = useHost();
  const tick = useViewTick(host);
  const [facts, setFacts] = useState<FactValues>({});
  const key = isWanted ? ids.slice(0, mostAsked).join(' ') : '';
  useEffect(() => {
    if (key === '') return undefined;
    let isCurrent = true;
    void host.request('view.facts', { ids: key.split(' ') }).then((answer) => {
      if (isCurrent && answer.ok) setFacts((before) => ({ ...before, ...answer.value }));
    });
    return () => {
      isCurrent = false;
    };
  }, [host, tick, key]);
  return facts;
}
