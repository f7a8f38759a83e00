// find, list and check: they only read.

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Result } from '../../../src-shared/domain/result.ts';
import type { ListKind } from '../command-line.ts';
import { type Answer, answer, withProfile } from '../profile.ts';

type Named = { id: string; kind: string; name: string };

const mostHits = 5_000;
const kindOf: { readonly [kind in ListKind]: string | undefined } = {
  people: undefined,
  groups: undefined,
  organisations: 'organisation',
  buckets: 'bucket',
  communities: 'community',
};

export const find = (dir: string, text: string): Promise<Result<Answer>> =>
  withProfile(dir, async ({ book }) => {
    const { hits } = book.search({
      text,
      collections: ['people', 'groups', 'moments'],
      limit: mostHits,
    });
    return named(hits);
  });

/** Sorted by name, as the window does. */
export const list = (dir: string, kind: ListKind): Promise<Result<Answer>> =>
  withProfile(dir, async ({ book }) => {
    const wanted = kindOf[kind];
    const found: RecordDoc[] = [];
    for await (const docs of book.store.scan(kind === 'people' ? 'people' : 'groups', {
      status: 'live',
    })) {
      found.push(...docs.filter((doc) => wanted === undefined || doc.kind === wanted));
    }
    return named(found.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1)));
  });

/** Damage is an answer here, and the exit code says it too. */
export const check = (dir: string): Promise<Result<Answer & { isSound: boolean }>> =>
  withProfile(dir, async ({ book }) => {
    const report = await book.check();
    const lines = report.ok ? [`No damage found in ${report.records} records.`] : report.problems;
    return { ok: true, value: { json: report, lines, isSound: report.ok } };
  });

function named(records: readonly Named[]): Result<Answer> {
  const json = records.map(({ id, kind, name }) => ({ id, kind, name }));
  return answer(
    json,
    json.map(({ id, kind, name }) => `${id}\t${kind}\t${name.replace(/[\t\r\n]/g, ' ')}`),
  );
}
