// Narrows a timeline: a small form behind a button, and what is asked for beside it, each taken
// off where it stands.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Checkbox, Group, Popover, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';

import { useHost } from '../../../data/host-context.tsx';
import { useTeamRest } from '../../../data/team-rest.tsx';
import { useNamed } from '../../../data/use-records-in.ts';
import { RecordPicker } from '../../../fields/record-picker.tsx';
import { labelOf } from '../../../kinds/kinds.ts';
import { nameOrNone } from '../../../ui/name-or-none.ts';
import { commaWords } from '../../../words/in-language.ts';
import { Chip } from '../line/chip.tsx';
import { filterKinds, type TimelineFilter, type useTimelineFilter } from './timeline-filter.ts';

type Props = Pick<ReturnType<typeof useTimelineFilter>, 'filter' | 'set'>;

export function TimelineFilterButton({ filter, set }: Props) {
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal={false}>
      <Popover.Target>
        <Button variant="subtle" size="compact-xs" leftSection={<IconFilter size={14} />}>
          <Trans>Filter</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown miw={260}>
        <FilterForm filter={filter} set={set} />
      </Popover.Dropdown>
    </Popover>
  );
}

function FilterForm({ filter, set }: Props) {
  const teammates = useTeammates();
  const one = (id: string): string[] => (id === '' ? [] : [id]);
  return (
    <Stack gap="xs">
      <Checkbox.Group
        label={t`Kind`}
        size="xs"
        value={[...filter.kinds]}
        onChange={(kinds) => set({ kinds })}
      >
        <Group gap="xs" mt={4}>
          {filterKinds.map((kind) => (
            <Checkbox key={kind} size="xs" value={kind} label={labelOf(kind)} />
          ))}
        </Group>
      </Checkbox.Group>
      <RecordPicker
        label={t`With whom`}
        size="xs"
        collections={['people']}
        ids={one(filter.person)}
        most={1}
        onChange={([person = '']) => set({ person })}
      />
      <RecordPicker
        label={t`From which organisation`}
        size="xs"
        collections={['groups']}
        ids={one(filter.organisation)}
        most={1}
        onChange={([organisation = '']) => set({ organisation })}
      />
      <Select
        label={t`Written by`}
        size="xs"
        clearable
        comboboxProps={{ withinPortal: false }}
        data={teammates}
        value={filter.by === '' ? null : filter.by}
        onChange={(by) => set({ by: by ?? '' })}
      />
      <TextInput
        label={t`About`}
        size="xs"
        defaultValue={filter.topic}
        onChange={(event) => set({ topic: event.currentTarget.value })}
      />
    </Stack>
  );
}

export const NothingFits = () => (
  <Text size="sm" className="dim" mt="sm">
    <Trans>Nothing that happened fits all of these filters.</Trans>
  </Text>
);

function useTeammates(): string[] {
  const { settings } = useHost();
  const names = useTeamRest()?.names ?? {};
  const all = [settings?.userName ?? '', ...Object.values(names)];
  return [...new Set(all.filter((name) => name.trim() !== ''))];
}

export function TimelineFilterChips({ filter, set }: Props) {
  const { kinds, person, organisation, by, topic } = filter;
  const named = useNamed(
    ['people', 'groups'],
    [person, organisation].filter((id) => id !== ''),
  );
  const nameOf = (id: string): string => nameOrNone({ name: named.get(id)?.name ?? '' });
  const chips: [keyof TimelineFilter, string, string][] = [
    ['kinds', t`Kind`, commaWords(kinds.map(labelOf))],
    ['person', t`With whom`, person === '' ? '' : nameOf(person)],
    ['organisation', t`From which organisation`, organisation === '' ? '' : nameOf(organisation)],
    ['by', t`Written by`, by],
    ['topic', t`About`, topic],
  ];
  return (
    <Group gap={6} className="chips" role="group" aria-label={t`Filters of the timeline`} mt="xs">
      {chips.map(([part, name, value]) =>
        value === '' ? null : (
          <Chip
            key={part}
            name={name}
            value={value}
            onRemove={() => set({ [part]: part === 'kinds' ? [] : '' })}
          />
        ),
      )}
    </Group>
  );
}
