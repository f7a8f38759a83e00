// Chooses people by name; those chosen stay named while others are looked for.

import { MultiSelect } from '@mantine/core';
import { useState } from 'react';

import { useApart } from '../../../data/use-apart.ts';
import { useSearch } from '../../../data/use-search.ts';
import { NamedApart } from '../../../ui/named-apart.tsx';
import { nameOrNone } from '../../../ui/name-or-none.ts';

export type Named = { id: string; name: string };

type Props = {
  label: string;
  placeholder: string;
  chosen: readonly Named[];
  /** Not offered, because they are part of it anyway. */
  without: readonly string[];
  error?: string;
  onChange: (chosen: Named[]) => void;
};

export function PeoplePicker({ label, placeholder, chosen, without, error, onChange }: Props) {
  const [text, setText] = useState('');
  const found: readonly Named[] = useSearch(text, 'people', 10)?.hits ?? [];
  const byId = new Map([...found, ...chosen].map((one) => [one.id, one]));
  const offered = [...byId.values()].filter(({ id }) => !without.includes(id));
  const apart = useApart(offered.map(({ id }) => id));
  return (
    <MultiSelect
      size="xs"
      label={label}
      {...(chosen.length === 0 ? { placeholder } : {})}
      {...(error === undefined ? {} : { error })}
      data={offered.map(({ id, name }) => ({ value: id, label: nameOrNone({ name }) }))}
      filter={({ options }) => options}
      renderOption={({ option }) => <NamedApart name={option.label} apart={apart(option.value)} />}
      searchable
      hidePickedOptions
      searchValue={text}
      onSearchChange={setText}
      value={chosen.map(({ id }) => id)}
      onChange={(ids) => {
        setText('');
        onChange(ids.flatMap((id) => byId.get(id) ?? []));
      }}
    />
  );
}
