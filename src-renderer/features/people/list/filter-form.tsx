// Puts one condition together: which field, what of it, and the value.

import { Button, Group, NativeSelect, Select, Stack } from '@mantine/core';
import { t } from '@lingui/core/macro';
import { useMemo, useState } from 'react';

import type { Operator } from '../../../../src-shared/fields/operators.ts';
import { operatorsOf } from '../../../../src-shared/query/places.ts';
import type { ViewCondition } from '../../../../src-shared/query/view.ts';
import { useKinds } from '../../../data/known-kinds.tsx';
import {
  type Draft,
  firstOperator,
  type Offered,
  offeredFields,
  operatorWords,
} from './filter-fields.ts';
import { FilterValue } from './filter-value.tsx';
import { finished, firstValue, shapeOf } from './filter-shapes.ts';

const draftOf = (offered: Offered, op: Operator = firstOperator(offered.place)): Draft => ({
  offered,
  op,
  value: firstValue(shapeOf(offered.place, op)),
});

type Props = {
  /** What it begins with; the first field that is offered if not given. */
  before?: Draft | undefined;
  /** What the button says. */
  submit: string;
  onDone: (condition: ViewCondition) => void;
};

export function FilterForm({ before, submit, onDone }: Props) {
  const kinds = useKinds();
  const all = useMemo(() => offeredFields(kinds), [kinds]);
  const [draft, setDraft] = useState(() => before ?? (all[0] && draftOf(all[0])));
  if (draft === undefined) return null;
  const { offered, op, value } = draft;
  const { field, place, label } = offered;
  const isListed = all.some((one) => one.field === field);
  const fields = isListed ? all : [offered, ...all];
  const shape = shapeOf(place, op);
  const arg = finished(shape, value);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (arg !== undefined) onDone({ field, op, ...(arg === null ? {} : { arg }) });
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
          openOnFocus={false}
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
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
