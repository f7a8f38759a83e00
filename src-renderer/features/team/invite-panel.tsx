// The invite as words and as a QR code, and the devices that ask.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { renderSVG } from 'uqr';

import type { JoinRequest, TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Section } from '../../ui/section.tsx';
import { useDates } from '../../ui/when.tsx';
import { eitherOf } from '../../words/in-language.ts';
import { MatchingCode } from './matching-code.tsx';
import type { AskTeam } from './use-team.ts';

export function InvitePanel({ info, ask }: { info: TeamInfo; ask: AskTeam }) {
  return (
    <>
      {info.requests.map((request) => (
        <Request key={request.ask} request={request} devices={info.devices} ask={ask} />
      ))}
      {info.isInviteTried && <Tried ask={ask} />}
      {info.invite !== undefined && <Invite invite={info.invite} ask={ask} />}
    </>
  );
}

function Invite({ invite, ask }: { invite: NonNullable<TeamInfo['invite']>; ask: AskTeam }) {
  const { dateTime } = useDates();
  const { words, until, addresses } = invite;
  const goodUntil = dateTime(until);
  const image = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(renderSVG(words, { border: 2 }))}`,
    [words],
  );
  return (
    <Section title={t`Invite`}>
      <Group align="start" wrap="wrap" gap="lg">
        <Stack gap="xs" flex={1} miw={280}>
          <Text size="sm">
            <Trans>
              On the other laptop: open Team, choose “Join a team” and type these words. They only
              let it ask; you decide.
            </Trans>
          </Text>
          <Text
            component="output"
            aria-label={t`Invite words`}
            dir="ltr"
            ff="monospace"
            fw={600}
            className="invite-words"
          >
            {words}
          </Text>
          <Text size="sm" className="dim">
            {addresses.length === 0
              ? t`Good until ${goodUntil}, for one laptop. This one has no network.`
              : t`Good until ${goodUntil}, for one laptop. Address of this one: ${eitherOf(addresses)}`}
          </Text>
          <Group>
            <CopyButton text={words}>
              <Trans>Copy the words</Trans>
            </CopyButton>
            <Button variant="subtle" size="xs" onClick={() => void ask('team.uninvite', {})}>
              <Trans>Cancel the invite</Trans>
            </Button>
          </Group>
        </Stack>
        <img
          src={image}
          width={148}
          height={148}
          alt={t`The invite words as a QR code`}
          className="qr"
        />
      </Group>
    </Section>
  );
}

function Tried({ ask }: { ask: AskTeam }) {
  return (
    <Alert
      color="orange"
      title={t`The invite was ended, to be safe`}
      withCloseButton
      closeButtonLabel={t`Close`}
      onClose={() => void ask('team.uninvite', {})}
    >
      <Trans>
        Somebody asked to join with its words again and again and never went through with it. Nobody
        was let in. Make a new invite, and give its words only to the person who is to join.
      </Trans>
    </Alert>
  );
}

function Request({
  request,
  devices,
  ask,
}: {
  request: JoinRequest;
  devices: TeamInfo['devices'];
  ask: AskTeam;
}) {
  const sameName = devices.some(({ memberName }) => memberName === request.memberName);
  const answer = (accept: boolean) => void ask('team.answer', { ask: request.ask, accept });
  return (
    <Alert color="blue" title={t`${request.memberName} (${request.deviceName}) asks to join`}>
      <Text size="sm">
        {sameName
          ? t`A laptop that is new to the team, under a name that is in it already: their second laptop, or somebody else?`
          : t`A laptop that is new to the team.`}
      </Text>
      <Text size="sm">
        <Trans>Accept only if the other screen shows the same number:</Trans>
      </Text>
      <MatchingCode code={request.code} />
      <Group mt="xs">
        <Button onClick={() => answer(true)}>
          <Trans>Accept</Trans>
        </Button>
        <Button variant="default" onClick={() => answer(false)}>
          <Trans>Refuse</Trans>
        </Button>
      </Group>
    </Alert>
  );
}
