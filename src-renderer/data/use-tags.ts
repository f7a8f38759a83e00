// The tags that people and groups have, with how many have each; one that is written in several
// ways is one, as most write it.

import { useMemo } from 'react';

import { tagKey } from '../../src-shared/domain/tag.ts';
import type { GroupCount } from '../../src-shared/query/answers.ts';
import type { View } from '../../src-shared/query/view.ts';
import { compareWords } from '../words/in-language.ts';
import { useGroupCounts } from './use-group-counts.ts';

const kindsOfGroups = ['organisation', 'community', 'bucket'] as const;
/** What has tags. */
export type TaggedKind = 'person' | (typeof kindsOfGroups)[number];

export type Tag = {
  /** Empty for one that is nothing but spaces. */
  name: string;
  key: string;
  counts: { readonly [kind in TaggedKind]: number };
  /** Of all kinds together. */
  count: number;
};

const everything = (of: 'people' | 'groups', groupBy: View['groupBy']): View => ({
  of,
  conditions: { all: [] },
  sorts: [],
  groupBy,
  columns: [],
  layout: 'table',
});
const people = everything('people', [{ field: 'tag' }]);
const groups = everything('groups', [{ field: 'tag' }, { field: 'kind' }]);

/** By name. Undefined while loading; asks nothing while they are not wanted. */
export function useTags(isWanted = true): readonly Tag[] | undefined {
  const ofPeople = useGroupCounts(isWanted ? people : { ...people, groupBy: [] });
  const ofGroups = useGroupCounts(isWanted ? groups : { ...groups, groupBy: [] });
  return useMemo(
    () =>
      ofPeople === undefined || ofGroups === undefined ? undefined : tagsIn(ofPeople, ofGroups),
    [ofPeople, ofGroups],
  );
}

function tagsIn(ofPeople: readonly GroupCount[], ofGroups: readonly GroupCount[]): Tag[] {
  const found = new Map<string, Tag & { most: number }>();
  const add = (one: GroupCount, counts: (before: Tag['counts']) => Tag['counts']): void => {
    const { key: folded, written = folded, count } = one;
    if (folded === null || written === null) return;
    const key = tagKey(folded);
    const known = found.get(key);
    const most = Math.max(count, known?.most ?? 0);
    const name = known === undefined || count > known.most ? written.trim() : known.name;
    found.set(key, {
      name,
      key,
      most,
      count: count + (known?.count ?? 0),
      counts: counts(known?.counts ?? none),
    });
  };
  for (const one of ofPeople) add(one, (before) => ({ ...before, person: one.count }));
  for (const one of ofGroups)
    add(one, (before) => ({
      ...before,
      ...Object.fromEntries(
        kindsOfGroups.map((kind) => [
          kind,
          one.inside?.find(({ key }) => key === kind)?.count ?? 0,
        ]),
      ),
    }));
  return [...found.values()].sort((a, b) => compareWords(a.name, b.name));
}

const none: Tag['counts'] = { person: 0, organisation: 0, community: 0, bucket: 0 };
