// Views for a window: parsed here, answered by the book in SQL.

import type { Handlers } from '../../../src-shared/bridge/server.ts';
import type { JsonValue } from '../../../src-shared/domain/record.ts';
import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { WeekDay } from '../../../src-shared/query/calendar.ts';
import { parseView, type View } from '../../../src-shared/query/view.ts';
import type { Views } from '../book/query/views.ts';
import type { ServiceContext } from './context.ts';

type Served = Extract<keyof Handlers, `view.${string}`>;
type Asked = { view: JsonValue; zone: string; weekStart: WeekDay };

export function viewHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const answer = async <T>(
    { view: raw, zone, weekStart }: Asked,
    read: (views: Views, view: View) => Result<T>,
  ): Promise<Result<T>> => {
    const view = parseView(raw);
    if (!view.ok) return view;
    if (!isZone(zone)) return fail('bad-input');
    const book = context.book();
    if (!book.ok) return book;
    await book.value.facts.refresh();
    const now = context.commandContext().now();
    return read(book.value.views({ now, zone, weekStart }), view.value);
  };
  return {
    'view.ids': ({ offset, limit, ...asked }) =>
      answer(asked, (views, view) =>
        ok({ ids: views.ids(view, { offset, limit }), marks: views.marks(view) }),
      ),
    'view.count': (asked) => answer(asked, (views, view) => ok({ count: views.count(view) })),
    'view.groups': (asked) => answer(asked, (views, view) => ok({ groups: views.groups(view) })),
    'view.sums': ({ field, ...asked }) =>
      answer(asked, (views, view) => {
        const sums = views.sums(view, field);
        return sums === undefined ? fail('not-found') : ok(sums);
      }),
  };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format(0);
    return true;
  } catch {
    return false;
  }
}
