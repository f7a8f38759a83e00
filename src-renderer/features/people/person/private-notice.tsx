// Says that a person is on this laptop only, and gives them to the team when asked.

import { Trans } from '@lingui/react/macro';
import { Badge, Button, Group } from '@mantine/core';

import { useCommand } from '../../../data/use-command.tsx';
import { useTeamNet } from '../../../data/team-net.tsx';

export function PrivateNotice({ id }: { id: string }) {
  const run = useCommand();
  const { config } = useTeamNet();
  return (
    <Group gap="xs">
      <Badge variant="light">
        <Trans>Private to this laptop</Trans>
      </Badge>
      {config !== undefined && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => void run({ type: 'share', people: [id] })}
        >
          <Trans>Share with the team</Trans>
        </Button>
      )}
    </Group>
  );
}
