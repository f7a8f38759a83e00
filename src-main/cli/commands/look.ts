// find, list and check: they only read.

import type { Result } from '../../../src-shared/domain/result.ts';
import type { Where } from '../command-line.ts';
import type { ListedKind } from '../listed-kind.ts';
import { type Answer, answer, withProfile } from '../profile.ts';
import { say } from '../../say.ts';
import { idsWhere } from '../where.ts';

type Named = { id: string; kind: string; name: string };

const mostHits = 5_000;
export const find = (dir: string, text: string): Promise<Result<Answer>> =>
  withProfile(dir, async ({ book }) => {
    const { hits } = book.search({
      text,
      collections: ['people', 'groups', 'moments', 'work'],
      limit: mostHits,
    });
    return named(hits);
  });

/** In the view's order; by name, as the window does, where there is none. */
export const list = (
  dir: string,
  kind: ListedKind | undefined,
  where: Where | undefined,
): Promise<Result<Answer>> =>
  withProfile(dir, async ({ book }) => {
    const listed = await idsWhere(book, kind, where);
    if (!listed.ok) return listed;
    const { of, ids, words } = listed.value;
    const docs = await book.store.get(of, ids);
    const found = ids.map((id) => docs.get(id)).filter((doc) => doc !== undefined);
    return named(found, where === undefined ? undefined : words);
  });

/** Damage is an answer here, and the exit code says it too. */
export const check = (dir: string, isRebuilding: boolean): Promise<Result<Answer>> =>
  withProfile(dir, async ({ book }) => {
    if (isRebuilding) await book.facts.rebuild();
    const report = await book.check();
    const lines = report.ok ? [say('cli.sound', { records: report.records })] : report.problems;
    return { ok: true, value: { json: report, lines, isDone: report.ok } };
  });

function named(records: readonly Named[], remark?: string): Result<Answer> {
  const json = records.map(({ id, kind, name }) => ({ id, kind, name }));
  return answer(
    json,
    json.map(({ id, kind, name }) => `${id}\t${kind}\t${name.replace(/[\t\r\n]/g, ' ')}`),
    remark,
  );
}
