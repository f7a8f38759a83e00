// Laptops that brought people who were here already, until somebody has looked at them.

import { Trans } from '@lingui/react/macro';
import { Alert, Anchor } from '@mantine/core';

import { useTeamRest } from '../../data/team-rest.tsx';
import { twiceWords } from '../../words/twice-words.ts';
import type { AskTeam } from './use-team.ts';

export function Twice({ ask }: { ask: AskTeam }) {
  const twice = useTeamRest()?.twice ?? [];
  return twice.map(({ device, name, count }) => (
    <Alert key={device} color="blue">
      {twiceWords(name, count)}{' '}
      <Anchor
        inherit
        underline="always"
        href="#/doubles"
        onClick={() => void ask('team.twiceSeen', { device })}
      >
        <Trans>Look at them</Trans>
      </Anchor>
    </Alert>
  ));
}
