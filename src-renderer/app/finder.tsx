// Ctrl/Cmd+K: people and groups by full-text search, every page, and what can be done
// from anywhere.

import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useEffect, useState } from 'react';

import type { SearchHit } from '../../src-shared/bridge/host-types.ts';
import { askToAdd, askToFind } from '../data/asked.ts';
import { useHost } from '../data/host-context.tsx';
import { routes } from './routes.tsx';
import { go, groupPath, personPath } from '../ui/router.ts';
import { useCommand } from '../data/use-command.tsx';

export function Finder() {
  const { host } = useHost();
  const run = useCommand();
  const [text, setText] = useState('');
  const [hits, setHits] = useState<SearchHit[]>([]);
  useEffect(() => {
    let isCurrent = true;
    if (text.trim() === '') return undefined;
    void host
      .request('search.run', { text, collections: ['people', 'groups'], limit: 12 })
      .then((found) => {
        if (isCurrent && found.ok) setHits(found.value.hits);
      });
    return () => {
      isCurrent = false;
    };
  }, [host, text]);

  const inPosts: SpotlightActionData[] =
    text.trim() === ''
      ? []
      : [
          {
            id: 'in-posts',
            label: `Find “${text.trim()}” in posts`,
            description: 'Listening',
            onClick: () => {
              askToFind(text.trim());
              go('/listening');
            },
          },
        ];
  const pages: SpotlightActionData[] = routes
    .filter((route) => !route.path.endsWith(':id'))
    .map((route) => ({
      id: route.path,
      label: route.name,
      description: 'Page',
      onClick: () => go(route.path),
    }));
  const deeds: SpotlightActionData[] = [
    {
      id: 'add',
      label: 'Add person',
      onClick: () => {
        askToAdd();
        go('/people');
      },
    },
    { id: 'undo', label: 'Undo the last change', onClick: () => void run({ type: 'undo' }) },
    { id: 'redo', label: 'Redo', onClick: () => void run({ type: 'redo' }) },
  ].map((deed) => ({ ...deed, description: 'Action' }));
  const always = [...pages, ...deeds].filter(({ label }) =>
    label?.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const records: SpotlightActionData[] = (text.trim() === '' ? [] : hits).map((hit) => ({
    id: hit.id,
    label: hit.name === '' ? 'No name' : hit.name,
    description: hit.highlight.replace(/[\ue000\ue001]/g, ''),
    onClick: () => go(hit.collection === 'people' ? personPath(hit.id) : groupPath(hit.id)),
  }));
  return (
    <Spotlight
      actions={[...records, ...always, ...inPosts]}
      query={text}
      onQueryChange={setText}
      filter={(_query, actions) => actions}
      nothingFound="Nobody and nothing by that name"
      searchProps={{ placeholder: 'Find a person, a group or a page', 'aria-label': 'Find' }}
      shortcut={null}
    />
  );
}
