// Before there is a team: make one, or join one.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import { Section } from '../../ui/section.tsx';
import { Asking, JoinTeam } from './join-team.tsx';
import { KeptAside } from './kept-aside.tsx';
import { type Share, ShareChoice } from './share-choice.tsx';
import { useMemberName } from './use-member-name.ts';
import type { AskTeam } from './use-team.ts';

export function NoTeam({ info, ask }: { info: TeamInfo; ask: AskTeam }) {
  return (
    <Stack gap="md" maw={980}>
      <KeptAside info={info} />
      {info.leaving !== undefined && (
        <Alert color="blue" title={t`You left “${info.leaving}”`}>
          <Trans>
            Nobody in the team has heard of it yet. They hear it from this laptop as soon as one of
            theirs is in reach; nothing else is exchanged.
          </Trans>
        </Alert>
      )}
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
          <JoinTeam former={info.former} ask={ask} />
        </SimpleGrid>
      ) : (
        <Asking joining={info.joining} ask={ask} />
      )}
    </Stack>
  );
}

function MakeTeam({ ask }: { ask: AskTeam }) {
  const [name, setName] = useState(t`Our team`);
  const [memberName, setMemberName] = useState(useMemberName());
  const [share, setShare] = useState<Share>('everything');
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
          <ShareChoice value={share} onChange={setShare} />
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
