// Ctrl/Cmd+K: people, groups, work, roles and what happened with people by full-text search,
// every page, and what can be done from anywhere or on what is open.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { Kbd } from '@mantine/core';
import { useState } from 'react';

import type { SearchHit } from '../../src-shared/bridge/host-types.ts';
import { type OpenAction, openActions } from '../data/open-actions.ts';
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
import { routes } from './routes.tsx';

export function Finder() {
  const [text, setText] = useState('');
  const [doable, setDoable] = useState<readonly OpenAction[]>([]);
  const found = useSearch(text, ['people', 'groups', 'work'], 12);
  const wanted = text.trim();
  const fieldName = useFieldLabel();
  const hits = found?.hits ?? [];
  const apart = useApart(hits.map(({ id }) => id));
  const records = hits.map((hit): SpotlightActionData => {
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
  const told = useTold(text);
  const named = [...pages(), ...doable.map(ofAction)].filter(({ label }) =>
    label?.toLowerCase().includes(wanted.toLowerCase()),
  );
  return (
    <Spotlight
      actions={[...records, ...told, ...named, ...(wanted === '' ? [] : [inPosts(wanted)])]}
      query={text}
      onQueryChange={setText}
      onSpotlightOpen={() => setDoable(openActions.read())}
      filter={(_query, actions) => actions}
      nothingFound={t`Nobody and nothing by that name`}
      searchProps={{ placeholder: t`Find a person, a group or a page`, 'aria-label': t`Find` }}
      shortcut={null}
      attributes={{ content: { 'aria-label': t`Find a person, a group or a page` } }}
    />
  );
}

/** Roles and entries of timelines, each with whom it is about. */
function useTold(text: string): SpotlightActionData[] {
  const fieldName = useFieldLabel();
  const hits = useToldOf(text, 6);
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
