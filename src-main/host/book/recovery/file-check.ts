// Work with whole files in a thread of its own: SQLite copies a book or looks through it for
// damage in one go, which takes seconds where there is much, and everything else would stand still.

import { Worker } from 'node:worker_threads';

import type { DataKey } from '../../keys/data-key.ts';
import { threadProgram } from '../../thread-program.ts';

/** `key`: what the file is encrypted with; none: it is plain. */
export type FileTask =
  /** Looks through these tables of a book that is in use. */
  | { task: 'check'; path: string; key?: DataKey | undefined; tables: readonly string[] }
  /** Makes a file that nobody else has open self-contained and looks through all of it. */
  | { task: 'settle'; path: string; key?: DataKey | undefined }
  /** Copies a book that is in use as it is now, and looks through the copy. `to` is not there yet. */
  | { task: 'copy'; path: string; key?: DataKey | undefined; to: string }
  /** Encrypts a draft that nobody else has open, and looks through it. */
  | { task: 'encrypt'; path: string; key?: DataKey | undefined; with: DataKey }
  /** Makes `to` of a plain book that nobody else has open, and compares every row. */
  | { task: 'convert'; path: string; to: string; with: DataKey };

/** `problems` are SQLite's own words, at most 100 for each table; none when all is well. */
export type Found = { problems: string[]; version: number; application: number };

/** From the thread: how far it has come, 0 to 1, or what it found. */
export type Said = { part: number } | { found: Found };

const program = threadProgram('book/recovery/file-check-worker.ts', 'file-check-worker.js');

/** Rejects with SQLite's errors. */
export function lookThrough(task: FileTask, onProgress?: (part: number) => void): Promise<Found> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: task });
    worker.on('message', (said: Said) => {
      if ('part' in said) onProgress?.(said.part);
      else resolve(said.found);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the check ended with ${code}`)));
  });
}
