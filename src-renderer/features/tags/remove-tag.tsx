// Takes a tag from everybody who has it, once that is said.

import { plural, t } from '@lingui/core/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';

import { useEditOfView } from '../../data/use-edit-of-view.ts';
import { type Tag, viewOfTag } from '../../data/use-tags.ts';
import { Dialog } from '../../ui/dialog.tsx';

export function RemoveTag({ tag: { name, count }, onClose }: { tag: Tag; onClose: () => void }) {
  const edit = useEditOfView();
  const remove = async (): Promise<void> => {
    const asked = { type: 'remove' as const, field: 'tags', items: [{ value: name }] };
    if ((await edit(viewOfTag(name), count, asked)) !== undefined) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t`Remove the tag ${name}`}>
      <Stack gap="sm">
        <Text size="sm">
          {plural(count, {
            one: 'It is taken from # person, who stays. This can be undone.',
            other: 'It is taken from # people, who stay. This can be undone.',
          })}
        </Text>
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button color="red" data-autofocus onClick={() => void remove()}>
            <Trans>Remove it</Trans>
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
