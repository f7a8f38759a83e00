// How often, who, from when again and why. Of a person it is their own rhythm that is edited,
// whichever one holds.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import {
  everyOf,
  everyUnits,
  type EveryUnit,
  isEveryCount,
} from '../../../src-shared/fields/every.ts';
import { edit } from '../../../src-shared/records/intents/edits.ts';
import { setRhythm } from '../../../src-shared/records/intents/keep-in-touch.ts';
import { refOf } from '../../data/ref-of.ts';
import { useCommand } from '../../data/use-command.tsx';
import { MemberSelect } from '../../fields/member-select.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { fieldLabel } from '../../ui/field-words.ts';

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export function RhythmForm({ doc, onDone }: { doc: RecordDoc; onDone: () => void }) {
  const run = useCommand();
  const { rhythm, rhythmWho, rhythmPausedUntil, rhythmReason } = doc.fields;
  const before = everyOf(rhythm);
  const [count, setCount] = useState<number | string>(before?.count ?? 6);
  const [unit, setUnit] = useState<EveryUnit>(before?.unit ?? 'week');
  const [who, setWho] = useState(textIn(rhythmWho));
  const [pausedUntil, setPausedUntil] = useState(textIn(rhythmPausedUntil));
  const [reason, setReason] = useState(textIn(rhythmReason));
  const isRight = isEveryCount(Number(count));
  const save = async (every: { count: number; unit: EveryUnit } | undefined): Promise<void> => {
    const changes = setRhythm(refOf(doc), { every, who, pausedUntil, reason });
    if ((await run(edit(...changes))) !== undefined) onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isRight) void save({ count: Number(count), unit });
      }}
    >
      <Stack gap="xs">
        <Group gap="xs" wrap="nowrap" align="end">
          <NumberInput
            size="sm"
            w={90}
            min={1}
            max={3_650}
            allowDecimal={false}
            autoFocus
            label={t`Every`}
            value={count}
            onChange={setCount}
          />
          <Select
            size="sm"
            flex={1}
            aria-label={t`Days, weeks or months`}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            data={unitChoices()}
            value={unit}
            onChange={(next) => setUnit(everyUnits.find((one) => one === next) ?? unit)}
          />
        </Group>
        <TextInput
          size="sm"
          label={fieldLabel('person', 'rhythmReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <MemberSelect label={fieldLabel('person', 'rhythmWho')} who={who} onChange={setWho} />
        <DayInput
          size="sm"
          label={fieldLabel('person', 'rhythmPausedUntil')}
          isToCome
          value={pausedUntil}
          onChange={setPausedUntil}
        />
        <Buttons
          canSave={isRight}
          {...(before === undefined ? {} : { onStop: () => void save(undefined) })}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}

type ButtonsProps = { canSave: boolean; onStop?: () => void; onCancel: () => void };

const Buttons = ({ canSave, onStop, onCancel }: ButtonsProps) => (
  <Group gap="xs">
    <Button size="xs" type="submit" disabled={!canSave}>
      <Trans>Save</Trans>
    </Button>
    {onStop !== undefined && (
      <Button size="xs" variant="default" onClick={onStop}>
        <Trans>No longer</Trans>
      </Button>
    )}
    <Button size="xs" variant="subtle" onClick={onCancel}>
      <Trans>Cancel</Trans>
    </Button>
  </Group>
);

const unitChoices = () => [
  { value: 'day', label: t`days` },
  { value: 'week', label: t`weeks` },
  { value: 'month', label: t`months` },
];
