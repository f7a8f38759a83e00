// What listening means, explained before this laptop asks any website anything.

import { Trans } from '@lingui/react/macro';
import { Button, Group, List, Stack, Text } from '@mantine/core';

import { useHost } from '../../../data/host-context.tsx';
import { explanation } from '../feeds/feed-words.ts';

export function Explanation({ onCancel }: { onCancel?: () => void }) {
  const { host, setSettings } = useHost();
  const switchOn = async (): Promise<void> => {
    const saved = await host.request('settings.write', { feeds: 'on' });
    if (saved.ok) setSettings(saved.value);
  };
  return (
    <Stack gap="sm">
      <List spacing="xs" size="sm">
        {explanation().map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      <Text size="sm" className="dim">
        <Trans>
          You can switch it off at any time on the Listening page, for everybody or for one person.
        </Trans>
      </Text>
      <Group justify="end">
        {onCancel !== undefined && (
          <Button variant="default" onClick={onCancel}>
            <Trans>Not now</Trans>
          </Button>
        )}
        <Button onClick={() => void switchOn()}>
          <Trans>Let this laptop listen</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
