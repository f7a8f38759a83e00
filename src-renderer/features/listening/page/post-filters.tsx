// Words to find in posts, whose posts, and whether only unread ones.

import { t } from '@lingui/core/macro';
import { Group, Select, Switch, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';

import { groupsNamed } from '../../../data/queries/groups.ts';
import { useRecords } from '../../../data/use-records.ts';
import type { PostFilter } from './use-wanted-posts.ts';

const mostGroups = 500;

type Props = { filter: PostFilter; onChange: (patch: Partial<PostFilter>) => void };

export function PostFilters({ filter: { group, isUnreadOnly, text }, onChange }: Props) {
  const groups = useRecords(groupsNamed('', mostGroups));
  return (
    <Group mb="sm" gap="sm" align="end">
      <TextInput
        w={260}
        label={t`Find in posts`}
        leftSection={<IconSearch size={16} />}
        value={text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <Select
        w={240}
        label={t`Whose`}
        placeholder={t`Everybody`}
        clearable
        searchable
        value={group}
        onChange={(next) => onChange({ group: next })}
        data={(groups ?? []).map(({ id, name }) => ({
          value: id as string,
          label: name || t`No name`,
        }))}
      />
      <Switch
        mb={8}
        label={t`Unread only`}
        checked={isUnreadOnly}
        onChange={(event) => onChange({ isUnreadOnly: event.currentTarget.checked })}
      />
    </Group>
  );
}
