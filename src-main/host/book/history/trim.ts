// The history stays whole for as long as its owner wants. Of what is older, each value keeps its last ten
// changes and the first.

import type { Written } from '../../../../src-shared/records/writes.ts';
import type { Connection } from '../sqlite/connection.ts';
import { yieldNow } from '../../yield-now.ts';
import { setState, stateOf } from './begin.ts';
import type { HistorySource } from './source.ts';
import { changesIn } from './read.ts';

export const wholeDays = 90;
const lastKept = 10;
const dayMs = 24 * 60 * 60_000;
/** Records looked through in one transaction. */
const atOnce = 500;

/**
 * Call inside a transaction, with its answer again until that is undefined. `days` are kept
 * whole.
 */
export function trimHistory(
  { writer, now }: HistorySource,
  days: number,
  after = '',
): string | undefined {
  const until = now() - days * dayMs;
  const from = stateOf(writer, 'trimmed') ?? 0;
  const records = recordsBetween(writer, { from, until, after });
  const isCut = records.map((record) => trimRecord({ writer, until, record }));
  if (isCut.includes(true)) setState(writer, 'whole', until);
  if (records.length === atOnce) return records.at(-1);
  const old = 'arrived < ? AND n NOT IN (SELECT action FROM history_rows)';
  writer
    .prepare(
      `DELETE FROM history_made WHERE action IN (SELECT n FROM history_actions WHERE ${old})`,
    )
    .run(until);
  writer.prepare(`DELETE FROM history_actions WHERE ${old}`).run(until);
  if (until > from) setState(writer, 'trimmed', until);
  return undefined;
}

/** How many changes would go if so many days were kept whole. */
export async function countTrim(
  { reader, now }: { reader: Connection; now: () => number },
  days: number,
): Promise<number> {
  const until = now() - days * dayMs;
  const from = stateOf(reader, 'trimmed') ?? 0;
  let gone = 0;
  for (let after: string | undefined = ''; after !== undefined;) {
    const records: string[] = recordsBetween(reader, { from, until, after });
    for (const record of records)
      for (const { changes, kept } of cutsIn(reader, until, record))
        gone += changes.length - kept.length;
    after = records.length === atOnce ? records.at(-1) : undefined;
    await yieldNow();
  }
  return gone;
}

type Between = { from: number; until: number; after: string };

const recordsBetween = (connection: Connection, { from, until, after }: Between): string[] =>
  connection
    .prepare(
      `SELECT DISTINCT r.record FROM history_actions a JOIN history_rows r ON r.action = a.n
       WHERE a.arrived >= ? AND a.arrived < ? AND r.record > ? ORDER BY r.record LIMIT ${atOnce}`,
    )
    .all(from, until, after)
    .map(({ record }) => String(record));

type Trimming = Pick<HistorySource, 'writer'> & { until: number; record: string };

/** Whether anything went. */
function trimRecord({ writer, until, record }: Trimming): boolean {
  const cuts = cutsIn(writer, until, record);
  for (const { n, kept } of cuts)
    if (kept.length === 0) writer.prepare('DELETE FROM history_rows WHERE n = ?').run(n);
    else
      writer
        .prepare('UPDATE history_rows SET changes = ? WHERE n = ?')
        .run(JSON.stringify(kept), n);
  return cuts.length > 0;
}

type Cut = { n: number; changes: Written[]; kept: Written[] };

/** Rows that something goes of, with what stays. */
function cutsIn(connection: Connection, until: number, record: string): Cut[] {
  const rows = connection
    .prepare(
      `SELECT r.n, r.changes, a.arrived FROM history_rows r JOIN history_actions a ON a.n = r.action
       WHERE r.record = ? ORDER BY r.n DESC`,
    )
    .all(record);
  const firstOf = new Map<string, number>();
  for (const row of rows)
    for (const { what } of changesIn(row)) firstOf.set(what, Number(row['n']));
  const countOf = new Map<string, number>();
  return rows.flatMap((row) => {
    const n = Number(row['n']);
    const isYoung = Number(row['arrived']) >= until;
    const changes = changesIn(row);
    const kept = changes.filter(({ what }) => {
      const count = (countOf.get(what) ?? 0) + 1;
      countOf.set(what, count);
      return isYoung || count <= lastKept || firstOf.get(what) === n;
    });
    return kept.length === changes.length ? [] : [{ n, changes, kept }];
  });
}
