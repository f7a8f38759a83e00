// A calendar whose meetings this laptop keeps: a file that was taken once, or an address that is
// read again and again. Bookkeeping of this laptop in the collection `local`; it never leaves.

import { z } from 'zod';

import type { RecordDoc } from '../domain/record.ts';
import { type CommandContext, stampNow } from '../records/context.ts';
import { localDoc } from '../records/local-doc.ts';
import type { RecordTx } from '../store/record-store.ts';

const calendarKind = 'calendar';
export const calendarsKey = `kind:${calendarKind}`;

/** In minutes: from a quarter of an hour to six hours. */
export const everyChoices = [15, 60, 180, 360] as const;

const schema = z.object({
  name: z.string(),
  /** Secret: whoever knows it reads the calendar. */
  url: z.string().exactOptional(),
  zone: z.string(),
  every: z.number(),
  etag: z.string().exactOptional(),
  modified: z.string().exactOptional(),
  askedAt: z.number(),
  readAt: z.number().exactOptional(),
  /** Why the last time failed: the code of an error, and what goes with it. */
  trouble: z.string().exactOptional(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  meetings: z.number(),
});
export type KeptCalendar = z.infer<typeof schema>;

export function keptCalendarIn({ kind, fields }: RecordDoc): KeptCalendar | undefined {
  if (kind !== calendarKind) return undefined;
  const read = schema.safeParse(fields);
  return read.success ? read.data : undefined;
}

export function putCalendar(
  tx: RecordTx,
  id: string,
  calendar: KeptCalendar,
  context: CommandContext,
): void {
  tx.put('local', [localDoc(id, calendarKind, { ...calendar }, stampNow(context))]);
}

/** What a window hears of it: not its address. */
export type CalendarInfo = Pick<
  KeptCalendar,
  'name' | 'every' | 'readAt' | 'trouble' | 'detail' | 'meetings'
> & { id: string; /** Of an address: its server. */ server?: string };

export function calendarInfo(id: string, calendar: KeptCalendar): CalendarInfo {
  const { name, every, readAt, trouble, detail, meetings, url } = calendar;
  return {
    id,
    name,
    every,
    meetings,
    ...(readAt === undefined ? {} : { readAt }),
    ...(trouble === undefined ? {} : { trouble }),
    ...(detail === undefined ? {} : { detail }),
    ...(url === undefined ? {} : { server: new URL(url).host }),
  };
}

/** As calendar programs hand it out; undefined for what is no address, or not a safe one. */
export function calendarAddress(typed: string): string | undefined {
  const text = typed.trim().replace(/^webcals?:\/\//i, 'https://');
  if (text.length > 2_000 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' && url.hostname !== '' ? url.href : undefined;
}
