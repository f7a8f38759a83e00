// Writes one action of the history, or adds to it: what takes several transactions, or
// arrives in several deliveries, is one.

import type { Stamp } from '../../../../src-shared/domain/record.ts';
import type { Written } from '../../../../src-shared/records/writes.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { PendingAction, PendingRow } from './pending.ts';
import { madeInRow } from './tables.ts';

type Said = Stamp & { key: string; action?: string; verb?: string };
type Body = Pick<PendingAction, 'rows' | 'made'>;

/** What was typed into a note within so many ms is one change. */
const typingMs = 10 * 60_000;

export function writeAction(writer: Connection, said: Said, body: Body, arrived: number): void {
  const typing = said.action === undefined ? typedOn(writer, said, body) : undefined;
  if (typing !== undefined) return;
  const { made, rows } = body;
  const makes = [...made.values()].reduce((sum, ids) => sum + ids.length, 0);
  if (said.verb === undefined && makes + rows.size === 0) return;
  const { key, action, by, device, at, source } = said;
  // The line is that of a row.
  const from = source.type === 'import' ? { ...source, row: 0 } : source;
  const n = writer
    .prepare(
      `INSERT INTO history_actions (key, action, verb, by, device, at, source, arrived, made, changed)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET made = made + excluded.made, changed = changed + excluded.changed
       RETURNING n`,
    )
    .get(
      key,
      action ?? null,
      said.verb ?? verbOf(said, body),
      by,
      device,
      at,
      JSON.stringify(from),
      arrived,
      makes,
      rows.size,
    )?.['n'];
  for (const row of rows.values()) writeRow(writer, Number(n), row);
  for (const [place, ids] of made) writeMade(writer, Number(n), place, ids);
}

function writeRow(writer: Connection, action: number, row: PendingRow): void {
  writer
    .prepare(
      `INSERT INTO history_rows (action, collection, kind, record, line, changes)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(action, row.collection, row.kind, row.record, row.line, JSON.stringify(row.changes));
}

function writeMade(writer: Connection, action: number, place: string, ids: string[]): void {
  const [collection = '', kind = ''] = place.split('/');
  const insert = writer.prepare(
    'INSERT INTO history_made (action, collection, kind, ids) VALUES (?, ?, ?, ?)',
  );
  for (let at = 0; at < ids.length; at += madeInRow)
    insert.run(action, collection, kind, JSON.stringify(ids.slice(at, at + madeInRow)));
}

/** The note of one record, which the same person was typing in a moment ago: it grows there. */
function typedOn(writer: Connection, said: Said, { rows, made }: Body): true | undefined {
  const [row, another] = rows.values();
  if (row === undefined || another !== undefined || made.size > 0) return undefined;
  const [written] = row.changes;
  if (written?.what !== 'note' || row.changes.length > 1) return undefined;
  const last = writer
    .prepare(
      `SELECT r.n AS place, r.changes, a.by, a.device, a.at, a.action
       FROM history_rows r JOIN history_actions a ON a.n = r.action
       WHERE r.record = ? ORDER BY r.n DESC LIMIT 1`,
    )
    .get(row.record);
  if (last === undefined || last['action'] !== null || last['device'] !== said.device)
    return undefined;
  const known = JSON.parse(String(last['changes'])) as Written[];
  const isSoon = Math.abs(said.at - Number(last['at'])) < typingMs && last['by'] === said.by;
  if (!isSoon || known.length !== 1 || known[0]?.what !== 'note') return undefined;
  const changes = [{ ...known[0], after: written.after }];
  writer
    .prepare('UPDATE history_rows SET changes = ? WHERE n = ?')
    .run(JSON.stringify(changes), Number(last['place']));
  return true;
}

/** What somebody did elsewhere, by what has changed. */
function verbOf({ source }: Stamp, { rows, made }: Body): string {
  if (source.type === 'import') return 'import';
  if (made.size > 0) return 'create';
  for (const { changes } of rows.values())
    for (const { what, after } of changes) {
      if (what === 'mergedInto') return after === null ? 'unmerge' : 'merge';
      if (what === 'trashedAt') return after === null ? 'restore' : 'trash';
      if (what === 'scope') return 'share';
    }
  return 'edit';
}
