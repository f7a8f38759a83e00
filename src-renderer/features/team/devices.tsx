// Every laptop of the team with one honest line each.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ActionIcon, ColorSwatch, Group, Menu, Stack, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';

import type { DeviceInfo, TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import { Section } from '../../ui/section.tsx';
import { useDates } from '../../ui/when.tsx';
import { RemoveDevice } from './remove-device.tsx';
import { deviceName, isResting, statusWords } from './team-words.ts';
import type { AskTeam } from './use-team.ts';

export function Devices({ info, ask }: { info: TeamInfo; ask: AskTeam }) {
  const [removing, setRemoving] = useState<DeviceInfo>();
  const isOwner = info.devices.some(({ isMe, role }) => isMe && role === 'owner');
  const sorted = info.devices.toSorted((a, b) => rank(a) - rank(b));
  return (
    <Section title={t`Laptops`}>
      <ul aria-label={t`Devices`} className="plain-list">
        {sorted.map((device) => (
          <Device
            key={device.id}
            device={device}
            rests={isResting(info)}
            actions={isOwner && device.state === 'here'}
            onRole={(role) => void ask('team.role', { device: device.id, role })}
            onRemove={() => setRemoving(device)}
          />
        ))}
      </ul>
      {removing !== undefined && (
        <RemoveDevice device={removing} ask={ask} onClose={() => setRemoving(undefined)} />
      )}
    </Section>
  );
}

const rank = ({ isMe, state }: DeviceInfo): number => (isMe ? 0 : state === 'here' ? 1 : 2);

function Device({
  device,
  rests,
  actions,
  onRole,
  onRemove,
}: {
  device: DeviceInfo;
  rests: boolean;
  actions: boolean;
  onRole: (role: DeviceInfo['role']) => void;
  onRemove: () => void;
}) {
  const dates = useDates();
  const { role, isMe, speed, state } = device;
  const name = deviceName(device);
  return (
    <Group component="li" wrap="nowrap" py={8} className="device">
      <ColorSwatch color={device.colour} size={14} aria-hidden />
      <Stack gap={0} flex={1} miw={0}>
        <Text fw={600} truncate dir="auto">
          {role === 'owner' && state === 'here' ? t`${name} · owner` : name}
        </Text>
        <Text size="sm" className="dim">
          {statusWords(device, dates, rests)}
          {speed > 1_024 && ` ${t`${dates.count(Math.round(speed / 1_024))} kB/s`}`}
        </Text>
      </Stack>
      {actions && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t`Actions for ${name}`}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {role === 'member' ? (
              <Menu.Item onClick={() => onRole('owner')}>
                <Trans>Make an owner</Trans>
              </Menu.Item>
            ) : (
              <Menu.Item onClick={() => onRole('member')}>
                <Trans>Make a member</Trans>
              </Menu.Item>
            )}
            {!isMe && (
              <Menu.Item color="red" onClick={onRemove}>
                <Trans>Remove from the team</Trans>
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
