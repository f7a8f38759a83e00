// What the palette lists: people, groups, work, roles, what happened with people and posts by
// full-text search, views, every page, and what can be done from anywhere or on what is open.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { SpotlightActionData } from '@mantine/spotlight';
import { Kbd } from '@mantine/core';

import type { SearchHit } from '../../src-shared/bridge/host-types.ts';
import type { OpenAction } from '../data/open-actions.ts';
import { useApart } from '../data/use-apart.ts';
import { useNamed } from '../data/use-records-in.ts';
import { useSearch } from '../data/use-search.ts';
import { useToldOf } from '../data/use-told-of.ts';
import { foundWhere, plainText } from '../kinds/found-where.ts';
import { labelOf, pathOf, windowKind } from '../kinds/kinds.ts';
import { useFieldLabel } from '../ui/field-words.ts';
import { keyText } from '../ui/key-line.ts';
import { go } from '../ui/router.ts';
import { nameOrNone } from '../ui/name-or-none.ts';
import type { FinderTab } from './finder-tabs.tsx';
import { routes } from './routes.tsx';
import { useViewsFound } from './use-views-found.tsx';

type Listed = {
  items: readonly SpotlightActionData[];
  /** How many pages, views and actions there are by these words. */
  doable: number;
};

/** Of all kinds only the best; of the one that is chosen as many as anybody reads. */
const [few, fewer, many] = [12, 6, 60];

export function useFinder(text: string, tab: FinderTab, actions: readonly OpenAction[]): Listed {
  const wanted = text.trim();
  const records = useRecordsFound(text, tab);
  const told = useTold(tab === 'all' || tab === 'told' ? text : '', tab === 'all' ? fewer : many);
  const views = useViewsFound(text);
  const doable = [...pages(), ...actions.map(ofAction)].filter(({ label }) =>
    label?.toLowerCase().includes(wanted.toLowerCase()),
  );
  const named = [...views, ...doable];
  const inPostsToo = wanted !== '' && (tab === 'all' || tab === 'posts') ? [inPosts(wanted)] : [];
  return {
    items: [...records, ...told, ...(tab === 'all' || tab === 'do' ? named : []), ...inPostsToo],
    doable: named.length,
  };
}

const collectionsOf = {
  all: ['people', 'groups', 'work'],
  people: ['people'],
  groups: ['groups'],
  work: ['work'],
  posts: ['posts'],
  told: ['people'],
  do: ['people'],
} as const;

function useRecordsFound(text: string, tab: FinderTab): SpotlightActionData[] {
  const fieldName = useFieldLabel();
  const isElsewhere = tab === 'told' || tab === 'do';
  const limit = tab === 'all' ? few : many;
  const found = useSearch(isElsewhere ? '' : text, collectionsOf[tab], limit);
  const hits = found?.hits ?? [];
  const apart = useApart(hits.map(({ id }) => id));
  return hits.map((hit): SpotlightActionData => {
    const Icon = windowKind(hit.kind).icon;
    return {
      id: hit.id,
      label: nameOrNone(hit),
      description: [labelOf(hit.kind), whereOf(hit, fieldName) ?? apart(hit.id)]
        .filter((one) => one !== '')
        .join(' · '),
      leftSection: <Icon size={18} />,
      onClick: () => go(pathOf(hit)),
    };
  });
}

/** Roles and entries of timelines, each with whom it is about. */
function useTold(text: string, limit: number): SpotlightActionData[] {
  const fieldName = useFieldLabel();
  const hits = useToldOf(text, limit);
  const named = useNamed(
    ['people', 'groups'],
    hits.flatMap((hit) => hit.about),
  );
  return hits.map((hit) => {
    const Icon = windowKind(hit.kind).icon;
    const names = hit.about.flatMap((id) => named.get(id) ?? []).map(nameOrNone);
    const where = whereOf(hit, fieldName);
    const others =
      where === undefined || hit.name.includes(plainText(hit.highlight)) ? [] : [where];
    return {
      id: hit.id,
      label: nameOrNone(hit),
      description: [labelOf(hit.kind), ...names, ...others].join(' · '),
      leftSection: <Icon size={18} />,
      onClick: () => go(pathOf(hit)),
    };
  });
}

const whereOf = (
  hit: SearchHit,
  fieldName: (kind: string, what: string) => string,
): string | undefined => {
  const where = foundWhere(hit, fieldName);
  return where === undefined ? undefined : plainText(where);
};

const pages = (): SpotlightActionData[] =>
  routes
    .filter((route) => !route.path.endsWith(':id'))
    .map((route) => ({
      id: route.path,
      label: i18n._(route.name),
      description: t`Page`,
      onClick: () => go(route.path),
    }));

const ofAction = ({ id, label, keys, run }: OpenAction): SpotlightActionData => ({
  id,
  label,
  description: t`Action`,
  ...(keys === undefined ? {} : { rightSection: <Kbd>{keyText(keys)}</Kbd> }),
  onClick: run,
});

const inPosts = (words: string): SpotlightActionData => ({
  id: 'in-posts',
  label: t`Find “${words}” in posts`,
  description: t`Listening`,
  onClick: () => go(`/listening?${new URLSearchParams({ s: words }).toString()}`),
});
