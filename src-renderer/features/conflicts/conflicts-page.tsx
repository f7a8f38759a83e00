// Values that two people changed without seeing each other's change. One of them is
// shown in the book; here the other one is looked at and the question is closed.

import { Trans } from '@lingui/react/macro';
import { t } from '@lingui/core/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useRef } from 'react';

import { useCommand } from '../../data/use-command.tsx';
import { Unbroken } from '../../ui/broken.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useKept } from '../../ui/use-kept.ts';
import { useDates } from '../../ui/when.tsx';
import { ConflictCard } from './conflict-card.tsx';
import { mostShown, type OpenConflict, useConflicts } from './use-conflicts.ts';

const keyOf = ({ ref, conflict }: OpenConflict): string => `${ref.id}/${conflict.id}`;

const asText = (kept: unknown): string | undefined => (typeof kept === 'string' ? kept : undefined);

export function ConflictsPage() {
  const run = useCommand();
  const { count } = useDates();
  const open = useConflicts();
  const [chosen, setChosen] = useKept('conflict', '', asText);
  const list = useRef<HTMLUListElement>(null);
  const move = (step: number): void => {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-conflict]') ?? [])];
    const at = cards.findIndex((card) => card.dataset['active'] !== undefined);
    cards[Math.min(cards.length - 1, Math.max(0, at + step))]?.focus();
  };
  if (open === undefined) return <Page title={t`Conflicts`}>{null}</Page>;
  const current = open.find((one) => keyOf(one) === chosen) ?? open[0];
  const keepAll = () =>
    run({
      type: 'keep-current',
      conflicts: open.map(({ ref, conflict }) => ({ ref, conflict: conflict.id })),
    });
  return (
    <Page
      title={t`Conflicts`}
      actions={
        open.length > 0 && (
          <Button variant="default" onClick={() => void keepAll()}>
            <Trans>Keep current for all ({count(open.length)})</Trans>
          </Button>
        )
      }
    >
      {open.length === 0 ? (
        <EmptyState
          title={t`No conflicts`}
          text={t`When two teammates change the same thing without seeing each other, both values are kept and shown here, with who wrote them and when.`}
        />
      ) : (
        <Stack gap="sm" maw={820}>
          <Text size="sm" className="dim">
            <Trans>
              Keys: ↑ ↓ to move, 1 to keep what is shown, 2 to use the other value, 3 to write
              another.
            </Trans>{' '}
            {open.length >= mostShown && <Trans>The first {count(mostShown)} are shown.</Trans>}
          </Text>
          <ul ref={list} className="plain-list" aria-label={t`Open conflicts`}>
            {open.map((one) => (
              <Unbroken key={keyOf(one)} of={one.doc}>
                <ConflictCard
                  open={one}
                  isCurrent={one === current}
                  choose={() => setChosen(keyOf(one))}
                  move={move}
                />
              </Unbroken>
            ))}
          </ul>
        </Stack>
      )}
    </Page>
  );
}
