// Which columns the list shows, and in which order.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Popover, Select, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3, IconX } from '@tabler/icons-react';
import { useState } from 'react';

import { referenceWords } from '../../src-shared/query/field-words.ts';
import { useKinds } from '../data/known-kinds.tsx';
import { offeredFields } from './filter-fields.ts';
import { columnsIn, withColumns } from './view-columns.ts';
import type { ListView } from './use-list-view.ts';

export function ColumnsMenu({ list }: { list: ListView }) {
  const [isOpen, setOpen] = useState(false);
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
          variant="default"
          leftSection={<IconColumns3 size={16} />}
          onClick={() => setOpen(!isOpen)}
        >
          <Trans>Columns</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Columns list={list} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Columns({ list }: { list: ListView }) {
  const kinds = useKinds();
  const { of, usualColumns, fields: known } = list.kind;
  const fields = columnsIn(list.view, usualColumns);
  const set = (next: readonly string[]): void => list.setColumns(withColumns(list.view, next));
  const offered = [
    ...known.shown.map((field) => ({ field, label: referenceWords(kinds, of, field) })),
    ...offeredFields(kinds, list.kind),
  ].flatMap(({ field, label }) => {
    const name = field === 'tag' ? 'tags' : field === 'bucket' ? 'buckets' : field;
    // What lies over a link is asked for, not shown.
    const isShown = name === 'name' || fields.includes(name) || /^(?:org|role)\./.test(name);
    return isShown ? [] : [{ value: name, label }];
  });
  return (
    <Stack gap={6}>
      <ul className="plain-list" style={{ margin: 0 }} aria-label={t`Columns shown`}>
        {fields.map((field, at) => (
          <ColumnLine
            key={field}
            name={referenceWords(kinds, of, field)}
            onUp={at === 0 ? undefined : () => set(swapped(fields, at - 1))}
            onDown={at === fields.length - 1 ? undefined : () => set(swapped(fields, at))}
            onRemove={
              fields.length === 1 ? undefined : () => set(fields.filter((one) => one !== field))
            }
          />
        ))}
      </ul>
      <Select
        aria-label={t`Add a column`}
        placeholder={t`Add a column`}
        data={offered}
        value={null}
        searchable
        onChange={(field) => field !== null && set([...fields, field])}
        comboboxProps={{ withinPortal: false }}
      />
      {list.view.columns.length > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => list.setColumns([])}>
          <Trans>The usual columns</Trans>
        </Button>
      )}
    </Stack>
  );
}

/** With the next one. */
const swapped = (fields: readonly string[], at: number): string[] => {
  const [one, other] = [fields[at], fields[at + 1]];
  return one === undefined || other === undefined
    ? [...fields]
    : fields.toSpliced(at, 2, other, one);
};

type LineProps = {
  name: string;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: (() => void) | undefined;
};

const ColumnLine = ({ name, onUp, onDown, onRemove }: LineProps) => (
  <Group component="li" gap={4} wrap="nowrap">
    <Text size="sm" style={{ flex: 1, minWidth: 0 }} truncate>
      {name}
    </Text>
    <LineButton label={t`${name} further to the front`} icon={IconArrowUp} act={onUp} />
    <LineButton label={t`${name} further to the back`} icon={IconArrowDown} act={onDown} />
    <LineButton label={t`Hide ${name}`} icon={IconX} act={onRemove} />
  </Group>
);

type ButtonProps = { label: string; icon: typeof IconX; act: (() => void) | undefined };

const LineButton = ({ label, icon: Icon, act }: ButtonProps) => (
  <ActionIcon
    size="sm"
    variant="subtle"
    color="gray"
    aria-label={label}
    disabled={act === undefined}
    onClick={act}
  >
    <Icon size={14} />
  </ActionIcon>
);
