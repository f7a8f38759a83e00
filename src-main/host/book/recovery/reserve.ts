// Some bytes held in reserve on the disk: SQLite needs a little room even to read a book, and
// on a full disk the owner must still be able to look at theirs.

import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { failureOfDisk } from '../condition/errors.ts';

const reserveBytes = 256 * 1024;

const reservePath = (database: string) => join(dirname(database), 'reserve');

/** Does nothing where the disk has no room for it. */
export function keepReserve(database: string): void {
  const path = reservePath(database);
  if (existsSync(path)) return;
  try {
    const handle = openSync(path, 'w', 0o600);
    try {
      writeSync(handle, Buffer.alloc(reserveBytes));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    rmSync(path, { force: true });
    if (failureOfDisk(error) === undefined) throw error;
  }
}

/** Gives the room to whoever needs it next; false when there was none. */
export function spendReserve(database: string): boolean {
  const path = reservePath(database);
  if (!existsSync(path)) return false;
  rmSync(path);
  return true;
}
