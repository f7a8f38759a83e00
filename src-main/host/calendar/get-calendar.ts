// Fetches a calendar from its address as politely as a feed, and has it read.

import { largestCalendar, type ReadCalendar } from '../../../src-shared/calendar/calendar-types.ts';
import type { KeptCalendar } from '../../../src-shared/calendar/kept-calendar.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { FetchOptions, guardedFetch } from '../feeds/guarded-fetch.ts';
import type { CalendarReader } from './calendar-reader.ts';

export type Fetch = typeof guardedFetch;

export type GetNeeds = {
  reader: CalendarReader;
  fetch: Fetch;
  names?: FetchOptions['names'];
  now: () => number;
  signal: AbortSignal;
};

export type GotCalendar =
  | { isSame: true }
  | { isSame: false; calendar: ReadCalendar; etag?: string; modified?: string };

type Asked = Pick<KeptCalendar, 'zone' | 'etag' | 'modified'> & { url: string };

export async function getCalendar(
  { url, zone, etag, modified }: Asked,
  needs: GetNeeds,
): Promise<Result<GotCalendar>> {
  const { names, signal } = needs;
  const fetched = await needs.fetch(url, {
    headers: {
      accept: 'text/calendar, */*;q=0.1',
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
      ...(modified === undefined ? {} : { 'if-modified-since': modified }),
    },
    signal,
    limits: { wireBytes: largestCalendar, unpackedBytes: largestCalendar },
    ...(names === undefined ? {} : { names }),
  });
  if (!fetched.ok) return fetched;
  const { status, headers, bytes, url: from } = fetched.value;
  if (status === 304) return ok({ isSame: true });
  if (status < 200 || status >= 300) return fail('calendar-answer', { status });
  // The secret in an address is not sent on in the clear.
  if (!from.startsWith('https:')) return fail('calendar-address');
  const calendar = await readBytes(bytes, zone, needs);
  if (!calendar.ok) return calendar;
  return ok({
    isSame: false,
    calendar: calendar.value,
    ...(headers['etag'] === undefined ? {} : { etag: headers['etag'].slice(0, 500) }),
    ...(headers['last-modified'] === undefined
      ? {}
      : { modified: headers['last-modified'].slice(0, 100) }),
  });
}

export async function readBytes(
  bytes: Uint8Array,
  zone: string,
  { reader, now }: Pick<GetNeeds, 'reader' | 'now'>,
): Promise<Result<ReadCalendar>> {
  const read = await reader.read({ bytes, now: now(), zone });
  if (read.ok) return ok(read.calendar);
  switch (read.because) {
    case 'no-calendar':
      return fail('calendar-none');
    case 'too-large':
      return fail('calendar-too-large');
    case 'stuck':
      return fail('calendar-stuck');
  }
}
