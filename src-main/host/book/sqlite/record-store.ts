// The record store of commands and imports over the book's file. Rows are written as
// RxDB would write them (next revision, time of writing), and everyone who has the
// collection open hears of it after the commit.

import { randomBytes } from 'node:crypto';

import { fillWithDefaultSettings } from 'rxdb';

import type { CollectionName, RecordDoc } from '../../../../src-shared/domain/record.ts';
import { fail, type Result } from '../../../../src-shared/domain/result.ts';
import { databaseName, schemas } from '../../../../src-shared/schema/collections.ts';
import type { RecordStore, RecordTx } from '../../../../src-shared/store/record-store.ts';
import { watched } from '../facts/columns.ts';
import { createFactsLog, type FactsLog, type FactsSource } from '../facts/keep.ts';
import { areFactsCurrent, rebuildFacts } from '../facts/rebuild.ts';
import { beginHistory, isHistoryCurrent } from '../history/begin.ts';
import { createHistoryLog, type HistoryLog } from '../history/keep.ts';
import type { CollectionTable } from './collection-table.ts';
import { failureOfDisk } from '../condition/errors.ts';
import type { StoredSchema } from './layout.ts';
import { isSearchCurrent, renewSearch } from '../search/renew.ts';
import type { StoreDatabase } from './open-database.ts';
import { createChangeLog, type ChangeLog } from './record-changes.ts';
import {
  readBefore,
  readByKeys,
  readCount,
  readDocs,
  readScan,
  readSequence,
  readSince,
  toRecord,
} from './record-reads.ts';
import { areKeysCurrent, renewKeys } from './renew-keys.ts';
import type { Row, RowWriter } from './row-writer.ts';
import type { Write } from './transactions.ts';

/** Leaves the transaction without keeping anything; carries the failure out. */
class Refused extends Error {
  readonly failure: Result<never>;
  constructor(failure: Result<never>) {
    super('refused');
    this.failure = failure;
  }
}

/** What follows from the records and an earlier version left otherwise. */
async function bringUpToDate(
  store: StoreDatabase,
  facts: FactsSource,
  tables: readonly CollectionTable[],
): Promise<void> {
  if (!isHistoryCurrent(facts)) await store.transact(() => beginHistory(facts));
  if (!areFactsCurrent(facts)) await store.transact(() => rebuildFacts(facts));
  if (!isSearchCurrent(store.writer)) await store.transact(() => renewSearch(store.writer, tables));
  if (!areKeysCurrent(store.writer)) await store.transact(() => renewKeys(store.writer, tables));
}

/** Rows of one reading that are kept until they are written. */
const mostKept = 100;

/**
 * Makes the tables of all record collections when they are missing. `onMany`: after a
 * transaction of very many changes, when readers must read everything again; without it
 * each change is announced.
 */
export async function createSqliteRecordStore(
  store: StoreDatabase,
  onMany?: () => void,
  now: () => number = Date.now,
): Promise<RecordStore> {
  const tables = await openTables(store);
  const tableOf = (collection: CollectionName): CollectionTable => {
    const table = tables.get(collection);
    if (table === undefined) throw new Error(`no collection ${collection}`);
    return table;
  };
  const facts: FactsSource = { writer: store.writer, tableOf, now };
  await bringUpToDate(store, facts, [...tables.values()]);
  /** The middle of every revision this process writes. */
  const token = randomBytes(5).toString('hex');
  const listeners = new Set<() => void>();

  return {
    since: async (collection, sequence, limit) =>
      readSince(store.reader, tableOf(collection), sequence, limit),
    sequence: async (collection) => readSequence(store.reader, tableOf(collection)),
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: async (collection, ids) => readDocs(store.reader, tableOf(collection), ids),
    byKeys: async (collection, keys) => readByKeys(store.reader, tableOf(collection), keys),
    scan: (collection, options) => readScan(store.reader, tableOf(collection), options?.status),
    before: async (collection, time, limit) =>
      readBefore(store.reader, tableOf(collection), time, limit),
    count: async (collection, options) =>
      readCount(store.reader, tableOf(collection), options?.status),

    async write(work) {
      const changes = createChangeLog(store, onMany);
      const result = await writeOne(work, changes, () => changes.publish());
      await changes.announced();
      return result;
    },
    async inPieces(work) {
      const changes = createChangeLog(store, onMany, { isLate: true });
      try {
        return await work((piece) => writeOne(piece, changes, () => undefined));
      } finally {
        changes.publish();
        await changes.announced();
      }
    },
  };

  async function writeOne<T>(
    work: (tx: RecordTx) => Promise<Result<T>> | Result<T>,
    changes: ChangeLog,
    committed: () => void,
  ): Promise<Result<T>> {
    try {
      return await store.transact(
        async (write) => {
          const log = createFactsLog(facts);
          const past = createHistoryLog(facts);
          const logs = { changes, facts: log, past };
          const outcome = await work(createTx(store, write, tableOf, token, logs));
          if (!outcome.ok) throw new Refused(outcome);
          keepFacts(log, write, tableOf);
          past.flush();
          return outcome;
        },
        () => {
          for (const listener of listeners) tell(listener);
          committed();
        },
      );
    } catch (error) {
      if (error instanceof Refused) return error.failure;
      if (!store.writer.raw.open) return fail('store-closed');
      const failure = failureOfDisk(error);
      if (failure === undefined) throw error;
      return { ok: false, error: failure };
    }
  }
}

