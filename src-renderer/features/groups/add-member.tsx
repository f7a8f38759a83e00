// Finds a person by name and adds them to a group.

import { t } from '@lingui/core/macro';
import { Autocomplete } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { useSearch } from '../../data/use-search.ts';
import { useMembership } from './use-members.ts';

export function AddMember({ group }: { group: RecordDoc }) {
  const { add } = useMembership(group);
  const [text, setText] = useState('');
  const found = useSearch(text, 'people', 10);
  return (
    <Autocomplete
      label={t`Add a person`}
      placeholder={t`Type a name`}
      value={text}
      onChange={setText}
      data={(found?.hits ?? []).map((hit) => ({ value: hit.id, label: hit.name }))}
      filter={({ options }) => options}
      onOptionSubmit={(id) => void add(id).then(() => setText(''))}
    />
  );
}
