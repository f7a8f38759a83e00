// The calendar requests. What was looked at waits here to be taken.

import { calendarAddress } from '../../../src-shared/calendar/kept-calendar.ts';
import type { CalendarLooked } from '../../../src-shared/bridge/requests/calendar.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { Looked } from '../calendar/look-at.ts';
import { newId } from '../new-id.ts';
import type { ServiceContext } from './context.ts';

type Served = Extract<keyof Handlers, `calendar.${string}`>;

/** A window that went without a word leaves one behind; the eldest goes. */
const mostOpen = 3;

export function calendarHandlers({ calendars, received }: ServiceContext): Pick<Handlers, Served> {
  const open = new Map<string, Looked>();
  const keep = (looked: Result<Looked>): Result<CalendarLooked> => {
    if (!looked.ok) return looked;
    for (const eldest of [...open.keys()].slice(0, open.size - mostOpen + 1)) open.delete(eldest);
    const calendar = newId();
    open.set(calendar, looked.value);
    return ok({
      calendar,
      name: looked.value.source.name,
      preview: looked.value.plan.preview,
    });
  };
  return {
    'calendar.lookAtFile': async ({ file, name, zone }) => {
      const taken = received.take(file);
      if (!taken.ok) return taken;
      const bytes = Buffer.concat(taken.value.pieces);
      return keep(await calendars.look({ type: 'file', name, bytes }, zone));
    },
    'calendar.lookAtAddress': async ({ address, zone }) => {
      const url = calendarAddress(address);
      if (url === undefined) return fail('calendar-address');
      return keep(await calendars.look({ type: 'address', url }, zone));
    },
    'calendar.take': async ({ calendar, ...taking }) => {
      const looked = open.get(calendar);
      if (looked === undefined) return fail('not-found');
      const taken = await calendars.take(looked, taking);
      if (taken.ok) open.delete(calendar);
      return taken;
    },
    'calendar.close': ({ calendar }) => {
      open.delete(calendar);
      return ok(null);
    },
    'calendar.list': () => calendars.list(),
    'calendar.setEvery': ({ id, every }) => calendars.setEvery(id, every),
    'calendar.lookNow': ({ id }) => calendars.lookNow(id),
    'calendar.forget': ({ id }) => calendars.forget(id),
  };
}
