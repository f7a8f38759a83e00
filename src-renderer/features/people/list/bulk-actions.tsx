// The bar above the list while people are ticked.

import { Trans } from '@lingui/react/macro';
import { Group, Loader, Paper, Text } from '@mantine/core';
import { useState } from 'react';

import { useTeamNet } from '../../../data/team-net.tsx';
import { type RunCommand, useCommand } from '../../../data/use-command.tsx';
import { ActionButtons, useActions } from '../../../ui/actions.tsx';
import { useDates } from '../../../ui/when.tsx';
import { tickedActions } from './people-actions.tsx';
import type { TickedContext } from './ticked.ts';
import type { Selection } from './use-selection.ts';

export function BulkActions({ selection }: { selection: Selection }) {
  return selection.ids.size === 0 ? null : <Bar selection={selection} />;
}

function Bar({ selection }: { selection: Selection }) {
  const { isBusy, run } = useLongCommand(selection.ids.size);
  const isInTeam = useTeamNet().config !== undefined;
  const { count: countText } = useDates();
  const context: TickedContext = {
    ids: [...selection.ids],
    run,
    clear: selection.clear,
    isInTeam,
  };
  useActions(tickedActions, context);
  const count = countText(selection.ids.size);
  return (
    <Paper withBorder px="md" py={8}>
      {isBusy ? (
        <Group gap="sm" mih={30}>
          <Loader size="xs" aria-hidden />
          <Text size="sm">
            <Trans>
              Working on {count} people. The more there are, the longer it takes; you can look
              around meanwhile.
            </Trans>
          </Text>
        </Group>
      ) : (
        <Group gap="sm">
          <Text size="sm" fw={600}>
            <Trans>{count} selected</Trans>
          </Text>
          <ActionButtons actions={tickedActions} context={context} size="xs" />
        </Group>
      )}
    </Paper>
  );
}

/** How many are worth a word before they are done. */
const many = 500;

/** `isBusy` only where somebody would wonder what is going on. */
function useLongCommand(people: number): { isBusy: boolean; run: RunCommand } {
  const run = useCommand();
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    run: async (command) => {
      setBusy(people >= many);
      const done = await run(command);
      setBusy(false);
      return done;
    },
  };
}
