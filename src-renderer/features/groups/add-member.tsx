// Finds a person by name and adds them to a group.

import { t } from '@lingui/core/macro';
import { Autocomplete } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { useApart } from '../../data/use-apart.ts';
import { useSearch } from '../../data/use-search.ts';
import { NamedApart } from '../../ui/named-apart.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { useMembership } from './use-members.ts';

export function AddMember({ group }: { group: RecordDoc }) {
  const { add } = useMembership(group);
  const [text, setText] = useState('');
  const hits = useSearch(text, 'people', 10)?.hits ?? [];
  const apart = useApart(hits.map(({ id }) => id));
  const nameOf = (id: string): string =>
    nameOrNone(hits.find((hit) => hit.id === id) ?? { name: '' });
  return (
    <Autocomplete
      label={t`Add a person`}
      placeholder={t`Type a name`}
      value={text}
      onChange={setText}
      data={hits.map((hit) => ({ value: hit.id, label: nameOrNone(hit) }))}
      renderOption={({ option }) => (
        <NamedApart name={nameOf(option.value)} apart={apart(option.value)} />
      )}
      filter={({ options }) => options}
      onOptionSubmit={(id) => void add(id).then(() => setText(''))}
    />
  );
}
