// Copies, encrypts or looks through one file beside the host, and ends.

import { copyFileSync, existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

import { companions } from '../backup/files.ts';
import { encryptFile, openFile, type SqlFile } from '../sqlite/driver.ts';
import { compareFiles } from './compare-files.ts';
import type { FileTask, Found, Said } from './file-check.ts';

const say = (said: Said): void => parentPort?.postMessage(said);

function run(task: FileTask): Found {
  switch (task.task) {
    case 'check':
      return within({ path: task.path, key: task.key, readonly: true }, (file) =>
        task.tables.flatMap((table) => quickCheck(file, table)),
      );
    case 'settle':
      return within(task, settle);
    case 'copy':
      within({ path: task.path, key: task.key, readonly: true }, (file) => {
        file.prepare('VACUUM INTO ?').run(task.to);
        return [];
      });
      return within({ path: task.to, key: task.key }, settle);
    case 'encrypt':
      encryptFile(task.path, task.with, task.key);
      return within({ path: task.path, key: task.with }, settle);
    case 'convert':
      return convert(task);
  }
}

function convert({ path, to, with: key }: Extract<FileTask, { task: 'convert' }>): Found {
  // Everything is in the one file then, and nothing beside it.
  within({ path }, settleOnly);
  const left = companions.filter((ending) => existsSync(path + ending));
  if (left.length > 0) throw new Error(`still there: ${left.join(' ')}`);
  say({ part: 0.1 });
  copyFileSync(path, to);
  say({ part: 0.25 });
  encryptFile(to, key);
  say({ part: 0.6 });
  const found = within({ path: to, key }, settle);
  say({ part: 0.75 });
  return { ...found, problems: [...found.problems, ...compareFiles({ path }, { path: to, key })] };
}

type Which = Parameters<typeof openFile>[1] & { path: string };

function within(which: Which, work: (file: SqlFile) => string[]): Found {
  const file = openFile(which.path, which);
  try {
    const problems = work(file);
    return {
      problems,
      version: pragma(file, 'user_version'),
      application: pragma(file, 'application_id'),
    };
  } finally {
    file.close();
  }
}

function settleOnly(file: SqlFile): string[] {
  file.exec('PRAGMA journal_mode = DELETE');
  return [];
}

function settle(file: SqlFile): string[] {
  settleOnly(file);
  return quickCheck(file);
}

const pragma = (file: SqlFile, name: string): number =>
  Number(file.prepare(`PRAGMA ${name}`).get()?.[name]);

function quickCheck(file: SqlFile, table?: string): string[] {
  const of = table === undefined ? '' : `("${table.replaceAll('"', '""')}")`;
  const rows = file.prepare(`PRAGMA quick_check${of}`).all();
  return rows.map((row) => String(row['quick_check'])).filter((word) => word !== 'ok');
}

say({ found: run(workerData as FileTask) });
