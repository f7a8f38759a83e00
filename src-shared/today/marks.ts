// What was said of rows, and what follows from it for whoever looks.

import type { KeptMark, Mark } from '../domain/today-mark.ts';
import type { Looking, TodayInput } from './input.ts';
import { type Away, byLadder, type Row } from './rows.ts';

/** Done by the team, or put off or away here. */
export function isHolding(
  { says, until, at }: Mark,
  about: string,
  input: TodayInput,
  { today }: Looking,
) {
  if (says === 'pinned') return false;
  if (says !== 'snoozed' || until === undefined) return true;
  if (until === 'contact') return (input.contactAt.get(about) ?? -Infinity) <= at;
  if (until === 'post') return (input.postAt.get(about) ?? -Infinity) <= at;
  return today < until;
}

/** What nobody has done, and what is not seen here. */
export function awayOf(
  rows: readonly Row[],
  marks: ReadonlyMap<string, readonly KeptMark[]>,
  isOpen: (row: Row) => boolean,
): Away[] {
  return rows
    .filter((row) => !isOpen(row))
    .toSorted(byLadder)
    .flatMap((row): Away[] => {
      const own = marks.get(row.key) ?? [];
      if (own.some(({ says }) => says === 'done')) return [];
      const holding = own.filter(({ says }) => says === 'snoozed' || says === 'not-mine');
      const isNotMine = holding.some(({ says }) => says === 'not-mine');
      const until = holding.map((mark) => mark.until).findLast((one) => one !== undefined);
      return [
        {
          row,
          marks: holding.map(({ id }) => id).toSorted(),
          ...(isNotMine || until === undefined ? {} : { until }),
        },
      ];
    });
}

/** Of a row that is shown: the last day until which it was put off. */
export const backOnOf = (marks: readonly Mark[]): string | undefined =>
  marks
    .flatMap(({ says, until }) => (says === 'snoozed' && isDay(until) ? [until] : []))
    .toSorted()
    .at(-1);

const isDay = (until: string | undefined): until is string => /^\d{4}-/.test(until ?? '');
