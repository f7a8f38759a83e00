// Which people are ticked, by id, while the page is open.

import { useMemo, useState } from 'react';

export type Selection = {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  add: (ids: Iterable<string>) => void;
  remove: (ids: Iterable<string>) => void;
  clear: () => void;
};

export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      ids,
      toggle: (id) =>
        setIds((old) => {
          const next = new Set(old);
          if (!next.delete(id)) next.add(id);
          return next;
        }),
      add: (more) => setIds((old) => new Set([...old, ...more])),
      remove: (less) =>
        setIds((old) => {
          const next = new Set(old);
          for (const id of less) next.delete(id);
          return next;
        }),
      clear: () => setIds(new Set()),
    }),
    [ids],
  );
}
