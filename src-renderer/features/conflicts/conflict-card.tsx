// One conflict in the list of all: whose it is, and the keys that close it.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Paper, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';

import { type ConflictDecision, useConflict } from '../../data/use-conflict.ts';
import { useTitles } from '../../data/use-titles.ts';
import { pathOf } from '../../kinds/kinds.ts';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { useFieldLabel } from '../../ui/field-words.ts';
import type { OpenConflict } from './use-conflicts.ts';

type Props = {
  open: OpenConflict;
  /** The one that the keys are for. */
  isCurrent: boolean;
  choose: () => void;
  /** Goes to the next (1) or previous (-1) one. */
  move: (step: number) => void;
};

export function ConflictCard({ open: { doc, conflict }, isCurrent, choose, move }: Props) {
  const decision = useConflict(doc, conflict);
  const name = useTitles([doc])(doc);
  const field = useFieldLabel()(doc.kind, conflict.field);
  return (
    <Paper
      component="li"
      withBorder
      p="md"
      mb="sm"
      tabIndex={0}
      className="conflict"
      data-conflict
      data-active={isCurrent || undefined}
      aria-current={isCurrent || undefined}
      aria-label={t`${field} of ${name}`}
      onFocus={choose}
    >
      <Text fw={600} mb="xs" dir="auto">
        <Trans>
          {field} of{' '}
          <Anchor inherit underline="always" href={`#${pathOf(doc)}`}>
            {name}
          </Anchor>
        </Trans>
      </Text>
      {isCurrent && <Keys decision={decision} move={move} />}
      <ConflictChoice doc={doc} conflict={conflict} decision={decision} />
    </Paper>
  );
}

/** Listens only from when its card is current: the key that makes it so is not for it, too. */
function Keys({ decision, move }: { decision: ConflictDecision; move: Props['move'] }) {
  // The card goes with its conflict: the next one is current before.
  const decide = (how: () => void) => () => {
    move(1);
    how();
  };
  useHotkeys([
    ['1', decide(decision.keep)],
    ['2', decide(decision.takeOther)],
    ['3', decision.write],
    ['ArrowDown', () => move(1)],
    ['ArrowUp', () => move(-1)],
  ]);
  return null;
}
