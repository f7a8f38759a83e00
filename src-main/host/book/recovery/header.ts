// What can be known of a book from its bytes, without SQLite, which would change
// files by opening them. Format: https://sqlite.org/fileformat2.html#the_database_header

import { closeSync, openSync, readSync, statSync } from 'node:fs';

import { readWal } from './wal.ts';

/**
 * absent: no file, or one without a byte. cut: shorter than it says, or edits are lost in its
 * log. unreadable: no database, or an encrypted one. whole: a plain one.
 */
export type BookBytes =
  | { state: 'absent' }
  | { state: 'unreadable' | 'cut' }
  | { state: 'whole'; version: number; application: number };

const headerBytes = 100;
const magic = Buffer.from('SQLite format 3\0', 'latin1');
/** A crash may leave one transaction out of order that was never acknowledged; two are a loss. */
const unexplainedCommits = 2;

/** `version` and `application` are user_version and application_id, the log's word first. */
export function readBookBytes(path: string): BookBytes {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return { state: 'absent' };
  const header = readStart(path);
  const wal = readWal(`${path}-wal`);
  if (wal.lostCommits >= unexplainedCommits) return { state: 'cut' };
  if (header.length < headerBytes || !header.subarray(0, magic.length).equals(magic)) {
    return { state: 'unreadable' };
  }
  if (wal.frames === 0 && size < bytesSaid(header)) return { state: 'cut' };
  const first = wal.firstPage ?? header;
  return { state: 'whole', version: first.readUInt32BE(60), application: first.readUInt32BE(68) };
}

function bytesSaid(header: Buffer): number {
  const page = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const isCountValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  return isCountValid ? page * header.readUInt32BE(28) : 0;
}

function readStart(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const start = Buffer.alloc(headerBytes);
    return start.subarray(0, readSync(handle, start, 0, headerBytes, 0));
  } finally {
    closeSync(handle);
  }
}
