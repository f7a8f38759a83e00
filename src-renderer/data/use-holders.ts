// How many have any of some tags, each once.

import { useEffect, useState } from 'react';

import { useViewTick } from './asking-views.ts';
import { useBook, useHost } from './host-context.tsx';
import type { Tag } from './use-tags.ts';

export type Holders = Partial<Tag['counts']>;

/** Of one tag they are known; of several undefined until the host has counted. */
export function useHolders(tags: readonly Tag[]): Holders | undefined {
  const { host } = useHost();
  const book = useBook();
  const tick = useViewTick(host);
  const [only, ...others] = tags;
  const names = others.length === 0 ? '' : JSON.stringify(tags.map(({ name }) => name));
  const [state, setState] = useState<{ names: string; counts: Holders }>();
  useEffect(() => {
    if (names === '') return undefined;
    let isCurrent = true;
    void host.request('view.tagged', { tags: JSON.parse(names) as string[] }).then((answer) => {
      if (isCurrent && answer.ok) setState({ names, counts: answer.value.counts });
    });
    return () => {
      isCurrent = false;
    };
  }, [host, book, names, tick]);
  if (names === '') return only?.counts;
  return state?.names === names ? state.counts : undefined;
}
