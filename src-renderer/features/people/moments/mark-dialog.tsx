// Marks a part of what was said: what we know from now on, what was promised, what was asked.
// Chosen with the mouse, or with Shift and the arrow keys.

import { t } from '@lingui/core/macro';
import { SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import { type MarkKind, markKinds } from '../../../../src-shared/domain/moment-marks.ts';
import { peopleOfMoment } from '../../../../src-shared/domain/moment.ts';
import type { PromiseSide } from '../../../../src-shared/domain/promise.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { Command } from '../../../../src-shared/records/command.ts';
import { markPart } from '../../../../src-shared/records/intents/marks.ts';
import { makePromise } from '../../../../src-shared/records/intents/promises.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { useWriter } from '../../../data/use-writer.ts';
import { DayInput } from '../../../ui/day-input.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { markWords } from './marked-text.tsx';

type As = MarkKind | PromiseSide;

type Props = { moment: RecordDoc; onClose: () => void };

export function MarkDialog({ moment, onClose }: Props) {
  const run = useCommand();
  const member = useWriter();
  const [as, setAs] = useState<As>('fact');
  const [part, setPart] = useState({ from: 0, to: 0 });
  const [day, setDay] = useState('');
  const chosen = moment.note.slice(part.from, part.to);
  const words = chosen.trim();
  const isPromise = as === 'ours' || as === 'theirs';
  const commandOf = (): Command => {
    const from = part.from + chosen.length - chosen.trimStart().length;
    if (as === 'fact' || as === 'question') return markPart(moment.id, { kind: as, words, from });
    const due = day === '' ? undefined : ({ day, precision: 'day' } as const);
    const people = peopleOfMoment(moment);
    return makePromise({ text: words, by: as, people, member, due, madeIn: moment.id });
  };
  const save = async (): Promise<void> => {
    const says = isPromise ? t`Promise noted: ${words}` : t`Marked: ${words}`;
    if ((await run(commandOf(), { says })) !== undefined) onClose();
  };
  return (
    <Dialog title={t`Mark a part`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (words !== '') void save();
        }}
      >
        <Stack gap="sm">
          <Textarea
            label={t`What was said`}
            description={t`Choose the part with the mouse, or with Shift and the arrow keys.`}
            data-autofocus
            readOnly
            autosize
            minRows={2}
            maxRows={12}
            value={moment.note}
            onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
              setPart({ from: selectionStart, to: selectionEnd })
            }
          />
          <TextInput label={t`The part`} readOnly value={words} dir="auto" />
          <SegmentedControl
            size="xs"
            aria-label={t`What it is`}
            data={[
              ...markKinds.map((value) => ({ value, label: markWords(value) })),
              { value: 'ours', label: t`We promise` },
              { value: 'theirs', label: t`They promise` },
            ]}
            value={as}
            onChange={(next) => setAs(next as As)}
          />
          {isPromise && <DayInput label={t`Until when`} value={day} onChange={setDay} />}
        </Stack>
        <FormButtons submit={t`Mark`} isDisabled={words === ''} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
