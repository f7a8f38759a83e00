// Ticking all of a list, or a stretch of it, whether or not it has been scrolled
// into view.

import { useRef } from 'react';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import type { View } from '../../src-shared/query/view.ts';
import { useHost } from '../data/host-context.tsx';
import { readViewIds } from '../data/use-view.ts';
import type { Stretch, Stretched } from '../ui/stretch.ts';
import type { GroupLayout } from './group-layout.ts';
import type { ListView } from './use-list-view.ts';
import type { Selection } from './use-selection.ts';

export type Ticking = {
  isAll: boolean;
  toggleAll: () => void;
  extend: (change: Stretched) => void;
};

/** For a list that is read page by page. */
export function useTicking(selection: Selection, view: View): Ticking {
  const { host } = useHost();
  return useTicksBy(
    selection,
    async ({ first, last }) =>
      (await readViewIds(host, view, { offset: first, limit: last - first + 1 })) ?? [],
  );
}

/** The same where `idsIn` says who stands in a stretch of rows. */
function useTicksBy(selection: Selection, idsIn: (stretch: Stretch) => Promise<string[]>): Ticking {
  const { isWhole, chooseAll, clear } = selection;
  /** Steps of one stretch are taken in the order they were made. */
  const turn = useRef(Promise.resolve());
  const extend = async ({ add, remove }: Stretched): Promise<void> => {
    for (const stretch of remove) selection.remove(await idsIn(stretch));
    for (const stretch of add) selection.add(await idsIn(stretch));
  };
  return {
    isAll: isWhole,
    toggleAll: isWhole ? clear : chooseAll,
    extend: (change) => {
      turn.current = turn.current.then(() => extend(change));
    },
  };
}

/** For a list in groups. */
export const useTicksInGroups = (
  selection: Selection,
  list: Pick<ListView, 'whole'>,
  layout: GroupLayout,
): Ticking => useTicksBy(selection, useIdsIn(list, layout));

/** Rows in groups are read, not edited. */
export const nothingHeld = (): Promise<void> => Promise.resolve();

/** What stands in a stretch of rows, read from the host: they need not have been in view. */
function useIdsIn({ whole }: Pick<ListView, 'whole'>, layout: GroupLayout) {
  const { host } = useHost();
  return async ({ first, last }: Stretch): Promise<string[]> => {
    const parts = layout.segments.filter(
      ({ is, at, count }) => is === 'rows' && at <= last && at + count > first,
    );
    const found = await Promise.all(
      parts.map(({ at, count, keys }) => {
        const offset = Math.max(0, first - at);
        const limit = Math.min(count, last - at + 1) - offset;
        return readViewIds(host, whole, { offset, limit, inGroups: keys });
      }),
    );
    return found.flatMap((ids) => ids ?? []);
  };
}

/** For a list that is all here. */
export function ticksOf(selection: Selection, rows: readonly RecordDoc[]): Ticking {
  const { isWhole, chooseAll, clear } = selection;
  const all = rows.map(({ id }) => id as string);
  const idsOf = ({ first, last }: Stretch): string[] => all.slice(first, last + 1);
  const isAll = isWhole || (all.length > 0 && all.every(selection.has));
  const letGo = isWhole ? clear : () => selection.remove(all);
  return {
    isAll,
    toggleAll: isAll ? letGo : chooseAll,
    extend: ({ add, remove }) => {
      selection.remove(remove.flatMap(idsOf));
      selection.add(add.flatMap(idsOf));
    },
  };
}
