// Ticking everybody in the list, or a stretch of it, whether or not it has been scrolled
// into view.

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
  const isAll = count !== undefined && count > 0 && selection.ids.size >= count;
  return {
    isAll,
    toggleAll: () => {
      if (isAll) return selection.clear();
      void host.request('people.ids', key === undefined ? {} : { key }).then((answer) => {
        if (answer.ok) selection.add(answer.value.ids);
        else showFailure(errorWords(answer.error));
      });
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
