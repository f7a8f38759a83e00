// A place to write down what just happened: one line, and where it is begun what it is
// understood as, which kind, when, and with whom else.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { type RefObject, useState } from 'react';

import type { NewRecord } from '../../../../src-shared/domain/record.ts';
import type { Known } from '../../../../src-shared/logging/line-parts.ts';
import type { Done } from '../../../../src-shared/records/command.ts';
import { useDraft } from '../../../data/use-draft.ts';
import { OwnDraft } from '../../../fields/own-draft.tsx';
import { DayInput } from '../../../ui/day-input.tsx';
import { LineChips } from '../line/line-chips.tsx';
import { type LineForm, useLineForm } from '../line/use-line-form.ts';
import { momentKinds } from './moment-kinds.ts';
import { PeoplePicker } from './people-picker.tsx';

type Props = {
  person: Known;
  usualKind?: string;
  /** Of the line, for a key that leads to it. */
  id?: string;
  /** What is made together with it. */
  along?: () => NewRecord;
  onLogged?: (done: Done) => void;
};

export function LogMoment({ person, usualKind = 'note', id, along, onLogged }: Props) {
  const [text, setText] = useDraft(`moment of ${person.id}`);
  const { what, which, onText, log, ...rest } = useLineForm<HTMLTextAreaElement>({
    text,
    setText,
    here: [person],
    usualKind,
    of: `moment of ${person.id}`,
    along,
    onDone: (done) => {
      setText('');
      if (done !== undefined) onLogged?.(done);
    },
  });
  const [isBegun, setBegun] = useState(text !== '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void log();
      }}
    >
      <Stack gap={6}>
        <Textarea
          ref={what}
          {...(id === undefined ? {} : { id })}
          label={t`What happened`}
          autosize
          minRows={1}
          maxRows={10}
          value={text}
          onFocus={() => setBegun(true)}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // With Shift it is a new line; an input method takes its own.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void log();
          }}
        />
        {isBegun && <Details person={person} form={rest} which={which} text={text} />}
      </Stack>
    </form>
  );
}

type Details = {
  person: Known;
  form: Pick<LineForm<HTMLTextAreaElement>, 'line' | 'own' | 'mean' | 'make'>;
  which: RefObject<HTMLButtonElement | null>;
  text: string;
};

function Details({ person, form: { line, own, mean, make }, which, text }: Details) {
  const { people, kind, day } = line.draft;
  return (
    <>
      <LineChips line={line} which={which} onMean={mean} onMake={make} />
      <PeoplePicker
        label={t`With other people`}
        placeholder={t`Type a name`}
        chosen={people.filter(({ id }) => id !== person.id)}
        without={[person.id]}
        onChange={(others) =>
          line.setPeople([...people.filter(({ id }) => id === person.id), ...others])
        }
      />
      <OwnDraft draft={own} />
      <Group gap="xs" justify="space-between">
        <SegmentedControl
          size="xs"
          aria-label={t`Kind`}
          data={momentKinds()}
          value={kind}
          onChange={(next) => line.set({ kind: next })}
        />
        <Group gap="xs">
          <DayInput
            size="xs"
            aria-label={t`Day`}
            value={day}
            onChange={(next) => line.set({ day: next })}
          />
          <Button size="xs" type="submit" disabled={text.trim() === '' || day === ''}>
            <Trans>Log</Trans>
          </Button>
        </Group>
      </Group>
    </>
  );
}
