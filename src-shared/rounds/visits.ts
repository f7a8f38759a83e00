// What came of each person of a run, from all visits that any laptop wrote: the same whatever the
// order in which they came.

import { type RunOutcome, runOutcomes, runVisit } from '../domain/round.ts';
import { fieldsOf } from '../domain/kind.ts';
import type { RecordDoc } from '../domain/record.ts';

export type Visit = {
  id: string;
  person: string;
  outcome: RunOutcome;
  /** ms since 1970. */
  at: number;
  by: string;
  /** Those in whose place it stands. */
  after: readonly string[];
};

/** Undefined for any other record, for what was taken back, and for what a newer version says. */
export function visitOf({
  id,
  kind,
  status,
  fields,
}: Pick<RecordDoc, 'kind' | 'status' | 'fields'> & { id: string }): Visit | undefined {
  if (kind !== runVisit.kind || status !== 'live') return undefined;
  const { person, outcome, at, by = '', after } = fieldsOf(runVisit, { fields });
  const known = runOutcomes.find((one) => one === outcome);
  if (known === undefined || person === undefined || at === undefined) return undefined;
  const seen = Array.isArray(after) ? after.filter((one) => typeof one === 'string') : [];
  return { id, person, outcome: known, at, by, after: seen };
}

export type PersonMark = {
  person: string;
  outcome: RunOutcome;
  at: number;
  by: string;
  /** The visits that say so: what comes now takes their place. */
  visits: string[];
};

/** `keeperOf`: who stands for a person now. */
export function marksOf(
  visits: readonly Visit[],
  keeperOf: (id: string) => string = (id) => id,
): Map<string, PersonMark> {
  const byPerson = Map.groupBy(visits, ({ person }) => keeperOf(person));
  return new Map(
    [...byPerson].map(([person, all]) => {
      const heads = standing(all);
      const [top] = heads.toSorted(byWeight);
      const { outcome, at, by } = top as Visit;
      return [person, { person, outcome, at, by, visits: heads.map(({ id }) => id).toSorted() }];
    }),
  );
}

/** Those in whose place none of the others stands. */
function standing(visits: readonly Visit[]): readonly Visit[] {
  const replaced = new Set(visits.flatMap(({ id, after }) => after.filter((one) => one !== id)));
  const heads = visits.filter(({ id }) => !replaced.has(id));
  // A circle, which nobody writes in earnest, hides nothing.
  return heads.length === 0 ? visits : heads;
}

/** What was done counts before what was not. */
const byWeight = (a: Visit, b: Visit): number =>
  runOutcomes.indexOf(b.outcome) - runOutcomes.indexOf(a.outcome) ||
  b.at - a.at ||
  (a.id < b.id ? -1 : 1);

/** Put off is not done with yet. */
export const isDone = (mark: Pick<PersonMark, 'outcome'> | undefined): boolean =>
  mark !== undefined && mark.outcome !== 'snoozed';

/** Who was skipped more than once: in this run, or in this one and in the one before. */
export function skippedTwice(
  visits: readonly Visit[],
  before: readonly Visit[],
  keeperOf: (id: string) => string = (id) => id,
): string[] {
  const marks = marksOf(visits, keeperOf);
  const earlier = marksOf(before, keeperOf);
  const times = Map.groupBy(
    visits.filter(({ outcome }) => outcome === 'skipped'),
    ({ person }) => keeperOf(person),
  );
  return [...marks.values()].flatMap(({ person, outcome }) =>
    outcome === 'skipped' &&
    (times.get(person)?.length ?? 0) + Number(earlier.get(person)?.outcome === 'skipped') > 1
      ? [person]
      : [],
  );
}
