// Puts one condition together: which field, what of it, and the value; over roles and
// organisations also whether one, every or none of them is meant.

import { Button, NativeSelect, Select } from '@mantine/core';
import { t } from '@lingui/core/macro';
import { type ReactNode, useMemo, useState } from 'react';

import type { Operator } from '../../src-shared/fields/operators.ts';
import { operatorsOf, resolveReference } from '../../src-shared/query/places.ts';
import type { LinkedOf, ViewCondition } from '../../src-shared/query/view.ts';
import { useKinds } from '../data/known-kinds.tsx';
import {
  type Draft,
  firstOperator,
  type Offered,
  offeredFields,
  operatorWords,
} from './filter-fields.ts';
import { FilterValue } from './filter-value.tsx';
import { finished, firstValue, shapeOf } from './filter-shapes.ts';
import type { ListKind } from './list-kind.ts';

const draftOf = (offered: Offered, op: Operator = firstOperator(offered.place)): Draft => ({
  offered,
  op,
  value: firstValue(shapeOf(offered.place, op)),
});

type Props = {
  kind: ListKind;
  /** What it begins with; the first field that is offered if not given. */
  before?: Draft | undefined;
  /** What the button says. */
  submit: string;
  onDone: (condition: ViewCondition) => void;
  /** Side by side where there is room. */
  isWide?: boolean;
  /** Said beside the button of what is put together so far. */
  children?: (condition: ViewCondition | undefined) => ReactNode;
};

function conditionOf({ offered: { field, place }, op, value, of }: Draft) {
  const arg = finished(shapeOf(place, op), value);
  if (arg === undefined) return undefined;
  const over = of === undefined || of === 'any' ? {} : { of };
  return { field, op, ...(arg === null ? {} : { arg }), ...over };
}

export function FilterForm({ kind, before, submit, onDone, isWide = false, children }: Props) {
  const kinds = useKinds();
  const all = useMemo(() => offeredFields(kinds, kind), [kinds, kind]);
  const [draft, setDraft] = useState(() => before ?? (all[0] && draftOf(all[0])));
  if (draft === undefined) return null;
  const { offered, op, value, of } = draft;
  const { field, place, label } = offered;
  const isListed = all.some((one) => one.field === field);
  const fields = isListed ? all : [offered, ...all];
  const shape = shapeOf(place, op);
  const condition = conditionOf(draft);
  return (
    <form
      className="filter-form"
      data-wide={isWide ? true : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        if (condition !== undefined) onDone(condition);
      }}
    >
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
        comboboxProps={{ withinPortal: isWide }}
      />
      {resolveReference(kinds, kind.of, field)?.hop !== undefined && (
        <NativeSelect
          label={t`Of them`}
          data={[
            { value: 'any', label: t`Any of them` },
            { value: 'all', label: t`Every one of them` },
            { value: 'none', label: t`None of them` },
          ]}
          value={of ?? 'any'}
          onChange={(event) => setDraft({ ...draft, of: event.currentTarget.value as LinkedOf })}
        />
      )}
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
          setDraft(keeps ? { ...draft, op: next } : { ...draftOf(offered, next), of });
        }}
      />
      <FilterValue
        key={`${field} ${shape}`}
        label={label}
        kind={kind}
        field={field}
        place={place}
        shape={shape}
        value={value}
        onChange={(typed) => setDraft({ ...draft, value: typed })}
      />
      <div className="filter-form-end">
        {children?.(condition)}
        <Button type="submit" size={isWide ? 'sm' : 'xs'} disabled={condition === undefined}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
