// The export requests: a dry run, then a file made whole and fetched in pieces.

import { ok } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import type { ServiceContext } from './context.ts';
import type { WrittenFiles } from '../handover/written-files.ts';
import { yieldNow } from '../yield-now.ts';
import { checkExport } from '../../../src-shared/transfer/export/check-export.ts';
import { writeExport } from '../../../src-shared/transfer/export/write-export.ts';

type Served = Extract<keyof Handlers, `export.${string}`>;

export function exportHandlers(
  context: ServiceContext,
  files: WrittenFiles,
): Pick<Handlers, Served> {
  return {
    'export.check': async (request) => {
      const book = context.book();
      return book.ok ? checkExport(book.value.store, request, { yieldNow }) : book;
    },
    'export.make': async (request) => {
      const book = context.book();
      if (!book.ok) return book;
      const made = await writeExport(book.value.store, request, { yieldNow });
      if (!made.ok) return made;
      const { name, mime, rows, chunks } = made.value;
      const kept = await files.keep(chunks);
      return ok({ ...kept, name, mime, rows: rows() });
    },
  };
}
