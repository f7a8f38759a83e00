// A warning before a machine inside one's own network is asked for a feed.

import { Alert, Button, Group, Stack, Text } from '@mantine/core';

export function InsideAddress({ address, onAllow }: { address: string; onAllow: () => void }) {
  return (
    <Alert
      color="orange"
      title={<span className="trouble">{address} is not on the internet</span>}
      role="alert"
    >
      <Stack gap="xs">
        <Text size="sm">
          This leads to a machine inside your own network (or to this laptop itself). An address
          like that can be a trap that makes Rapport knock at printers, routers or other programs.
          Go on only if you know this machine and want its feed.
        </Text>
        <Group>
          <Button size="xs" variant="default" onClick={onAllow}>
            Allow {address} for this feed only
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
