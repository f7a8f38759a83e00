// Chooses people by name; those chosen stay named while others are looked for.

import { MultiSelect } from '@mantine/core';
import { useEffect, useState } from 'react';

import { useHost } from '../../../data/host-context.tsx';

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
  const { host } = useHost();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Named[]>([]);
  useEffect(() => {
    let isCurrent = true;
    if (text.trim() === '') return undefined;
    void host.request('search.run', { text, collections: ['people'], limit: 10 }).then((answer) => {
      if (isCurrent && answer.ok) setFound(answer.value.hits);
    });
    return () => {
      isCurrent = false;
    };
  }, [host, text]);
  const byId = new Map([...found, ...chosen].map((one) => [one.id, one]));
  const offered = [...byId.values()].filter(({ id }) => !without.includes(id));
  return (
    <MultiSelect
      size="xs"
      label={label}
      {...(chosen.length === 0 ? { placeholder } : {})}
      {...(error === undefined ? {} : { error })}
      data={offered.map(({ id, name }) => ({ value: id, label: name || 'No name' }))}
      filter={({ options }) => options}
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
