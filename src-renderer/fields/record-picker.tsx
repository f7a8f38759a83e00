// Chooses records by name; those chosen stay named while others are looked for.

import { MultiSelect } from '@mantine/core';
import { useState } from 'react';

import type { CollectionName } from '../../src-shared/domain/record.ts';
import { viewCollections } from '../../src-shared/query/view.ts';
import { useNamed } from '../data/use-records-in.ts';
import { useApart } from '../data/use-apart.ts';
import { useSearch } from '../data/use-search.ts';
import { NamedApart } from '../ui/named-apart.tsx';
import { nameOrNone } from '../ui/name-or-none.ts';

type Props = ({ label: string } | { 'aria-label': string; autoFocus?: boolean }) & {
  size: 'xs' | 'sm';
  collections: readonly CollectionName[];
  ids: readonly string[];
  /** How many may be chosen; left out: any number. */
  most?: number;
  onChange: (ids: string[]) => void;
};

export function RecordPicker({ size, collections, ids, most, onChange, ...naming }: Props) {
  const [text, setText] = useState('');
  const named = useNamed(collections, ids);
  const searched = viewCollections.filter((one) => collections.includes(one));
  const found = useSearch(text, searched, 10)?.hits ?? [];
  const chosen = ids.map((id) => ({ id, name: named.get(id)?.name ?? '' }));
  const offered = new Map([...found, ...chosen].map(({ id, name }) => [id as string, name]));
  const apart = useApart([...offered.keys()]);
  return (
    <MultiSelect
      size={size}
      {...naming}
      data={[...offered].map(([value, name]) => ({ value, label: nameOrNone({ name }) }))}
      filter={({ options }) => options}
      renderOption={({ option }) => <NamedApart name={option.label} apart={apart(option.value)} />}
      searchable
      hidePickedOptions
      {...(most === undefined ? {} : { maxValues: most })}
      searchValue={text}
      onSearchChange={setText}
      value={[...ids]}
      onChange={(next) => {
        setText('');
        onChange(next);
      }}
    />
  );
}
