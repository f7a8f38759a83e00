// The small forms behind the parts of a line: a few words, one of some, a day and a time.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Menu, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

import { DayInput } from '../../../ui/day-input.tsx';
import { useDates } from '../../../ui/when.tsx';
import { CloseChip, Chip } from './chip.tsx';
import type { Line } from './use-line.ts';

type TextChipProps = {
  name: string;
  value: string;
  /** It was just added, and is still to be written. */
  isNew: boolean;
  onChange: (text: string) => void;
  onRemove: () => void;
};

export function TextChip({ name, value, isNew, onChange, onRemove }: TextChipProps) {
  if (!isNew)
    return (
      <Chip
        name={name}
        value={value}
        onRemove={onRemove}
        editor={(close) => <Words name={name} value={value} onChange={onChange} close={close} />}
      />
    );
  return (
    <span className="chip">
      <Words name={name} value="" onChange={onChange} close={onRemove} />
    </span>
  );
}

type WordsProps = Pick<TextChipProps, 'name' | 'value' | 'onChange'> & { close: () => void };

function Words({ name, value, onChange, close }: WordsProps) {
  const [text, setText] = useState(value);
  const save = (): void => {
    if (text.trim() !== '') onChange(text.trim());
    if (text.trim() === '' || value !== '') close();
  };
  return (
    <TextInput
      size="xs"
      autoFocus
      aria-label={name}
      placeholder={name}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        save();
      }}
    />
  );
}

type ChoiceChipProps = {
  name: string;
  choices: readonly (readonly [code: string, words: string])[];
  value: string | null;
  onChange: (code: string) => void;
  onRemove: () => void;
};

export function ChoiceChip({ name, choices, value, onChange, onRemove }: ChoiceChipProps) {
  const words = choices.find(([code]) => code === value)?.[1] ?? '…';
  return (
    <span className="chip">
      <Menu withinPortal={false} defaultOpened={value === null}>
        <Menu.Target>
          <Button variant="subtle" size="compact-xs" className="chip-text">
            <span className="dim">{name}</span>
            <span>{words}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map(([code, label]) => (
            <Menu.Item key={code} onClick={() => onChange(code)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <CloseChip name={name} onRemove={onRemove} />
    </span>
  );
}

const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Always there: what nobody dates was just now. */
export function WhenChip({ line: { draft, set, without } }: { line: Line }) {
  const { date } = useDates();
  const { day, time, read, isAhead } = draft;
  const [typed, setTyped] = useState(time);
  const shown = [date(Date.parse(`${day}T12:00:00`)), time].filter((part) => part !== '');
  return (
    <Chip
      name={isAhead ? t`Planned for` : t`When`}
      value={shown.join(', ')}
      {...(read.when === undefined ? {} : { onRemove: () => without('when') })}
      editor={(close) => (
        <Stack gap="xs">
          <DayInput
            size="xs"
            label={t`Day`}
            value={day}
            onChange={(next) => next !== '' && set({ day: next })}
          />
          <Group gap="xs" align="end">
            <TextInput
              size="xs"
              type="time"
              label={t`Time`}
              value={typed === '' ? time : typed}
              onChange={({ currentTarget: { value } }) => {
                setTyped(value);
                if (value === '' || clock.test(value)) set({ time: value });
              }}
            />
            <Button size="xs" onClick={close}>
              <Trans>Done</Trans>
            </Button>
          </Group>
        </Stack>
      )}
    />
  );
}
