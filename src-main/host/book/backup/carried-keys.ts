// A backup of an encrypted book carries the wrapped key behind the book's bytes, so that one
// file is all that has to be kept:
//
//   the book (and attached files: see carried-files.ts) | keys.json | its length in bytes, 32 bits big endian | "RAPKEYS1"

import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';

import { type KeyFile, parseKeyFile } from '../../keys/key-file.ts';
import { readAt } from './files.ts';

const magic = Buffer.from('RAPKEYS1', 'latin1');
const endBytes = 4 + magic.length;
const mostBytes = 64 * 1024;

export function appendKeys(path: string, file: KeyFile): void {
  const text = Buffer.from(JSON.stringify(file));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const handle = openSync(path, 'a');
  try {
    writeSync(handle, Buffer.concat([text, length, magic]));
  } finally {
    closeSync(handle);
  }
}

/** Takes them off again: what is left is the book. Undefined: there are none. */
export function takeKeys(path: string): KeyFile | undefined {
  const handle = openSync(path, 'r+');
  try {
    const { size } = fstatSync(handle);
    const end = readAt(handle, size - endBytes, endBytes);
    if (!end.subarray(4).equals(magic)) return undefined;
    const length = end.readUInt32BE(0);
    const from = size - endBytes - length;
    const file =
      length > mostBytes || from < 0
        ? undefined
        : parseKeyFile(readAt(handle, from, length).toString('utf8'));
    if (file !== undefined) ftruncateSync(handle, from);
    return file;
  } finally {
    closeSync(handle);
  }
}
