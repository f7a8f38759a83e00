// What stands in a notice: its words, and what can be done.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Anchor, Button, Group, Text } from '@mantine/core';

import type { NoticeAct } from './use-notice-acts.ts';

export const actWords = (what: NoticeAct): string => {
  switch (what) {
    case 'log':
      return t`Log`;
    case 'done':
      return t`Done`;
    case 'snooze':
      return t`Tomorrow`;
    case 'open':
      return t`Open`;
  }
};

type Props = {
  text: string;
  acts: readonly NoticeAct[];
  onAct: (what: NoticeAct) => void;
};

export const NoticeCard = ({ text, acts, onAct }: Props) => (
  <>
    <Text size="sm" dir="auto" style={{ overflowWrap: 'anywhere' }}>
      {text}
    </Text>
    <Group gap={6} mt={6}>
      {acts.map((what) => (
        <Button key={what} size="compact-xs" variant="default" onClick={() => onAct(what)}>
          {actWords(what)}
        </Button>
      ))}
    </Group>
  </>
);

export const DigestCard = ({ text }: { text: string }) => (
  <>
    <Text size="sm">{text}</Text>
    <Group gap="sm" mt={4}>
      <Anchor size="sm" underline="always" href="#/today">
        <Trans>Today</Trans>
      </Anchor>
      <Anchor size="sm" underline="always" href="#/for-me">
        <Trans>For me</Trans>
      </Anchor>
    </Group>
  </>
);
