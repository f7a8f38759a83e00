// What can be done with the people who are ticked, in a bar above the list.

import { Trans } from '@lingui/react/macro';
import { Group, Loader, Paper, Text } from '@mantine/core';
import { useState } from 'react';

import { type RunBulk, useBulk } from '../../../data/use-bulk.ts';
import { useIsInTeam } from '../../../data/team-rest.tsx';
import { BulkBar } from '../../../lists/bulk/bulk-bar.tsx';
import { bulkOf, peopleList } from '../../../lists/list-kind.ts';
import type { Selection } from '../../../lists/use-selection.ts';
import { useDates } from '../../../ui/when.tsx';
import { tickedActions } from './people-actions.tsx';

export function BulkActions({ selection }: { selection: Selection }) {
  const { busyWith, run } = useLongBulk();
  const isInTeam = useIsInTeam();
  return (
    <BulkBar
      selection={selection}
      of={bulkOf(peopleList)}
      actions={tickedActions}
      more={(chosen, count) => ({ act: (act) => run(chosen, count, act), isInTeam })}
      busy={busyWith === undefined ? undefined : <Working count={busyWith} />}
    />
  );
}

function Working({ count }: { count: number }) {
  const { count: countText } = useDates();
  const many = countText(count);
  return (
    <Paper withBorder px="md" py={8}>
      <Group gap="sm" mih={30}>
        <Loader size="xs" aria-hidden />
        <Text size="sm">
          <Trans>
            Working on {many} people. The more there are, the longer it takes; you can look around
            meanwhile.
          </Trans>
        </Text>
      </Group>
    </Paper>
  );
}

/** How many are worth a word before they are done. */
const worthAWord = 500;

/** `busyWith` only where somebody would wonder what is going on. */
function useLongBulk(): { busyWith: number | undefined; run: RunBulk } {
  const run = useBulk();
  const [busyWith, setBusyWith] = useState<number>();
  return {
    busyWith,
    run: async (chosen, count, act) => {
      if (count >= worthAWord) setBusyWith(count);
      const done = await run(chosen, count, act);
      setBusyWith(undefined);
      return done;
    },
  };
}
