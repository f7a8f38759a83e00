// Leaving keeps everything that is on this laptop.

import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import type { AskTeam } from './use-team.ts';

export function Leave({ ask }: { ask: AskTeam }) {
  const [isOpen, modal] = useDisclosure(false);
  const leave = async (): Promise<void> => {
    if (await ask('team.leave', {})) modal.close();
  };
  return (
    <Group>
      <Button variant="subtle" color="red" onClick={modal.open}>
        Leave the team
      </Button>
      <Modal opened={isOpen} onClose={modal.close} title="Leave the team?">
        <Text size="sm">
          Everything stays on this laptop. From then on nothing is exchanged with the team; to come
          back you need a new invite.
        </Text>
        <Group mt="md" justify="end">
          <Button variant="default" onClick={modal.close}>
            Cancel
          </Button>
          <Button color="red" onClick={() => void leave()}>
            Leave
          </Button>
        </Group>
      </Modal>
    </Group>
  );
}
