// The bar above a list while something is ticked: how many, what is meant where a whole list is,
// and what can be done with all of it.

import { Trans } from '@lingui/react/macro';
import { Button, Group, Paper, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import type { BulkOf } from '../../../src-shared/records/bulk/bulk-context.ts';
import type { Chosen, ChosenByView } from '../../data/chosen-people.ts';
import { useDescribing } from '../../data/use-describing.ts';
import { type Action, ActionButtons, useActions } from '../../ui/actions.tsx';
import { useDates } from '../../ui/when.tsx';
import { chosenWords } from '../../words/chosen-words.ts';
import type { Selection } from '../use-selection.ts';
import type { Way } from './bulk-draft.ts';
import { BulkEdit } from './bulk-edit.tsx';
import type { Ticked } from './ticked.ts';

type Props<More> = {
  selection: Selection;
  of: BulkOf;
  actions: readonly Action<Ticked & More>[];
  /** What its actions need besides. */
  more: (chosen: Chosen, count: number) => More;
  /** In its place while it is worked on. */
  busy?: ReactNode;
};

export function BulkBar<More>({ selection, of, actions, more, busy }: Props<More>) {
  const [editing, setEditing] = useState<Editing>();
  const { chosen, count = 0, changedTo, clear, chooseAll } = selection;
  const isShown = chosen !== undefined && count > 0 && changedTo !== 0;
  return (
    <>
      {busy ??
        (isShown && (
          <Bar
            chosen={chosen}
            count={count}
            actions={actions}
            context={{
              ...more(chosen, count),
              chosen,
              count,
              edit: (way, field) => setEditing({ chosen, count, way, field }),
              clear,
            }}
          >
            {changedTo !== undefined && <Changed to={changedTo} again={chooseAll} />}
          </Bar>
        ))}
      {editing !== undefined && (
        <BulkEdit
          {...editing}
          of={of}
          onClose={(isGone) => {
            setEditing(undefined);
            if (isGone) clear();
          }}
        />
      )}
    </>
  );
}

/** What was ticked when it was opened: the list may lose it while it is edited. */
type Editing = { chosen: Chosen; count: number; way: Way; field: string | undefined };

type BarProps<Context> = {
  chosen: Chosen;
  count: number;
  actions: readonly Action<Context>[];
  context: Context;
  children: ReactNode;
};

function Bar<Context>({ chosen, count, actions, context, children }: BarProps<Context>) {
  useActions(actions, context);
  const { count: countText } = useDates();
  const many = countText(count);
  return (
    <Paper withBorder px="md" py={8}>
      <Group gap="sm">
        <Text size="sm" fw={600}>
          <Trans>{many} selected</Trans>
        </Text>
        {chosen.by === 'view' && <Whole chosen={chosen} />}
        <ActionButtons actions={actions} context={context} size="xs" />
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
