// Erasing cannot be undone: say so plainly, and make the safe button the easy one.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
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
    <Modal opened onClose={onClose} title={t`Erase for good?`}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        <Trans>
          Everything about {what} is removed from this laptop and cannot be brought back. Backups
          made before still hold it until they are replaced. The trash is kept for thirty days, if
          you only want it out of the way.
        </Trans>
      </Text>
      <Group justify="end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          <Trans>Keep</Trans>
        </Button>
        <Button
          color="red"
          onClick={() => {
            onClose();
            onErase();
          }}
        >
          <Trans>Erase</Trans>
        </Button>
      </Group>
    </Modal>
  );
}
