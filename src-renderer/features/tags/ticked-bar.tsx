// What can be done with all tags that are ticked, each as one step.

import { Trans } from '@lingui/react/macro';
import { Button, Group, Paper, Text } from '@mantine/core';

import { useDates } from '../../ui/when.tsx';
import { ColorMenu } from './color-menu.tsx';
import type { Doing } from './tag-columns.tsx';
import type { TickedTags } from './ticked-tags.ts';

type Props = { ticked: TickedTags; begin: (doing: Doing) => void };

export function TickedBar({ ticked: { tags, clear }, begin }: Props) {
  const { count } = useDates();
  if (tags.length === 0) return null;
  const many = count(tags.length);
  return (
    <Paper withBorder px="md" py={8}>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          <Trans>{many} selected</Trans>
        </Text>
        <Button size="xs" variant="default" onClick={() => begin({ what: 'rename', tags })}>
          {tags.length === 1 ? <Trans>Rename</Trans> : <Trans>Make them one</Trans>}
        </Button>
        <ColorMenu tags={tags.map(({ name }) => name)} color={undefined}>
          <Button size="xs" variant="default">
            <Trans>Colour</Trans>
          </Button>
        </ColorMenu>
        <Button
          size="xs"
          variant="default"
          color="red"
          onClick={() => begin({ what: 'remove', tags })}
        >
          <Trans>Remove</Trans>
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={clear}>
          <Trans>Clear selection</Trans>
        </Button>
      </Group>
    </Paper>
  );
}
