// Commits, and decides when the write-ahead log is carried over into the file. After a
// long transaction that takes half a second, so it waits until nobody waits for it;
// after an erasure it is done at once, because the log still holds what was erased.

import { failureOfDisk } from '../condition/errors.ts';
import type { Connection } from './connection.ts';
import type { InTurn } from '../../../../src-shared/pacing/in-turn.ts';

export type Commit = {
  /** `rows`: how many the transaction wrote. `isErasing`: nothing of the past may stay. */
  commit: (about: { rows: number; isErasing: boolean }) => void;
  /** Nothing is carried over any more, except by closing the file. */
  stop: () => void;
};

/** Of SQLite's pages, its own usual. */
const usualPages = 1_000;
const manyRows = 5_000;
const restMs = 2_000;

export function createCommit({ raw }: Connection, inTurn: InTurn): Commit {
  let timer: NodeJS.Timeout | undefined;
  let isErasureOpen = false;

  /** Where it cannot be done now (a full disk, somebody reads) it is tried again later. */
  function carryOver(): void {
    try {
      const how = isErasureOpen ? 'TRUNCATE' : 'PASSIVE';
      const busy = raw.prepare(`PRAGMA wal_checkpoint(${how})`).get()?.['busy'];
      isErasureOpen &&= busy !== 0;
    } catch (error) {
      if (failureOfDisk(error) === undefined) throw error;
    }
  }
  function carryOverLater(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void inTurn(() => {
        if (raw.open) carryOver();
        if (raw.open && isErasureOpen) carryOverLater();
      });
    }, restMs).unref();
  }

  return {
    commit({ rows, isErasing }) {
      isErasureOpen ||= isErasing;
      if (rows < manyRows) {
        raw.exec('COMMIT');
      } else {
        raw.exec('PRAGMA wal_autocheckpoint = 0');
        try {
          raw.exec('COMMIT');
        } finally {
          raw.exec(`PRAGMA wal_autocheckpoint = ${usualPages}`);
        }
        carryOverLater();
      }
      if (isErasureOpen) carryOver();
      if (isErasureOpen) carryOverLater();
    },
    stop: () => clearTimeout(timer),
  };
}
