// What others did after a place, by teammate and kind of record.

import type { NewsOf } from '../../../../src-shared/bridge/history-types.ts';
import type { HistoryReader } from './read.ts';

/** Of what lies further back only as much is counted. */
const mostCounted = 5_000;

export function awaySince({ reader, devices }: HistoryReader, since: number): NewsOf[] {
  const rows = reader
    .prepare(
      `WITH others AS (
         SELECT n, device, by FROM history_actions
         WHERE n > ? AND device NOT IN (SELECT value FROM json_each(?))
         ORDER BY n DESC LIMIT ${mostCounted}
       )
       SELECT o.device, max(o.by) AS by, t.kind, sum(t.made) AS made, sum(t.changed) AS changed
       FROM others o JOIN (
         SELECT action, kind, 0 AS made, 1 AS changed FROM history_rows
         WHERE action IN (SELECT n FROM others)
         UNION ALL
         SELECT action, kind, json_array_length(ids), 0 FROM history_made
         WHERE action IN (SELECT n FROM others)
       ) t ON t.action = o.n
       GROUP BY o.device, t.kind ORDER BY o.device, sum(t.made) + sum(t.changed) DESC`,
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
