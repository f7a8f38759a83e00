// Narrows the list to one bucket or one tag.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Menu, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';

import { useBuckets } from '../../../data/use-buckets.ts';

/** `name` says what is left. */
export type PeopleFilter = { key: string; name: string };

export function FilterMenu({
  filter,
  onChange,
}: {
  filter: PeopleFilter | undefined;
  onChange: (filter: PeopleFilter | undefined) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const buckets = useBuckets(isOpen);
  const [tag, setTag] = useState('');
  return (
    <Menu position="bottom-start" closeOnItemClick opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Button
          variant={filter === undefined ? 'default' : 'light'}
          leftSection={<IconFilter size={16} />}
        >
          <Trans>Filter</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (tag.trim() !== '')
              onChange({
                key: `tag:${tag.trim().toLowerCase()}`,
                name: t`Only tag “${tag.trim()}”`,
              });
          }}
        >
          <TextInput
            m={6}
            size="sm"
            label={t`Tag`}
            placeholder={t`Type a tag, press Enter`}
            value={tag}
            onChange={(event) => setTag(event.currentTarget.value)}
          />
        </form>
        {(buckets ?? []).length > 0 && (
          <Menu.Label>
            <Trans>Buckets</Trans>
          </Menu.Label>
        )}
        {(buckets ?? []).map((bucket) => (
          <Menu.Item
            key={bucket.id}
            onClick={() => onChange({ key: bucket.id, name: t`Only bucket “${bucket.name}”` })}
          >
            {bucket.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
