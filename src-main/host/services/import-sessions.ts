// The imports that windows have open, each over one file that was handed over. Nothing
// touches the book before `import.apply`; closing forgets the file.

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { type ImportSession, openImport } from '../../../src-shared/transfer/import/open-import.ts';
import type { ReceivedFiles } from '../handover/received-files.ts';
import { newId } from '../new-id.ts';
import { yieldNow } from '../yield-now.ts';

export type OpenImport = {
  session: ImportSession;
  /** Ends the work under way, if any. */
  abort: AbortController;
};

export type ImportSessions = {
  /** Begun at the first call, once the file has arrived whole. */
  of: (file: string) => Result<OpenImport>;
  cancel: (file: string) => Result<null>;
  close: (file: string) => Result<null>;
};

/** `hash` as in CommandContext: people who were erased are noticed by it. */
export function createImportSessions(
  received: ReceivedFiles,
  hash: (text: string) => string,
): ImportSessions {
  const open = new Map<string, OpenImport>();
  return {
    of: (file) => {
      const known = open.get(file);
      if (known !== undefined) return ok(known);
      const taken = received.take(file);
      if (!taken.ok) return taken;
      const { name, pieces } = taken.value;
      const session = openImport({ name, bytes: pieces }, { yieldNow, hash, newId });
      const begun = { session, abort: new AbortController() };
      open.set(file, begun);
      return ok(begun);
    },
    cancel: (file) => {
      const found = open.get(file);
      if (found === undefined) return fail('not-found');
      found.abort.abort();
      found.abort = new AbortController();
      return ok(null);
    },
    close: (file) => {
      open.get(file)?.abort.abort();
      open.delete(file);
      received.close(file);
      return ok(null);
    },
  };
}
