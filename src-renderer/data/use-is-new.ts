// Whether this is the first start of a profile: its owner was not asked anything yet, and
// there is nobody in the book. Who has people already is never asked.

import { useEffect, useState } from 'react';
import type { MangoQuerySelectorAndIndex } from 'rxdb';

import type { RecordDoc } from '../../src-shared/domain/record.ts';

import { useHost } from './host-context.tsx';
import { anyLive } from './queries/any-record.ts';
import { toMango } from './queries/query.ts';

/** Undefined while that is looked up. */
export function useIsNew(): boolean | undefined {
  const { host, book, settings } = useHost();
  const [isEmpty, setEmpty] = useState<boolean>();
  const isAsked = book !== undefined && settings?.begun === false;
  useEffect(() => {
    if (!isAsked) return undefined;
    let isCurrent = true;
    const look = async (): Promise<boolean> => {
      const counts = await Promise.all(
        (['people', 'groups'] as const).map((from) =>
          book[from].count(toMango(anyLive(from)) as MangoQuerySelectorAndIndex<RecordDoc>).exec(),
        ),
      );
      return counts.every((count) => count === 0);
    };
    void look()
      .catch(() => false)
      .then((found) => {
        if (isCurrent) setEmpty(found);
        // Nobody looks again at the next start.
        if (!found) void host.request('settings.write', { begun: true });
      });
    return () => {
      isCurrent = false;
    };
  }, [host, book, isAsked]);
  return isAsked ? isEmpty : false;
}
