// Files attached to people and groups: brought in, fetched from teammates, given out.

import { longestAttachment } from '../../../src-shared/domain/attachment.ts';
import { fail, ok } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { lookAtSpace } from '../attachments/space.ts';
import { storeOf } from '../book/book.ts';
import type { ServiceContext } from './context.ts';
import type { WrittenFiles } from '../handover/written-files.ts';
import type { ReceivedFiles } from '../handover/received-files.ts';

type Served = Extract<keyof Handlers, `files.${string}`>;

export function fileHandlers(
  { team: { files }, book, profileDir }: ServiceContext,
  written: WrittenFiles,
  received: ReceivedFiles,
): Pick<Handlers, Served> {
  return {
    'files.keep': ({ file }) => {
      const taken = received.take(file);
      if (!taken.ok) return taken;
      const { pieces, size } = taken.value;
      if (size > longestAttachment)
        return fail('attachment-too-large', { size, limit: longestAttachment });
      return ok({ hash: files.store.keep(Buffer.concat(pieces)), size });
    },
    'files.states': ({ hashes }) => ok(hashes.map(files.exchange.stateOf)),
    'files.want': ({ hash }) => {
      files.exchange.want(hash);
      return ok(files.exchange.stateOf(hash));
    },
    'files.space': async () => {
      const store = storeOf(book);
      return store.ok ? ok(await lookAtSpace(profileDir, files.store, store.value)) : store;
    },
    'files.free': async ({ hashes }) => {
      const wanted = new Set(hashes);
      const before = files.store.list().filter(({ hash }) => wanted.has(hash));
      await files.drop(hashes);
      const gone = before.filter(({ hash }) => !files.store.has(hash));
      return ok({ count: gone.length, bytes: gone.reduce((sum, { bytes }) => sum + bytes, 0) });
    },
    'files.take': async ({ hash }) => {
      if (!files.store.has(hash)) return fail('not-found');
      const bytes = files.store.read(hash, 0, files.store.size(hash));
      if (bytes === undefined) return fail('not-found');
      async function* whole(all: Uint8Array) {
        yield all;
      }
      return written.keep(whole(bytes));
    },
  };
}
