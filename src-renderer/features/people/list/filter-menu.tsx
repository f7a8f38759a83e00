// Adds one condition to the view: which field, what of it, and the value.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, NativeSelect, Popover, Select, Stack } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';

import type { JsonValue } from '../../../../src-shared/domain/record.ts';
import type { Operator } from '../../../../src-shared/fields/operators.ts';
import { operatorsOf } from '../../../../src-shared/query/places.ts';
import type { ViewCondition } from '../../../../src-shared/query/view.ts';
import { firstOperator, type Offered, offeredFields, operatorWords } from './filter-fields.ts';
import { FilterValue, finished, firstValue, shapeOf } from './filter-value.tsx';

type Props = { isUsed: boolean; onAdd: (condition: ViewCondition) => void };

export function FilterMenu({ isUsed, onAdd }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      position="bottom-start"
      opened={isOpen}
      onChange={setOpen}
      trapFocus
      returnFocus
      width={340}
    >
      <Popover.Target>
        <Button
          variant={isUsed ? 'light' : 'default'}
          leftSection={<IconFilter size={16} />}
          onClick={() => setOpen(!isOpen)}
        >
          <Trans>Filter</Trans>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Add a filter`}>
        <FilterForm
          onAdd={(condition) => {
            setOpen(false);
            onAdd(condition);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

type Draft = { offered: Offered; op: Operator; value: JsonValue };

const draftOf = (offered: Offered, op: Operator = firstOperator(offered.place)): Draft => ({
  offered,
  op,
  value: firstValue(shapeOf(offered.place, op)),
});

function FilterForm({ onAdd }: Pick<Props, 'onAdd'>) {
  const fields = useMemo(() => offeredFields(), []);
  const [draft, setDraft] = useState(() => fields[0] && draftOf(fields[0]));
  if (draft === undefined) return null;
  const { offered, op, value } = draft;
  const { field, place, label } = offered;
  const shape = shapeOf(place, op);
  const arg = finished(shape, value);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (arg !== undefined) onAdd({ field, op, ...(arg === null ? {} : { arg }) });
      }}
    >
      <Stack gap="sm">
        <Select
          label={t`Field`}
          data={fields.map((one) => ({ value: one.field, label: one.label }))}
          value={field}
          onChange={(name) => {
            const next = fields.find((one) => one.field === name);
            if (next !== undefined) setDraft(draftOf(next));
          }}
          searchable
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
        />
        <NativeSelect
          label={t`Condition`}
          data={operatorsOf(place).map((one) => ({
            value: one,
            label: operatorWords(offered, one),
          }))}
          value={op}
          onChange={(event) => {
            const next = event.currentTarget.value as Operator;
            const keeps = shapeOf(place, next) === shape;
            setDraft(keeps ? { ...draft, op: next } : draftOf(offered, next));
          }}
        />
        <FilterValue
          key={`${field} ${shape}`}
          label={label}
          place={place}
          shape={shape}
          value={value}
          onChange={(typed) => setDraft({ ...draft, value: typed })}
        />
        <Group justify="end">
          <Button type="submit" size="xs" disabled={arg === undefined}>
            <Trans>Add filter</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
