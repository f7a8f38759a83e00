// How many records have something in a field of the team's own, and in how many it does
// not fit what the field holds now. Live.

import { useEffect, useState } from 'react';

import { kinds } from '../../src-shared/domain/kinds.ts';
import { recordKindsOf } from '../../src-shared/domain/own-field.ts';
import type { ViewCollection } from '../../src-shared/query/view.ts';
import { asked, useViewTick } from './asking-views.ts';
import { useHost } from './host-context.tsx';
import type { KnownField } from './known-kinds.tsx';

type Filled = { filled: number; misfits: number };

export function useFilled({ key, kind, type, isRetired }: KnownField): Filled | undefined {
  const { host } = useHost();
  const tick = useViewTick(host);
  const [counts, setCounts] = useState<Filled>();
  const of = (kinds.get(recordKindsOf(kind)[0] ?? kind)?.collection ?? 'people') as ViewCollection;
  useEffect(() => {
    let isCurrent = true;
    const count = async (op: string): Promise<number | undefined> => {
      const conditions = { field: key, op };
      const view = { of, conditions, sorts: [], groupBy: [], columns: [], layout: 'table' };
      const answer = await host.request('view.count', asked(view));
      return answer.ok ? answer.value.count : undefined;
    };
    void Promise.all([count('isNotEmpty'), count('doesNotFit')]).then(([fits, misfits]) => {
      if (isCurrent && fits !== undefined && misfits !== undefined)
        setCounts({ filled: fits + misfits, misfits });
    });
    return () => {
      isCurrent = false;
    };
    // The type decides what fits.
  }, [host, tick, key, of, type, isRetired]);
  return isRetired ? undefined : counts;
}
