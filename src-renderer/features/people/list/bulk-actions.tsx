// The bar above the list while people are ticked: how many, who they are where a whole
// list is meant, and what can be done with all of them.

import { Trans } from '@lingui/react/macro';
import { Button, Group, Loader, Paper, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import type { Chosen, ChosenByView } from '../../../data/chosen-people.ts';
import { type RunBulk, useBulk } from '../../../data/use-bulk.ts';
import { useDescribing } from '../../../data/use-describing.ts';
import { useIsInTeam } from '../../../data/team-rest.tsx';
import { ActionButtons, useActions } from '../../../ui/actions.tsx';
import { useDates } from '../../../ui/when.tsx';
import { chosenWords } from '../../../words/chosen-words.ts';
import type { Way } from '../bulk/bulk-draft.ts';
import { BulkEdit } from '../bulk/bulk-edit.tsx';
import { tickedActions } from './people-actions.tsx';
import type { TickedContext } from './ticked.ts';
import type { Selection } from './use-selection.ts';

export function BulkActions({ selection }: { selection: Selection }) {
  const [editing, setEditing] = useState<Editing>();
  const { clear } = selection;
  return (
    <>
      <Ticked selection={selection} edit={setEditing} />
      {editing !== undefined && (
        <BulkEdit
          {...editing}
          onClose={(isGone) => {
            setEditing(undefined);
            if (isGone) clear();
          }}
        />
      )}
    </>
  );
}

/** Who was ticked when it was opened: the list may lose them while they are edited. */
type Editing = { chosen: Chosen; count: number; way: Way };

type TickedProps = { selection: Selection; edit: (editing: Editing) => void };

function Ticked({ selection, edit }: TickedProps) {
  const { busyWith, run } = useLongBulk();
  const { chosen, count = 0, changedTo, clear, chooseAll } = selection;
  if (busyWith !== undefined) return <Working count={busyWith} />;
  if (chosen === undefined || count === 0 || changedTo === 0) return null;
  return (
    <Bar
      chosen={chosen}
      count={count}
      run={run}
      edit={(way) => edit({ chosen, count, way })}
      clear={clear}
    >
      {changedTo !== undefined && <Changed to={changedTo} again={chooseAll} />}
    </Bar>
  );
}

type BarProps = {
  chosen: Chosen;
  count: number;
  run: RunBulk;
  edit: (way: Way) => void;
  clear: () => void;
  children: ReactNode;
};

function Bar({ chosen, count, run, edit, clear, children }: BarProps) {
  const isInTeam = useIsInTeam();
  const context: TickedContext = {
    chosen,
    act: (act) => run(chosen, count, act),
    count,
    edit,
    clear,
    isInTeam,
  };
  useActions(tickedActions, context);
  const { count: countText } = useDates();
  const many = countText(count);
  return (
    <Paper withBorder px="md" py={8}>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          <Trans>{many} selected</Trans>
        </Text>
        {chosen.by === 'view' && <Whole chosen={chosen} />}
        <ActionButtons actions={tickedActions} context={context} size="xs" />
      </Group>
      {children}
    </Paper>
  );
}

/** Nothing is done with them until they are chosen again. */
function Changed({ to, again }: { to: number; again: () => void }) {
  const { count: countText } = useDates();
  const many = countText(to);
  return (
    <Group gap="sm" mt={4}>
      <Text size="sm" role="status">
        <Trans>It would be {many} by now. Look at the list, then select all again.</Trans>
      </Text>
      <Button size="compact-xs" variant="subtle" onClick={again}>
        <Trans>Select all again</Trans>
      </Button>
    </Group>
  );
}

function Whole({ chosen }: { chosen: ChosenByView }) {
  const how = useDescribing(chosen.view);
  return (
    <Text size="sm" className="dim" dir="auto">
      {chosenWords(chosen, how)}
    </Text>
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
