// A warning before a machine inside one's own network is asked for a feed.

import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';

export function InsideAddress({ address, onAllow }: { address: string; onAllow: () => void }) {
  return (
    <Alert
      color="orange"
      title={
        <span className="trouble">
          <Trans>
            <bdi>{address}</bdi> is not on the internet
          </Trans>
        </span>
      }
      role="alert"
    >
      <Stack gap="xs">
        <Text size="sm">
          <Trans>
            This leads to a machine inside your own network (or to this laptop itself). An address
            like that can be a trap that makes Rapport knock at printers, routers or other programs.
            Go on only if you know this machine and want its feed.
          </Trans>
        </Text>
        <Group>
          <Button size="xs" variant="default" onClick={onAllow}>
            <Trans>
              Allow <bdi>{address}</bdi> for this feed only
            </Trans>
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
