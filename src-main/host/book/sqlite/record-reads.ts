// What the record store reads, on either connection.

import { setImmediate } from 'node:timers/promises';

import type { RecordDoc, RecordStatus } from '../../../../src-shared/domain/record.ts';
import type { Stored } from '../../../../src-shared/store/record-store.ts';
import { columnAt, type CollectionTable } from './collection-table.ts';
import type { Connection } from './connection.ts';
import { deletedPath } from './layout.ts';
import { fromSortText, toSortText } from './sort-text.ts';

const scanBatch = 1_000;

const live = ({ layout }: CollectionTable): string =>
  `${columnAt(layout, deletedPath).sql} = x'B0'`;

/** Without RxDB's own members. */
export function toRecord(row: Record<string, unknown>): RecordDoc {
  const { _deleted, _attachments, _rev, _meta, ...record } = row;
  return record as RecordDoc;
}

const readRecord = (json: unknown): RecordDoc =>
  toRecord(JSON.parse(String(json)) as Record<string, unknown>);

export function readDocs(
  connection: Connection,
  table: CollectionTable,
  ids: readonly string[],
): Map<string, RecordDoc> {
  const find = connection.prepare(`SELECT data FROM ${table.docs} WHERE id = ? AND ${live(table)}`);
  const docById = new Map<string, RecordDoc>();
  for (const id of ids) {
    const row = find.get(toSortText(id));
    if (row !== undefined) docById.set(id, readRecord(row['data']));
  }
  return docById;
}

export function readByKeys(
  connection: Connection,
  table: CollectionTable,
  keys: readonly string[],
): Map<string, string[]> {
  if (table.traits.multiValue === undefined) return new Map();
  const find = connection.prepare(
    `SELECT id FROM ${table.keys} JOIN ${table.docs} USING (n) WHERE value = ? AND ${live(table)} ORDER BY n`,
  );
  const idsByKey = new Map<string, string[]>();
  for (const key of keys) {
    const ids = find.all(toSortText(key)).map((row) => fromSortText(String(row['id'])));
    if (ids.length > 0) idsByKey.set(key, ids);
  }
  return idsByKey;
}

export async function* readScan(
  connection: Connection,
  table: CollectionTable,
  status?: RecordStatus,
): AsyncGenerator<RecordDoc[]> {
  // The plus signs keep the planner on the id index: any other one sorts all rows for each batch.
  const batch = connection.prepare(
    `SELECT id, data FROM ${table.docs} WHERE id > ? AND +${live(table)}${statusSql(table, status, '+')} ORDER BY id LIMIT ${scanBatch}`,
  );
  let last = '';
  for (;;) {
    const rows = batch.all(last, ...statusParams(status));
    if (rows.length === 0) return;
    last = String(rows.at(-1)?.['id']);
    yield rows.map((row) => readRecord(row['data']));
    if (rows.length < scanBatch) return;
    await setImmediate();
  }
}

export function readBefore(
  connection: Connection,
  table: CollectionTable,
  time: number,
  limit: number,
): string[] {
  const at = columnAt(table.layout, 'at').sql;
  const sql = `SELECT id FROM ${table.docs} WHERE +${live(table)}${statusSql(table, 'live')} AND ${at} < ? ORDER BY ${at} LIMIT ?`;
  return connection
    .prepare(sql)
    .all(...statusParams('live'), time, limit)
    .map((row) => fromSortText(String(row['id'])));
}

export function readSince(
  connection: Connection,
  table: CollectionTable,
  sequence: number,
  limit: number,
): Stored[] {
  const sql = `SELECT n, seq, data FROM ${table.docs} WHERE seq > ? AND +${live(table)} ORDER BY seq LIMIT ?`;
  return connection
    .prepare(sql)
    .all(sequence, limit)
    .map((row) => ({
      doc: readRecord(row['data']),
      sequence: Number(row['seq']),
      row: Number(row['n']),
    }));
}

/** Those of the records that were written after `sequence`. */
export function writtenSince(
  connection: Connection,
  table: CollectionTable,
  ids: Iterable<string>,
  sequence: number,
): string[] {
  const find = connection.prepare(`SELECT 1 FROM ${table.docs} WHERE id = ? AND seq > ?`);
  return [...ids].filter((id) => find.get(toSortText(id), sequence) !== undefined);
}

/** As of the last commit that this connection sees. */
export function readSequence(connection: Connection, table: CollectionTable): number {
  const row = connection
    .prepare('SELECT sequence FROM collections WHERE number = ?')
    .get(table.number);
  return Number(row?.['sequence'] ?? 0);
}

export function readCount(
  connection: Connection,
  table: CollectionTable,
  status?: RecordStatus,
): number {
  const sql = `SELECT count(*) AS count FROM ${table.docs} WHERE ${live(table)}${statusSql(table, status)}`;
  return Number(connection.prepare(sql).get(...statusParams(status))?.['count']);
}

function statusSql(
  { layout }: CollectionTable,
  status: RecordStatus | undefined,
  noIndex: '' | '+' = '',
): string {
  if (status === undefined) return '';
  const column = layout.columnByPath.get('status');
  return ` AND ${noIndex}${column?.sql ?? `json_extract(data, '$.status')`} = ?`;
}

const statusParams = (status: RecordStatus | undefined): string[] =>
  status === undefined ? [] : [status];
