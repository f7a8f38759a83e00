// Looks through the whole file for damage, step by step, so that other work goes on
// in between.

import { setImmediate } from 'node:timers/promises';

import type { CheckReport } from '../../../../src-shared/bridge/host-types.ts';
import { databaseName, schemas } from '../../../../src-shared/schema/collections.ts';
import type { CollectionTable } from '../sqlite/collection-table.ts';
import { lookThrough } from './file-check.ts';
import type { StoreDatabase } from '../sqlite/open-database.ts';
import { readCount } from '../sqlite/record-reads.ts';

const mostProblems = 100;
const rowsAStep = 2_000;

export async function checkStore(store: StoreDatabase): Promise<CheckReport> {
  const problems: string[] = [];
  let records = 0;
  try {
    for await (const found of steps(store)) problems.push(...found);
    records = recordTables(store)
      .map((table) => readCount(store.reader, table))
      .reduce((sum, count) => sum + count, 0);
  } catch (error) {
    // SQLite may refuse to read on: that is a finding too.
    problems.push(error instanceof Error ? error.message : String(error));
  }
  return { ok: problems.length === 0, records, problems: problems.slice(0, mostProblems) };
}

/** Whether no record was ever written to the book. */
export function isBlankStore({ reader }: StoreDatabase): boolean {
  const names = Object.keys(schemas);
  const written = reader.prepare(
    `SELECT 1 FROM collections WHERE database = ? AND collection IN (${names.map(() => '?').join(', ')}) AND sequence > 0`,
  );
  return written.get(databaseName, ...names) === undefined;
}

async function* steps(store: StoreDatabase): AsyncGenerator<string[]> {
  const { path, key } = store;
  const found = await lookThrough({ task: 'check', path, key, tables: tableNames(store) });
  yield found.problems;
  for (const table of recordTables(store)) {
    yield* checkRows(store, table);
    if (table.traits.search === true) yield await checkSearch(store, table);
    await setImmediate();
  }
}

function tableNames({ reader }: StoreDatabase): string[] {
  const rows = reader
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
    )
    .all();
  return rows.map((row) => String(row['name']));
}

async function* checkRows(
  { reader }: StoreDatabase,
  { docs }: CollectionTable,
): AsyncGenerator<string[]> {
  const step = reader.prepare(
    `SELECT max(n) AS last, group_concat(CASE WHEN json_valid(data) THEN NULL ELSE n END) AS broken
     FROM (SELECT n, data FROM ${docs} WHERE n > ? ORDER BY n LIMIT ${rowsAStep})`,
  );
  let last = 0;
  for (;;) {
    const row = step.get(last);
    if (typeof row?.['last'] !== 'number') return;
    last = row['last'];
    if (row['broken'] !== null) yield [`${docs}: no JSON in rows ${String(row['broken'])}`];
    await setImmediate();
  }
}

/** The check is a command to the index, so it takes the writer's turn. */
function checkSearch(store: StoreDatabase, { search }: CollectionTable): Promise<string[]> {
  return store.transact(() => {
    try {
      store.writer
        .prepare(`INSERT INTO ${search} (${search}, rank) VALUES ('integrity-check', 0)`)
        .run();
      return [];
    } catch (error) {
      return [`${search}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
}

function recordTables(store: StoreDatabase): CollectionTable[] {
  return Object.entries(schemas).flatMap(([collection, { version }]) => {
    const table = store.find({ database: databaseName, collection, version });
    return table === undefined ? [] : [table];
  });
}
