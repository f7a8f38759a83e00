// How much room everything takes on this laptop. Looked at again when something was written.

import { useCallback, useEffect, useState } from 'react';

import type { Space } from '../../src-shared/bridge/space-types.ts';
import { useViewTick } from './asking-views.ts';
import { useHost } from './host-context.tsx';

/** `look`: now, because files went that no record names. */
export function useSpace(): { space: Space | undefined; look: () => void } {
  const { host } = useHost();
  const tick = useViewTick(host);
  const [looks, setLooks] = useState(0);
  const [space, setSpace] = useState<Space>();
  useEffect(() => {
    let isCurrent = true;
    void host.request('files.space', {}).then((told) => {
      if (isCurrent && told.ok) setSpace(told.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [host, tick, looks]);
  const look = useCallback(() => setLooks((count) => count + 1), []);
  return { space, look };
}
