// What stands above a list: the search, the filter, groups and columns, the saved views, and what
// the list is narrowed to.

import { Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import { ColumnsMenu } from './columns-menu.tsx';
import { FilterButton } from './filter-button.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { GroupMenu } from './group-menu.tsx';
import { ListSearch } from './list-search.tsx';
import { SavedViews } from './saved-views.tsx';
import type { ListView } from './use-list-view.ts';
import { ViewChips } from './view-chips.tsx';
import { ViewNotice } from './view-notice.tsx';

type Props = {
  list: ListView;
  /** The view in words. */
  words: string;
  placeholder: string;
  text: string;
  setText: (text: string) => void;
};

export function ListHead({ list, words, ...search }: Props) {
  const [isFiltering, filtering] = useDisclosure(false);
  const { parts, isStrange, isNewer } = list;
  return (
    <>
      <Group align="end" gap="sm">
        <ListSearch {...search} />
        {!isNewer && (
          <FilterButton
            isUsed={parts.length > 0}
            isOpen={isFiltering}
            onToggle={filtering.toggle}
          />
        )}
        <GroupMenu list={list} />
        <ColumnsMenu list={list} />
      </Group>
      <SavedViews list={list} />
      <ViewNotice list={list} />
      {isFiltering && !isStrange && !isNewer ? (
        <FilterPanel list={list} onClose={filtering.close} />
      ) : (
        <ViewChips list={list} onBuild={filtering.open} />
      )}
      {parts.length > 0 && <p className="view-sentence">{words}</p>}
    </>
  );
}
