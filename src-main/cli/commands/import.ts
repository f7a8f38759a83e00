// import FILE: read, plan and, unless it is a dry run, apply as one step that can be
// undone in the window.

import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { openImport } from '../../../src-shared/transfer/import/open-import.ts';
import { mostBytes } from '../../host/handover/received-files.ts';
import { yieldNow } from '../../host/yield-now.ts';
import { type Answer, answer, withProfile } from '../profile.ts';
import { say } from '../../say.ts';

type Counts = { created: number; updated: number; skipped: number; rejected: number };

export const importFile = (
  dir: string,
  path: string,
  as: string | undefined,
  isDryRun: boolean,
): Promise<Result<Answer>> =>
  withProfile(dir, async ({ book, settings, context }) => {
    const bytes = await readPieces(path);
    if (!bytes.ok) return bytes;
    const file = { name: basename(path), bytes: bytes.value };
    const current = context();
    const session = openImport(file, {
      yieldNow,
      hash: (text) => current.hash(text),
    });
    const options = {
      country: settings.read().defaultCountry,
      ...(as === undefined ? {} : { format: as }),
    };
    const never = new AbortController().signal;
    const silent = () => undefined;
    const info = await session.read(options);
    if (!info.ok) return info;
    const plan = await session.plan(options, book.store, never, silent);
    if (!plan.ok) return plan;
    if (isDryRun) {
      const { create, update, skip, cannot } = plan.value.counts;
      return counted({ created: create, updated: update, skipped: skip, rejected: cannot }, true);
    }
    const done = await session.apply(book.store, current, never, silent);
    return done.ok ? counted(done.value, false) : done;
  });

function counted(
  { created, updated, skipped, rejected }: Counts,
  isDryRun: boolean,
): Result<Answer> {
  const counts = { created, updated, skipped, rejected };
  return answer(counts, [say(isDryRun ? 'cli.wouldImport' : 'cli.imported', counts)]);
}

async function readPieces(path: string): Promise<Result<Uint8Array[]>> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) return fail('not-found');
  if (stat.size > mostBytes) return fail('file-too-large', { size: stat.size, limit: mostBytes });
  const pieces: Uint8Array[] = [];
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    pieces.push(piece as Uint8Array);
  return ok(pieces);
}
