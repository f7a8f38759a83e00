// What came of a meeting: a few words, and what was promised in it.

import { t } from '@lingui/core/macro';
import { Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { Row } from '../../../src-shared/today/rows.ts';
import { useHost } from '../../data/host-context.tsx';
import { useCommand } from '../../data/use-command.tsx';
import { useNamed } from '../../data/use-records-in.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { nameOrNone } from '../../ui/name-or-none.ts';
import { useDates } from '../../ui/when.tsx';
import { listWords } from '../../words/in-language.ts';
import { logMeeting, noWords } from './log-meeting.ts';

export function WhatCame({ row, onClose }: { row: Row; onClose: () => void }) {
  const { reason } = row;
  const run = useCommand();
  const { settings } = useHost();
  const { dateTime } = useDates();
  const [words, setWords] = useState(noWords);
  const [isBusy, setBusy] = useState(false);
  const people = reason.code === 'meeting' ? reason.people : [];
  const docs = useNamed(['people'], people);
  if (reason.code !== 'meeting') return null;
  const names = listWords(people.flatMap((id) => docs.get(id) ?? []).map(nameOrNone));
  const save = async (): Promise<void> => {
    setBusy(true);
    const done = await run(logMeeting(reason, words, settings?.userName ?? ''));
    setBusy(false);
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title={t`What came of it`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" className="dim" dir="auto">
            {[names, reason.title, dateTime(reason.at)].filter((part) => part !== '').join(' · ')}
          </Text>
          <Textarea
            label={t`What came of it`}
            data-autofocus
            autosize
            minRows={2}
            maxRows={8}
            value={words.outcome}
            onChange={({ currentTarget: { value } }) => setWords({ ...words, outcome: value })}
          />
          <TextInput
            label={t`What was promised`}
            value={words.promise}
            onChange={({ currentTarget: { value } }) => setWords({ ...words, promise: value })}
          />
          {words.promise.trim() !== '' && (
            <Group align="end">
              <SegmentedControl
                aria-label={t`Whose promise`}
                value={words.by}
                data={[
                  { value: 'ours', label: t`We promised` },
                  { value: 'theirs', label: t`They promised` },
                ]}
                onChange={(by) => setWords({ ...words, by: by === 'theirs' ? by : 'ours' })}
              />
              <DayInput
                label={t`By when`}
                value={words.due}
                onChange={(due) => setWords((before) => ({ ...before, due }))}
              />
            </Group>
          )}
        </Stack>
        <FormButtons submit={t`Log meeting`} isBusy={isBusy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
