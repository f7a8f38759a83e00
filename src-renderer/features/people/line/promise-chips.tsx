// What is promised and what is to follow, as a line says it: each taken off by itself, and changed
// in a small form.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';

import { lastDayOf } from '../../../../src-shared/domain/promise-due.ts';
import { DayInput } from '../../../ui/day-input.tsx';
import { useDates } from '../../../ui/when.tsx';
import { Chip } from './chip.tsx';
import type { FollowUpDraft, PromiseDraft } from './line-draft.ts';
import type { Line } from './use-line.ts';

export function Promises({ line: { draft, without, setPromise } }: { line: Line }) {
  const { date } = useDates();
  return draft.promises.map((promise) => {
    const { said, by, text, due } = promise;
    return (
      <Chip
        key={said}
        name={by === 'us' ? t`We promise` : t`They promise`}
        value={due === undefined ? text : t`${text}, by ${date(noon(lastDayOf(due)))}`}
        onRemove={() => without(`promise ${said}`)}
        editor={(close) => (
          <PromiseForm
            promise={promise}
            onChange={(part) => setPromise(said, part)}
            close={close}
          />
        )}
      />
    );
  });
}

const noon = (day: string): number => Date.parse(`${day}T12:00:00`);

type PromiseProps = {
  promise: PromiseDraft;
  onChange: (part: Partial<PromiseDraft>) => void;
  close: () => void;
};

function PromiseForm({ promise: { by, text, due, member }, onChange, close }: PromiseProps) {
  return (
    <Stack gap="xs" miw={240}>
      <SegmentedControl
        size="xs"
        aria-label={t`Whose promise`}
        data={[
          { value: 'us', label: t`We owe it` },
          { value: 'them', label: t`They owe it to us` },
        ]}
        value={by}
        onChange={(side) => onChange({ by: side === 'them' ? 'them' : 'us' })}
      />
      <Words
        label={t`What is promised`}
        text={text}
        onChange={(next) => onChange({ text: next })}
      />
      <DayInput
        size="xs"
        label={t`Until when`}
        isToCome
        value={due === undefined ? '' : lastDayOf(due)}
        onChange={(day) => onChange({ due: day === '' ? undefined : { day, precision: 'day' } })}
      />
      <TextInput
        size="xs"
        label={by === 'us' ? t`Who of us keeps it` : t`Who of us looks after it`}
        value={member}
        onChange={(event) => onChange({ member: event.currentTarget.value })}
      />
      <Done close={close} />
    </Stack>
  );
}

export function FollowUp({ line: { draft, set, without } }: { line: Line }) {
  const { date } = useDates();
  const { followUp } = draft;
  if (followUp === undefined) return null;
  const { text, day, time } = followUp;
  return (
    <Chip
      name={t`Remind me`}
      value={[text, date(noon(day)), time].filter((part) => part !== '').join(', ')}
      onRemove={() => without('followUp')}
      editor={(close) => (
        <FollowUpForm
          followUp={followUp}
          onChange={(next) => set({ followUp: next })}
          close={close}
        />
      )}
    />
  );
}

type FollowUpProps = {
  followUp: FollowUpDraft;
  onChange: (followUp: FollowUpDraft) => void;
  close: () => void;
};

const FollowUpForm = ({ followUp, onChange, close }: FollowUpProps) => (
  <Stack gap="xs" miw={240}>
    <Words
      label={t`What for`}
      text={followUp.text}
      onChange={(text) => onChange({ ...followUp, text })}
    />
    <DayInput
      size="xs"
      label={t`Day`}
      isToCome
      value={followUp.day}
      onChange={(day) => day !== '' && onChange({ ...followUp, day })}
    />
    <Done close={close} />
  </Stack>
);

type WordsProps = { label: string; text: string; onChange: (text: string) => void };

/** It is never empty: what is emptied stays as it was. */
function Words({ label, text, onChange }: WordsProps) {
  const [typed, setTyped] = useState(text);
  return (
    <TextInput
      size="xs"
      label={label}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        if (value.trim() !== '') onChange(value.trim());
      }}
    />
  );
}

const Done = ({ close }: { close: () => void }) => (
  <Group justify="end">
    <Button size="xs" onClick={close}>
      <Trans>Done</Trans>
    </Button>
  </Group>
);
