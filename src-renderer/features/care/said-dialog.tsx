// What somebody said, with all that proves it.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import {
  type Basis,
  bases,
  type Channel,
  channels,
  type PermissionState,
  permissionStates,
  type Purpose,
} from '../../../src-shared/domain/permission.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { recordPermission } from '../../../src-shared/records/intents/care.ts';
import { useCommand } from '../../data/use-command.tsx';
import { useWriter } from '../../data/use-writer.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { dayOf } from '../../ui/day.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { basisWords, channelWords, purposeWords, stateWords } from '../../words/care-words.ts';

type Props = { doc: RecordDoc; purpose: Purpose; onClose: () => void };

const ways: readonly (Channel | 'any')[] = ['any', ...channels];
const named = <T extends string>(codes: readonly T[], words: (code: T) => string) =>
  codes.map((value) => ({ value, label: words(value) }));

/** What is typed; days as YYYY-MM-DD. */
type Typed = {
  channel: Channel | 'any';
  state: PermissionState;
  basis: Basis | null;
  source: string;
  wording: string;
  day: string;
  until: string;
};

export function SaidDialog({ doc, purpose, onClose }: Props) {
  const run = useCommand();
  const by = useWriter();
  const [today] = useState(() => dayOf(Date.now()));
  const [typed, setTyped] = useState<Typed>({
    channel: 'any',
    state: 'given',
    basis: null,
    source: '',
    wording: '',
    day: today,
    until: '',
  });
  const save = async (): Promise<void> => {
    const { channel, state, basis, day, until } = typed;
    const said = {
      channel,
      purpose,
      state,
      at: day === today ? Date.now() : Date.parse(`${day}T12:00:00`),
      by,
      source: typed.source.trim(),
      wording: typed.wording.trim(),
      until,
      ...(basis === null ? {} : { basis }),
    };
    if ((await run(recordPermission(doc, said, crypto.randomUUID()))) !== undefined) onClose();
  };
  const name = purposeWords(purpose);
  return (
    <Dialog onClose={onClose} title={t`${name}: what they said`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.day !== '') void save();
        }}
      >
        <Stack gap="sm">
          <SaidFields typed={typed} onType={(next) => setTyped({ ...typed, ...next })} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" disabled={typed.day === ''}>
              <Trans>Write it down</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

type FieldsProps = { typed: Typed; onType: (next: Partial<Typed>) => void };

function SaidFields({ typed, onType }: FieldsProps) {
  return (
    <>
      <SimpleGrid cols={2} spacing="sm">
        <Select
          label={t`What they said`}
          allowDeselect={false}
          data={named(permissionStates, stateWords)}
          value={typed.state}
          onChange={(state) => state !== null && onType({ state })}
          data-autofocus
        />
        <Select
          label={t`Way`}
          allowDeselect={false}
          data={named(ways, channelWords)}
          value={typed.channel}
          onChange={(channel) => channel !== null && onType({ channel })}
        />
        <DayInput label={t`Day`} value={typed.day} onChange={(day) => onType({ day })} />
        <DayInput
          label={t`Until (if it ends)`}
          isToCome
          value={typed.until}
          onChange={(until) => onType({ until })}
        />
      </SimpleGrid>
      <Select
        label={t`Ground`}
        clearable
        data={named(bases, basisWords)}
        value={typed.basis}
        onChange={(basis) => onType({ basis })}
      />
      <TextInput
        label={t`Where they said it`}
        placeholder={t`such as a letter, a form, a call`}
        value={typed.source}
        onChange={(event) => onType({ source: event.currentTarget.value })}
      />
      <Textarea
        label={t`What they were asked, in its words`}
        autosize
        minRows={2}
        value={typed.wording}
        onChange={(event) => onType({ wording: event.currentTarget.value })}
      />
    </>
  );
}
