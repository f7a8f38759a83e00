// Views for a window: answered by the book in SQL.

import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { ok, type Result } from '../../../src-shared/domain/result.ts';
import { kindsOf } from '../../../src-shared/records/context.ts';
import type { ServiceContext } from './context.ts';
import { openFieldValues } from './field-values.ts';
import { countTagged } from './tagged.ts';
import { type AskedView, countChosen, openView, openViews, peopleIn } from './which.ts';

type Served = Extract<keyof Handlers, `view.${string}`>;

export function viewHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const valuesOf = openFieldValues(() => context.commandContext().now());
  const answer = async <T>(
    asked: Parameters<typeof openView>[1],
    read: (opened: AskedView) => Result<T>,
  ): Promise<Result<T>> => {
    const opened = await openView(context, asked);
    return opened.ok ? read(opened.value) : opened;
  };
  return {
    'view.ids': ({ offset, limit, inGroups, ...asked }) =>
      answer(asked, ({ views, view }) =>
        ok({ ids: views.ids(view, { offset, limit }, inGroups), marks: views.marks(view) }),
      ),
    'view.count': (asked) => answer(asked, ({ views, view }) => ok({ count: views.count(view) })),
    'view.people': async (which) => {
      const count = await countChosen(context, which);
      return count.ok ? ok({ count: count.value }) : count;
    },
    'view.peopleIds': async ({ limit, ...which }) => {
      const ids = await peopleIn(context, which);
      return ids.ok ? ok({ ids: ids.value.slice(0, limit), count: ids.value.length }) : ids;
    },
    'view.groups': (asked) =>
      answer(asked, ({ views, view }) => ok({ groups: views.groups(view) })),
    'view.values': async ({ field, text, limit, ...asked }) => {
      const opened = await openView(context, asked);
      if (!opened.ok) return opened;
      return ok({ values: await valuesOf(opened.value, { field, text, limit }) });
    },
    'view.facts': async ({ ids }) => {
      const book = context.book();
      if (!book.ok) return book;
      await book.value.facts.refresh();
      return ok(book.value.facts.of(ids));
    },
    'view.groupPeople': async ({ ids, zone }) => {
      const opened = await openViews(context, { zone, weekStart: 1 });
      return opened.ok ? ok(opened.value.views.peopleOf(ids)) : opened;
    },
    'view.tagged': async ({ tags }) => {
      const book = context.book();
      if (!book.ok) return book;
      const kinds = kindsOf(context.commandContext());
      return ok({ counts: await countTagged(book.value.store, kinds, tags) });
    },
    'view.feet': ({ fields, ...asked }) =>
      answer(asked, ({ views, view }) => {
        const feet = fields.flatMap((field) => {
          const found = views.feet(view, field);
          return found === undefined ? [] : [[field, found] as const];
        });
        return ok({ feet: Object.fromEntries(feet) });
      }),
  };
}
