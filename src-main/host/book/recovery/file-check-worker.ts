// Copies or looks through one file beside the host, and ends.

import { parentPort, workerData } from 'node:worker_threads';

import { openFile, type SqlFile } from '../sqlite/driver.ts';
import type { FileTask } from './file-check.ts';

parentPort?.postMessage(run(workerData as FileTask));

function run(task: FileTask): string[] {
  switch (task.task) {
    case 'check':
      return within(task.path, true, (file) =>
        task.tables.flatMap((table) => quickCheck(file, table)),
      );
    case 'settle':
      return within(task.path, false, settle);
    case 'copy':
      within(task.path, true, (file) => file.prepare('VACUUM INTO ?').run(task.to));
      return within(task.to, false, settle);
  }
}

function within<T>(path: string, readonly: boolean, work: (file: SqlFile) => T): T {
  const file = openFile(path, { readonly });
  try {
    return work(file);
  } finally {
    file.close();
  }
}

function settle(file: SqlFile): string[] {
  file.exec('PRAGMA journal_mode = DELETE');
  return quickCheck(file);
}

function quickCheck(file: SqlFile, table?: string): string[] {
  const of = table === undefined ? '' : `("${table.replaceAll('"', '""')}")`;
  const rows = file.prepare(`PRAGMA quick_check${of}`).all();
  return rows.map((row) => String(row['quick_check'])).filter((word) => word !== 'ok');
}
