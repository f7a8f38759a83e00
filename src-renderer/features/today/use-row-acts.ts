// Does what is asked of a row.

import { useCallback } from 'react';

import type { Until } from '../../../src-shared/domain/today-mark.ts';
import type { Row } from '../../../src-shared/today/rows.ts';
import { askToLog, askToWrite } from '../../data/asked.ts';
import { useHost } from '../../data/host-context.tsx';
import { useCommand } from '../../data/use-command.tsx';
import { useNamed } from '../../data/use-records-in.ts';
import { doneCommand, notMineCommand, pinCommand, snoozeCommand } from './row-acts.ts';
import type { RowActs } from './acts.ts';

type Asks = { until: (row: Row) => void; whatCame: (row: Row) => void };

export function useRowActs(rows: readonly Row[], ask: Asks) {
  const run = useCommand();
  const { settings } = useHost();
  const by = settings?.userName ?? '';
  const records = useNamed(
    ['work'],
    rows.flatMap(({ record }) => (record?.collection === 'work' ? [record.id] : [])),
  );
  const actsOf = (row: Row): RowActs => ({
    log: () =>
      row.reason.code === 'meeting'
        ? ask.whatCame(row)
        : askToLog({ person: row.about.collection === 'people' ? row.about.id : '' }),
    draft: () => askToWrite(row.about.id),
    done: () => void run(doneCommand(row, records.get(row.record?.id ?? ''), by)),
    snooze: () => ask.until(row),
    notMine: () => void run(notMineCommand(row)),
    pin: () => void run(pinCommand(row)),
  });
  const undo = useCallback(() => void run({ type: 'undo' }), [run]);
  return {
    actsOf,
    undo,
    snooze: (row: Row, until: Until) => void run(snoozeCommand(row, until)),
  };
}
