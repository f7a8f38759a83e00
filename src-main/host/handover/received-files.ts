// Files on their way in: handed over in pieces, looked at, then applied as one
// action. Nothing touches the book before `import.apply`; closing forgets the file.

import { randomUUID } from 'node:crypto';

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { type ImportSession, openImport } from '../../../src-shared/transfer/import/open-import.ts';
import { yieldNow } from '../yield-now.ts';

export const maxImportBytes = 256 * 1024 * 1024;

export type OpenFile = {
  name: string;
  size: number;
  received: number;
  pieces: Uint8Array[];
  session?: ImportSession;
  /** Aborts the work under way, if any. */
  abort: AbortController;
};

export type ImportFiles = {
  open(name: string, size: number): Result<{ file: string }>;
  take(file: string, bytes: Uint8Array): Result<{ received: number }>;
  find: (file: string) => Result<OpenFile>;
  /** The session of a file that has arrived whole. */
  session: (file: string) => Result<ImportSession>;
  cancel: (file: string) => Result<null>;
  close: (file: string) => Result<null>;
};

/** `hash` as in CommandContext: people who were erased are noticed by it. */
export function createImportFiles(hash: (text: string) => string): ImportFiles {
  const files = new Map<string, OpenFile>();
  const find = (file: string): Result<OpenFile> => {
    const found = files.get(file);
    return found === undefined ? fail('not-found') : ok(found);
  };
  return {
    find,
    open: (name, size) => {
      if (size > maxImportBytes) return fail('file-too-large', { size, limit: maxImportBytes });
      const file = randomUUID();
      files.set(file, { name, size, received: 0, pieces: [], abort: new AbortController() });
      return ok({ file });
    },
    take: (file, bytes) => {
      const found = find(file);
      if (!found.ok) return found;
      const open = found.value;
      if (open.received + bytes.byteLength > open.size) return fail('bad-input');
      open.pieces.push(bytes);
      open.received += bytes.byteLength;
      return ok({ received: open.received });
    },
    session: (file) => {
      const found = find(file);
      if (!found.ok) return found;
      const open = found.value;
      if (open.received !== open.size) return fail('bad-input');
      open.session ??= openImport({ name: open.name, bytes: open.pieces }, { yieldNow, hash });
      open.pieces = [];
      return ok(open.session);
    },
    cancel: (file) => {
      const found = find(file);
      if (!found.ok) return found;
      found.value.abort.abort();
      found.value.abort = new AbortController();
      return ok(null);
    },
    close: (file) => {
      const found = find(file);
      if (found.ok) found.value.abort.abort();
      files.delete(file);
      return ok(null);
    },
  };
}
