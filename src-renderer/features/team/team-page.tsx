// Who is in the team, how in step everybody is, and what to do when they are not.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';

import type { TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import { useConflictCount } from '../../data/use-conflict-count.ts';
import { Page } from '../../ui/page.tsx';
import { ByFile } from './by-file.tsx';
import { CostlyNetworks } from './costly-networks.tsx';
import { Devices } from './devices.tsx';
import { Doctor } from './doctor.tsx';
import { InvitePanel } from './invite-panel.tsx';
import { Leave } from './leave.tsx';
import { NoTeam } from './no-team.tsx';
import { OwnNames } from './own-names.tsx';
import { isResting } from './team-words.ts';
import { TeamLog } from './team-log.tsx';
import { Twice } from './twice.tsx';
import { type AskTeam, useTeam } from './use-team.ts';

export function TeamPage() {
  const { info, ask } = useTeam();
  const conflicts = useConflictCount();
  if (info === undefined) return <Page title={t`Team`}>{null}</Page>;
  return (
    <Page
      title={t`Team`}
      actions={
        <Group gap="xs">
          <Button
            component="a"
            href="#/conflicts"
            variant={conflicts > 0 ? 'light' : 'subtle'}
            color={conflicts > 0 ? 'orange' : 'gray'}
          >
            <Trans>Conflicts ({conflicts})</Trans>
          </Button>
          {info.team !== undefined && <TeamActions info={info} ask={ask} />}
        </Group>
      }
    >
      {info.team === undefined ? (
        <Stack gap="md">
          <NoTeam info={info} ask={ask} />
          <CostlyNetworks info={info} ask={ask} />
        </Stack>
      ) : (
        <InTeam info={info} ask={ask} />
      )}
    </Page>
  );
}

function TeamActions({ info, ask }: { info: TeamInfo; ask: AskTeam }) {
  return (
    <>
      <Button
        variant="default"
        onClick={() => void ask('team.compare', {})}
        disabled={isResting(info)}
      >
        <Trans>Compare now</Trans>
      </Button>
      <Button variant="default" onClick={() => void ask('team.pause', { paused: !info.isPaused })}>
        {info.isPaused ? t`Resume sync` : t`Pause sync`}
      </Button>
      <Button onClick={() => void ask('team.invite', {})} disabled={isResting(info)}>
        <Trans>Invite a device</Trans>
      </Button>
    </>
  );
}

function InTeam({ info, ask }: { info: TeamInfo; ask: AskTeam }) {
  return (
    <Stack gap="md" maw={820}>
      <Text className="dim">{info.team?.name}</Text>
      {!info.hasKey && (
        <Alert color="yellow" title={t`This laptop waits for the team’s new key`}>
          <Trans>
            The key was changed while this laptop was away. It still belongs to the team, and gets
            the new key from the first teammate that it meets.
          </Trans>
        </Alert>
      )}
      {info.isPaused && (
        <Alert color="yellow" title={t`Sync is paused`}>
          <Trans>
            Nothing is sent and nothing comes until you resume it. Your changes wait here.
          </Trans>
        </Alert>
      )}
      <CostlyNetworks info={info} ask={ask} />
      {info.isCopied && (
        <Alert color="red" title={t`This laptop’s key is in use on another machine`}>
          <Trans>
            Somebody started a copy of this profile folder elsewhere. Use only one of the two, and
            let the other join as a laptop of its own.
          </Trans>
        </Alert>
      )}
      <Twice ask={ask} />
      <InvitePanel info={info} ask={ask} />
      <Devices info={info} ask={ask} />
      <OwnNames info={info} ask={ask} />
      <ByFile />
      <Doctor info={info} ask={ask} />
      <TeamLog info={info} />
      <Leave ask={ask} />
    </Stack>
  );
}
