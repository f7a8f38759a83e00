// Which tags are ticked; those that are gone meanwhile are not.

import { useState } from 'react';

import type { Tag } from '../../data/use-tags.ts';
import type { Stretch, Stretched } from '../../ui/stretch.ts';

export type TickedTags = {
  tags: readonly Tag[];
  has: (tag: Tag) => boolean;
  toggle: (tag: Tag) => void;
  /** Of the rows that are shown. */
  extend: (change: Stretched) => void;
  isAll: boolean;
  toggleAll: () => void;
  clear: () => void;
};

/** `shown`: in the order of the rows. */
export function useTickedTags(all: readonly Tag[], shown: readonly Tag[]): TickedTags {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const put = (tags: readonly Tag[], isTicked: boolean): void =>
    setKeys((old) => {
      const next = new Set(old);
      for (const { key } of tags) {
        if (isTicked) next.add(key);
        else next.delete(key);
      }
      return next;
    });
  const within = (stretches: readonly Stretch[]): Tag[] =>
    stretches.flatMap(({ first, last }) => shown.slice(first, last + 1));
  const has = ({ key }: Tag): boolean => keys.has(key);
  const isAll = shown.length > 0 && shown.every(has);
  return {
    tags: all.filter(has),
    has,
    toggle: (tag) => put([tag], !has(tag)),
    extend: ({ add, remove }) => {
      put(within(add), true);
      put(within(remove), false);
    },
    isAll,
    toggleAll: () => put(shown, !isAll),
    clear: () => setKeys(new Set()),
  };
}
