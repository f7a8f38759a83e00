// The import requests: each file has one session, long steps report progress and can
// be cancelled, and applying is one transaction.

import { ok } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import type { HostEvents } from '../../../src-shared/bridge/contract.ts';
import type { ServiceContext } from './context.ts';
import type { ImportFiles } from '../handover/received-files.ts';

type Served = Extract<keyof Handlers, `import.${string}`>;

export function importHandlers(
  context: ServiceContext,
  files: ImportFiles,
): Pick<Handlers, Served> {
  const progress =
    (file: string, phase: HostEvents['progress']['phase']) => (done: number, total: number) =>
      context.emit('progress', { file, phase, done, total });

  return {
    'import.open': ({ name, size }) => files.open(name, size),
    'import.piece': ({ file, bytes }) => files.take(file, bytes),
    'import.read': async ({ file, options }) => {
      const session = files.session(file);
      if (!session.ok) return session;
      const info = await session.value.read(withDefaults(options, context));
      return info.ok ? ok({ ...info.value, file }) : info;
    },
    'import.plan': async ({ file, options }) => {
      const [session, book, open] = [files.session(file), context.book(), files.find(file)];
      if (!session.ok) return session;
      if (!book.ok) return book;
      if (!open.ok) return open;
      const { signal } = open.value.abort;
      const plan = await session.value.plan(
        withDefaults(options, context),
        book.value.store,
        signal,
        progress(file, 'planning'),
      );
      return plan.ok ? ok({ ...plan.value, info: { ...plan.value.info, file } }) : plan;
    },
    'import.rows': ({ file, from, count, only }) => {
      const session = files.session(file);
      return session.ok ? ok(session.value.rows(from, count, only)) : session;
    },
    'import.decide': ({ file, decisions }) => {
      const session = files.session(file);
      return session.ok ? session.value.decide(decisions) : session;
    },
    'import.apply': async ({ file }) => {
      const [session, book, open] = [files.session(file), context.book(), files.find(file)];
      if (!session.ok) return session;
      if (!book.ok) return book;
      if (!open.ok) return open;
      const { signal } = open.value.abort;
      return session.value.apply(
        book.value.store,
        context.commandContext(),
        signal,
        progress(file, 'writing'),
      );
    },
    'import.rejected': ({ file }) => {
      const session = files.session(file);
      return session.ok ? ok({ csv: session.value.rejectedCsv() }) : session;
    },
    'import.cancel': ({ file }) => files.cancel(file),
    'import.close': ({ file }) => files.close(file),
  };
}

function withDefaults<Options extends { country?: string | undefined }>(
  options: Options,
  context: ServiceContext,
): Options {
  return options.country === undefined
    ? { ...options, country: context.settings.read().defaultCountry }
    : options;
}
