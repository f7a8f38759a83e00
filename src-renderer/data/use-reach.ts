// What a team would get by sharing, while somebody thinks about it.

import { useEffect, useState } from 'react';

import type { WhichPeople } from '../../src-shared/bridge/requests/which.ts';
import type { ShareReach } from '../../src-shared/bridge/host-types.ts';
import { useViewTick } from './asking-views.ts';
import { useHost } from './host-context.tsx';

export type Sharing = {
  people?: readonly string[];
  groups?: readonly string[];
  which?: WhichPeople;
};

/** Undefined while it is not known; of nothing nothing is asked. */
export function useReach(sharing: Sharing | undefined): ShareReach | undefined {
  const { host } = useHost();
  const tick = useViewTick(host);
  const [known, setKnown] = useState<{ key: string; reach: ShareReach }>();
  const key = sharing === undefined ? '' : JSON.stringify(sharing);
  useEffect(() => {
    if (key === '') return undefined;
    let isCurrent = true;
    void host.request('share.reach', JSON.parse(key) as never).then((answer) => {
      if (isCurrent && answer.ok) setKnown({ key, reach: answer.value });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, key, tick]);
  return known !== undefined && known.key === key ? known.reach : undefined;
}
