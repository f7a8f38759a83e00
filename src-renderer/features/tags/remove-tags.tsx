// Takes tags from everybody who has them, once that is said.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';

import { useCommand } from '../../data/use-command.tsx';
import { useHolders } from '../../data/use-holders.ts';
import type { Tag } from '../../data/use-tags.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { holdersWords, tagName } from './tag-words.ts';

type Props = { tags: readonly Tag[]; onClose: (isDone: boolean) => void };

export function RemoveTags({ tags, onClose }: Props) {
  const run = useCommand();
  const who = holdersWords(useHolders(tags));
  const [first] = tags;
  const name = first === undefined ? '' : tagName(first);
  const remove = async (): Promise<void> => {
    const names = tags.map((tag) => tag.name);
    const done = await run({ type: 'tags', tags: names, act: { type: 'remove' } });
    if (done !== undefined) onClose(true);
  };
  return (
    <Dialog
      onClose={() => onClose(false)}
      title={
        tags.length === 1
          ? t`Remove the tag ${name}`
          : plural(tags.length, { one: 'Remove # tag', other: 'Remove # tags' })
      }
    >
      <Stack gap="sm">
        <Text size="sm">
          {tags.length === 1 ? (
            <Trans>It is taken from {who}; nothing else of them changes. This can be undone.</Trans>
          ) : (
            <Trans>
              They are taken from {who}; nothing else of them changes. This can be undone.
            </Trans>
          )}
        </Text>
        <Group justify="end">
          <Button variant="default" onClick={() => onClose(false)}>
            <Trans>Cancel</Trans>
          </Button>
          <Button color="red" data-autofocus onClick={() => void remove()}>
            {tags.length === 1 ? <Trans>Remove it</Trans> : <Trans>Remove them</Trans>}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
