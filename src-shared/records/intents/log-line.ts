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
  promises: readonly Pick<PromiseMade, 'by' | 'text' | 'due' | 'member'>[];
  /** Of whom it was with. */
  reminder?: Omit<Remind, 'about'> | undefined;
  /** It has not happened: there is no moment of it. */
  isPlan?: boolean;
};

export function logWhole(logged: Logged): Command {
  const { id, moment, newPeople, promises, reminder, isPlan = false } = logged;
  const { people } = moment;
  const madeIn = isPlan ? undefined : id;
  return create(
    ...(isPlan ? [] : [{ ...momentOf(moment), id }]),
    ...newPeople.map((one): NewRecord => ({
      id: one.id,
      kind: 'person',
      fields: { ...one.name },
    })),
    ...promises.map((promise) => promiseOf({ ...promise, people, madeIn })),
    ...(reminder === undefined ? [] : [remindOfAll(people, reminder)]),
  );
}

type ForEach = {
  kind: string;
  when: number;
  text: string;
  more: NonNullable<Moment['more']>;
  /** Who was there each time. */
  others: readonly string[];
  promises: Logged['promises'];
  reminder?: Omit<Remind, 'about'> | undefined;
  isPlan?: boolean | undefined;
};

/** So many are named by one reminder. */
const mostReminded = 500;

/** The same with each of many people, for each on their own. */
export function logForEach(
  { kind, when, text, more, others, promises, reminder, isPlan = false }: ForEach,
  people: readonly string[],
  newId: () => string,
): Command {
  const each = people.flatMap((person): NewRecord[] => {
    const id = newId() as RecordId;
    const present = [person, ...others.filter((other) => other !== person)];
    const madeIn = isPlan ? undefined : id;
    return [
      ...(isPlan ? [] : [{ ...momentOf({ kind, when, text, more, people: present }), id }]),
      ...promises.map((promise) => promiseOf({ ...promise, people: [person], madeIn })),
    ];
  });
  const reminders: NewRecord[] = [];
  if (reminder !== undefined)
    for (let at = 0; at < people.length; at += mostReminded)
      reminders.push(remindOfAll(people.slice(at, at + mostReminded), reminder));
  return create(...each, ...reminders);
}

function remindOfAll(people: readonly string[], reminder: Omit<Remind, 'about'>): NewRecord {
  const made = remind({ ...reminder, about: { collection: 'people', id: people[0] ?? '' } });
  return { ...made, sets: { people: people.map((value) => ({ value })) } };
}
