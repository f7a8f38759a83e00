// What people ask for most, one click each: tags, towns and buckets that somebody in the
// list has, and what is known of the last contact.

import { t } from '@lingui/core/macro';

import { foldText } from '../../src-shared/domain/fold.ts';
import type { GroupCount } from '../../src-shared/query/answers.ts';
import { codeWords } from '../../src-shared/query/field-words.ts';
import type { ViewCondition, ViewNode } from '../../src-shared/query/view.ts';
import { useBuckets } from '../data/use-buckets.ts';
import { useViewGroups } from '../data/use-view-groups.ts';
import { birthdaySoon, newThisMonth, notSpokenTo } from './usual-conditions.ts';
import type { ListView } from './use-list-view.ts';

export type QuickFilter = {
  id: string;
  kind: 'usual' | 'kind' | 'tag' | 'town' | 'bucket';
  label: string;
  /** How many of those shown now have it; undefined where that was not counted. */
  count?: number;
  node: ViewNode;
};

/** How many of a kind are offered before anything is typed. */
const mostOffered = { usual: 5, kind: 6, tag: 8, town: 6, bucket: 4 } as const;
const mostFound = 14;

/** Undefined while they are counted. */
export function useQuickFilters(
  { kind: { of }, whole: view }: ListView,
  typed: string,
): QuickFilter[] | undefined {
  const isPeople = of === 'people';
  const isMoments = of === 'moments';
  const momentKinds = useViewGroups(view, isMoments ? 'kind' : undefined);
  const tags = useViewGroups(view, isMoments ? undefined : 'tag');
  const towns = useViewGroups(view, isMoments ? undefined : 'addresses.city');
  const offices = useViewGroups(view, isPeople ? 'org.addresses.city' : undefined);
  const inBuckets = useViewGroups(view, isPeople ? 'bucket' : undefined);
  const buckets = useBuckets(isPeople);
  if (isMoments)
    return momentKinds && fitting([...ofMoments(), ...kindFilters(momentKinds)], typed);
  if (tags === undefined || towns === undefined || (isPeople && offices === undefined))
    return undefined;
  const all = [
    ...(isPeople ? usual() : usualOfGroups()),
    ...byCount(tags).map(tagFilter),
    ...townFilters(towns, offices ?? []),
    ...byCount(inBuckets ?? []).flatMap(({ key, count }) => {
      const name = buckets?.find(({ id }) => id === key)?.name;
      return name === undefined ? [] : [bucketFilter(key, name, count)];
    }),
  ];
  return fitting(all, typed);
}

/** Those whose words begin with what is typed; before that the first of each kind. */
function fitting(all: readonly QuickFilter[], typed: string): QuickFilter[] {
  const wanted = foldText(typed.trim());
  if (wanted !== '')
    return all
      .filter(({ label }) =>
        foldText(label)
          .split(/[\s-]+/)
          .some((_, at, words) => words.slice(at).join(' ').startsWith(wanted)),
      )
      .slice(0, mostFound);
  return (['usual', 'kind', 'tag', 'town', 'bucket'] as const).flatMap((kind) =>
    all.filter((one) => one.kind === kind).slice(0, mostOffered[kind]),
  );
}

const usual = (): QuickFilter[] =>
  usually([
    [t`Not spoken to in 90 days`, notSpokenTo],
    [t`Never spoken to`, { field: 'lastContact.at', op: 'isEmpty' }],
    [t`Birthday in the next 30 days`, birthdaySoon],
    [t`No e-mail`, { field: 'emails', op: 'isEmpty' }],
    [t`New this month`, newThisMonth],
  ]);

const usualOfGroups = (): QuickFilter[] =>
  usually([
    [t`Not spoken to in 90 days`, notSpokenTo],
    [t`Never spoken to`, { field: 'lastContact.at', op: 'isEmpty' }],
    [t`Without people`, { field: 'people.count', op: 'equals', arg: 0 }],
    [t`New this month`, newThisMonth],
  ]);

const ofMoments = (): QuickFilter[] =>
  usually(
    (
      [
        [t`This week`, { this: 'week' }],
        [t`This month`, { this: 'month' }],
        [t`Last month`, { last: 'month' }],
      ] as const
    ).map(([label, arg]) => [label, { field: 'when', op: 'within', arg }]),
  );

const kindFilters = (groups: readonly GroupCount[]): QuickFilter[] =>
  byCount(groups).map(({ key, count }) => ({
    id: `kind ${key}`,
    kind: 'kind',
    label: codeWords(key),
    count,
    node: { field: 'kind', op: 'isAnyOf', arg: [key] },
  }));

const usually = (all: readonly [string, ViewCondition][]): QuickFilter[] =>
  all.map(([label, node]) => ({
    id: `usual ${node.field} ${node.op} ${JSON.stringify(node.arg ?? '')}`,
    kind: 'usual',
    label,
    node,
  }));

const tagFilter = ({ key, written, count }: Named): QuickFilter => ({
  id: `tag ${key}`,
  kind: 'tag',
  label: written,
  count,
  node: { field: 'tag', op: 'hasAnyOf', arg: [written] },
});

const bucketFilter = (id: string, label: string, count: number): QuickFilter => ({
  id: `bucket ${id}`,
  kind: 'bucket',
  label,
  count,
  node: { field: 'bucket', op: 'hasAnyOf', arg: [id] },
});

/** Where somebody lives, or where their organisation is. */
function townFilters(towns: readonly GroupCount[], offices: readonly GroupCount[]): QuickFilter[] {
  const [own, org] = [byCount(towns), byCount(offices)];
  const isIn = (list: readonly Named[], town: string): Named | undefined =>
    list.find(({ key }) => key === town);
  const names = [...own, ...org.filter(({ key }) => isIn(own, key) === undefined)];
  return names
    .map(({ key, written }) => {
      const [lives, works] = [isIn(own, key)?.count, isIn(org, key)?.count];
      const at = (field: string): ViewCondition => ({ field, op: 'is', arg: written });
      const [home, office] = [at('addresses.city'), at('org.addresses.city')];
      const node: ViewNode =
        lives === undefined ? office : works === undefined ? home : { any: [home, office] };
      const isCounted = lives === undefined || works === undefined;
      const count = Math.max(lives ?? 0, works ?? 0);
      const filter: QuickFilter = { id: `town ${key}`, kind: 'town', label: written, node };
      return { filter: isCounted ? { ...filter, count } : filter, count };
    })
    .sort((a, b) => b.count - a.count)
    .map(({ filter }) => filter);
}

type Named = { key: string; written: string; count: number };

/** Most first. */
function byCount(groups: readonly GroupCount[]): Named[] {
  return groups
    .flatMap(({ key, count, written = key }) =>
      key === null || key === '' || written === null
        ? []
        : [{ key, written: written.trim(), count }],
    )
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
