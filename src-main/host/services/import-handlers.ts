// The import requests: each file has one session, long steps report progress and can
// be cancelled, and applying is one transaction.

import { ok } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import type { HostEvents } from '../../../src-shared/bridge/contract.ts';
import { factsOfRecord } from '../../../src-shared/transfer/import/plan/row-facts.ts';
import { storeOf } from '../book/book.ts';
import type { ServiceContext } from './context.ts';
import type { ImportSessions } from './import-sessions.ts';

type Served = Extract<keyof Handlers, `import.${string}`>;

export function importHandlers(
  context: ServiceContext,
  imports: ImportSessions,
): Pick<Handlers, Served> {
  const progress =
    (file: string, phase: HostEvents['progress']['phase']) => (done: number, total: number) =>
      context.emit('progress', { file, phase, done, total });

  return {
    'import.read': async ({ file, options }) => {
      const open = imports.of(file);
      if (!open.ok) return open;
      const info = await open.value.session.read(withDefaults(options, context));
      return info.ok ? ok({ ...info.value, file }) : info;
    },
    'import.plan': async ({ file, options }) => {
      const [open, store] = [imports.of(file), storeOf(context.book)];
      if (!open.ok) return open;
      if (!store.ok) return store;
      const { session, abort } = open.value;
      const filled = withDefaults(options, context);
      const plan = await session.plan(
        filled,
        store.value,
        abort.signal,
        progress(file, 'planning'),
      );
      return plan.ok ? ok({ ...plan.value, info: { ...plan.value.info, file } }) : plan;
    },
    'import.rows': ({ file, from, count, only }) => {
      const open = imports.of(file);
      return open.ok ? ok(open.value.session.rows(from, count, only)) : open;
    },
    'import.look': async ({ file, row, beside }) => {
      const [open, store] = [imports.of(file), storeOf(context.book)];
      if (!open.ok) return open;
      if (!store.ok) return store;
      const said = open.value.session.look(row) ?? { facts: [] };
      if (beside === undefined) return ok({ row: said });
      const here = await factsOfRecord(store.value, beside.collection, beside.id);
      return ok({ row: said, here });
    },
    'import.decide': ({ file, decisions }) => {
      const open = imports.of(file);
      return open.ok ? open.value.session.decide(decisions) : open;
    },
    'import.apply': async ({ file }) => {
      const [open, store] = [imports.of(file), storeOf(context.book)];
      if (!open.ok) return open;
      if (!store.ok) return store;
      const { session, abort } = open.value;
      const command = context.commandContext();
      return session.apply(store.value, command, abort.signal, progress(file, 'writing'));
    },
    'import.rejected': ({ file }) => {
      const open = imports.of(file);
      return open.ok ? ok({ csv: open.value.session.rejectedCsv() }) : open;
    },
    'import.cancel': ({ file }) => imports.cancel(file),
    'import.close': ({ file }) => imports.close(file),
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
