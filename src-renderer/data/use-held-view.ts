// A view whose rows are edited in place holds still: a row stays where it is though it fits no
// longer or would stand elsewhere, until somebody wants to see the list as it is by now.

import { useEffect, useRef, useState } from 'react';

import type { View } from '../../src-shared/query/view.ts';
import { useViewTick } from './asking-views.ts';
import { useHost } from './host-context.tsx';
import { movedRows } from './moved-rows.ts';
import { readViewIds } from './use-view.ts';

export type HeldView = {
  /** Everybody, in the order that holds still; undefined while nothing does. */
  ids: readonly string[] | undefined;
  /** How many rows would stand elsewhere, or would come or go. */
  moved: number;
  /** Before a row is changed; done once the list is held. */
  hold: (id: string) => Promise<void>;
  refresh: () => void;
};

type State = { key: string; ids: readonly string[] | undefined; moved: number };

export function useHeldView(view: View): HeldView {
  const { host } = useHost();
  const key = JSON.stringify({ ...view, columns: [], layout: 'table' });
  const [kept, setState] = useState<State>({ key, ids: undefined, moved: 0 });
  const { ids, moved } = kept.key === key ? kept : { ids: undefined, moved: 0 };
  const edited = useRef(new Set<string>());
  const holding = useRef<Promise<void>>(undefined);
  const tick = useViewTick(host);
  useEffect(() => {
    edited.current.clear();
    holding.current = undefined;
  }, [key]);
  useEffect(() => {
    if (ids === undefined) return undefined;
    let isCurrent = true;
    void readViewIds(host, JSON.parse(key) as View).then((now) => {
      if (!isCurrent || now === undefined) return;
      const next = movedRows(ids, now, edited.current);
      setState((old) => (old.ids === ids ? { ...old, moved: next } : old));
    });
    return () => {
      isCurrent = false;
    };
  }, [host, key, ids, tick]);
  return {
    ids,
    moved,
    hold: async (id) => {
      edited.current.add(id);
      holding.current ??= readViewIds(host, view).then((all) => {
        if (all !== undefined) setState({ key, ids: all, moved: 0 });
      });
      await holding.current;
    },
    refresh: () => {
      edited.current.clear();
      holding.current = undefined;
      setState({ key, ids: undefined, moved: 0 });
    },
  };
}
