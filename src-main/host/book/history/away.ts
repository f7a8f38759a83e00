// What others did after a place, by teammate and kind of record, and record by record.

import type {
  NewsOf,
  TheirRecord,
  TheirRecords,
} from '../../../../src-shared/bridge/history-types.ts';
import { kinds } from '../../../../src-shared/domain/kinds.ts';
import { shownOn } from '../../../../src-shared/domain/links.ts';
import type { CollectionName, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { readDocs } from '../sqlite/record-reads.ts';
import type { HistoryReader } from './read.ts';

/** Of what lies further back only as much is counted. */
const mostCounted = 5_000;

const others = `others AS (
         SELECT n, device, by FROM history_actions
         WHERE n > ? AND device NOT IN (SELECT value FROM json_each(?))
         ORDER BY n DESC LIMIT ${mostCounted}
       )`;

export function awaySince({ reader, devices }: HistoryReader, since: number): NewsOf[] {
  const rows = reader
    .prepare(
      `WITH ${others}
       SELECT o.device, max(o.by) AS by, t.kind, sum(t.made) AS made,
         count(DISTINCT t.record) AS changed
       FROM others o JOIN (
         SELECT action, kind, 0 AS made, record FROM history_rows
         WHERE action IN (SELECT n FROM others)
         UNION ALL
         SELECT action, kind, json_array_length(ids), NULL FROM history_made
         WHERE action IN (SELECT n FROM others)
       ) t ON t.action = o.n
       GROUP BY o.device, t.kind
       ORDER BY o.device, sum(t.made) + count(DISTINCT t.record) DESC`,
    )
    .all(since, JSON.stringify(devices));
  const byDevice = new Map<string, NewsOf>();
  for (const { device, by, kind, made, changed } of rows) {
    const of = byDevice.get(String(device)) ?? {
      device: String(device),
      by: String(by),
      kinds: [],
    };
    byDevice.set(of.device, of);
    of.kinds.push({ kind: String(kind), made: Number(made), changed: Number(changed) });
  }
  return [...byDevice.values()];
}

/** How many of the actions of others are looked at, where that is not all. */
export function lookedAtSince({ reader, devices }: HistoryReader, since: number) {
  const row = reader
    .prepare(
      `SELECT count(*) AS count FROM (SELECT 1 FROM history_actions
       WHERE n > ? AND device NOT IN (SELECT value FROM json_each(?)) LIMIT ${mostCounted + 1})`,
    )
    .get(since, JSON.stringify(devices));
  return Number(row?.['count'] ?? 0) > mostCounted ? { lookedAt: mostCounted } : {};
}

/** What one of them touched last stands first. */
export function theirsSince(
  { reader, tableOf, devices }: HistoryReader,
  { since, device, limit }: { since: number; device: string; limit: number },
): TheirRecords {
  const rows = reader
    .prepare(
      `WITH ${others}, theirs AS (SELECT n FROM others WHERE device = ?)
       SELECT collection, kind, record, max(made) AS made, sum(1 - made) AS times,
         count(*) OVER () AS total
       FROM (
         SELECT action, collection, kind, record, 0 AS made FROM history_rows
         WHERE action IN (SELECT n FROM theirs)
         UNION ALL
         SELECT action, collection, kind, value, 1 FROM history_made, json_each(ids)
         WHERE action IN (SELECT n FROM theirs)
       )
       GROUP BY record ORDER BY max(action) DESC, record LIMIT ?`,
    )
    .all(since, JSON.stringify(devices), device, limit);
  const docs = new Map<string, RecordDoc>();
  for (const [collection, some] of Map.groupBy(rows, (row) => String(row['collection']))) {
    const ids = some.map(({ record }) => String(record));
    const table = tableOf(collection as CollectionName);
    for (const [id, doc] of readDocs(reader, table, ids)) docs.set(id, doc);
  }
  const records = rows.map((row): TheirRecord => {
    const id = String(row['record']);
    const doc = docs.get(id);
    const kind = kinds.get(String(row['kind']));
    const on = doc && kind && shownOn(kind, doc);
    return {
      collection: String(row['collection']) as CollectionName,
      kind: String(row['kind']),
      id,
      name: doc?.name ?? '',
      status: doc?.status ?? 'gone',
      isMade: Number(row['made']) > 0,
      times: Number(row['times']),
      ...(on === undefined ? {} : { on }),
    };
  });
  return { records, total: Number(rows[0]?.['total'] ?? 0) };
}
