// Reading and changing the book: commands, undo state, search, settings.

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { bulkCommand } from '../../../src-shared/records/intents/bulk.ts';
import { noteWatched } from '../../../src-shared/feeds/arrivals.ts';
import { reachOf } from '../../../src-shared/records/share.ts';
import { toldOf } from '../../../src-shared/records/told.ts';
import { type CommandContext, kindsOf } from '../../../src-shared/records/context.ts';
import type { Done } from '../../../src-shared/records/command.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
import { typedPerson } from '../../../src-shared/transfer/import/entry/typed-person.ts';
import { whoIsLike } from '../../../src-shared/transfer/import/match/near.ts';
import { storeOf } from '../book/book.ts';
import type { ServiceContext } from './context.ts';
import { nameInTeam } from './team/standing.ts';
import { peopleIn, searchPeople } from './which.ts';

type Served =
  | 'command.run'
  | 'command.forAll'
  | 'share.reach'
  | `search.${'counts' | 'people' | 'run'}`
  | 'people.like'
  | 'settings.write';

/** So many people are named who may be the one being typed in. */
const mostAlike = 5;
/** So many groups that would come along are called by their names. */
const mostNamed = 8;

/** With what it was about, for the words after it. */
async function told(
  store: RecordStore,
  how: CommandContext,
  done: Result<Done>,
): Promise<Result<Done>> {
  if (!done.ok) return done;
  return ok({ ...done.value, told: await toldOf(store, done.value, kindsOf(how)) });
}

export function commandHandlers(context: ServiceContext): Pick<Handlers, Served> {
  const { settings } = context;
  return {
    'command.run': async ({ command }) => {
      const book = context.book();
      if (!book.ok) return book;
      const { store } = book.value;
      const how = context.commandContext();
      if (command.type !== 'erase') return told(store, how, await runCommand(store, command, how));
      // Who it was is known before only.
      const ids = command.refs.map(({ id }) => id);
      const of = await toldOf(store, { ids, count: ids.length }, kindsOf(how));
      const erased = await runCommand(store, command, how);
      if (!erased.ok) return erased;
      await context.erased.sweep();
      return ok({ ...erased.value, told: of });
    },
    'command.forAll': async ({ act, count, ...which }) => {
      const people = await peopleIn(context, which);
      if (!people.ok) return people;
      if (people.value.length !== count || count === 0) return fail('changed-since');
      const book = context.book();
      if (!book.ok) return book;
      const how = context.commandContext();
      const { store } = book.value;
      const command = bulkCommand(act, people.value, () => how.newId());
      return told(store, how, await runCommand(store, command, how));
    },
    'share.reach': async ({ people = [], groups = [], which }) => {
      const found = which === undefined ? ok(people) : await peopleIn(context, which);
      if (!found.ok) return found;
      const book = context.book();
      if (!book.ok) return book;
      const asked = { people: found.value, groups };
      return book.value.store.write((tx) => {
        const reach = reachOf(tx, asked, context.commandContext());
        const along = reach.groups.filter(({ id }) => !groups.includes(id));
        return ok({
          people: reach.people.length,
          groups: along.slice(0, mostNamed).map(({ name }) => name),
          groupCount: along.length,
          naming: reach.naming.length,
        });
      });
    },
    'search.people': (asked) => searchPeople(context, asked),
    'people.like': async (typed) => {
      const store = storeOf(context.book);
      if (!store.ok) return store;
      const incoming = typedPerson(typed, settings.read().defaultCountry);
      return ok((await whoIsLike(store.value, incoming)).slice(0, mostAlike));
    },
    'search.run': (input) => {
      const book = context.book();
      return book.ok ? ok(book.value.search(input)) : book;
    },
    'search.counts': ({ text }) => {
      const book = context.book();
      return book.ok ? ok({ counts: book.value.countFound(text) }) : book;
    },
    'settings.write': async (patch) => {
      const before = settings.read().watchWords;
      const written = settings.write(patch);
      const book = context.book();
      if (book.ok && written.watchWords.join('\n') !== before.join('\n'))
        await book.value.store.write((tx) => {
          noteWatched(tx, written.watchWords, context.commandContext());
          return ok(null);
        });
      const named = await nameInTeam(context, written.userName);
      return named.ok ? ok(written) : named;
    },
  };
}
