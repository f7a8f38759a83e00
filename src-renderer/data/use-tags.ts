// The tags that people have, with how many have each; one that is written in several ways is
// one, as most write it.

import { useMemo } from 'react';

import type { View } from '../../src-shared/query/view.ts';
import { compareWords } from '../words/in-language.ts';
import { useViewGroups } from './use-view-groups.ts';

export type Tag = { name: string; count: number };

const everybody: View = {
  of: 'people',
  conditions: { all: [] },
  sorts: [],
  groupBy: [],
  columns: [],
  layout: 'table',
};

/** By name. Undefined while loading; asks nothing while they are not wanted. */
export function useTags(isWanted = true): readonly Tag[] | undefined {
  const groups = useViewGroups(everybody, isWanted ? 'tag' : undefined);
  return useMemo(() => {
    if (groups === undefined) return undefined;
    return groups
      .flatMap(({ key, count, written = key }) =>
        key === null || key === '' || written === null ? [] : [{ name: written.trim(), count }],
      )
      .sort((a, b) => compareWords(a.name, b.name));
  }, [groups]);
}

/** Under which two ways to write a tag are one. */
export const tagKey = (tag: string): string => tag.trim().toLowerCase();

/** Who has it, as a view. */
export const viewOfTag = (tag: string): View => ({
  ...everybody,
  conditions: { field: 'tag', op: 'hasAnyOf', arg: [tag] },
});
