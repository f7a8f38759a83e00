// Ctrl/Cmd+K: people and groups by full-text search, every page, and what can be done
// from anywhere or on what is open.

import { i18n } from '@lingui/core';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useState } from 'react';

import { askToFind } from '../data/asked.ts';
import { type OpenAction, openActions } from '../data/open-actions.ts';
import { useSearch } from '../data/use-search.ts';
import { pathOf, windowKind } from '../kinds/kinds.ts';
import { go } from '../ui/router.ts';
import { routes } from './routes.tsx';

export function Finder() {
  const [text, setText] = useState('');
  const [doable, setDoable] = useState<readonly OpenAction[]>([]);
  const found = useSearch(text, ['people', 'groups'], 12);
  const wanted = text.trim();
  const records = (found?.hits ?? []).map((hit): SpotlightActionData => {
    const Icon = windowKind(hit.kind)?.icon;
    return {
      id: hit.id,
      label: hit.name === '' ? 'No name' : hit.name,
      description: hit.highlight.replace(/[\ue000\ue001]/g, ''),
      ...(Icon === undefined ? {} : { leftSection: <Icon size={18} /> }),
      onClick: () => go(pathOf(hit)),
    };
  });
  const named = [...pages(), ...doable.map(ofAction)].filter(({ label }) =>
    label?.toLowerCase().includes(wanted.toLowerCase()),
  );
  return (
    <Spotlight
      actions={[...records, ...named, ...(wanted === '' ? [] : [inPosts(wanted)])]}
      query={text}
      onQueryChange={setText}
      onSpotlightOpen={() => setDoable(openActions.read())}
      filter={(_query, actions) => actions}
      nothingFound="Nobody and nothing by that name"
      searchProps={{ placeholder: 'Find a person, a group or a page', 'aria-label': 'Find' }}
      shortcut={null}
    />
  );
}

const pages = (): SpotlightActionData[] =>
  routes
    .filter((route) => !route.path.endsWith(':id'))
    .map((route) => ({
      id: route.path,
      label: i18n._(route.name),
      description: 'Page',
      onClick: () => go(route.path),
    }));

const ofAction = ({ id, label, run }: OpenAction): SpotlightActionData => ({
  id,
  label,
  description: 'Action',
  onClick: run,
});

const inPosts = (words: string): SpotlightActionData => ({
  id: 'in-posts',
  label: `Find “${words}” in posts`,
  description: 'Listening',
  onClick: () => {
    askToFind(words);
    go('/listening');
  },
});
