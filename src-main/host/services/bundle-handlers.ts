// The team's records as a file, out and in.

import { ok } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { makeBundle, readBundle } from '../team/bundle/bundle.ts';
import type { ServiceContext } from './context.ts';
import type { WrittenFiles } from '../handover/written-files.ts';
import type { ReceivedFiles } from '../handover/received-files.ts';

type Served = Extract<keyof Handlers, `bundle.${string}`>;

export function bundleHandlers(
  context: ServiceContext,
  written: WrittenFiles,
  received: ReceivedFiles,
): Pick<Handlers, Served> {
  const { team, settings } = context;
  return {
    'bundle.make': async ({ isNews }) => {
      const book = context.book();
      if (!book.ok) return book;
      const made = makeBundle(team, settings.device.id, book.value.store, isNews);
      if (!made.ok) return made;
      const kept = await written.keep(made.value.chunks);
      const { name, rows } = made.value;
      if (!kept.ok) return kept;
      return ok({ ...kept.value, name, mime: 'application/octet-stream', rows: rows() });
    },
    'bundle.read': async ({ file }) => {
      const [book, taken] = [context.book(), received.take(file)];
      if (!book.ok) return book;
      if (!taken.ok) return taken;
      const bytes = Buffer.concat(taken.value.pieces);
      return readBundle(team, bytes, book.value.store, context.commandContext());
    },
  };
}
