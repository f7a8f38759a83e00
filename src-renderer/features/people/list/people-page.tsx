// Everybody: a long live list, quick search, quick add, and what can be done with
// several people at once.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, CloseButton, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';

import { useAskedToAdd } from '../../../data/asked.ts';
import { useActions } from '../../../ui/actions.tsx';
import { Page } from '../../../ui/page.tsx';
import { AddPerson } from './add-person.tsx';
import { BulkActions } from './bulk-actions.tsx';
import { FilterMenu, type PeopleFilter } from './filter-menu.tsx';
import { listActions } from './people-actions.tsx';
import { PeopleList } from './people-list.tsx';
import { PeopleHits } from './people-hits.tsx';
import { useSelection } from './use-selection.ts';

export function PeoplePage() {
  const [text, setText] = useState('');
  const [sort, setSort] = useState<'name' | 'changed'>('name');
  const [filter, setFilter] = useState<PeopleFilter>();
  const [isAdding, adding] = useDisclosure(false);
  const selection = useSelection();
  useActions(listActions, { add: adding.open });
  useAskedToAdd(adding.open);
  const isSearching = text.trim() !== '';

  return (
    <Page
      title={t`People`}
      actions={
        <>
          <Button
            component="a"
            href="#/trash"
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={16} />}
          >
            <Trans>Trash</Trans>
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={adding.open}>
            <Trans>Add person</Trans>
          </Button>
        </>
      }
    >
      <Group align="end" gap="sm">
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
          }}
          style={{ flex: 1, maxWidth: 460 }}
        />
        <FilterMenu filter={filter} onChange={setFilter} />
        <SegmentedControl
          aria-label={t`Sort by`}
          value={sort}
          onChange={(value) => setSort(value === 'changed' ? 'changed' : 'name')}
          data={[
            { value: 'name', label: t`By name` },
            { value: 'changed', label: t`Last changed` },
          ]}
        />
      </Group>
      {filter !== undefined && (
        <Group gap={6}>
          <Text size="sm" className="dim">
            {filter.name}
          </Text>
          <CloseButton
            size="sm"
            aria-label={t`Remove filter`}
            onClick={() => setFilter(undefined)}
          />
        </Group>
      )}
      <BulkActions selection={selection} />
      {isSearching ? (
        <PeopleHits text={text} filter={filter} selection={selection} />
      ) : (
        <PeopleList sort={sort} filter={filter} selection={selection} onAdd={adding.open} />
      )}
      {isAdding && <AddPerson onClose={adding.close} />}
    </Page>
  );
}
