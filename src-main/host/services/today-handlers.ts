// Today, for whoever's laptop this is.

import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { fail, ok } from '../../../src-shared/domain/result.ts';
import { dayOfTime } from '../../../src-shared/query/calendar.ts';
import type { Looking } from '../../../src-shared/today/input.ts';
import type { ServiceContext } from './context.ts';
import { devicesOf } from './together-handlers.ts';
import { openViews } from './which.ts';

type Served = Extract<keyof Handlers, `today.${string}`>;

export function todayHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const open = (zone: string) => openViews(context, { zone, weekStart: 1 });
  const looking = (zone: string): Looking => lookingOf(context, zone);
  return {
    'today.list': async ({ zone, limit }) => {
      const opened = await open(zone);
      if (!opened.ok) return opened;
      const { book, views } = opened.value;
      const { rows, counts, has, away } = await book.today.list(views, looking(zone));
      return ok({
        rows: rows.slice(0, limit),
        counts,
        total: rows.length,
        has,
        away: away.slice(0, limit),
      });
    },
    'today.of': async ({ zone, person }) => {
      const opened = await open(zone);
      if (!opened.ok) return opened;
      const { book, views } = opened.value;
      const { rows } = await book.today.list(views, looking(zone));
      return ok({ rows: rows.filter(({ about }) => about.id === person) });
    },
    'today.inTouch': async ({ zone, person }) => {
      const opened = await open(zone);
      if (!opened.ok) return opened;
      const { book, views } = opened.value;
      const found = book.today.inTouch(views, person, looking(zone));
      return found === undefined ? fail('not-found') : ok(found);
    },
  };
}

/** Whoever sits before this laptop, there and now. */
export function lookingOf(context: ServiceContext, zone: string): Looking {
  const command = context.commandContext();
  const now = command.now();
  return {
    now,
    zone,
    today: dayOfTime(now, zone),
    member: command.userName,
    devices: devicesOf(context),
  };
}
