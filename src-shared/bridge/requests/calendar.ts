// Calendars on their way in: looked at first, then logged and kept on this laptop.

import { z } from 'zod';

import type { CalendarPreview } from '../../calendar/plan-calendar.ts';
import type { CalendarInfo } from '../../calendar/kept-calendar.ts';
import type { ManyReport } from '../../records/make-in-pieces.ts';
import { file, nothing, requestOf } from './request-of.ts';

const calendar = z.object({ calendar: z.string().max(64) });
const kept = z.object({ id: z.string().max(64) });
const zone = z.string().max(64);
const every = z.number().int().min(15).max(360);

export type CalendarLooked = { calendar: string; name: string; preview: CalendarPreview };

export const calendarRequests = {
  /** A file that was handed over. */
  'calendar.lookAtFile': requestOf(
    file.extend({ name: z.string().max(1_000), zone }),
  ).to<CalendarLooked>(),
  'calendar.lookAtAddress': requestOf(
    z.object({ address: z.string().max(2_100), zone }),
  ).to<CalendarLooked>(),
  'calendar.take': requestOf(
    calendar.extend({ log: z.enum(['none', 'private', 'team']), isKept: z.boolean(), every }),
  ).to<ManyReport>(),
  'calendar.close': requestOf(calendar).to<null>(),
  /** Those that are kept. */
  'calendar.list': requestOf(nothing).to<CalendarInfo[]>(),
  'calendar.setEvery': requestOf(kept.extend({ every })).to<null>(),
  'calendar.lookNow': requestOf(kept).to<null>(),
  'calendar.forget': requestOf(kept).to<null>(),
};
