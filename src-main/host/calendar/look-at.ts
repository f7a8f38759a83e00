// Looks at a calendar before anything of it is taken, and takes what is wanted of it.

import type { ReadCalendar } from '../../../src-shared/calendar/calendar-types.ts';
import { type KeptCalendar, putCalendar } from '../../../src-shared/calendar/kept-calendar.ts';
import { logMeetings } from '../../../src-shared/calendar/log-meetings.ts';
import type { MeetingScope } from '../../../src-shared/calendar/meeting.ts';
import { putMirror } from '../../../src-shared/calendar/mirror.ts';
import type { CalendarPlan } from '../../../src-shared/calendar/plan-calendar.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { ManyReport } from '../../../src-shared/records/make-in-pieces.ts';
import { type CalendarsNeeds, planWith } from './calendars-needs.ts';
import { getCalendar, readBytes } from './get-calendar.ts';

export type CalendarSource =
  | { type: 'file'; name: string; bytes: Uint8Array }
  | { type: 'address'; url: string };

export type Looked = {
  source: { name: string; url?: string; etag?: string; modified?: string };
  zone: string;
  plan: CalendarPlan;
};

export async function lookAt(
  source: CalendarSource,
  zone: string,
  needs: CalendarsNeeds,
): Promise<Result<Looked>> {
  const store = needs.store();
  if (!store.ok) return store;
  const read = await readSource(source, zone, needs);
  if (!read.ok) return read;
  const { calendar, source: from } = read.value;
  return ok({ source: from, zone, plan: await planWith(needs, calendar, store.value) });
}

async function readSource(
  source: CalendarSource,
  zone: string,
  needs: CalendarsNeeds,
): Promise<Result<Pick<Looked, 'source'> & { calendar: ReadCalendar }>> {
  if (source.type === 'file') {
    const read = await readBytes(source.bytes, zone, needs);
    if (!read.ok) return read;
    return ok({ source: { name: nameOf(read.value, source.name) }, calendar: read.value });
  }
  if (needs.isHeld()) return fail('network-held');
  const { url } = source;
  const got = await getCalendar({ url, zone }, needs);
  if (!got.ok) return got;
  if (got.value.isSame) return fail('calendar-answer', { status: 304 });
  const { isSame: _isSame, calendar, ...marks } = got.value;
  return ok({ source: { name: nameOf(calendar, new URL(url).host), url, ...marks }, calendar });
}

const nameOf = ({ name }: ReadCalendar, otherwise: string): string =>
  name === '' ? otherwise.replace(/\.ics$/i, '') : name;

export type CalendarTaking = {
  log: 'none' | MeetingScope;
  isKept: boolean;
  /** In minutes, of an address. */
  every: number;
};

export async function takeLooked(
  { source, zone, plan: { meetings, past } }: Looked,
  { log, isKept, every }: CalendarTaking,
  needs: CalendarsNeeds,
): Promise<Result<ManyReport>> {
  const store = needs.store();
  if (!store.ok) return store;
  const context = needs.commandContext();
  if (isKept) {
    // The same file or address a second time is the same calendar.
    const id = context.hash(JSON.stringify(['calendar', source.url ?? source.name]));
    const now = needs.now();
    const times = { every, askedAt: now, readAt: now };
    const kept: KeptCalendar = { ...source, zone, ...times, meetings: meetings.length };
    const written = await store.value.write((tx) => {
      putCalendar(tx, id, kept, context);
      putMirror(tx, id, meetings, context);
      return ok(null);
    });
    if (!written.ok) return written;
    needs.onChange();
  }
  const scope = log === 'none' ? 'private' : log;
  const work = { past: log === 'none' ? [] : past, scope, name: source.name };
  return logMeetings(store.value, work, context);
}
