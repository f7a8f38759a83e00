// A place to write down what just happened: one line, and where it is begun which kind, when,
// and with whom else.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';

import { logMoment } from '../../../../src-shared/records/intents/people.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { useDraft } from '../../../data/use-draft.ts';
import { OwnDraft, useOwnDraft } from '../../../fields/own-draft.tsx';
import { DayInput } from '../../../ui/day-input.tsx';
import { dayOf } from '../../../ui/day.ts';
import { momentKinds } from './moment-kinds.ts';
import { type Named, PeoplePicker } from './people-picker.tsx';

export function LogMoment({ personId }: { personId: string }) {
  const run = useCommand();
  const [kind, setKind] = useState('note');
  const [text, setText] = useDraft(`moment of ${personId}`);
  const [day, setDay] = useState(today());
  const canLog = text.trim() !== '' && day !== '';
  const own = useOwnDraft(kind, `moment of ${personId}`);
  const [others, setOthers] = useState<Named[]>([]);
  const [isBegun, setBegun] = useState(text !== '');
  const log = async (): Promise<void> => {
    if (own.isUnclear()) return;
    const when = day === today() ? Date.now() : Date.parse(`${day}T12:00:00`);
    const moment = logMoment({
      kind,
      when: Number.isNaN(when) ? Date.now() : when,
      people: [personId, ...others.map(({ id }) => id)],
      text,
      own: own.filled(),
    });
    if ((await run(moment)) === undefined) return;
    setText('');
    setOthers([]);
    own.clear();
    setDay(today());
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canLog) void log();
      }}
    >
      <Stack gap={6}>
        <Textarea
          label={t`What happened`}
          autosize
          minRows={isBegun ? 2 : 1}
          maxRows={10}
          value={text}
          onFocus={() => setBegun(true)}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {isBegun && (
          <>
            <PeoplePicker
              label={t`With other people`}
              placeholder={t`Type a name`}
              chosen={others}
              without={[personId]}
              onChange={setOthers}
            />
            <OwnDraft draft={own} />
            <Group gap="xs" justify="space-between">
              <SegmentedControl
                size="xs"
                aria-label={t`Kind`}
                data={momentKinds()}
                value={kind}
                onChange={setKind}
              />
              <Group gap="xs">
                <DayInput size="xs" aria-label={t`Day`} value={day} onChange={setDay} />
                <Button size="xs" type="submit" disabled={!canLog}>
                  <Trans>Log</Trans>
                </Button>
              </Group>
            </Group>
          </>
        )}
      </Stack>
    </form>
  );
}

const today = (): string => dayOf(Date.now());
