// Files that the host has made for a window: whole in a temporary file of the profile,
// then fetched in pieces. The file goes once its last piece has been read. It is encrypted with
// a key that is only in memory, so what a crash leaves behind tells nobody anything.

import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { appendPieces, readPieces } from '../keys/pieces.ts';

const pieceBytes = 1024 * 1024;
/** Whoever asked for more of them has given up the first. */
const mostKept = 10;

export type WrittenFiles = {
  /**
   * Writes all chunks; resolves with the file's id and size in bytes. Fails with
   * `changed-since` where files were forgotten meanwhile.
   */
  keep(chunks: AsyncIterable<Uint8Array>): Promise<Result<{ file: string; size: number }>>;
  piece(file: string, from: number): Result<{ bytes: Uint8Array; last: boolean }>;
  /** Forgets every file, also those of an earlier run. */
  clear: () => void;
};

type Kept = { size: number; key: Uint8Array };

export function createWrittenFiles(profileDir: string): WrittenFiles {
  const folder = join(profileDir, 'outgoing');
  const files = new Map<string, Kept>();
  let clears = 0;
  const clear = () => {
    clears += 1;
    files.clear();
    rmSync(folder, { recursive: true, force: true });
  };
  clear();
  const forget = (file: string): void => {
    rmSync(join(folder, file), { force: true });
    files.delete(file);
  };
  return {
    clear,
    keep: async (chunks) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = randomUUID();
      const key = randomBytes(32);
      const handle = openSync(join(folder, file), 'w+', 0o600);
      const clearsBefore = clears;
      try {
        const size = await write(handle, key, chunks);
        if (clears !== clearsBefore) return fail('changed-since');
        files.set(file, { size, key });
        for (const eldest of files.keys()) {
          if (files.size <= mostKept) break;
          forget(eldest);
        }
        return ok({ file, size });
      } catch (error) {
        rmSync(join(folder, file), { force: true });
        throw error;
      } finally {
        closeSync(handle);
      }
    },
    piece: (file, from) => {
      const kept = files.get(file);
      if (kept === undefined) return fail('not-found');
      const bytes = readPiece(join(folder, file), kept.key, from);
      if (bytes === undefined) return fail('not-found');
      const last = from + bytes.byteLength >= kept.size;
      if (last) forget(file);
      return ok({ bytes, last });
    },
  };
}

/** Gathered, since what is sealed in small pieces is sealed again and again. */
async function write(
  handle: number,
  key: Uint8Array,
  chunks: AsyncIterable<Uint8Array>,
): Promise<number> {
  const pieces = { handle, start: 0, key };
  let waiting: Uint8Array[] = [];
  let held = 0;
  let size = 0;
  const flush = (isLast: boolean): void => {
    appendPieces(pieces, Buffer.concat(waiting), isLast);
    waiting = [];
    held = 0;
  };
  for await (const chunk of chunks) {
    waiting.push(chunk);
    held += chunk.byteLength;
    size += chunk.byteLength;
    if (held >= pieceBytes) flush(false);
  }
  flush(true);
  return size;
}

function readPiece(path: string, key: Uint8Array, from: number): Uint8Array | undefined {
  const handle = openSync(path, 'r');
  try {
    return readPieces({ handle, start: 0, key }, from, pieceBytes);
  } finally {
    closeSync(handle);
  }
}
