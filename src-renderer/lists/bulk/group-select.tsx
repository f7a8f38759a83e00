// Chooses an organisation or community by name.

import { t } from '@lingui/core/macro';
import { Select } from '@mantine/core';
import { useState } from 'react';

import { useNamed } from '../../data/use-records-in.ts';
import { useSearch } from '../../data/use-search.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';

type Props = { group: string | undefined; onChange: (group: string | undefined) => void };

export function GroupSelect({ group, onChange }: Props) {
  const [text, setText] = useState('');
  const found = useSearch(text, 'groups', 20)?.hits ?? [];
  const named = useNamed(['groups'], group === undefined ? [] : [group]);
  const chosen = group === undefined ? [] : [{ id: group, name: named.get(group)?.name ?? '' }];
  const offered = new Map(
    [...found.filter(({ kind }) => kind !== 'bucket'), ...chosen].map(({ id, name }) => [
      id as string,
      nameOrNone({ name }),
    ]),
  );
  return (
    <Select
      label={t`Organisation`}
      placeholder={t`Type a name`}
      data={[...offered].map(([value, label]) => ({ value, label }))}
      filter={({ options }) => options}
      searchable
      clearable
      searchValue={text}
      onSearchChange={setText}
      value={group ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}
