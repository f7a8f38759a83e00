// What this member and laptop are called, and their colour, on teammates' screens.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, ColorInput, Group, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import { Section } from '../../ui/section.tsx';
import type { AskTeam } from './use-team.ts';

export function OwnNames({ info, ask }: { info: TeamInfo; ask: AskTeam }) {
  const me = info.devices.find(({ isMe }) => isMe);
  const [memberName, setMemberName] = useState(me?.memberName ?? '');
  const [deviceName, setDeviceName] = useState(me?.deviceName ?? '');
  const [colour, setColour] = useState(me?.colour ?? '#1f7a5c');
  if (me === undefined) return null;
  const isSame =
    memberName === me.memberName && deviceName === me.deviceName && colour === me.colour;
  return (
    <Section title={t`You in the team`}>
      <Group align="end">
        <TextInput
          label={t`Your name in the team`}
          value={memberName}
          maxLength={100}
          onChange={(event) => setMemberName(event.currentTarget.value)}
        />
        <TextInput
          label={t`Name of this laptop`}
          value={deviceName}
          maxLength={100}
          onChange={(event) => setDeviceName(event.currentTarget.value)}
        />
        <ColorInput
          label={t`Colour`}
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
          <Trans>Save</Trans>
        </Button>
      </Group>
    </Section>
  );
}
