// What goes with settling a promise otherwise than by keeping it, and with another date: a word.

import { plural, t } from '@lingui/core/macro';
import { Checkbox, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { movePromises, settlePromises } from '../../../src-shared/records/intents/promises.ts';
import type { RunCommand } from '../../data/use-command.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { DueField, noDue } from './due-field.tsx';

type Props = { docs: readonly RecordDoc[]; run: RunCommand; by: string; onClose: () => void };

export function SettleDialog({
  state,
  docs,
  run,
  by,
  onClose,
}: Props & { state: 'kept' | 'dropped' }) {
  const [how, setHow] = useState('');
  const isReady = how.trim() !== '';
  const settle = async (): Promise<void> => {
    const done = await run(settlePromises(docs, { state, at: Date.now(), how, by }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title={state === 'kept' ? t`Kept differently` : t`Dropped`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void settle();
        }}
      >
        <Stack gap="sm">
          <Which docs={docs} />
          <Textarea
            label={state === 'kept' ? t`What was done instead` : t`Why`}
            data-autofocus
            autosize
            value={how}
            onChange={(event) => setHow(event.currentTarget.value)}
            onKeyDown={(event) => {
              // A line of its own takes Shift.
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              if (isReady) void settle();
            }}
          />
        </Stack>
        <FormButtons
          submit={state === 'kept' ? t`Kept differently` : t`Drop it`}
          isDisabled={!isReady}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}

function Which({ docs }: Pick<Props, 'docs'>) {
  const [one] = docs;
  return (
    <Text size="sm" dir="auto">
      {docs.length === 1 && one !== undefined
        ? one.name
        : plural(docs.length, { one: '# promise', other: '# promises' })}
    </Text>
  );
}

export function MoveDialog({ docs, run, by, onClose }: Props) {
  const [to, setTo] = useState(noDue);
  const [why, setWhy] = useState('');
  const [isAgreed, setAgreed] = useState(false);
  const { due } = to;
  const isReady = due !== undefined && why.trim() !== '';
  const move = async (): Promise<void> => {
    if (due === undefined) return;
    const done = await run(movePromises(docs, { due, why, isAgreed, at: Date.now(), by }));
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title={t`Move the date`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void move();
        }}
      >
        <Stack gap="sm">
          <Which docs={docs} />
          <DueField label={t`New date`} value={to} onChange={setTo} />
          <Textarea
            label={t`Why`}
            autosize
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Checkbox
            label={t`Agreed with them: the new date is the one that counts`}
            checked={isAgreed}
            onChange={(event) => setAgreed(event.currentTarget.checked)}
          />
        </Stack>
        <FormButtons submit={t`Move the date`} isDisabled={!isReady} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
