// One opened collection as RxDB sees it. Instances of the same collection share their
// table and its stream of changes.

import { categorizeBulkWriteRows } from 'rxdb';
import type { BulkWriteRow, RxStorageInstance } from 'rxdb';

import { isNoDeeper } from '../../../../src-shared/values/depth.ts';
import { readAttachment, readBlobs, writeAttachments } from './attachments.ts';
import { type Checkpoint, type CollectionTable, nextBulkId } from './collection-table.ts';
import type { StoredDoc, StoredSchema } from './layout.ts';
import type { StoreDatabase } from './open-database.ts';
import { countDocs, findDocs } from '../query/run.ts';
import type { Row } from './row-writer.ts';
import { toSortText } from './sort-text.ts';

type Instance = RxStorageInstance<
  Record<string, unknown>,
  Record<string, never>,
  Record<string, never>,
  Checkpoint
>;

const cleanupBatch = 1_000;
/** SQLite reads JSON a thousand deep; deeper, it takes a document for damage. */
const deepest = 900;

export function createStorageInstance(
  store: StoreDatabase,
  table: CollectionTable,
  schema: StoredSchema,
  options: Record<string, never>,
): Instance {
  let isClosed = false;
  const openWrites = new Set<Promise<unknown>>();

  function ensureOpen(): void {
    if (isClosed) throw new Error(`closed ${table.collection}`);
    if (table.isRemoved) throw new Error(`removed ${table.collection}`);
  }
  async function tracked<T>(write: Promise<T>): Promise<T> {
    openWrites.add(write);
    try {
      return await write;
    } finally {
      openWrites.delete(write);
    }
  }
  const instance: Instance = {
    databaseName: table.database,
    collectionName: table.collection,
    schema,
    internals: {},
    options,

    async bulkWrite(writeRows, context) {
      ensureOpen();
      return tracked(bulkWrite(store, table, instance, writeRows, context));
    },

    async findDocumentsById(ids, withDeleted) {
      ensureOpen();
      const find = store.reader.prepare(`SELECT data FROM ${table.docs} WHERE id = ?`);
      const rows = ids.map((id) => find.get(toSortText(id))).filter((row) => row !== undefined);
      return parse(rows).filter((doc) => withDeleted || !doc._deleted);
    },

    async query(prepared) {
      ensureOpen();
      return { documents: findDocs(store.reader, table, schema, prepared) };
    },

    async count(prepared) {
      ensureOpen();
      return { count: countDocs(store.reader, table, schema, prepared), mode: 'fast' };
    },

    async getAttachmentData(id, attachment, digest) {
      ensureOpen();
      return readAttachment(store.reader, table, { id, attachment, digest });
    },

    async getChangedDocumentsSince(limit, checkpoint) {
      ensureOpen();
      return changedSince(store, table, limit, checkpoint?.sequence ?? 0);
    },

    changeStream() {
      ensureOpen();
      return table.changes$.asObservable();
    },

    async cleanup(minimumDeletedTime) {
      ensureOpen();
      return tracked(cleanup(store, table, Date.now() - minimumDeletedTime));
    },

    async close() {
      if (isClosed) return;
      isClosed = true;
      await Promise.allSettled(openWrites);
    },

    async remove() {
      ensureOpen();
      await store.remove(table);
      await instance.close();
    },
  };
  return instance;
}

const parse = (rows: Record<string, unknown>[]): StoredDoc[] =>
  rows.map((row) => JSON.parse(String(row['data'])) as StoredDoc);

function changedSince(store: StoreDatabase, table: CollectionTable, limit: number, after: number) {
  const rows = store.reader
    .prepare(`SELECT seq, data FROM ${table.docs} WHERE seq > ? ORDER BY seq LIMIT ?`)
    .all(after, limit);
  return {
    documents: parse(rows),
    checkpoint: { sequence: Number(rows.at(-1)?.['seq'] ?? after) },
  };
}

async function bulkWrite(
  store: StoreDatabase,
  table: CollectionTable,
  instance: Instance,
  writeRows: BulkWriteRow<Record<string, unknown>>[],
  context: string,
) {
  const { primary, hasAttachments } = table.layout;
  if (!writeRows.every(({ document }) => isNoDeeper(document, deepest)))
    throw new Error(`a document of ${table.collection} is nested too deeply`);
  const bytesByBlob = hasAttachments ? await readBlobs(writeRows) : new Map<Blob, Uint8Array>();
  let published: Promise<void> | undefined;
  const { errors } = await store.transact(
    ({ rows: rowsOf }) => {
      const rows = rowsOf(table);
      const rowById = new Map<string, Row>();
      for (const { document } of writeRows) {
        const id = String(document[primary]);
        const row = rows.find(id);
        if (row !== undefined) rowById.set(id, row);
      }
      const docById = new Map([...rowById].map(([id, row]) => [id, row.doc as StoredDoc]));
      const sorted = categorizeBulkWriteRows(instance, primary, docById, writeRows, context);
      for (const { document } of [...sorted.bulkInsertDocs, ...sorted.bulkUpdateDocs]) {
        const id = String(document[primary]);
        const json = JSON.stringify(document);
        const about = { isDeleted: document._deleted, writtenAt: document._meta.lwt };
        const n = rows.write({ id, doc: document, json, ...about, previous: rowById.get(id) });
        rowById.set(id, { n, doc: document });
      }
      if (hasAttachments) writeAttachments(store.writer, table, sorted, rowById, bytesByBlob);
      return sorted;
    },
    ({ eventBulk }) => {
      if (eventBulk.events.length === 0) return;
      const checkpoint: Checkpoint = { sequence: table.sequence };
      const bulk = { ...eventBulk, id: nextBulkId(), checkpoint };
      published = store.announcer.publish([() => table.changes$.next(bulk)]);
    },
  );
  await published;
  return { error: errors };
}

async function cleanup(store: StoreDatabase, table: CollectionTable, before: number) {
  const { columnByPath } = table.layout;
  const deleted = columnByPath.get('_deleted')?.sql;
  const written = columnByPath.get('_meta.lwt')?.sql;
  return store.transact(({ rows: rowsOf }) => {
    const found = store.writer
      .prepare(
        `SELECT n, data FROM ${table.docs} WHERE ${deleted} = x'B1' AND ${written} <= ? LIMIT ${cleanupBatch}`,
      )
      .all(before);
    const rows = rowsOf(table);
    for (const { n, data } of found) {
      rows.purge({ n: Number(n), doc: JSON.parse(String(data)) as Row['doc'] });
    }
    return found.length < cleanupBatch;
  });
}
