// What happened, with what came of it, as one step: the moment, whoever is new in it, and what
// was promised and is to follow.

import type { NewRecord, RecordId } from '../../domain/record.ts';
import type { NameFields } from '../../values/name-words.ts';
import type { Command } from '../command.ts';
import { create } from './edits.ts';
import { type Remind, remind } from './keep-in-touch.ts';
import { type Moment, momentOf } from './people.ts';
import { type PromiseMade, promiseOf } from './promises.ts';

type Logged = {
  /** Of the moment, which the promises name. */
  id: RecordId;
  moment: Moment;
  newPeople: readonly { id: RecordId; name: NameFields }[];
  promises: readonly Pick<PromiseMade, 'by' | 'text' | 'due'>[];
  /** Of whom it was with. */
  reminder?: Omit<Remind, 'about'> | undefined;
};

export function logWhole({ id, moment, newPeople, promises, reminder }: Logged): Command {
  const { people } = moment;
  return create(
    { ...momentOf(moment), id },
    ...newPeople.map((one): NewRecord => ({
      id: one.id,
      kind: 'person',
      fields: { ...one.name },
    })),
    ...promises.map((promise) => promiseOf({ ...promise, people, madeIn: id })),
    ...(reminder === undefined ? [] : [remindOfAll(people, reminder)]),
  );
}

function remindOfAll(people: readonly string[], reminder: Omit<Remind, 'about'>): NewRecord {
  const made = remind({ ...reminder, about: { collection: 'people', id: people[0] ?? '' } });
  return { ...made, sets: { people: people.map((value) => ({ value })) } };
}
