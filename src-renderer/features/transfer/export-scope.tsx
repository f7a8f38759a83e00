// Which people go into the file: everybody, those who were ticked in the list, or a group.

import { plural, t } from '@lingui/core/macro';
import { Select } from '@mantine/core';
import { useState } from 'react';

import { foldText } from '../../../src-shared/domain/fold.ts';
import { handedSelection } from '../../data/handed-selection.ts';
import { groupsNamed } from '../../data/queries/groups.ts';
import { useRecords } from '../../data/use-records.ts';

const mostGroups = 50;

type Option = { value: string; label: string };
/** `value`: `all`, `selection` or a group's id. */
type Props = { value: string; onChange: (value: string) => void };

export function ExportScope({ value, onChange }: Props) {
  const selection = handedSelection();
  const everybody = t`Everybody`;
  const selected = plural(selection.length, {
    one: 'The one person you selected',
    other: 'The # people you selected',
  });
  const [typed, setTyped] = useState('');
  const [group, setGroup] = useState<Option>();
  // Mantine says the chosen one's label, too, as if it had been typed.
  const isChosen = [group?.label, everybody, selected].includes(typed);
  const groups = useGroupsNamed(isChosen ? '' : typed);
  const scopes = [
    { value: 'all', label: everybody },
    ...(selection.length > 0 ? [{ value: 'selection', label: selected }] : []),
    ...groups,
    ...(group === undefined || groups.some((one) => one.value === group.value) ? [] : [group]),
  ];
  return (
    <Select
      label={t`Which people`}
      data={scopes}
      value={value}
      allowDeselect={false}
      searchable
      description={groups.length >= mostGroups ? t`Type a name to find further groups` : undefined}
      filter={({ options, search }) =>
        isChosen
          ? options
          : options.filter(
              (one) => 'label' in one && foldText(one.label).includes(foldText(search)),
            )
      }
      onSearchChange={setTyped}
      onChange={(chosen) => {
        if (chosen === null) return;
        onChange(chosen);
        setGroup(groups.find((one) => one.value === chosen));
      }}
    />
  );
}

/** Groups whose names begin with what was typed, the first few of them. */
function useGroupsNamed(typed: string): Option[] {
  const groups = useRecords(groupsNamed(typed, mostGroups));
  return (groups ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
