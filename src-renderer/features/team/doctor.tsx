// When teammates are not found: tests one thing after the other and says what to do;
// and the ways around a network that keeps laptops apart.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';

import type { Finding, TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import { showFailure } from '../../data/use-command.tsx';
import { errorWords } from '../../words/host-words.ts';
import { useHost } from '../../data/host-context.tsx';
import { announce } from '../../data/announce.ts';
import { Section } from '../../ui/section.tsx';
import { findingWords } from './team-words.ts';
import type { AskTeam } from './use-team.ts';

export function Doctor({ info, ask }: { info: TeamInfo; ask: AskTeam }) {
  const { host } = useHost();
  const [findings, setFindings] = useState<Finding[]>();
  const [isBusy, setBusy] = useState(false);
  const test = async (): Promise<void> => {
    setBusy(true);
    const answer = await host.request('team.doctor', {});
    setBusy(false);
    if (!answer.ok) return showFailure(errorWords(answer.error));
    setFindings(answer.value);
    const bad = answer.value.filter(({ state }) => state === 'bad').length;
    announce(
      bad === 0
        ? t`Nothing wrong was found.`
        : plural(bad, { one: '# thing is in the way.', other: '# things are in the way.' }),
    );
  };
  return (
    <Section
      title={t`Connection`}
      action={
        <Button size="xs" variant="default" loading={isBusy} onClick={() => void test()}>
          <Trans>Check the connection</Trans>
        </Button>
      }
    >
      <Stack gap="xs">
        {findings === undefined ? (
          <Text size="sm" className="dim">
            <Trans>
              A teammate is not found? Check the connection: it tests step by step what is in the
              way.
            </Trans>
          </Text>
        ) : (
          findings.map((finding) => (
            <FindingLine key={`${finding.test} ${finding.detail}`} finding={finding} />
          ))
        )}
        <Reach info={info} ask={ask} />
      </Stack>
    </Section>
  );
}

const icons = { good: IconCircleCheck, bad: IconAlertTriangle, unknown: IconCircleDashed };
const colours = {
  good: 'var(--mantine-color-teal-6)',
  bad: 'var(--mantine-color-red-6)',
  unknown: 'gray',
};

function FindingLine({ finding }: { finding: Finding }) {
  const { title, text } = findingWords(finding);
  const Icon = icons[finding.state];
  return (
    <Group wrap="nowrap" align="start" gap="xs">
      <Icon size={18} color={colours[finding.state]} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm">
        <strong>{title}.</strong> {text}
      </Text>
    </Group>
  );
}

/** Addresses are the same in every language. */
const examples = { signaling: 'wss://signal.example.com', turn: 'turn:turn.example.com:3478' };

function Reach({ info, ask }: { info: TeamInfo; ask: AskTeam }) {
  const [isOpen, setOpen] = useState(false);
  const [addresses, setAddresses] = useState(info.addresses.join('\n'));
  const [signaling, setSignaling] = useState(info.reach.signaling);
  const [turn, setTurn] = useState(info.reach.turn ?? { url: '', username: '', credential: '' });
  if (!isOpen)
    return (
      <Group>
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
          <Trans>Add a teammate by address</Trans>
        </Button>
      </Group>
    );
  const save = async (): Promise<void> => {
    const lines = addresses.split(/\s+/).filter((line) => line !== '');
    const relay = turn.url === '' ? null : turn;
    if (await ask('team.reach', { addresses: lines, signaling, turn: relay })) setOpen(false);
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={t`Addresses of teammates`}
        description={t`One a line, as shown with their invite: 192.168.1.20:47653`}
        value={addresses}
        autosize
        minRows={2}
        onChange={(event) => setAddresses(event.currentTarget.value)}
      />
      <TextInput
        label={t`Signaling server of your own`}
        description={t`For teammates at other sites only. Leave empty otherwise.`}
        placeholder={examples.signaling}
        value={signaling}
        onChange={(event) => setSignaling(event.currentTarget.value)}
      />
      <Group grow align="end">
        <TextInput
          label={t`TURN server of your own`}
          placeholder={examples.turn}
          value={turn.url}
          onChange={(event) => setTurn({ ...turn, url: event.currentTarget.value })}
        />
        <TextInput
          label={t`TURN user`}
          value={turn.username}
          onChange={(event) => setTurn({ ...turn, username: event.currentTarget.value })}
        />
        <TextInput
          label={t`TURN password`}
          type="password"
          value={turn.credential}
          onChange={(event) => setTurn({ ...turn, credential: event.currentTarget.value })}
        />
      </Group>
      <Group>
        <Button size="xs" onClick={() => void save()}>
          <Trans>Save addresses</Trans>
        </Button>
        <Button size="xs" variant="subtle" onClick={() => setOpen(false)}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