async function openTables(store: StoreDatabase): Promise<Map<CollectionName, CollectionTable>> {
  const tables = new Map<CollectionName, CollectionTable>();
  for (const [name, schema] of Object.entries(schemas)) {
    const filled = fillWithDefaultSettings(schema as never) as unknown as StoredSchema;
    const key = { database: databaseName, collection: name, version: schema.version };
    tables.set(name as CollectionName, await store.open(key, filled));
  }
  return tables;
}

/** What was committed stays so, whatever one of those who listen makes of it; the others hear of it. */
function tell(listener: () => void): void {
  try {
    listener();
  } catch (error) {
    console.error(error);
  }
}

/** They are looked up by keys, which must be in the index before. */
function keepFacts(
  log: FactsLog,
  write: Write,
  tableOf: (collection: CollectionName) => CollectionTable,
): void {
  for (const name of watched) write.rows(tableOf(name)).flush();
  log.flush();
}

function createTx(
  store: StoreDatabase,
  write: Write,
  tableOf: (collection: CollectionName) => CollectionTable,
  token: string,
  { changes, facts, past }: { changes: ChangeLog; facts: FactsLog; past: HistoryLog },
): RecordTx {
  const rowsOf = (table: CollectionTable): RowWriter => {
    const rows = write.rows(table);
    if (changes.isLate) rows.expectMany();
    return rows;
  };
  /** What was read last is usually what is written next: its row need not be read again. */
  const rowsRead = new Map<CollectionTable, Map<string, Row>>();
  return {
    sequence: (collection) => tableOf(collection).sequence,
    isAwaited: write.isAwaited,
    forget: past.forget,
    get(collection, ids) {
      const table = tableOf(collection);
      if (ids.length > mostKept) return readDocs(store.writer, table, ids);
      const rows = rowsOf(table);
      const found = new Map<string, Row>();
      const docById = new Map<string, RecordDoc>();
      for (const id of ids) {
        const row = rows.find(id);
        if (row === undefined) continue;
        found.set(id, row);
        if (row.doc['_deleted'] !== true) docById.set(id, toRecord(row.doc));
      }
      rowsRead.set(table, found);
      return docById;
    },
    byKeys(collection, keys) {
      const table = tableOf(collection);
      write.rows(table).flush();
      return readByKeys(store.writer, table, keys);
    },
    put(collection, docs) {
      const table = tableOf(collection);
      const rows = rowsOf(table);
      const read = rowsRead.get(table);
      for (const doc of docs) {
        const previous = read?.get(doc.id) ?? rows.find(doc.id);
        read?.delete(doc.id);
        if (doc.status === 'erased' && previous !== undefined) write.erase();
        const writtenAt = Date.now();
        const meta = metaJson(previous?.doc, token, writtenAt);
        const json = `${JSON.stringify(doc).slice(0, -1)},${meta}}`;
        rows.write({ id: doc.id, doc, json, isDeleted: false, writtenAt, previous });
        const before = previous?.doc as RecordDoc | undefined;
        facts.note(collection, doc, before);
        past.note(collection, doc, before);
        changes.put(table, doc, meta, previous?.doc);
      }
    },
    purge(collection, ids) {
      const table = tableOf(collection);
      const rows = rowsOf(table);
      rowsRead.delete(table);
      for (const id of ids) {
        const row = rows.find(id);
        if (row === undefined) continue;
        rows.purge(row);
        // Old undo entries go all the time, and with the log in due course.
        if (collection !== 'local') write.erase();
        facts.note(collection, undefined, row.doc as RecordDoc);
        past.note(collection, undefined, row.doc as RecordDoc);
        changes.purge(table, id, row.doc);
      }
    },
  };
}

/** RxDB's own members of a document, without the braces. */
function metaJson(
  previous: Record<string, unknown> | undefined,
  token: string,
  writtenAt: number,
): string {
  const height = previous === undefined ? 0 : Number.parseInt(String(previous['_rev']), 10);
  const attachments =
    previous === undefined ? '{}' : JSON.stringify(previous['_attachments'] ?? {});
  return `"_deleted":false,"_attachments":${attachments},"_rev":"${height + 1}-${token}","_meta":{"lwt":${writtenAt}}`;
}
