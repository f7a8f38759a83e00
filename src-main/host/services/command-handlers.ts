// Reading and changing the book: commands, undo state, search, settings.

import { fail, ok } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { bulkCommand } from '../../../src-shared/records/intents/bulk.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
import type { ServiceContext } from './context.ts';
import { peopleIn } from './which.ts';

type Served = 'command.run' | 'command.forAll' | 'search.run' | 'settings.write';

export function commandHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const { settings } = context;
  return {
    'command.run': async ({ command }) => {
      const book = context.book();
      if (!book.ok) return book;
      const done = await runCommand(book.value.store, command, context.commandContext());
      if (done.ok && command.type === 'erase') await context.erased.sweep();
      return done;
    },
    'command.forAll': async ({ act, count, ...which }) => {
      const people = await peopleIn(context, which);
      if (!people.ok) return people;
      if (people.value.length !== count || count === 0) return fail('changed-since');
      const book = context.book();
      if (!book.ok) return book;
      return runCommand(book.value.store, bulkCommand(act, people.value), context.commandContext());
    },
    'search.run': (input) => {
      const book = context.book();
      return book.ok ? ok(book.value.search(input)) : book;
    },
    'settings.write': (patch) => ok(settings.write(patch)),
  };
}
