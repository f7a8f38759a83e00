// Changes a moment that is on the timeline: what it was, what it says, when and with whom.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Group, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';

import { momentKindOf } from '../../../../src-shared/domain/moment.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { Change } from '../../../../src-shared/records/command.ts';
import { edit, setField, writeNote } from '../../../../src-shared/records/intents/edits.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { DayInput } from '../../../ui/day-input.tsx';
import { dayOf } from '../../../ui/day.ts';
import { isByHand, momentKinds } from './moment-kinds.ts';
import { type Named, PeoplePicker } from './people-picker.tsx';

type Props = {
  moment: RecordDoc;
  people: readonly Named[];
  onClose: () => void;
};

export function MomentEditor({ moment, people, onClose }: Props) {
  const run = useCommand();
  const [draft, setDraft] = useState({
    kind: momentKindOf(moment),
    text: moment.note,
    day: dayOf(moment.at),
    people,
  });
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const canSave = draft.people.length > 0 && draft.day !== '';
  const save = async (): Promise<void> => {
    const changes = changesOf(moment, people, draft);
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
        <Group gap="xs" align="end">
          <DayInput
            size="xs"
            label={t`Day`}
            value={draft.day}
            onChange={(day) => change({ day })}
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

type Draft = { kind: string; text: string; day: string; people: readonly Named[] };

/** Only what is not as it was: what a teammate changes meanwhile stays. */
function changesOf(moment: RecordDoc, before: readonly Named[], draft: Draft): Change[] {
  const ref = { collection: 'moments' as const, id: moment.id };
  const idsOf = (people: readonly Named[]): string[] => people.map(({ id }) => id);
  const [was, is] = [idsOf(before), idsOf(draft.people)];
  const when = Date.parse(`${draft.day}T12:00:00`);
  const changes: Change[] = [];
  if (draft.text.trim() !== moment.note) changes.push(writeNote(ref, draft.text.trim()));
  if (draft.kind !== momentKindOf(moment)) changes.push(setField(ref, 'kind', draft.kind));
  if (draft.day !== dayOf(moment.at) && !Number.isNaN(when))
    changes.push(setField(ref, 'when', when));
  if (was.join() !== is.join()) changes.push(setField(ref, 'people', is));
  return changes;
}
