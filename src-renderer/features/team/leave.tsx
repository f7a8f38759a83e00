// Leaving keeps everything that is on this laptop.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import type { AskTeam } from './use-team.ts';
import { Dialog } from '../../ui/dialog.tsx';

export function Leave({ ask }: { ask: AskTeam }) {
  const [isOpen, modal] = useDisclosure(false);
  const leave = async (): Promise<void> => {
    if (await ask('team.leave', {})) modal.close();
  };
  return (
    <Group>
      <Button variant="subtle" color="red" onClick={modal.open}>
        <Trans>Leave the team</Trans>
      </Button>
      <Dialog opened={isOpen} onClose={modal.close} title={t`Leave the team?`}>
        <Text size="sm">
          <Trans>
            Everything stays on this laptop. From then on nothing is exchanged with the team; to
            come back you need a new invite.
          </Trans>
        </Text>
        <Group mt="md" justify="end">
          <Button variant="default" onClick={modal.close}>
            <Trans>Cancel</Trans>
          </Button>
          <Button color="red" onClick={() => void leave()}>
            <Trans>Leave</Trans>
          </Button>
        </Group>
      </Dialog>
    </Group>
  );
}
