// Changes a moment that is on the timeline: what it was, what it says, when and with whom, what
// it was about, what came of it and how it felt. Another person or day moves it there.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Group, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import { directions, moods } from '../../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { edit } from '../../../../src-shared/records/intents/edits.ts';
import { readerZone } from '../../../data/asking-views.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { DayInput } from '../../../ui/day-input.tsx';
import { codeWords } from '../../../words/value-words.ts';
import { changesOf, draftOfMoment, type MomentDraft } from './moment-draft.ts';
import { isByHand, momentKinds } from './moment-kinds.ts';
import { type Named, PeoplePicker } from './people-picker.tsx';

type Props = {
  moment: RecordDoc;
  people: readonly Named[];
  onClose: () => void;
};

export function MomentEditor({ moment, people, onClose }: Props) {
  const run = useCommand();
  const zone = readerZone();
  const [before] = useState(() => draftOfMoment(moment, people, zone));
  const [draft, setDraft] = useState(before);
  const change = (part: Partial<MomentDraft>) => setDraft({ ...draft, ...part });
  const canSave = draft.people.length > 0 && draft.day !== '';
  const save = async (): Promise<void> => {
    const changes = changesOf(moment, before, draft, zone);
    if (changes.length === 0 || (await run(edit(...changes))) !== undefined) onClose();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) void save();
      }}
    >
      <Stack gap={6}>
        {isByHand(draft.kind) && (
          <SegmentedControl
            size="xs"
            style={{ alignSelf: 'start' }}
            aria-label={t`What it was`}
            data={momentKinds()}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
          />
        )}
        <Textarea
          label={t`Text`}
          autosize
          minRows={2}
          maxRows={14}
          autoFocus
          value={draft.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
          }}
        />
        <PeoplePicker
          label={t`People`}
          placeholder={t`Type a name`}
          chosen={draft.people}
          without={[]}
          {...(draft.people.length === 0 ? { error: t`Name at least one person.` } : {})}
          onChange={(chosen) => change({ people: chosen })}
        />
        {isByHand(draft.kind) && <WhatOfIt draft={draft} onChange={change} />}
        <Group gap="xs" align="end">
          <DayInput
            size="xs"
            label={t`Day`}
            value={draft.day}
            onChange={(day) => change({ day })}
          />
          <TextInput
            size="xs"
            type="time"
            label={t`Time`}
            value={draft.time}
            onChange={(event) => change({ time: event.currentTarget.value })}
          />
          <Button size="xs" type="submit" disabled={!canSave}>
            <Trans>Save</Trans>
          </Button>
          <Button size="xs" variant="subtle" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type PartProps = { draft: MomentDraft; onChange: (part: Partial<MomentDraft>) => void };

function WhatOfIt({ draft, onChange }: PartProps) {
  const { kind, topic, direction, outcome, mood, minutes } = draft;
  const choices = (field: string, codes: readonly string[]) =>
    codes.map((value) => ({ value, label: codeWords('call', field, value) }));
  return (
    <Group gap="xs" align="end" grow preventGrowOverflow={false}>
      <TextInput
        size="xs"
        label={t`Topic`}
        value={topic}
        onChange={(event) => onChange({ topic: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t`Outcome`}
        value={outcome}
        onChange={(event) => onChange({ outcome: event.currentTarget.value })}
      />
      {(kind === 'call' || kind === 'message' || direction !== '') && (
        <Select
          size="xs"
          label={t`Direction`}
          clearable
          data={choices('direction', directions)}
          value={direction === '' ? null : direction}
          onChange={(code) => onChange({ direction: code ?? '' })}
        />
      )}
      <Select
        size="xs"
        label={t`Mood`}
        clearable
        data={choices('mood', moods)}
        value={mood === '' ? null : mood}
        onChange={(code) => onChange({ mood: code ?? '' })}
      />
      {(minutes !== '' || kind === 'call' || kind === 'meeting') && (
        <TextInput
          size="xs"
          maw={80}
          inputMode="numeric"
          label={t`Minutes`}
          value={minutes}
          onChange={({ currentTarget: { value } }) =>
            /^\d{0,5}$/.test(value) && onChange({ minutes: value })
          }
        />
      )}
    </Group>
  );
}
