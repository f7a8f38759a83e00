// One contact with somebody who asked not to be: the reason is written down as what happened, so
// that everybody who asks finds it.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';

import type { Channel } from '../../src-shared/domain/permission.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { logMoment } from '../../src-shared/records/intents/people.ts';
import { useCommand } from '../data/use-command.tsx';
import { openOutside } from '../ui/outside-link.ts';
import { Dialog } from '../ui/dialog.tsx';

type Props = {
  doc: RecordDoc;
  channel: Channel;
  href: string;
  name: string;
  why: string;
  onClose: () => void;
};

export function ContactAllTheSame({ doc, channel, href, name, why, onClose }: Props) {
  const run = useCommand();
  const [reason, setReason] = useState('');
  const goOn = async (): Promise<void> => {
    const moment = logMoment({
      kind: channel === 'phone' ? 'call' : 'message',
      when: Date.now(),
      people: [doc.id],
      text: reason,
      more: { direction: 'out' },
    });
    if ((await run(moment)) === undefined) return;
    onClose();
    openOutside(href);
  };
  return (
    <Dialog onClose={onClose} title={t`Contact them all the same?`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') void goOn();
        }}
      >
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          <bdi>{why}</bdi>
        </Text>
        <Text size="sm" mt="xs">
          <Trans>
            For something they need to know, such as a delivery or an invoice, write down why. It
            stays in their timeline.
          </Trans>
        </Text>
        <Textarea
          mt="sm"
          label={t`Reason`}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="end" mt="md">
          <Button variant="default" onClick={onClose}>
            <Trans>Leave them alone</Trans>
          </Button>
          <Button type="submit" disabled={reason.trim() === ''}>
            {name}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
