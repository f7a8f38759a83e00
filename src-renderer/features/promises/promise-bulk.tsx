// What is done with promises that are ticked: all at once, and taken back as one.

import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { stateOf } from '../../../src-shared/domain/promise.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { settlePromises } from '../../../src-shared/records/intents/promises.ts';
import { useHost } from '../../data/host-context.tsx';
import { useCommand } from '../../data/use-command.tsx';
import type { GridColumn } from '../../ui/grid-column.ts';
import { nameOrNone } from '../../ui/name-or-none.ts';
import type { Stretched } from '../../ui/stretch.ts';
import { MoveDialog, SettleDialog } from './settle-dialog.tsx';

export type Ticks = {
  ticked: readonly RecordDoc[];
  has: (doc: RecordDoc) => boolean;
  toggle: (doc: RecordDoc) => void;
  extend: (change: Stretched) => void;
  all: () => void;
  clear: () => void;
};

/** Of those that are listed; what is no longer is let go. */
export function usePromiseTicks(docs: readonly RecordDoc[]): Ticks {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const change = (act: (next: Set<string>) => void): void =>
    setIds((before) => {
      const next = new Set(before);
      act(next);
      return next;
    });
  return {
    ticked: docs.filter(({ id }) => ids.has(id)),
    has: ({ id }) => ids.has(id),
    toggle: ({ id }) =>
      change((next) => {
        if (!next.delete(id)) next.add(id);
      }),
    extend: ({ add, remove }) =>
      change((next) => {
        for (const { first, last } of remove)
          for (const { id } of docs.slice(first, last + 1)) next.delete(id);
        for (const { first, last } of add)
          for (const { id } of docs.slice(first, last + 1)) next.add(id);
      }),
    all: () => setIds(new Set(docs.map(({ id }) => id))),
    clear: () => setIds(new Set()),
  };
}

export const promiseTickColumn = (ticks: Ticks, count: number): GridColumn<RecordDoc> => ({
  name: t`Select`,
  head: (
    <input
      type="checkbox"
      className="tick"
      aria-label={t`Select all`}
      checked={ticks.ticked.length === count}
      onChange={ticks.ticked.length === count ? ticks.clear : ticks.all}
    />
  ),
  isScreenOnly: true,
  width: '34px',
  cell: (doc) => (
    <input
      type="checkbox"
      className="tick"
      tabIndex={-1}
      aria-label={t`Select ${nameOrNone(doc)}`}
      checked={ticks.has(doc)}
      onClick={(event) => {
        event.stopPropagation();
        ticks.toggle(doc);
      }}
      readOnly
    />
  ),
});

export function PromiseBulk({ ticks }: { ticks: Ticks }) {
  const run = useCommand();
  const by = useHost().settings?.userName ?? '';
  const [asked, setAsked] = useState<'move' | 'drop'>();
  const open = ticks.ticked.filter((doc) => stateOf(doc) === 'open');
  if (ticks.ticked.length === 0) return null;
  const settle = (state: 'kept' | 'released') => (): void => {
    void run(settlePromises(open, { state, at: Date.now(), by }));
    ticks.clear();
  };
  const rest = {
    docs: open,
    run,
    by,
    onClose: (): void => {
      setAsked(undefined);
    },
  };
  const button = (words: ReactNode, act: () => void): ReactNode => (
    <Button size="compact-sm" variant="default" disabled={open.length === 0} onClick={act}>
      {words}
    </Button>
  );
  return (
    <Group gap="xs" role="group" aria-label={t`What is selected`} data-screen>
      <Text size="sm">
        {plural(ticks.ticked.length, { one: '# selected', other: '# selected' })}
      </Text>
      {button(<Trans>Kept</Trans>, settle('kept'))}
      {button(<Trans>Released</Trans>, settle('released'))}
      {button(<Trans>Dropped</Trans>, () => setAsked('drop'))}
      {button(<Trans>Move the date</Trans>, () => setAsked('move'))}
      <Button size="compact-sm" variant="subtle" onClick={ticks.clear}>
        <Trans>Select none</Trans>
      </Button>
      {asked === 'move' && <MoveDialog {...rest} />}
      {asked === 'drop' && <SettleDialog state="dropped" {...rest} />}
    </Group>
  );
}
