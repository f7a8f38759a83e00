// One conflict in the list of all: whose it is, and the keys that close it.

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Paper, Text } from '@mantine/core';
import type { KeyboardEvent } from 'react';

import { useConflict } from '../../data/use-conflict.ts';
import { useTitles } from '../../data/use-titles.ts';
import { pathOf } from '../../kinds/kinds.ts';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { fieldLabel } from '../../ui/field-words.ts';
import type { OpenConflict } from './use-conflicts.ts';

type Props = {
  open: OpenConflict;
  /** Goes to the next (1) or previous (-1) one. */
  move: (step: number) => void;
};

export function ConflictCard({ open: { doc, conflict }, move }: Props) {
  const decision = useConflict(doc, conflict);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement) return;
    const act = {
      '1': decision.keep,
      '2': decision.takeOther,
      '3': decision.write,
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const name = useTitles([doc])(doc);
  const field = fieldLabel(doc.kind, conflict.field);
  return (
    <Paper
      component="li"
      withBorder
      p="md"
      mb="sm"
      tabIndex={0}
      data-conflict
      aria-label={t`${field} of ${name}`}
      onKeyDown={onKeyDown}
    >
      <Text fw={600} mb="xs" dir="auto">
        <Trans>
          {field} of <Anchor href={`#${pathOf(doc)}`}>{name}</Anchor>
        </Trans>
      </Text>
      <ConflictChoice doc={doc} conflict={conflict} decision={decision} />
    </Paper>
  );
}
