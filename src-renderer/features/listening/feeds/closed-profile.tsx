// A network that shows nothing without signing in: its profile can be opened, and a post
// kept by pasting or dropping it here.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Anchor, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { FeedPreview } from '../../../../src-shared/bridge/feed-types.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { logMoment } from '../../../../src-shared/records/intents/people.ts';
import { useCommand } from '../../../data/use-command.tsx';
import { DayInput } from '../../../ui/day-input.tsx';
import { feedNetworkWords } from '../../../words/value-words.ts';
import { closedWords } from './feed-words.ts';

type Props = {
  owner: RecordDoc;
  closed: NonNullable<FeedPreview['closed']>;
  onDone: () => void;
};

export function ClosedProfile({ owner, closed, onDone }: Props) {
  const run = useCommand();
  const [text, setText] = useState('');
  const [link, setLink] = useState('');
  const [day, setDay] = useState('');
  const keep = async (): Promise<void> => {
    const when = day === '' ? Date.now() : Date.parse(`${day}T12:00:00`);
    const source = /^https?:\/\//.test(link.trim()) ? link.trim() : closed.url;
    const kept = logMoment({
      kind: 'kept-post',
      when: Number.isNaN(when) ? Date.now() : when,
      people: [owner.id],
      text,
      more: { source },
    });
    if ((await run(kept)) !== undefined) onDone();
  };
  return (
    <Alert color="gray" title={feedNetworkWords(closed.network)}>
      <Stack gap="sm">
        <Text size="sm">{closedWords(closed.network)}</Text>
        <Group>
          <Anchor href={closed.url} target="_blank" rel="noopener noreferrer" size="sm">
            <Trans>Open the profile in the browser</Trans>
          </Anchor>
        </Group>
        <Textarea
          label={t`Keep a post of theirs`}
          description={t`Paste or drop its words here; they go on the timeline.`}
          autosize
          minRows={2}
          maxRows={10}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group align="end">
          <TextInput
            style={{ flex: 1 }}
            label={t`Its link, if you have it`}
            value={link}
            onChange={(event) => setLink(event.currentTarget.value)}
          />
          <DayInput label={t`Its day`} value={day} onChange={setDay} />
          <Button disabled={text.trim() === ''} onClick={() => void keep()}>
            <Trans>Keep</Trans>
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
