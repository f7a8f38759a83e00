// Bulk edits that windows have open, each with its records and the edit that was looked at.

import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { BulkOf } from '../../../src-shared/records/bulk/bulk-context.ts';
import { type PlannedBulk, planBulk } from '../../../src-shared/records/bulk/open-bulk.ts';
import { runBulk } from '../../../src-shared/records/bulk/run-bulk.ts';
import { newId } from '../new-id.ts';
import { yieldNow } from '../yield-now.ts';
import type { ServiceContext } from './context.ts';
import { recordsIn } from './which.ts';

type Open = {
  of: BulkOf;
  ids: readonly string[];
  planned?: PlannedBulk;
  /** Counts what was asked to be looked at: an older question is given up. */
  asked: number;
  isStopped: boolean;
};

/** Windows that went without a word leave theirs behind. */
const mostOpen = 8;

type Served = `bulk.${'open' | 'preview' | 'run' | 'stop' | 'close'}`;

export function bulkHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const open = new Map<string, Open>();
  const found = (bulk: string): Result<Open> => {
    const known = open.get(bulk);
    return known === undefined ? fail('not-found') : ok(known);
  };
  return {
    'bulk.open': async (asked) => {
      const ids =
        'ids' in asked
          ? ok([...new Set(asked.ids)])
          : await recordsIn(context, asked.of.collection, asked.which);
      if (!ids.ok) return ids;
      const { length } = ids.value;
      if ('count' in asked && length !== asked.count) return fail('changed-since');
      const [oldest] = open.keys();
      if (open.size >= mostOpen && oldest !== undefined) open.delete(oldest);
      const bulk = newId();
      open.set(bulk, { of: asked.of, ids: ids.value, asked: 0, isStopped: false });
      return ok({ bulk, count: length });
    },
    'bulk.preview': async ({ bulk, edit, language, country }) => {
      const one = found(bulk);
      if (!one.ok) return one;
      const book = context.book();
      if (!book.ok) return book;
      const mine = ++one.value.asked;
      delete one.value.planned;
      const planned = await planBulk(book.value.store, one.value.ids, edit, {
        of: one.value.of,
        kinds: await book.value.kinds(),
        reader: { language, now: Date.now, ...(country === '' ? {} : { country }) },
        yieldNow,
        isStopped: () => one.value.asked !== mine,
      });
      if (!planned.ok) return planned;
      if (one.value.asked !== mine) return fail('cancelled');
      one.value.planned = planned.value;
      return ok(planned.value.preview);
    },
    'bulk.run': async ({ bulk }) => {
      const one = found(bulk);
      if (!one.ok) return one;
      const { planned } = one.value;
      // Once: what it would do a second time was not looked at.
      delete one.value.planned;
      if (planned === undefined) return fail('not-found');
      const book = context.book();
      if (!book.ok) return book;
      one.value.isStopped = false;
      const total = planned.preview.changes;
      return runBulk(book.value.store, planned, context.commandContext(), {
        onProgress: (done) =>
          context.emit('progress', { file: bulk, phase: 'writing', done, total }),
        isStopped: () => one.value.isStopped,
      });
    },
    'bulk.stop': ({ bulk }) => {
      const one = found(bulk);
      if (!one.ok) return one;
      one.value.isStopped = true;
      return ok(null);
    },
    'bulk.close': ({ bulk }) => {
      const one = open.get(bulk);
      if (one !== undefined) one.asked += 1;
      open.delete(bulk);
      return ok(null);
    },
  };
}
