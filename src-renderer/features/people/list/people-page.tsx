// Everybody: a long live list, quick search, quick add, and what can be done with
// several people at once.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, CloseButton, Group, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconPlus,
  IconRotateClockwise2,
  IconSearch,
  IconTags,
  IconTrash,
  IconUsersMinus,
} from '@tabler/icons-react';

import { describeView } from '../../../../src-shared/query/describe.ts';

import { useAskedToAdd } from '../../../data/asked.ts';
import { useDescribing } from '../../../data/use-describing.ts';
import { useActions } from '../../../ui/actions.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { AddPerson } from './add-person.tsx';
import { BulkActions } from './bulk-actions.tsx';
import { ColumnsMenu } from '../../../lists/columns-menu.tsx';
import { FilterButton } from '../../../lists/filter-button.tsx';
import { FilterPanel } from '../../../lists/filter-panel.tsx';
import { GroupMenu } from '../../../lists/group-menu.tsx';
import { GroupedPeople } from './grouped-people.tsx';
import { listActions } from './people-actions.tsx';
import { PeopleList } from './people-list.tsx';
import { PeopleHits } from './people-hits.tsx';
import { SavedViews } from '../../../lists/saved-views.tsx';
import { SortSwitch } from './sort-switch.tsx';
import { useOpenFirst } from './use-people-found.ts';
import { peopleList } from '../../../lists/list-kind.ts';
import { useListView } from '../../../lists/use-list-view.ts';
import { type SearchWords, useSearchWords } from './use-search-words.ts';
import { ViewNotice } from '../../../lists/view-notice.tsx';
import { ViewChips } from '../../../lists/view-chips.tsx';
import { useSelection } from '../../../lists/use-selection.ts';

export function PeoplePage() {
  const people = useListView(peopleList);
  const { view, parts, isStrange, isNewer } = people;
  const search = useSearchWords(view);
  const { text, isSearching } = search;
  const openFirst = useOpenFirst(text, people, search.order);
  const words = describeView(view, useDescribing(view));
  const [isFiltering, filtering] = useDisclosure(false);
  const [isAdding, adding] = useDisclosure(false);
  // Who is meant does not depend on what is shown of them.
  const selection = useSelection({ view: { ...view, columns: [] }, text: text.trim() });
  useActions(listActions, { add: adding.open });
  useAskedToAdd(adding.open);

  return (
    <Page
      title={t`People`}
      actions={
        <>
          <OtherPages />
          <Button leftSection={<IconPlus size={16} />} onClick={adding.open}>
            <Trans>Add person</Trans>
          </Button>
        </>
      }
    >
      <Group align="end" gap="sm">
        <SearchBox search={search} onEnter={() => void openFirst()} />
        {!isNewer && (
          <FilterButton
            isUsed={parts.length > 0}
            isOpen={isFiltering}
            onToggle={filtering.toggle}
          />
        )}
        <SortSwitch people={people} search={search} />
        <GroupMenu list={people} />
        <ColumnsMenu list={people} />
      </Group>
      <SavedViews list={people} />
      <ViewNotice list={people} />
      {isFiltering && !isStrange && !isNewer ? (
        <FilterPanel list={people} onClose={filtering.close} />
      ) : (
        <ViewChips list={people} onBuild={filtering.open} />
      )}
      {parts.length > 0 && <p className="view-sentence">{words}</p>}
      <BulkActions selection={selection} />
      {isStrange ? (
        <EmptyState
          title={t`This view is not understood here`}
          text={t`It was saved by a later version of Rapport, or is damaged. Nothing of it is lost: update Rapport, or delete the view.`}
        />
      ) : isSearching ? (
        <PeopleHits text={text} people={people} order={search.order} selection={selection} />
      ) : people.whole.groupBy.length > 0 ? (
        <GroupedPeople people={people} label={words} selection={selection} />
      ) : (
        <PeopleList people={people} label={words} selection={selection} onAdd={adding.open} />
      )}
      {isAdding && <AddPerson onClose={adding.close} />}
    </Page>
  );
}

const OtherPages = () => (
  <>
    <Button
      component="a"
      href="#/rounds"
      variant="subtle"
      color="gray"
      leftSection={<IconRotateClockwise2 size={16} />}
    >
      <Trans>Rounds</Trans>
    </Button>
    <Button
      component="a"
      href="#/tags"
      variant="subtle"
      color="gray"
      leftSection={<IconTags size={16} />}
    >
      <Trans>Tags</Trans>
    </Button>
    <Button
      component="a"
      href="#/doubles"
      variant="subtle"
      color="gray"
      leftSection={<IconUsersMinus size={16} />}
    >
      <Trans>Doubles</Trans>
    </Button>
    <Button
      component="a"
      href="#/trash"
      variant="subtle"
      color="gray"
      leftSection={<IconTrash size={16} />}
    >
      <Trans>Trash</Trans>
    </Button>
  </>
);

type SearchBoxProps = { search: SearchWords; onEnter: () => void };

function SearchBox({ search: { text, setText, isSearching }, onEnter }: SearchBoxProps) {
  return (
    <TextInput
      id="people-search"
      label={t`Search`}
      placeholder={t`Name, company, e-mail, phone, note`}
      leftSection={<IconSearch size={16} />}
      rightSection={
        isSearching ? (
          <CloseButton aria-label={t`Clear search`} onClick={() => setText('')} />
        ) : null
      }
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setText('');
        if (event.key === 'Enter' && isSearching) onEnter();
      }}
      style={{ flex: '1 1 220px', maxWidth: 460 }}
    />
  );
}
