// Work with whole files in a thread of its own: SQLite copies a book or looks through it for
// damage in one go, which takes seconds where there is much, and everything else would stand still.

import { Worker } from 'node:worker_threads';

import { threadProgram } from '../../thread-program.ts';

export type FileTask =
  /** Looks through these tables of a book that is in use. */
  | { task: 'check'; path: string; tables: readonly string[] }
  /** Makes a file that nobody else has open self-contained and looks through all of it. */
  | { task: 'settle'; path: string }
  /** Copies a book that is in use as it is now, and looks through the copy. `to` is not there yet. */
  | { task: 'copy'; path: string; to: string };

const program = threadProgram('book/recovery/file-check-worker.ts', 'file-check-worker.js');

/** SQLite's own words, at most 100 for each table; none when all is well. Rejects with SQLite's errors. */
export function lookThrough(task: FileTask): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: task });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the check ended with ${code}`)));
  });
}
