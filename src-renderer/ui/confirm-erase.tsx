// Erasing cannot be undone: say so plainly, and make the safe button the easy one.

import { Button, Group, Modal, Text } from '@mantine/core';

export function ConfirmErase({
  what,
  onErase,
  onClose,
}: {
  what: string;
  onErase: () => void;
  onClose: () => void;
}) {
  return (
    <Modal opened onClose={onClose} title="Erase for good?">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        Everything about {what} is removed from this laptop and cannot be brought back. Backups made
        before still hold it until they are replaced. The trash is kept for thirty days, if you only
        want it out of the way.
      </Text>
      <Group justify="end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep
        </Button>
        <Button
          color="red"
          onClick={() => {
            onClose();
            onErase();
          }}
        >
          Erase
        </Button>
      </Group>
    </Modal>
  );
}
