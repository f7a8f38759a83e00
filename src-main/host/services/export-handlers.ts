// The export requests: a dry run, then a file made whole and fetched in pieces.

import type {
  CalendarOutAsked,
  ExportAsked,
} from '../../../src-shared/bridge/requests/transfer.ts';
import { ok, type Result } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import type { ServiceContext } from './context.ts';
import { peopleIn } from './which.ts';
import type { WrittenFiles } from '../handover/written-files.ts';
import { yieldNow } from '../yield-now.ts';
import {
  type CalendarOut,
  calendarOut,
} from '../../../src-shared/transfer/export/calendar/calendar-out.ts';
import { checkExport } from '../../../src-shared/transfer/export/check-export.ts';
import type { ExportRequest } from '../../../src-shared/transfer/export-types.ts';
import { writeExport } from '../../../src-shared/transfer/export/write-export.ts';

type Served = Extract<keyof Handlers, `export.${string}`>;

export function exportHandlers(
  context: ServiceContext,
  files: WrittenFiles,
): Pick<Handlers, Served> {
  return {
    'export.check': async (asked) => {
      const request = await withPeople(context, asked);
      if (!request.ok) return request;
      const book = context.book();
      return book.ok ? checkExport(book.value.store, request.value, { yieldNow }) : book;
    },
    'export.make': async (asked) => {
      const request = await withPeople(context, asked);
      if (!request.ok) return request;
      const book = context.book();
      if (!book.ok) return book;
      const made = await writeExport(book.value.store, request.value, { yieldNow });
      if (!made.ok) return made;
      const { name, mime, rows, files: needed, organisations, chunks } = made.value;
      const kept = await files.keep(chunks);
      return kept.ok
        ? ok({
            ...kept.value,
            name,
            mime,
            rows: rows(),
            files: needed(),
            organisations: organisations(),
          })
        : kept;
    },
    'export.countCalendar': async (asked) => {
      const made = await calendarOf(context, asked);
      return made.ok ? ok(made.value.counts) : made;
    },
    'export.makeCalendar': async (asked) => {
      const made = await calendarOf(context, asked);
      if (!made.ok) return made;
      const kept = await files.keep(inOne(made.value.text()));
      if (!kept.ok) return kept;
      return ok({ ...kept.value, ...calendarFile, rows: made.value.entries });
    },
  };
}

async function* inOne(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const calendarFile = { name: 'rapport.ics', mime: 'text/calendar' };

async function calendarOf(
  context: ServiceContext,
  asked: CalendarOutAsked,
): Promise<Result<CalendarOut>> {
  const request = await withPeople(context, asked);
  if (!request.ok) return request;
  const book = context.book();
  if (!book.ok) return book;
  const env = { now: context.commandContext().now(), yieldNow };
  return calendarOut(book.value.store, request.value, env);
}

async function withPeople<Asked extends Pick<ExportAsked, 'scope'>>(
  context: ServiceContext,
  { scope, ...request }: Asked,
): Promise<Result<Omit<Asked, 'scope'> & Pick<ExportRequest, 'scope'>>> {
  if (scope.type !== 'view') return ok({ ...request, scope });
  const people = await peopleIn(context, scope);
  return people.ok ? ok({ ...request, scope: { type: 'selection', ids: people.value } }) : people;
}
