// export: everybody as one file, or printed.

import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type {
  ExportCheck,
  ExportIssue,
  ExportRequest,
} from '../../../src-shared/transfer/export-types.ts';
import { calendarKinds } from '../../../src-shared/transfer/export/calendar/asked.ts';
import {
  type CalendarAsked,
  calendarOut,
} from '../../../src-shared/transfer/export/calendar/calendar-out.ts';
import { calendarWords } from '../../../src-shared/transfer/export/calendar/words.ts';
import { checkExport } from '../../../src-shared/transfer/export/check-export.ts';
import type { ExportFile } from '../../../src-shared/transfer/export/export-env.ts';
import {
  bySeverity,
  issueWords,
  severityWords,
} from '../../../src-shared/transfer/export/issue-words.ts';
import { writeExport } from '../../../src-shared/transfer/export/write-export.ts';
import { failureOfDisk } from '../../host/book/condition/errors.ts';
import { nowHere } from '../../host/now-here.ts';
import { yieldNow } from '../../host/yield-now.ts';
import type { Book } from '../../host/book/book.ts';
import { calendarId, type ExportTo, type Where } from '../command-line.ts';
import { people } from '../listed-kind.ts';
import { idsWhere } from '../where.ts';
import { type Answer, answer, withProfile } from '../profile.ts';
import { writableAt } from '../target-file.ts';
import { say } from '../../say.ts';

/** Without `out` the file goes to standard output and there is nothing more to say. */
export const exportPeople = (
  dir: string,
  as: string,
  where: Where | undefined,
  { out, dryRun, withPrivateFields }: ExportTo,
): Promise<Result<Answer>> =>
  withProfile(dir, async ({ book }) => {
    const env = { yieldNow };
    const path = resolve(out ?? '');
    const place = out === undefined || dryRun ? ok(null) : writableAt(path);
    if (!place.ok) return place;
    const scope = await scopeOf(book, where);
    if (!scope.ok) return scope;
    if (as === calendarId)
      return calendarTo(book, scope.value, out === undefined ? '' : path, dryRun);
    const asked = { format: as, scope: scope.value, withPrivateFields };
    if (dryRun) {
      const check = await checkExport(book.store, asked, env);
      return check.ok ? answer(check.value, checkLines(check.value)) : check;
    }
    // What goes to another program by a pipe begins with its first column.
    const mark = out === undefined ? { bom: false } : {};
    const made = await writeExport(book.store, { ...asked, ...mark }, env);
    if (!made.ok) return made;
    if (out === undefined) {
      await pour(made.value, process.stdout);
      return answer(null, [], leftOutWords(made.value));
    }
    const written = await writeWhole(made.value, path);
    if (!written.ok) return written;
    const rows = made.value.rows();
    const organisations = made.value.organisations();
    const lines = [say('cli.exported', { rows, organisations: organisations.written, path })];
    return answer({ file: path, rows, organisations }, lines, leftOutWords(made.value));
  });

/** Birthdays, promises due and reminders that the team has. `path`: '' to print them. */
async function calendarTo(
  book: Book,
  scope: ExportRequest['scope'],
  path: string,
  dryRun: boolean,
): Promise<Result<Answer>> {
  const { now, zone } = nowHere();
  const asked: CalendarAsked = {
    scope,
    kinds: [...calendarKinds],
    isShort: false,
    alarm: 'none',
    withPrivate: false,
    zone,
    words: calendarWords(),
  };
  const made = await calendarOut(book.store, asked, { now, yieldNow });
  if (!made.ok) return made;
  const { counts, entries, text } = made.value;
  const left = counts.privateLeftOut;
  const remark = left === 0 ? undefined : say('cli.calendarPrivate', { entries: left });
  if (dryRun) return answer(counts, [say('cli.wouldCalendar', { entries })], remark);
  const file = { chunks: inOne(text()) };
  if (path === '') {
    await pour(file, process.stdout);
    return answer(null, [], remark);
  }
  const written = await writeWhole(file, path);
  if (!written.ok) return written;
  return answer({ file: path, entries }, [say('cli.calendar', { entries, path })], remark);
}

async function* inOne(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** In the order of the window: what is refused first. */
function checkLines(check: ExportCheck): string[] {
  const { rows, organisations } = check;
  return [
    say('cli.wouldExport', { rows, organisations }),
    ...bySeverity(check).flatMap(({ severity, issues }) => [
      `${severityWords(severity)}:`,
      ...issues.map((issue) => `  ${issueWords(issue)}${exampleWords(issue)}`),
    ]),
  ];
}

const mostNamed = 3;

function exampleWords({ rows, examples }: ExportIssue): string {
  const names = examples.slice(0, mostNamed).map(({ id, name }) => name || id);
  if (names.length === 0) return '';
  return ` (${names.join(', ')}${rows > names.length ? ', …' : ''})`;
}

/** The window says so before, too. */
function leftOutWords({ organisations }: ExportFile): string | undefined {
  const { leftOut } = organisations();
  return leftOut === 0 ? undefined : say('cli.leftOut', { organisations: leftOut });
}

async function scopeOf(
  book: Book,
  where: Where | undefined,
): Promise<Result<ExportRequest['scope']>> {
  if (where === undefined) return ok({ type: 'all' });
  const listed = await idsWhere(book, people, where);
  return listed.ok ? ok({ type: 'selection', ids: listed.value.ids }) : listed;
}

/** The file appears when it is complete. */
async function writeWhole(file: Pick<ExportFile, 'chunks'>, path: string): Promise<Result<null>> {
  const draft = `${path}.part`;
  const stream = createWriteStream(draft, { flush: true });
  try {
    await once(stream, 'open');
    await pour(file, stream);
    stream.end();
    await once(stream, 'close');
    renameSync(draft, path);
    return { ok: true, value: null };
  } catch (error) {
    stream.destroy();
    rmSync(draft, { force: true });
    const failure = failureOfDisk(error);
    if (failure?.code === 'disk-read-only') return fail('file-unwritable', { path });
    if (failure !== undefined) return { ok: false, error: failure };
    const place = writableAt(path);
    if (!place.ok) return place;
    throw error;
  }
}

async function pour(file: Pick<ExportFile, 'chunks'>, stream: Writable): Promise<void> {
  for await (const chunk of file.chunks) {
    if (!stream.write(chunk)) await once(stream, 'drain');
  }
}
