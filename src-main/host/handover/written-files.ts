// Files that the host has made for a window: whole in a temporary file of the profile,
// then fetched in pieces. The file goes once its last piece has been read.

import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';

const pieceBytes = 1024 * 1024;

export type WrittenFiles = {
  /** Writes all chunks; resolves with the file's id and size in bytes. */
  keep(chunks: AsyncIterable<Uint8Array>): Promise<{ file: string; size: number }>;
  piece(file: string, from: number): Result<{ bytes: Uint8Array; last: boolean }>;
  /** Forgets every file, also those of an earlier run. */
  clear: () => void;
};

export function createWrittenFiles(profileDir: string): WrittenFiles {
  const folder = join(profileDir, 'outgoing');
  const sizes = new Map<string, number>();
  const clear = () => {
    sizes.clear();
    rmSync(folder, { recursive: true, force: true });
  };
  clear();
  return {
    clear,
    keep: async (chunks) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = randomUUID();
      const handle = openSync(join(folder, file), 'w', 0o600);
      let size = 0;
      try {
        for await (const chunk of chunks) size += writeSync(handle, chunk);
      } catch (error) {
        rmSync(join(folder, file), { force: true });
        throw error;
      } finally {
        closeSync(handle);
      }
      sizes.set(file, size);
      return { file, size };
    },
    piece: (file, from) => {
      const size = sizes.get(file);
      if (size === undefined) return fail('not-found');
      const bytes = readPiece(join(folder, file), from);
      const last = from + bytes.byteLength >= size;
      if (last) {
        rmSync(join(folder, file), { force: true });
        sizes.delete(file);
      }
      return ok({ bytes, last });
    },
  };
}

function readPiece(path: string, from: number): Uint8Array {
  const bytes = new Uint8Array(pieceBytes);
  const handle = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, pieceBytes, from));
  } finally {
    closeSync(handle);
  }
}
