// Ticking everybody in the list, or a stretch of it, whether or not it has been scrolled
// into view.

import { useEffect, useState } from 'react';

import { showFailure } from '../../app/use-command.tsx';
import { errorWords } from '../../app/words.ts';
import { useBook, useHost } from '../../data/host-context.tsx';
import { type Query, toMango } from '../../data/use-records.ts';
import type { Ticking } from './people-columns.tsx';
import type { Selection } from './use-selection.ts';

/** `key`: what the list is narrowed to, if it is. */
export function useTicking(
  selection: Selection,
  query: Query,
  key: string | undefined,
  count: number | undefined,
): Ticking {
  const book = useBook();
  const { host } = useHost();
  const shown = JSON.stringify(query);
  /** Which list was ticked as a whole: another one with as many people is not. */
  const [ticked, setTicked] = useState<string>();
  const isAll = ticked === shown && count !== undefined && selection.ids.size >= count;
  const { setAnchor } = selection;
  // Rows are numbered anew in another list.
  useEffect(() => setAnchor(undefined), [setAnchor, shown]);
  const selectAll = (): void =>
    void host.request('people.ids', key === undefined ? {} : { key }).then((answer) => {
      if (!answer.ok) return showFailure(errorWords(answer.error));
      selection.add(answer.value.ids);
      setTicked(shown);
    });
  return {
    isAll,
    selectAll,
    toggleAll: () => {
      if (isAll) selection.clear();
      else selectAll();
    },
    extend: (index) => {
      const from = selection.anchor() ?? index;
      const [first, last] = [Math.min(from, index), Math.max(from, index)];
      const stretch = { ...query, skip: first, limit: last - first + 1 };
      void book.people
        .find(toMango(stretch))
        .exec()
        .then((docs) => selection.add(docs.map(({ id }) => id)));
    },
  };
}
