// What Today has to say of one person, most binding first. Live.

import { useEffect, useState } from 'react';

import type { Row } from '../../src-shared/today/rows.ts';
import { readerZone, useViewTick } from './asking-views.ts';
import { useHost } from './host-context.tsx';

/** Undefined while it is on its way. */
export function useTodayOf(person: string): readonly Row[] | undefined {
  const { host } = useHost();
  const tick = useViewTick(host);
  const [state, setState] = useState<{ person: string; rows: readonly Row[] }>();
  useEffect(() => {
    let isCurrent = true;
    void host.request('today.of', { person, zone: readerZone() }).then((answer) => {
      if (isCurrent && answer.ok) setState({ person, rows: answer.value.rows });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, tick, person]);
  return state?.person === person ? state.rows : undefined;
}
