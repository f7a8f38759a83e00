// Chooses people by name; those chosen stay named while others are looked for.

import { MultiSelect } from '@mantine/core';
import { useState } from 'react';

import { useApart } from '../../../data/use-apart.ts';
import { useHost } from '../../../data/host-context.tsx';
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
  size?: 'xs' | 'sm';
  /** Enter takes the first who is found. */
  takesFirst?: boolean;
  /** Where a dialog begins. */
  isFirst?: boolean;
  onChange: (chosen: Named[]) => void;
};

export function PeoplePicker(props: Props) {
  const { label, placeholder, chosen, without, error, onChange } = props;
  const { takesFirst = false, isFirst = false, size = 'xs' } = props;
  const [text, setText] = useState('');
  const found: readonly Named[] = useSearch(text, 'people', 10)?.hits ?? [];
  const byId = new Map([...found, ...chosen].map((one) => [one.id, one]));
  const offered = [...byId.values()].filter(({ id }) => !without.includes(id));
  const { host } = useHost();
  /** Whoever types fast is ahead of what is shown. */
  const takeFirst = async (): Promise<void> => {
    const answer = await host.request('search.run', { text, collections: ['people'], limit: 20 });
    const isTaken = (id: string): boolean =>
      without.includes(id) || chosen.some((one) => one.id === id);
    const first = answer.ok ? answer.value.hits.find(({ id }) => !isTaken(id)) : undefined;
    if (first === undefined) return;
    setText('');
    onChange([...chosen, { id: first.id, name: first.name }]);
  };
  const apart = useApart(offered.map(({ id }) => id));
  return (
    <MultiSelect
      size={size}
      label={label}
      {...(chosen.length === 0 ? { placeholder } : {})}
      {...(error === undefined ? {} : { error })}
      data={offered.map(({ id, name }) => ({ value: id, label: nameOrNone({ name }) }))}
      filter={({ options }) => options}
      renderOption={({ option }) => <NamedApart name={option.label} apart={apart(option.value)} />}
      {...(isFirst ? { 'data-autofocus': true } : {})}
      onKeyDown={(event) => {
        if (!takesFirst || event.key !== 'Enter' || text.trim() === '') return;
        // One that was walked to with the arrows is taken instead.
        if (event.currentTarget.getAttribute('aria-activedescendant')) return;
        event.preventDefault();
        void takeFirst();
      }}
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
