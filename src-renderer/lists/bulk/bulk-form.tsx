// What is to be done with all that is ticked: which way, which field, and the values.

import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import {
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Select,
  Stack,
  TextInput,
} from '@mantine/core';

import type { Kind } from '../../../src-shared/domain/kind.ts';
import type { BulkOf } from '../../../src-shared/records/bulk/bulk-context.ts';
import { type BulkPlace, placeIn } from '../../../src-shared/records/bulk/places.ts';
import { shiftUnits, type ShiftUnit } from '../../../src-shared/values/shift-day.ts';
import { say } from '../../../src-shared/words/say.ts';
import { useFieldLabel } from '../../ui/field-words.ts';
import { compareWords } from '../../words/in-language.ts';
import { type BulkDraft, emptyDraft, placesFor, type Way } from './bulk-draft.ts';
import { GroupSelect } from './group-select.tsx';
import { ValueInput } from './value-input.tsx';

const ways: readonly (readonly [Way, MessageDescriptor])[] = [
  ['set', msg`Fill a field in`],
  ['clear', msg`Empty a field`],
  ['put', msg`Add to a list`],
  ['remove', msg`Take out of a list`],
  ['replace', msg`Put one value in place of another`],
  ['find', msg`Find and replace words`],
  ['names', msg`Write names with capitals where they belong`],
  ['add', msg`Add to a number, or subtract`],
  ['shift', msg`Move a date`],
  ['copy', msg`Copy one field into another`],
  ['role', msg`Give a role at an organisation`],
  ['trash', msg`Move to trash`],
];

/** Names and roles are people's. */
const waysFor = ({ collection }: Kind) =>
  ways.filter(([way]) => collection === 'people' || (way !== 'names' && way !== 'role'));

type Props = { of: BulkOf; kind: Kind; draft: BulkDraft; onChange: (draft: BulkDraft) => void };

export function BulkForm({ of, kind, draft, onChange }: Props) {
  const { way, field } = draft;
  const places = placesFor(kind, way);
  const place = field === undefined ? undefined : placeIn(kind, field);
  const patch = (part: Partial<BulkDraft>): void => onChange({ ...draft, ...part });
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t`What to do`}
        data-autofocus
        data={waysFor(kind).map(([value, words]) => ({ value, label: i18n._(words) }))}
        value={way}
        onChange={({ currentTarget: { value } }) => {
          const next = value as Way;
          const stays = placesFor(kind, next).some((one) => one.name === field);
          onChange({ ...emptyDraft(next), field: stays ? field : undefined });
        }}
      />
      {places.length > 0 && (
        <FieldSelect
          label={way === 'copy' ? t`From` : t`Field`}
          of={of}
          places={places}
          value={field}
          onChange={(name) => onChange({ ...emptyDraft(way), field: name })}
        />
      )}
      {way === 'role' && <Role draft={draft} patch={patch} />}
      {way === 'copy' && (
        <FieldSelect
          label={t`Into`}
          of={of}
          places={places.filter(({ name }) => name !== field)}
          value={draft.to}
          onChange={(to) => patch({ to })}
        />
      )}
      {place !== undefined && (
        <Values key={`${way} ${place.name}`} of={of} place={place} draft={draft} patch={patch} />
      )}
      {(way === 'set' || way === 'copy') && (
        <Checkbox
          label={t`Only where it is empty`}
          checked={draft.isOnlyEmpty}
          onChange={(event) => patch({ isOnlyEmpty: event.currentTarget.checked })}
        />
      )}
    </Stack>
  );
}

type SelectProps = {
  of: BulkOf;
  label: string;
  places: readonly BulkPlace[];
  value: string | undefined;
  onChange: (name: string) => void;
};

function FieldSelect({ of, label, places, value, onChange }: SelectProps) {
  const labelOf = useFieldLabel();
  const data = places
    .map(({ name }) => ({ value: name, label: labelOf(of.kind, name) }))
    .sort((a, b) => compareWords(a.label, b.label));
  return (
    <Select
      label={label}
      placeholder={t`Choose`}
      data={data}
      searchable
      value={value ?? null}
      onChange={(name) => name !== null && onChange(name)}
    />
  );
}

type PartProps = { draft: BulkDraft; patch: (part: Partial<BulkDraft>) => void };

