// What somebody chose for a merge: per field whose value stays, and what does not come along. All
// that is not named goes by the rules of the merge (take-over.ts). Chosen against what stands
// there no more, nothing is merged.

import { isOfRecord } from '../domain/merging.ts';
import type { RecordDoc } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { type CommandContext, kindsOf } from './context.ts';
import { ruledField } from './rules.ts';
import { splitWhat } from './writes.ts';

export type Choices = {
  /** By field, the id of the record whose value stays. */
  fields: { readonly [field: string]: string };
  /** Entries (`set/itemId`) and notes that are left out, with whose they are. */
  without: readonly { id: string; what: string }[];
};

export const noChoices: Choices = { fields: {}, without: [] };

/** So many can be looked at side by side. */
export const mostChosenAmong = 10;

/** Of all who are merged, the keeper first. */
export function checkChoices(
  docs: readonly (RecordDoc | undefined)[],
  { fields, without }: Choices,
  context: CommandContext,
): Result<null> {
  if (docs.length > mostChosenAmong) return fail('merge-too-many', { most: mostChosenAmong });
  const known = new Map(
    docs.flatMap((doc) => (doc === undefined ? [] : [[doc.id as string, doc]])),
  );
  const kind = kindsOf(context).get(docs[0]?.kind ?? '');
  const isChosen = ([field, id]: [string, string]): boolean =>
    !isOfRecord(field) &&
    // The most careful value wins, whoever asks.
    ruledField(kind, field) === undefined &&
    known.get(id)?.fields[field] !== undefined;
  const isThere = ({ id, what }: Choices['without'][number]): boolean => {
    const doc = known.get(id);
    if (what === 'note') return doc !== undefined && doc.note !== '';
    const [set, item] = splitWhat(what);
    if (set === undefined || kind?.sets[set]?.merge === 'union') return false;
    return doc?.sets[set]?.some((one) => one.id === item) === true;
  };
  const isAll = Object.entries(fields).every(isChosen) && without.every(isThere);
  return isAll ? ok(null) : fail('merge-changed');
}

/** For whoever is merged after the first: what goes of the keeper's note went for that one. */
export const withoutNoteOf = (choices: Choices, keep: string): Choices => ({
  ...choices,
  without: choices.without.filter(({ id, what }) => id !== keep || what !== 'note'),
});

/** What is left out of one of them. */
export const leftOutOf = ({ without }: Choices, id: string): Set<string> =>
  new Set(without.filter((one) => one.id === id).map(({ what }) => what));
