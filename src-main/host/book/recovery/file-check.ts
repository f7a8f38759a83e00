// Has a book's file looked through for damage in a thread of its own: SQLite does that in
// one go, which takes seconds where there is much, and everything else would stand still.

import { Worker } from 'node:worker_threads';

import { threadProgram } from '../../thread-program.ts';

export type FileQuestion = {
  path: string;
  /** These tables of a book that is in use; without, all of a copy that nobody else has open. */
  tables?: readonly string[];
};

const program = threadProgram('book/recovery/file-check-worker.ts', 'file-check-worker.js');

/** SQLite's own words, at most 100 for each table; none when all is well. Rejects with SQLite's errors. */
export function checkTables(path: string, tables: readonly string[]): Promise<string[]> {
  return ask({ path, tables });
}

/** The same of a copy, which it makes self-contained first: no log stays beside it. */
export function settleCopy(path: string): Promise<string[]> {
  return ask({ path });
}

function ask(question: FileQuestion): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: question });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the check ended with ${code}`)));
  });
}
