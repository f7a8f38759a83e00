// Asks for a value as the field's type wants it, or for entries of a set.

import { t } from '@lingui/core/macro';
import { MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';

import type { CollectionName } from '../../../src-shared/domain/record.ts';
import { type AnyField, shownValue } from '../../../src-shared/fields/field.ts';
import type { BulkOf } from '../../../src-shared/records/bulk/bulk-context.ts';
import { type BulkPlace, isMany } from '../../../src-shared/records/bulk/places.ts';
import { parseTags } from '../../../src-shared/values/tags.ts';
import { parseTypedItem } from '../../data/typed-values.ts';
import { useHandBuckets } from '../../data/use-buckets.ts';
import { useReader } from '../../data/use-reader.ts';
import { RecordPicker } from '../../fields/record-picker.tsx';
import { useTagSuggestions } from '../../fields/tag-suggestions.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import type { Entered } from './entered.ts';

type Props = {
  of: BulkOf;
  label: string;
  place: BulkPlace;
  /** Only one of several. */
  isOne: boolean;
  entered: Entered;
  onChange: (entered: Entered) => void;
};

export function ValueInput(props: Props) {
  const { place } = props;
  if (place.at === 'set') {
    if (place.name === 'buckets') return <BucketInput {...props} />;
    if (place.set.link !== undefined)
      return <LinkInput {...props} collections={place.set.link.to} />;
    return place.name === 'tags' && !props.isOne ? (
      <TagInput {...props} />
    ) : (
      <EntryInput {...props} />
    );
  }
  const { field } = place;
  switch (field.type) {
    case 'choice':
    case 'choices':
    case 'yes-no':
      return <ChoiceInput {...props} field={field} />;
    case 'link':
    case 'links':
      return <LinkInput {...props} collections={field.link?.to ?? []} />;
    default:
      return <TypedInput {...props} field={field} />;
  }
}

type LinkProps = Props & { collections: readonly CollectionName[] };

const LinkInput = ({ label, place, isOne, entered, onChange, collections }: LinkProps) => (
  <RecordPicker
    size="sm"
    label={label}
    collections={collections}
    ids={textsIn(entered)}
    {...(isOne || !isMany(place) ? { most: 1 } : {})}
    onChange={(ids) => onChange(ids.map((value) => ({ value })))}
  />
);

const textsIn = (entered: Entered): string[] =>
  entered.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value)));

function ChoiceInput({
  of,
  label,
  place,
  isOne,
  entered,
  onChange,
  field,
}: Props & { field: AnyField }) {
  const reader = useReader()(of.kind, place.name);
  const isSeveral = isMany(place) && !isOne;
  const all = (field.choices ?? [true, false]).map((value) => ({
    stored: value,
    value: String(value),
    label: shownValue(field, field.type === 'choices' ? [String(value)] : value, reader),
  }));
  const choose = (codes: readonly string[]): void =>
    onChange(
      all.filter(({ value }) => codes.includes(value)).map(({ stored }) => ({ value: stored })),
    );
  const data = all.map(({ value, label: words }) => ({ value, label: words }));
  return isSeveral ? (
    <MultiSelect label={label} data={data} value={textsIn(entered)} onChange={choose} />
  ) : (
    <Select
      label={label}
      data={data}
      value={textsIn(entered)[0] ?? null}
      onChange={(code) => choose(code === null ? [] : [code])}
    />
  );
}

function TypedInput({ of, label, place, onChange, field }: Props & { field: AnyField }) {
  const reader = useReader()(of.kind, place.name);
  const [text, setText] = useState('');
  const [isUnclear, setUnclear] = useState(false);
  return (
    <TextInput
      label={label}
      dir="auto"
      value={text}
      onChange={({ currentTarget: { value: typed } }) => {
        setText(typed);
        const value = typed.trim() === '' ? undefined : field.typed(typed, reader);
        setUnclear(typed.trim() !== '' && value === undefined);
        onChange(value === undefined ? [] : [{ value }]);
      }}
      {...(isUnclear
        ? { error: t`This cannot stand in this field. Please write it otherwise.` }
        : {})}
    />
  );
}

function TagInput({ label, entered, onChange }: Props) {
  const suggestions = useTagSuggestions();
  return (
    <TagsInput
      label={label}
      placeholder={t`Type, then Enter`}
      {...suggestions}
      acceptValueOnBlur
      value={textsIn(entered)}
      onChange={(tags) => onChange(tags.flatMap(parseTags).map((value) => ({ value })))}
    />
  );
}

function BucketInput({ label, isOne, entered, onChange }: Props) {
  const data = (useHandBuckets() ?? []).map((bucket) => ({
    value: bucket.id as string,
    label: nameOrNone(bucket),
  }));
  return (
    <MultiSelect
      label={label}
      data={data}
      searchable
      {...(isOne ? { maxValues: 1 } : {})}
      value={textsIn(entered)}
      onChange={(ids) => onChange(ids.map((value) => ({ value })))}
    />
  );
}

/** What is typed is read by the parsers of an import, which come when they are needed. */
function EntryInput({ of, label, place, onChange }: Props) {
  const { country = 'US' } = useReader()(of.kind, place.name);
  const [text, setText] = useState('');
  const [isUnclear, setUnclear] = useState(false);
  const latest = useRef('');
  const type = async (typed: string): Promise<void> => {
    setText(typed);
    latest.current = typed;
    const parsed = await parseTypedItem(place.name, { value: typed }, country);
    if (latest.current !== typed) return;
    const isOdd = parsed.some(({ problem }) => problem !== undefined);
    setUnclear(isOdd);
    onChange(isOdd ? [] : parsed.map(({ value, more }) => ({ value, ...(more && { more }) })));
  };
  return (
    <TextInput
      label={label}
      dir="auto"
      value={text}
      onChange={(event) => void type(event.currentTarget.value)}
      {...(isUnclear
        ? { error: t`This cannot stand in this field. Please write it otherwise.` }
        : {})}
    />
  );
}
