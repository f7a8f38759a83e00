// Files that a window hands over in pieces: an import, an attachment, a team's records.
// They lie in memory until somebody takes them whole, or their window goes.

import { randomUUID } from 'node:crypto';

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';

export const mostBytes = 256 * 1024 * 1024;
/** Of all that waits to be taken. */
const mostAtOnce = { files: 50, bytes: 2 * mostBytes };
const leastPiece = 64 * 1024;

export type ReceivedFile = { name: string; size: number; pieces: Uint8Array[] };

export type ReceivedFiles = {
  open(name: string, size: number): Result<{ file: string }>;
  /** Puts a piece behind those that are here; answers with how many bytes that makes. */
  put(file: string, bytes: Uint8Array): Result<{ received: number }>;
  /** A file that has arrived whole, which is forgotten here. */
  take: (file: string) => Result<ReceivedFile>;
  close: (file: string) => void;
};

export function createReceivedFiles(): ReceivedFiles {
  const files = new Map<string, ReceivedFile & { received: number }>();
  return {
    open: (name, size) => {
      if (size > mostBytes) return fail('file-too-large', { size, limit: mostBytes });
      const waiting = [...files.values()].reduce((sum, one) => sum + one.size, size);
      if (waiting > mostAtOnce.bytes || files.size >= mostAtOnce.files)
        return fail('too-many-files');
      const file = randomUUID();
      files.set(file, { name, size, received: 0, pieces: [] });
      return ok({ file });
    },
    put: (file, bytes) => {
      const open = files.get(file);
      if (open === undefined) return fail('not-found');
      const received = open.received + bytes.byteLength;
      const isLast = received === open.size;
      if (received > open.size || (bytes.byteLength < leastPiece && !isLast))
        return fail('bad-input');
      open.pieces.push(bytes);
      open.received = received;
      return ok({ received });
    },
    take: (file) => {
      const open = files.get(file);
      if (open === undefined) return fail('not-found');
      if (open.received !== open.size) return fail('bad-input');
      files.delete(file);
      return ok(open);
    },
    close: (file) => void files.delete(file),
  };
}
