// Ticking everybody in a list, or a stretch of it, whether or not it has been scrolled
// into view.

import { useRef, useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { View } from '../../../../src-shared/query/view.ts';
import { showFailure } from '../../../data/use-command.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { useHost } from '../../../data/host-context.tsx';
import { readViewIds } from '../../../data/use-view.ts';
import type { Stretch, Stretched } from '../../../ui/stretch.ts';
import type { Selection } from './use-selection.ts';

export type Ticking = {
  isAll: boolean;
  toggleAll: () => void;
  selectAll: () => void;
  extend: (change: Stretched) => void;
};

/** For a list that is read page by page. */
export function useTicking(selection: Selection, view: View, count: number | undefined): Ticking {
  const { host } = useHost();
  const shown = JSON.stringify(view);
  /** Which list was ticked as a whole: another one with as many people is not. */
  const [ticked, setTicked] = useState<string>();
  const isAll = ticked === shown && count !== undefined && selection.ids.size >= count;
  /** Steps of one stretch are taken in the order they were made. */
  const turn = useRef(Promise.resolve());
  const selectAll = (): void =>
    void readViewIds(host, view).then((ids) => {
      if (ids === undefined) return showFailure(errorWords({ code: 'host-gone' }));
      selection.add(ids);
      setTicked(shown);
    });
  const idsIn = async ({ first, last }: Stretch): Promise<string[]> =>
    (await readViewIds(host, view, { offset: first, limit: last - first + 1 })) ?? [];
  const extend = async ({ add, remove }: Stretched): Promise<void> => {
    for (const stretch of remove) selection.remove(await idsIn(stretch));
    for (const stretch of add) selection.add(await idsIn(stretch));
  };
  return {
    isAll,
    selectAll,
    toggleAll: isAll ? selection.clear : selectAll,
    extend: (change) => {
      turn.current = turn.current.then(() => extend(change));
    },
  };
}

/** For a list that is all here. */
export function ticksOf(selection: Selection, rows: readonly RecordDoc[]): Ticking {
  const all = rows.map(({ id }) => id);
  const idsOf = ({ first, last }: Stretch): string[] => all.slice(first, last + 1);
  const isAll = all.length > 0 && all.every((id) => selection.ids.has(id));
  return {
    isAll,
    selectAll: () => selection.add(all),
    toggleAll: () => (isAll ? selection.remove(all) : selection.add(all)),
    extend: ({ add, remove }) => {
      selection.remove(remove.flatMap(idsOf));
      selection.add(add.flatMap(idsOf));
    },
  };
}
