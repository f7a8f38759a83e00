// How one keeps in touch with somebody, as the host works it out. Live.

import { useEffect, useState } from 'react';

import type { InTouch } from '../../src-shared/today/answers.ts';
import { readerZone, useViewTick } from './asking-views.ts';
import { useHost } from './host-context.tsx';

/** Undefined while it is on its way. */
export function useInTouch(person: string): InTouch | undefined {
  const { host } = useHost();
  const tick = useViewTick(host);
  const [found, setFound] = useState<InTouch>();
  useEffect(() => {
    let isCurrent = true;
    void host.request('today.inTouch', { person, zone: readerZone() }).then((answer) => {
      if (isCurrent && answer.ok) setFound(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [host, tick, person]);
  return found;
}
