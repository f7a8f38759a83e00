// What stands at the foot of columns, of a whole view and of its groups, live.

import { useEffect, useState } from 'react';

import type { Foot } from '../../src-shared/query/answers.ts';
import type { View } from '../../src-shared/query/view.ts';
import { asked, useViewTick } from './asking-views.ts';
import { useBook, useHost } from './host-context.tsx';

export type Feet = { readonly [field: string]: readonly Foot[] };

const none: Feet = {};

/** None while they are counted, and where no field is given. */
export function useFeet({ of, conditions, groupBy }: View, fields: readonly string[]): Feet {
  const { host } = useHost();
  const book = useBook();
  const tick = useViewTick(host);
  const key = fields.length === 0 ? '' : JSON.stringify({ of, conditions, groupBy, fields });
  const [state, setState] = useState({ key, feet: none });
  useEffect(() => {
    if (key === '') return undefined;
    let isCurrent = true;
    const { fields: wanted, ...view } = JSON.parse(key) as View & { fields: string[] };
    void host.request('view.feet', { ...asked(view), fields: wanted }).then((answer) => {
      if (isCurrent && answer.ok) setState({ key, feet: answer.value.feet });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, book, key, tick]);
  return state.key === key ? state.feet : none;
}
