// Before there is a team: make one, or join one.

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
import { MatchingCode } from './matching-code.tsx';
import type { AskTeam } from './use-team.ts';

export function NoTeam({ info, ask }: { info: TeamInfo; ask: AskTeam }) {
  return (
    <Stack gap="md" maw={980}>
      {info.isOut && (
        <Alert color="orange" title="You were removed from the team">
          What is on this laptop stays here and can be used and exported. Nothing new comes from the
          team.
        </Alert>
      )}
      <Text className="dim" maw={640}>
        Laptops of one team keep each other up to date by themselves, in the office, on a phone’s
        hotspot or by cable. There is no server and no account, and no internet is needed.
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
  const [name, setName] = useState('Our team');
  const [memberName, setMemberName] = useState(useName());
  const [share, setShare] = useState<'everything' | 'nothing'>('everything');
  const make = () => ask('team.make', { name, memberName, share });
  return (
    <Section title="First laptop">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="Name of the team"
            value={name}
            required
            maxLength={100}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label="Your name"
            value={memberName}
            required
            maxLength={100}
            onChange={(event) => setMemberName(event.currentTarget.value)}
          />
          <Radio.Group
            label="What is in Rapport already"
            value={share}
            onChange={(value) => setShare(value as typeof share)}
          >
            <Stack gap={6} mt={4}>
              <Radio value="everything" label="Share it with the team" />
              <Radio
                value="nothing"
                label="Keep it private to this laptop; people are shared one by one"
              />
            </Stack>
          </Radio.Group>
          <Group>
            <Button type="submit">Make a team</Button>
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
      <Section title="Another laptop">
        <Text size="sm" mb="sm">
          A teammate has made the team? Ask them to invite this laptop; they will see twelve words.
        </Text>
        <Button variant="default" onClick={() => setOpen(true)}>
          Join a team
        </Button>
      </Section>
    );
  return (
    <Section title="Join a team">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask('team.ask', { words, memberName, address });
        }}
      >
        <Stack gap="sm">
          <Textarea
            label="Invite words"
            description="The twelve words on your teammate’s screen"
            value={words}
            required
            autosize
            minRows={2}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <TextInput
            label="Your name"
            value={memberName}
            required
            maxLength={100}
            onChange={(event) => setMemberName(event.currentTarget.value)}
          />
          <TextInput
            label="Address (only if it is not found)"
            description="Stands below the words on the other screen"
            placeholder="192.168.1.20:47653"
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit">Ask to join</Button>
            <Button variant="subtle" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function Asking({ joining, ask }: { joining: Joining; ask: AskTeam }) {
  return (
    <Section title="Joining">
      <Stack gap="sm" align="start">
        {joining.state === 'looking' && (
          <Group wrap="nowrap">
            <Loader size="sm" />
            <Text>
              Looking for the laptop that shows these words. Both must be in the same network, with
              Rapport open on the Team page.
            </Text>
          </Group>
        )}
        {joining.state === 'code' && (
          <>
            <Text>
              {joining.memberName} has been asked to let you into “{joining.teamName}”. This number
              must be the same on both screens:
            </Text>
            <MatchingCode code={joining.code} />
            <Group wrap="nowrap">
              <Loader size="sm" />
              <Text className="dim">Waiting for {joining.memberName} to accept</Text>
            </Group>
          </>
        )}
        {joining.state === 'refused' && (
          <Alert color="orange" title="They said no">
            Ask your teammate for a new invite and try again.
          </Alert>
        )}
        <Button variant="default" onClick={() => void ask('team.stopAsking', {})}>
          {joining.state === 'refused' ? 'Back' : 'Stop asking'}
        </Button>
      </Stack>
    </Section>
  );
}
