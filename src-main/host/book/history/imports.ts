// The imports of the last ninety days, this laptop's and those of teammates.

import type { PastImport } from '../../../../src-shared/bridge/history-types.ts';
import { readDocs } from '../sqlite/record-reads.ts';
import { actionColumns, type HistoryReader, readActions } from './read.ts';
import { wholeDays } from './trim.ts';

const dayMs = 24 * 60 * 60_000;
const mostListed = 500;

export function pastImports(source: HistoryReader): PastImport[] {
  const { reader, tableOf, now } = source;
  const rows = reader
    .prepare(
      `SELECT ${actionColumns} FROM history_actions a
       WHERE a.verb = 'import' AND a.arrived > ? ORDER BY a.n DESC LIMIT ${mostListed}`,
    )
    .all(now() - wholeDays * dayMs);
  const actions = readActions(source, rows);
  const ids = actions.flatMap(({ action }) => action ?? []);
  const logged = readDocs(reader, tableOf('local'), ids);
  return actions.map((action): PastImport => {
    const entry = action.action === null ? undefined : logged.get(action.action)?.fields;
    const { source: from } = action;
    return {
      ...action,
      file: from.type === 'import' ? from.file : '',
      skipped: numberIn(entry?.['skipped']),
      rejected: numberIn(entry?.['rejected']),
    };
  });
}

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** How many records that an action made, or changed, were changed later. */
export function changedSince(
  { reader }: Pick<HistoryReader, 'reader'>,
  n: number,
): { made: number; changed: number } {
  const made = reader
    .prepare(
      `SELECT count(DISTINCT r.record) AS count FROM history_made m, json_each(m.ids) made
       JOIN history_rows r ON r.record = made.value
       WHERE m.action = ? AND r.action > ?`,
    )
    .get(n, n);
  const changed = reader
    .prepare(
      `SELECT count(DISTINCT r.record) AS count FROM history_rows r
       JOIN history_rows later ON later.record = r.record
       WHERE r.action = ? AND later.n > r.n AND later.action <> ?`,
    )
    .get(n, n);
  return { made: Number(made?.['count'] ?? 0), changed: Number(changed?.['count'] ?? 0) };
}
