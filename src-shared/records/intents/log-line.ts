// What happened, with what came of it, as one step: the moment, whoever is new in it, and what
// was promised.

import type { NewRecord, RecordId } from '../../domain/record.ts';
import type { NameFields } from '../../values/name-words.ts';
import type { Command } from '../command.ts';
import { create } from './edits.ts';
import { type Moment, momentOf } from './people.ts';
import { type PromiseMade, promiseOf } from './promises.ts';

type Logged = {
  /** Of the moment, which the promises name. */
  id: RecordId;
  moment: Moment;
  newPeople: readonly { id: RecordId; name: NameFields }[];
  promises: readonly Pick<PromiseMade, 'by' | 'text' | 'due'>[];
};

export function logWhole({ id, moment, newPeople, promises }: Logged): Command {
  const { people } = moment;
  return create(
    { ...momentOf(moment), id },
    ...newPeople.map((one): NewRecord => ({
      id: one.id,
      kind: 'person',
      fields: { ...one.name },
    })),
    ...promises.map((promise) => promiseOf({ ...promise, people, madeIn: id })),
  );
}
