// The value of a condition, asked for as its type wants it: words, one of a choice, a
// bucket, a number, a day, a length of time.

import { Group, MultiSelect, NativeSelect, NumberInput } from '@mantine/core';
import { t } from '@lingui/core/macro';
import { useDisclosure } from '@mantine/hooks';

import type { JsonValue } from '../../src-shared/domain/record.ts';
import { codeWords } from '../../src-shared/query/field-words.ts';
import type { AnyField } from '../../src-shared/fields/field.ts';
import type { Place } from '../../src-shared/query/places.ts';
import { say } from '../../src-shared/words/say.ts';
import { dateWords } from '../../src-shared/query/describe.ts';
import { useBuckets } from '../data/use-buckets.ts';
import { useReader } from '../data/use-reader.ts';
import { DayInput } from '../ui/day-input.tsx';
import { RecordPicker } from '../fields/record-picker.tsx';
import { FilterText } from './filter-text.tsx';
import { dayUnits, type Shape } from './filter-shapes.ts';
import type { ListKind } from './list-kind.ts';

type Props = {
  label: string;
  kind: ListKind;
  field: string;
  place: Place;
  shape: Shape;
  value: JsonValue;
  onChange: (value: JsonValue) => void;
};

export function FilterValue(props: Props) {
  const { label, kind, field, place, shape, value, onChange } = props;
  switch (shape) {
    case 'none':
      return null;
    case 'length':
      return <Length label={label} value={value} onChange={onChange} />;
    case 'span':
      return <Span label={label} value={value} onChange={onChange} />;
    case 'number':
      return (
        <NumberInput
          label={label}
          value={typeof value === 'number' ? value : 1}
          onChange={(typed) => onChange(Number(typed))}
        />
      );
    case 'codes': {
      const data = place.at === 'set' ? [] : choicesOf(place.field);
      return <Several label={label} data={data} value={value} onChange={onChange} />;
    }
    case 'buckets':
      return <Buckets label={label} value={value} onChange={onChange} />;
    case 'day':
      return (
        <DayInput
          label={label}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      );
    case 'records':
      return (
        <RecordPicker
          size="sm"
          label={label}
          collections={place.at === 'field' ? (place.field.link?.to ?? []) : []}
          ids={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
        />
      );
    default:
      return (
        <FilterText
          label={label}
          kind={kind}
          field={field}
          place={place}
          isList={shape === 'list'}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      );
  }
}

type Editor = Pick<Props, 'label' | 'value' | 'onChange'>;

function Length({ label, value, onChange }: Editor) {
  const { count, unit } = value as { count: number; unit: (typeof dayUnits)[number] };
  return (
    <Group grow align="end" gap="xs">
      <NumberInput
        label={label}
        min={0}
        max={100_000}
        value={count}
        onChange={(typed) => onChange({ count: Number(typed), unit })}
      />
      <NativeSelect
        aria-label={t`Unit`}
        data={dayUnits.map((one) => ({ value: one, label: say(`query.unit.${one}`, { count }) }))}
        value={unit}
        onChange={(event) => onChange({ count, unit: event.currentTarget.value })}
      />
    </Group>
  );
}

const around = (['week', 'month', 'quarter', 'year'] as const).flatMap((unit) => [
  { arg: { this: unit }, words: () => say(`query.this.${unit}`) },
  { arg: { last: unit }, words: () => say(`query.last.${unit}`) },
  { arg: { next: unit }, words: () => say(`query.next.${unit}`) },
]);
const spans: readonly { arg: JsonValue; words: () => string }[] = [
  ...around,
  ...[7, 30, 90, 365].map((past) => ({
    arg: { past, unit: 'day' },
    words: () => say('query.past.day', { count: past }),
  })),
  ...[7, 30, 90].map((coming) => ({
    arg: { coming, unit: 'day' },
    words: () => say('query.coming.day', { count: coming }),
  })),
];

/** Those that were put away are asked for all the same: some have them. */
const choicesOf = ({ own, choices = [] }: AnyField): { value: string; label: string }[] =>
  own === undefined
    ? choices.map((code) => ({ value: code, label: codeWords(code) }))
    : own.options.map(({ code, label }) => ({ value: code, label }));

/** One that somebody else put together is offered beside the usual ones. */
function Span({ label, value, onChange }: Editor) {
  const { language } = useReader()('', '');
  const chosen = JSON.stringify(value);
  const usual = spans.map(({ arg, words }) => ({ value: JSON.stringify(arg), label: words() }));
  const isUsual = usual.some((one) => one.value === chosen);
  return (
    <NativeSelect
      label={label}
      data={isUsual ? usual : [{ value: chosen, label: dateWords(value, language) }, ...usual]}
      value={chosen}
      onChange={(event) => onChange(JSON.parse(event.currentTarget.value) as JsonValue)}
    />
  );
}

type SeveralProps = Editor & { data: { value: string; label: string }[] };

/** Closed by each choice: what is done next stands below it. */
function Several({ label, data, value, onChange }: SeveralProps) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <MultiSelect
      label={label}
      data={data}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={(chosen) => {
        close();
        onChange(chosen);
      }}
      searchable
      openOnFocus={false}
      dropdownOpened={isOpen}
      onDropdownOpen={open}
      onDropdownClose={close}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function Buckets(props: Editor) {
  const buckets = useBuckets() ?? [];
  const data = buckets.map(({ id, name }) => ({ value: id as string, label: name }));
  return <Several {...props} data={data} />;
}
