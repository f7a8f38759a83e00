// Before there is a team: make one, or join one.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import {
  Alert,
  Button,
  Group,
  Loader,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';

import type { Joining, TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import { useHost } from '../../data/host-context.tsx';
import { Section } from '../../ui/section.tsx';
import { KeptAside } from './kept-aside.tsx';
import { MatchingCode } from './matching-code.tsx';
import type { AskTeam } from './use-team.ts';

export function NoTeam({ info, ask }: { info: TeamInfo; ask: AskTeam }) {
  return (
    <Stack gap="md" maw={980}>
      <KeptAside info={info} />
      {info.isOut && (
        <Alert color="orange" title={t`You were removed from the team`}>
          <Trans>
            What is on this laptop stays here and can be used and exported. Nothing new comes from
            the team.
          </Trans>
        </Alert>
      )}
      <Text className="dim" maw={640}>
        <Trans>
          Laptops of one team keep each other up to date by themselves, in the office, on a phone’s
          hotspot or by cable. There is no server and no account, and no internet is needed.
        </Trans>
      </Text>
      {info.joining === undefined ? (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <MakeTeam ask={ask} />
          <JoinTeam ask={ask} />
        </SimpleGrid>
      ) : (
        <Asking joining={info.joining} ask={ask} />
      )}
    </Stack>
  );
}

function useName(): string {
  const { settings, info } = useHost();
  return settings?.userName || info?.device.name || '';
}

function MakeTeam({ ask }: { ask: AskTeam }) {
  const [name, setName] = useState(t`Our team`);
  const [memberName, setMemberName] = useState(useName());
  const [share, setShare] = useState<'everything' | 'nothing'>('everything');
  const make = () => ask('team.make', { name, memberName, share });
  return (
    <Section title={t`First laptop`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t`Name of the team`}
            value={name}
            required
            maxLength={100}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t`Your name`}
            value={memberName}
            required
            maxLength={100}
            onChange={(event) => setMemberName(event.currentTarget.value)}
          />
          <Radio.Group
            label={t`What is in Rapport already`}
            value={share}
            onChange={(value) => setShare(value as typeof share)}
          >
            <Stack gap={6} mt={4}>
              <Radio value="everything" label={t`Share it with the team`} />
              <Radio
                value="nothing"
                label={t`Keep it private to this laptop; people are shared one by one`}
              />
            </Stack>
          </Radio.Group>
          <Group>
            <Button type="submit">
              <Trans>Make a team</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function JoinTeam({ ask }: { ask: AskTeam }) {
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [address, setAddress] = useState('');
  const [memberName, setMemberName] = useState(useName());
  if (!isOpen)
    return (
      <Section title={t`Another laptop`}>
        <Text size="sm" mb="sm">
          <Trans>
            A teammate has made the team? Ask them to invite this laptop; they will see twelve
            words.
          </Trans>
        </Text>
        <Button variant="default" onClick={() => setOpen(true)}>
          <Trans>Join a team</Trans>
        </Button>
      </Section>
    );
  return (
    <Section title={t`Join a team`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask('team.ask', { words, memberName, address });
        }}
      >
        <Stack gap="sm">
          <Textarea
            label={t`Invite words`}
            description={t`The twelve words on your teammate’s screen`}
            value={words}
            required
            autosize
            minRows={2}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <TextInput
            label={t`Your name`}
            value={memberName}
            required
            maxLength={100}
            onChange={(event) => setMemberName(event.currentTarget.value)}
          />
          <TextInput
            label={t`Address (only if it is not found)`}
            description={t`Stands below the words on the other screen`}
            placeholder="192.168.1.20:47653"
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit">
              <Trans>Ask to join</Trans>
            </Button>
            <Button variant="subtle" onClick={() => setOpen(false)}>
              <Trans>Cancel</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function Refused({ why }: { why: Extract<Joining, { state: 'refused' }>['why'] }) {
  if (why === 'no')
    return (
      <Alert color="orange" title={t`They said no`}>
        <Trans>Ask your teammate for a new invite and try again.</Trans>
      </Alert>
    );
  return (
    <Alert color="orange" title={t`The two laptops run different versions of Rapport`}>
      {why === 'earlier'
        ? t`Your teammate’s is the earlier one. Update it there, then ask again.`
        : t`This laptop’s is the earlier one. Update it here, then ask again.`}
    </Alert>
  );
}

function Asking({ joining, ask }: { joining: Joining; ask: AskTeam }) {
  return (
    <Section title={t`Joining`}>
      <Stack gap="sm" align="start">
        {joining.state === 'looking' && (
          <Group wrap="nowrap">
            <Loader size="sm" />
            <Text>
              <Trans>
                Looking for the laptop that shows these words. Both must be in the same network,
                with Rapport open on the Team page.
              </Trans>
            </Text>
          </Group>
        )}
        {joining.state === 'code' && (
          <>
            <Text>
              <Trans>
                <bdi>{joining.memberName}</bdi> has been asked to let you into “
                <bdi>{joining.teamName}</bdi>”. This number must be the same on both screens:
              </Trans>
            </Text>
            <MatchingCode code={joining.code} />
            <Group wrap="nowrap">
              <Loader size="sm" />
              <Text className="dim">
                <Trans>
                  Waiting for <bdi>{joining.memberName}</bdi> to accept
                </Trans>
              </Text>
            </Group>
          </>
        )}
        {joining.state === 'refused' && <Refused why={joining.why} />}
        <Button variant="default" onClick={() => void ask('team.stopAsking', {})}>
          {joining.state === 'refused' ? t`Back` : t`Stop asking`}
        </Button>
      </Stack>
    </Section>
  );
}
