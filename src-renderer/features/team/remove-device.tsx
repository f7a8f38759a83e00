// Removes a laptop, and explains that what it already has cannot be called back.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';

import type { DeviceInfo } from '../../../src-shared/bridge/team-types.ts';
import type { AskTeam } from './use-team.ts';
import { Dialog } from '../../ui/dialog.tsx';

export function RemoveDevice({
  device,
  ask,
  onClose,
}: {
  device: DeviceInfo;
  ask: AskTeam;
  onClose: () => void;
}) {
  const remove = async (): Promise<void> => {
    if (await ask('team.remove', { device: device.id })) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t`Remove ${device.memberName} (${device.deviceName})?`}>
      <Text size="sm">
        <Trans>
          It gets nothing new from the moment the team’s key is changed, which happens at once on
          every laptop that can be reached, and on the others when they are next met. What it
          already has stays on it: no software can take that back. If the laptop was stolen, its
          disk encryption and password are what protects your contacts.
        </Trans>
      </Text>
      <Group mt="md" justify="end">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button color="red" onClick={() => void remove()}>
          <Trans>Remove</Trans>
        </Button>
      </Group>
    </Dialog>
  );
}
