// Ticking everybody in a list, or a stretch of it, whether or not it has been scrolled
// into view.

import { useRef, useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { BookDatabase } from '../../../../src-shared/schema/collections.ts';
import { showFailure } from '../../../data/use-command.tsx';
import { errorWords } from '../../../words/host-words.ts';
import { isClosing } from '../../../data/closing-books.ts';
import { useBook, useHost } from '../../../data/host-context.tsx';
import { type Query, toMango, whenHostGone } from '../../../data/use-records.ts';
import type { Stretch, Stretched } from '../../../ui/stretch.ts';
import type { Selection } from './use-selection.ts';

export type Ticking = {
  isAll: boolean;
  toggleAll: () => void;
  selectAll: () => void;
  extend: (change: Stretched) => void;
};

/** For a list that is read page by page. `key`: what it is narrowed to, if it is. */
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
  /** Steps of one stretch are taken in the order they were made. */
  const turn = useRef(Promise.resolve());
  const selectAll = (): void =>
    void host.request('people.ids', key === undefined ? {} : { key }).then((answer) => {
      if (!answer.ok) return showFailure(errorWords(answer.error));
      selection.add(answer.value.ids);
      setTicked(shown);
    });
  const extend = async ({ add, remove }: Stretched): Promise<void> => {
    if (isClosing(book)) return;
    for (const stretch of remove) selection.remove(await idsIn(book, query, stretch));
    for (const stretch of add) selection.add(await idsIn(book, query, stretch));
  };
  return {
    isAll,
    selectAll,
    toggleAll: isAll ? selection.clear : selectAll,
    extend: (change) => {
      turn.current = turn.current.then(() => extend(change)).catch(whenHostGone);
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

const atOnce = 500;

/** A stretch of tens of thousands is read in pieces, so that the window goes on drawing. */
async function idsIn(book: BookDatabase, query: Query, { first, last }: Stretch) {
  const ids: string[] = [];
  for (let skip = first; skip <= last; skip += atOnce) {
    const limit = Math.min(atOnce, last - skip + 1);
    const docs = await book.people.find(toMango({ ...query, skip, limit })).exec();
    ids.push(...docs.map(({ id }) => id));
  }
  return ids;
}
