// Networks the owner pays for by use, such as a phone's hotspot: in them this laptop
// keeps quiet, now and whenever it is back.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Stack, Switch } from '@mantine/core';

import type { TeamInfo } from '../../../src-shared/bridge/team-types.ts';
import { networkWords } from '../../words/host-words.ts';
import type { AskTeam } from './use-team.ts';

export function CostlyNetworks({ info, ask }: { info: TeamInfo; ask: AskTeam }) {
  const held = info.networks.find(({ isHeld }) => isHeld);
  return (
    <Stack gap="xs" maw={820}>
      {held !== undefined && (
        <Alert color="yellow" title={t`Not syncing on this network (${networkWords(held)})`}>
          <Trans>
            You said that it costs by use. Nothing is sent to or fetched from teammates here, and no
            feeds are fetched. Your changes wait; it all goes on by itself in another network.
          </Trans>
        </Alert>
      )}
      {info.networks.map((network) => (
        <Switch
          key={network.id}
          label={
            info.networks.length === 1
              ? t`This network costs by use: do not sync here`
              : t`${networkWords(network)} costs by use: do not sync here`
          }
          description={t`${networkWords(network)}. This laptop knows it again by its addresses and keeps still whenever it is back.`}
          checked={network.isHeld}
          onChange={({ currentTarget: { checked } }) =>
            void ask('team.hold', { network: network.id, held: checked })
          }
        />
      ))}
    </Stack>
  );
}
