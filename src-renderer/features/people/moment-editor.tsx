// Changes a moment that is on the timeline: what it says and when it was.

import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Change } from '../../../src-shared/records/command.ts';
import { useCommand } from '../../app/use-command.tsx';
import { dayOf } from './day.ts';

export function MomentEditor({ moment, onClose }: { moment: RecordDoc; onClose: () => void }) {
  const run = useCommand();
  const [text, setText] = useState(moment.note);
  const [day, setDay] = useState(dayOf(moment.at));
  const save = async (): Promise<void> => {
    const ref = { collection: 'moments' as const, id: moment.id };
    const when = Date.parse(`${day}T12:00:00`);
    const changes: Change[] = [
      ...(text.trim() === moment.note ? [] : [{ type: 'note' as const, ref, text: text.trim() }]),
      ...(day === dayOf(moment.at) || Number.isNaN(when)
        ? []
        : [{ type: 'field' as const, ref, field: 'when', value: when }]),
    ];
    if (changes.length === 0 || (await run({ type: 'edit', changes })) !== undefined) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap={6}>
        <Textarea
          label="Text"
          autosize
          minRows={2}
          maxRows={14}
          autoFocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
          }}
        />
        <Group gap="xs" align="end">
          <TextInput
            size="xs"
            type="date"
            label="Day"
            value={day}
            max="9999-12-31"
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <Button size="xs" type="submit">
            Save
          </Button>
          <Button size="xs" variant="subtle" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
