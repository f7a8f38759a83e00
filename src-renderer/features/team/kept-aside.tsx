// A file with the team's keys could not be read: it is kept, and said.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert } from '@mantine/core';

import type { TeamInfo } from '../../../src-shared/bridge/team-types.ts';

export function KeptAside({ info }: { info: TeamInfo }) {
  if (info.aside === undefined) return null;
  return (
    <Alert color="red" title={t`What this laptop knew of its team could not be read`}>
      <Trans>
        Your records are not touched. The damaged file is kept as <bdi>{info.aside}</bdi>. Put a
        sound copy of it back in its place and start Rapport again, or join the team again with an
        invite.
      </Trans>
    </Alert>
  );
}
