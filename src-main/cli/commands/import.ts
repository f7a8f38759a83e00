// import FILE: read, plan and, unless it is a dry run, apply as one step that can be
// undone in the window.

import { createReadStream, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { ImportFileInfo } from '../../../src-shared/transfer/import-types.ts';
import { type ImportSession, openImport } from '../../../src-shared/transfer/import/open-import.ts';
import { mostBytes } from '../../host/handover/received-files.ts';
import { yieldNow } from '../../host/yield-now.ts';
import type { AskedImport } from '../command-line.ts';
import { type Answer, withProfile } from '../profile.ts';
import { readableAt } from '../target-file.ts';
import { say } from '../../say.ts';

const mostListed = 20;

export const importFile = (
  dir: string,
  path: string,
  { as, charset, rejected: rejectedPath, dryRun }: AskedImport,
): Promise<Result<Answer>> =>
  withProfile(dir, async ({ book, settings, context }) => {
    const bytes = await readPieces(path);
    if (!bytes.ok) return bytes;
    const current = context();
    const session = openImport(
      { name: basename(path), bytes: bytes.value },
      { yieldNow, hash: (text) => current.hash(text) },
    );
    const options = {
      country: settings.read().defaultCountry,
      ...(as === undefined ? {} : { format: as }),
      ...(charset === undefined ? {} : { charset }),
    };
    const never = new AbortController().signal;
    const silent = () => undefined;
    const info = await session.read(options);
    if (!info.ok) return info;
    const plan = await session.plan(options, book.store, never, silent);
    if (!plan.ok) return plan;
    const lines = [...fileLines(plan.value.info), ...rejectedLines(session)];
    if (rejectedPath !== undefined) {
      const written = writeRejected(session, resolve(rejectedPath));
      if (!written.ok) return written;
      lines.push(...written.value);
    }
    const { create, update, skip, cannot } = plan.value.counts;
    const planned = { created: create, updated: update, skipped: skip, rejected: cannot };
    if (dryRun) return counted(planned, [...lines, say('cli.wouldImport', planned)]);
    const done = await session.apply(book.store, current, never, silent);
    if (!done.ok) return done;
    const { created, updated, skipped, rejected } = done.value;
    const counts = { created, updated, skipped, rejected };
    return counted(counts, [...lines, say('cli.imported', counts)]);
  });

type Counts = { created: number; updated: number; skipped: number; rejected: number };

/** That all of a file is here already is no failure. */
function counted(counts: Counts, lines: string[]): Result<Answer> {
  const { created, updated, skipped, rejected } = counts;
  const isDone = created + updated > 0 || (skipped > 0 && rejected === 0);
  return ok({ json: counts, lines, isDone });
}

/** In which letters it was read, where that was a guess, and what is odd about it. */
function fileLines({ charset, letters, remarks }: ImportFileInfo): string[] {
  const guessed =
    letters.length === 0 ? [] : [say('cli.letters', { charset, words: letters.join(', ') })];
  const said = remarks.map(({ code, line }) =>
    line === undefined
      ? say(`row.${code}`)
      : say('cli.atLine', { line, reason: say(`row.${code}`) }),
  );
  return [...guessed, ...said];
}

function rejectedLines(session: ImportSession): string[] {
  const { rows, total } = session.rows(0, mostListed, 'cannot');
  const lines = rows.map(({ line, reasons }) =>
    say('cli.atLine', { line, reason: reasons.map((reason) => say(`row.${reason}`)).join('; ') }),
  );
  return total > rows.length
    ? [...lines, say('cli.moreRejected', { rows: total - rows.length })]
    : lines;
}

function writeRejected(session: ImportSession, path: string): Result<string[]> {
  const text = session.rejectedCsv((code) => say(`row.${code}`));
  if (text === '') return ok([]);
  try {
    writeFileSync(path, text);
    return ok([say('cli.rejectedWritten', { path })]);
  } catch {
    return fail('file-unwritable', { path });
  }
}

async function readPieces(path: string): Promise<Result<Uint8Array[]>> {
  const stat = readableAt(path);
  if (!stat.ok) return stat;
  const { size } = stat.value;
  if (size > mostBytes) return fail('file-too-large', { size, limit: mostBytes });
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }))
      pieces.push(piece as Uint8Array);
  } catch {
    return fail('file-unreadable', { path });
  }
  return ok(pieces);
}
