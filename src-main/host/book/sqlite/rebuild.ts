// Makes the tables of a collection; fills them from older ones whose indexes were
// declared otherwise.

import {
  type CollectionKey,
  type CollectionTable,
  createTable,
  dropTables,
  registryRow,
  saveSequence,
} from './collection-table.ts';
import type { Connection } from './connection.ts';
import { rowsInPieces } from './rows-in-pieces.ts';
import type { StoredDoc, StoredSchema, Traits } from './layout.ts';
import type { RowWriter } from './row-writer.ts';
import type { Write } from './transactions.ts';

/** Call inside a transaction. */
export function buildTable(
  writer: Connection,
  write: Write,
  key: CollectionKey,
  schema: StoredSchema,
  traits: Traits,
): CollectionTable {
  const stale = registryRow(writer, key);
  const table = createTable(writer, key, schema, traits);
  if (stale === undefined) return table;
  table.sequence = Number(stale['sequence']);
  copyRows(writer, Number(stale['number']), table, write.rows(table));
  saveSequence(writer, table);
  dropTables(writer, Number(stale['number']));
  return table;
}

/** Keeps the order of changes. Attachments come along. */
function copyRows(
  connection: Connection,
  from: number,
  table: CollectionTable,
  rows: RowWriter,
): void {
  const numberByOld = new Map<number, number>();
  const old = `SELECT seq AS place, n, data FROM docs_${from} WHERE seq > ? ORDER BY seq`;
  for (const { n, data } of rowsInPieces(connection, old)) {
    const json = String(data);
    const doc = JSON.parse(json) as StoredDoc;
    const id = String(doc[table.layout.primary]);
    const written = { isDeleted: doc._deleted, writtenAt: doc._meta.lwt };
    numberByOld.set(Number(n), rows.write({ id, doc, json, ...written, previous: undefined }));
  }
  if (table.layout.hasAttachments && hasTable(connection, `attachments_${from}`)) {
    const copy = connection.raw.prepare(
      `INSERT INTO ${table.attachments} SELECT ?, id, digest, type, data FROM attachments_${from} WHERE n = ?`,
    );
    for (const [before, after] of numberByOld) copy.run(after, before);
  }
}

const hasTable = (connection: Connection, name: string): boolean =>
  connection.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined;
