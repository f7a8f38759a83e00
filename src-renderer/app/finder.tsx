// Ctrl/Cmd+K: people, groups, work and what happened with people by full-text search,
// every page, and what can be done from anywhere or on what is open.

import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useState } from 'react';

import { askToFind } from '../data/asked.ts';
import { type OpenAction, openActions } from '../data/open-actions.ts';
import { useMomentsFound } from '../data/use-moments-found.ts';
import { useRecordsById } from '../data/use-records.ts';
import { useSearch } from '../data/use-search.ts';
import { labelOf, pathOf, windowKind } from '../kinds/kinds.ts';
import { go } from '../ui/router.ts';
import { nameOrNone } from '../ui/name-or-none.ts';
import { routes } from './routes.tsx';

export function Finder() {
  const [text, setText] = useState('');
  const [doable, setDoable] = useState<readonly OpenAction[]>([]);
  const found = useSearch(text, ['people', 'groups', 'work'], 12);
  const wanted = text.trim();
  const records = (found?.hits ?? []).map((hit): SpotlightActionData => {
    const Icon = windowKind(hit.kind).icon;
    return {
      id: hit.id,
      label: nameOrNone(hit),
      description: plainText(hit.highlight),
      leftSection: <Icon size={18} />,
      onClick: () => go(pathOf(hit)),
    };
  });
  const moments = useMoments(text);
  const named = [...pages(), ...doable.map(ofAction)].filter(({ label }) =>
    label?.toLowerCase().includes(wanted.toLowerCase()),
  );
  return (
    <Spotlight
      actions={[...records, ...moments, ...named, ...(wanted === '' ? [] : [inPosts(wanted)])]}
      query={text}
      onQueryChange={setText}
      onSpotlightOpen={() => setDoable(openActions.read())}
      filter={(_query, actions) => actions}
      nothingFound={t`Nobody and nothing by that name`}
      searchProps={{ placeholder: t`Find a person, a group or a page`, 'aria-label': t`Find` }}
      shortcut={null}
    />
  );
}

/** Entries of timelines, each with whom it is about. */
function useMoments(text: string): SpotlightActionData[] {
  const hits = useMomentsFound(text, 6)?.hits ?? [];
  const people = useRecordsById(
    'people',
    hits.flatMap((hit) => hit.people),
  );
  return hits.map((hit) => {
    const Icon = windowKind(hit.kind).icon;
    const names = hit.people.flatMap((id) => people.get(id) ?? []).map(nameOrNone);
    const matched = plainText(hit.highlight);
    const others = hit.name.includes(matched) ? [] : [matched];
    return {
      id: hit.id,
      label: nameOrNone(hit),
      description: [labelOf(hit.kind), ...names, ...others].join(' · '),
      leftSection: <Icon size={18} />,
      onClick: () => go(pathOf(hit)),
    };
  });
}

const plainText = (highlight: string): string => highlight.replace(/[\ue000\ue001]/g, '');

const pages = (): SpotlightActionData[] =>
  routes
    .filter((route) => !route.path.endsWith(':id'))
    .map((route) => ({
      id: route.path,
      label: i18n._(route.name),
      description: t`Page`,
      onClick: () => go(route.path),
    }));

const ofAction = ({ id, label, run }: OpenAction): SpotlightActionData => ({
  id,
  label,
  description: t`Action`,
  onClick: run,
});

const inPosts = (words: string): SpotlightActionData => ({
  id: 'in-posts',
  label: t`Find “${words}” in posts`,
  description: t`Listening`,
  onClick: () => {
    askToFind(words);
    go('/listening');
  },
});
