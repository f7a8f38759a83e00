// The team's records as a file, out and in.

import { fail, ok } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { makeBundle, readBundle } from '../team/bundle/bundle.ts';
import type { ServiceContext } from './context.ts';
import type { ExportFiles } from '../handover/written-files.ts';
import type { ImportFiles } from '../handover/received-files.ts';

type Served = Extract<keyof Handlers, `bundle.${string}`>;

export function bundleHandlers(
  context: ServiceContext,
  outgoing: ExportFiles,
  incoming: ImportFiles,
): Pick<Handlers, Served> {
  const { team, settings } = context;
  return {
    'bundle.make': async ({ isNews }) => {
      const book = context.book();
      if (!book.ok) return book;
      const made = makeBundle(team, settings.device.id, book.value.store, isNews);
      if (!made.ok) return made;
      const kept = await outgoing.keep(made.value.chunks);
      const { name, rows } = made.value;
      return ok({ ...kept, name, mime: 'application/octet-stream', rows: rows() });
    },
    'bundle.read': async ({ file }) => {
      const [book, open] = [context.book(), incoming.find(file)];
      if (!book.ok) return book;
      if (!open.ok) return open;
      if (open.value.received !== open.value.size) return fail('bad-input');
      const bytes = Buffer.concat(open.value.pieces);
      incoming.close(file);
      return readBundle(team, bytes, book.value.store, context.commandContext());
    },
  };
}
