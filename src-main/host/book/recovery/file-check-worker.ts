// Looks through one file beside the host, and ends.

import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

import type { FileQuestion } from './file-check.ts';

const { path, tables } = workerData as FileQuestion;
const file = new DatabaseSync(path, { readOnly: tables !== undefined, timeout: 5_000 });
try {
  if (tables === undefined) file.exec('PRAGMA journal_mode = DELETE');
  const answers = tables === undefined ? quickCheck() : tables.flatMap(quickCheck);
  parentPort?.postMessage(answers);
} finally {
  file.close();
}

function quickCheck(table?: string): string[] {
  const of = table === undefined ? '' : `("${table.replaceAll('"', '""')}")`;
  const rows = file.prepare(`PRAGMA quick_check${of}`).all();
  return rows.map((row) => String(row['quick_check'])).filter((word) => word !== 'ok');
}
