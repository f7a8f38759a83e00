// Which people are ticked, by id, while the page is open.

import { useCallback, useMemo, useRef, useState } from 'react';

export type Selection = {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  add: (ids: Iterable<string>) => void;
  clear: () => void;
  /** Row that was ticked last: where a stretch begins. */
  anchor: () => number | undefined;
  setAnchor: (index: number | undefined) => void;
};

export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<number>(undefined);
  const setAnchor = useCallback((index: number | undefined) => {
    anchor.current = index;
  }, []);
  return useMemo(
    () => ({
      ids,
      anchor: () => anchor.current,
      setAnchor,
      toggle: (id) =>
        setIds((old) => {
          const next = new Set(old);
          if (!next.delete(id)) next.add(id);
          return next;
        }),
      add: (more) => setIds((old) => new Set([...old, ...more])),
      clear: () => {
        anchor.current = undefined;
        setIds(new Set());
      },
    }),
    [ids, setAnchor],
  );
}
