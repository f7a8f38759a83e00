// What a round says of itself.

import { plural, t } from '@lingui/core/macro';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { type RoundEach, roundEach, type RunOutcome } from '../../../src-shared/domain/round.ts';
import { codeWords } from '../../words/value-words.ts';

export const leftOutWords = (count: number): string =>
  plural(count, {
    one: '# person was left out: only this laptop has them.',
    other: '# people were left out: only this laptop has them.',
  });

export const outcomeWords = (outcome: RunOutcome): string =>
  codeWords('run-visit', 'outcome', outcome);

export const eachWords = (each: RoundEach): string => codeWords('round', 'each', each);

/** As it stands in the queue, where there is room for one sign. */
export const outcomeSigns: { readonly [outcome in RunOutcome]: string } = {
  logged: '✓',
  drafted: '✎',
  left: '–',
  snoozed: '◷',
  skipped: '↷',
};

/** Whose mark it is, and what it says. */
export const markWords = (outcome: RunOutcome, by: string): string => {
  const what = outcomeWords(outcome);
  return by === '' ? what : t`${what} by ${by}`;
};

export const eachOf = ({ fields: { each } }: Pick<RecordDoc, 'fields'>): RoundEach =>
  roundEach.find((one) => one === each) ?? 'look';

export const startedAt = ({ fields: { startedAt: at } }: Pick<RecordDoc, 'fields'>): number =>
  typeof at === 'number' ? at : 0;

/** Of times through a round. */
export const latestFirst = (a: RecordDoc, b: RecordDoc): number => startedAt(b) - startedAt(a);
