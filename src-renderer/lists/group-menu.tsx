// By what the list is grouped, and by what within each group.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, NativeSelect, Popover, Select, Stack } from '@mantine/core';
import { IconLayoutList } from '@tabler/icons-react';
import { useMemo, useState } from 'react';

import { referenceWords } from '../../src-shared/query/field-words.ts';
import { resolveReference, typeOf } from '../../src-shared/query/places.ts';
import type { GroupBy, ViewGroup } from '../../src-shared/query/view.ts';
import { useKinds } from '../data/known-kinds.tsx';
import { offeredFields } from './filter-fields.ts';
import type { ListKind } from './list-kind.ts';
import type { ListView } from './use-list-view.ts';

export function GroupMenu({ list }: { list: ListView }) {
  const [isOpen, setOpen] = useState(false);
  const { kind, view, setGroups } = list;
  const [first, second] = view.groupBy;
  return (
    <Popover
      position="bottom-end"
      opened={isOpen}
      onChange={setOpen}
      trapFocus
      returnFocus
      width={320}
    >
      <Popover.Target>
        <Button
          variant={first === undefined ? 'default' : 'light'}
          leftSection={<IconLayoutList size={16} />}
          onClick={() => setOpen(!isOpen)}
        >
          <Trans>Group by</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <GroupField
            kind={kind}
            label={t`Group by`}
            group={first}
            onChange={(group) =>
              setGroups(
                group === undefined ? [] : [group, ...(second === undefined ? [] : [second])],
              )
            }
          />
          {first !== undefined && (
            <GroupField
              kind={kind}
              label={t`Then by`}
              group={second}
              onChange={(group) => setGroups(group === undefined ? [first] : [first, group])}
            />
          )}
          {first !== undefined && (
            <Button size="compact-sm" variant="subtle" onClick={() => setGroups([])}>
              <Trans>Not grouped</Trans>
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

type FieldProps = {
  kind: ListKind;
  label: string;
  group: ViewGroup | undefined;
  onChange: (group: ViewGroup | undefined) => void;
};

function GroupField({ kind, label, group, onChange }: FieldProps) {
  const kinds = useKinds();
  const offered = useMemo(() => offeredFields(kinds, kind), [kinds, kind]);
  const periodsOf = (field: string): readonly GroupBy[] => {
    const place = resolveReference(kinds, kind.of, field)?.place;
    const type = place === undefined ? 'text' : typeOf(place);
    if (type === 'day' || type === 'time') return periods;
    return type === 'text' || type === 'person-name' ? ['letter'] : [];
  };
  const options = offered.map((one) => ({ value: one.field, label: one.label }));
  const isListed = group === undefined || offered.some(({ field }) => field === group.field);
  const by = group === undefined ? [] : periodsOf(group.field);
  const isDate = by.length > 1;
  return (
    <>
      <Select
        label={label}
        placeholder={t`Choose a field`}
        data={
          isListed
            ? options
            : [
                { value: group.field, label: referenceWords(kinds, kind.of, group.field) },
                ...options,
              ]
        }
        value={group?.field ?? null}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t`Not grouped` }}
        onChange={(field) => {
          if (field === null) return onChange(undefined);
          const [first, second] = periodsOf(field);
          const period = second === undefined ? (field === 'name' ? first : undefined) : 'month';
          onChange(period === undefined ? { field } : { field, by: period });
        }}
        comboboxProps={{ withinPortal: false }}
      />
      {group !== undefined && by.length > 0 && (
        <NativeSelect
          aria-label={isDate ? t`Period` : t`How it is grouped`}
          data={[
            ...(isDate ? [] : [{ value: '', label: t`By its whole text` }]),
            ...by.map((one) => ({ value: one, label: periodWords(one) })),
          ]}
          value={group.by ?? (isDate ? 'day' : '')}
          onChange={(event) => {
            const chosen = by.find((one) => one === event.currentTarget.value);
            onChange({ field: group.field, ...(chosen === undefined ? {} : { by: chosen }) });
          }}
        />
      )}
    </>
  );
}

const periods = ['day', 'week', 'month', 'quarter', 'year'] as const;

function periodWords(by: GroupBy): string {
  switch (by) {
    case 'letter':
      return t`By its first letter`;
    case 'day':
      return t`By day`;
    case 'week':
      return t`By week`;
    case 'month':
      return t`By month`;
    case 'quarter':
      return t`By quarter`;
    case 'year':
      return t`By year`;
  }
}