function Values({ of, place, draft, patch }: PartProps & { of: BulkOf; place: BulkPlace }) {
  const { way, entered, sought } = draft;
  const props = { of, place, isOne: way === 'replace' };
  switch (way) {
    case 'set':
      return (
        <ValueInput
          {...props}
          label={t`Value`}
          entered={entered}
          onChange={(next) => patch({ entered: next })}
        />
      );
    case 'put':
    case 'remove':
      return (
        <Group align="end" gap="sm">
          <div style={{ flex: '2 1 240px' }}>
            <ValueInput
              {...props}
              label={way === 'put' ? t`What to add` : t`What to take out`}
              entered={entered}
              onChange={(next) => patch({ entered: next })}
            />
          </div>
          {isLabelled(place) && (
            <TextInput
              label={t`Label`}
              description={way === 'remove' ? t`Empty: whatever its label` : undefined}
              style={{ flex: '1 1 120px' }}
              value={draft.label}
              onChange={(event) => patch({ label: event.currentTarget.value })}
            />
          )}
        </Group>
      );
    case 'replace':
      return (
        <Group align="end" gap="sm" grow>
          <ValueInput
            {...props}
            label={t`This value`}
            entered={sought}
            onChange={(next) => patch({ sought: next })}
          />
          <ValueInput
            {...props}
            label={t`becomes`}
            entered={entered}
            onChange={(next) => patch({ entered: next })}
          />
        </Group>
      );
    case 'find':
      return <Find draft={draft} patch={patch} />;
    case 'add':
      return (
        <TextInput
          label={t`How much`}
          description={t`With a minus in front to subtract`}
          value={draft.amount}
          onChange={(event) => patch({ amount: event.currentTarget.value })}
        />
      );
    case 'shift':
      return <Shift draft={draft} patch={patch} />;
    default:
      return null;
  }
}

const isLabelled = (place: BulkPlace): boolean =>
  place.at === 'set' && place.name !== 'tags' && place.name !== 'buckets';

function Find({ draft, patch }: PartProps) {
  return (
    <>
      <Group align="end" gap="sm" grow>
        <TextInput
          label={t`Find`}
          dir="auto"
          value={draft.find}
          onChange={(event) => patch({ find: event.currentTarget.value })}
        />
        <TextInput
          label={t`Replace by`}
          placeholder={t`Nothing: it is taken out`}
          dir="auto"
          value={draft.by}
          onChange={(event) => patch({ by: event.currentTarget.value })}
        />
      </Group>
      <Group gap="md">
        <Checkbox
          label={t`Capital letters matter`}
          checked={draft.matchesCase}
          onChange={(event) => patch({ matchesCase: event.currentTarget.checked })}
        />
        <Checkbox
          label={t`It is a pattern (regular expression)`}
          checked={draft.isPattern}
          onChange={(event) => patch({ isPattern: event.currentTarget.checked })}
        />
      </Group>
      {draft.isPattern && (
        <p className="dim" style={{ fontSize: 13, margin: 0 }}>
          <Trans>
            Such as \d for a digit, ( ) to remember what was found and $1 to put it back.
          </Trans>
        </p>
      )}
    </>
  );
}

function Shift({ draft: { count, unit }, patch }: PartProps) {
  return (
    <Group align="end" gap="xs" grow>
      <NumberInput
        label={t`By how much`}
        description={t`With a minus in front to go back`}
        min={-10_000}
        max={10_000}
        allowDecimal={false}
        value={count}
        onChange={(typed) => patch({ count: Number(typed) })}
      />
      <NativeSelect
        aria-label={t`Unit`}
        data={shiftUnits.map((one) => ({
          value: one,
          label: say(`query.unit.${one}`, { count: Math.abs(count) }),
        }))}
        value={unit}
        onChange={(event) => patch({ unit: event.currentTarget.value as ShiftUnit })}
      />
    </Group>
  );
}

function Role({ draft: { group, title }, patch }: PartProps) {
  return (
    <Group align="end" gap="sm" grow>
      <GroupSelect group={group} onChange={(id) => patch({ group: id })} />
      <TextInput
        label={t`Title`}
        dir="auto"
        value={title}
        onChange={(event) => patch({ title: event.currentTarget.value })}
      />
    </Group>
  );
}
