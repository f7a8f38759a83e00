// Ctrl/Cmd+K: one box over everything that can be found and done, by kinds, with what was
// searched for lately.

import { t } from '@lingui/core/macro';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';

import { type OpenAction, openActions } from '../data/open-actions.ts';
import { useRecentSearches } from '../data/use-recent-searches.ts';
import { useSearchCounts } from '../data/use-search-counts.ts';
import { finderStore, useFirstTaken } from './finder-store.ts';
import { type FinderTab, FinderTabs } from './finder-tabs.tsx';
import { useFinder } from './use-finder.tsx';

export function Finder() {
  const [text, setText] = useState('');
  const [tab, setTab] = useState<FinderTab>('all');
  const [actions, setActions] = useState<readonly OpenAction[]>([]);
  const recent = useRecentSearches();
  const counts = useSearchCounts(text);
  const { items, doable } = useFinder(text, tab, actions);
  const isBlank = text.trim() === '';
  const names = isBlank ? '' : items.map(({ id }) => id).join(' ');
  const noteMove = useFirstTaken(names, `${tab} ${text}`);
  const open = (): void => {
    setActions(openActions.read());
    setTab('all');
  };
  const ofItem = ({ id, onClick, ...item }: SpotlightActionData) => (
    <Spotlight.Action
      key={id}
      {...item}
      onClick={(event) => {
        recent.note(text);
        onClick?.(event);
      }}
    />
  );
  return (
    <Spotlight.Root
      store={finderStore}
      query={text}
      onQueryChange={setText}
      onSpotlightOpen={open}
      shortcut={null}
      attributes={{ content: { 'aria-label': t`Find a person, a group or a page` } }}
    >
      <Spotlight.Search
        placeholder={t`Find a person, a group or a page`}
        aria-label={t`Find`}
        onKeyDown={noteMove}
      />
      {!isBlank && <FinderTabs tab={tab} onChange={setTab} counts={counts} doable={doable} />}
      {items.length === 0 ? (
        <Spotlight.Empty>{t`Nobody and nothing by that name`}</Spotlight.Empty>
      ) : (
        <Spotlight.ActionsList>
          {isBlank && recent.list.length > 0 && (
            <Recent list={recent.list} onChoose={setText} onClear={recent.clear} />
          )}
          {items.map(ofItem)}
        </Spotlight.ActionsList>
      )}
    </Spotlight.Root>
  );
}

type RecentProps = {
  list: readonly string[];
  onChoose: (text: string) => void;
  onClear: () => void;
};

const Recent = ({ list, onChoose, onClear }: RecentProps) => (
  <Spotlight.ActionsGroup label={t`Searched for lately, on this laptop only`}>
    {list.map((text) => (
      <Spotlight.Action
        key={text}
        label={text}
        leftSection={<IconHistory size={18} />}
        closeSpotlightOnTrigger={false}
        onClick={() => onChoose(text)}
      />
    ))}
    <Spotlight.Action
      label={t`Clear what was searched for`}
      closeSpotlightOnTrigger={false}
      onClick={onClear}
    />
  </Spotlight.ActionsGroup>
);
