// How this laptop is called and coloured on teammates' screens.

import { Button, ColorInput, Group, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import { Section } from '../../ui/section.tsx';
import type { AskTeam } from './use-team.ts';

export function Profile({ info, ask }: { info: TeamInfo; ask: AskTeam }) {
  const me = info.devices.find(({ isMe }) => isMe);
  const [memberName, setMemberName] = useState(me?.memberName ?? '');
  const [deviceName, setDeviceName] = useState(me?.deviceName ?? '');
  const [colour, setColour] = useState(me?.colour ?? '#1f7a5c');
  if (me === undefined) return null;
  const isSame =
    memberName === me.memberName && deviceName === me.deviceName && colour === me.colour;
  return (
    <Section title="You in the team">
      <Group align="end">
        <TextInput
          label="Your name in the team"
          value={memberName}
          maxLength={100}
          onChange={(event) => setMemberName(event.currentTarget.value)}
        />
        <TextInput
          label="Name of this laptop"
          value={deviceName}
          maxLength={100}
          onChange={(event) => setDeviceName(event.currentTarget.value)}
        />
        <ColorInput
          label="Colour"
          value={colour}
          format="hex"
          withEyeDropper={false}
          w={140}
          onChange={(value) => setColour(value.toLowerCase())}
        />
        <Button
          variant="default"
          disabled={isSame || memberName.trim() === '' || deviceName.trim() === ''}
          onClick={() => void ask('team.profile', { memberName, deviceName, colour })}
        >
          Save
        </Button>
      </Group>
    </Section>
  );
}
