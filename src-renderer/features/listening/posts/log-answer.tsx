// Writes down that one has answered a post, or a thought about it, on the timeline.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';

import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import { logMoment } from '../../../../src-shared/records/intents/people.ts';
import { useCommand } from '../../../data/use-command.tsx';

export function LogAnswer({
  post,
  owner,
  onClose,
}: {
  post: RecordDoc;
  owner: RecordDoc;
  onClose: () => void;
}) {
  const run = useCommand();
  const [kind, setKind] = useState('message');
  const [text, setText] = useState('');
  const log = async (): Promise<void> => {
    const { link } = post.fields;
    const more = {
      title: post.name,
      post: post.id,
      ...(kind === 'message' ? { direction: 'out' } : {}),
      ...(typeof link === 'string' ? { source: link } : {}),
    };
    const answer = logMoment({ kind, when: Date.now(), people: [owner.id], text, more });
    if ((await run(answer)) !== undefined) onClose();
  };
  return (
    <form
      className="post-log"
      onSubmit={(event) => {
        event.preventDefault();
        void log();
      }}
    >
      <Textarea
        autoFocus
        autosize
        minRows={2}
        label={kind === 'message' ? t`What you answered` : t`Your note about it`}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <Group gap="xs" mt={6} justify="space-between">
        <SegmentedControl
          size="xs"
          aria-label={t`What to write down`}
          value={kind}
          onChange={setKind}
          data={[
            { value: 'message', label: t`I answered` },
            { value: 'note', label: t`Note` },
          ]}
        />
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button size="xs" type="submit" disabled={kind === 'note' && text.trim() === ''}>
            <Trans>Log</Trans>
          </Button>
        </Group>
      </Group>
    </form>
  );
}
