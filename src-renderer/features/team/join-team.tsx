// Joining the team of another laptop, with the words that stand there.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Loader, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { Joining } from '../../../src-shared/bridge/team-types.ts';
import { useRouteQuery } from '../../ui/router.ts';
import { Section } from '../../ui/section.tsx';
import { MatchingCode } from './matching-code.tsx';
import { type Share, ShareChoice } from './share-choice.tsx';
import { useMemberName } from './use-member-name.ts';
import type { AskTeam } from './use-team.ts';

export function JoinTeam({ former, ask }: { former: string | undefined; ask: AskTeam }) {
  const [isOpen, setOpen] = useState(useRouteQuery().get('join') !== undefined);
  const [words, setWords] = useState('');
  const [address, setAddress] = useState('');
  const [memberName, setMemberName] = useState(useMemberName());
  const [share, setShare] = useState<Share>('everything');
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
          void ask('team.ask', { words, memberName, address, share });
        }}
      >
        <Stack gap="sm">
          <Textarea
            label={t`Invite words`}
            description={t`The twelve words on your teammate’s screen`}
            value={words}
            dir="ltr"
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
          <ShareChoice value={share} former={former} onChange={setShare} />
          <TextInput
            label={t`Address (only if it is not found)`}
            description={t`Stands below the words on the other screen`}
            placeholder="192.168.1.20:47653"
            value={address}
            dir="ltr"
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

export function Asking({ joining, ask }: { joining: Joining; ask: AskTeam }) {
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
            {joining.isConfirmed ? (
              <Group wrap="nowrap">
                <Loader size="sm" />
                <Text className="dim">
                  <Trans>
                    Waiting for <bdi>{joining.memberName}</bdi> to accept
                  </Trans>
                </Text>
              </Group>
            ) : (
              <Button onClick={() => void ask('team.confirm', {})}>{t`It is the same`}</Button>
            )}
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
