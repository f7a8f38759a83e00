// The drafts of a run as its list shows them: what is missing first, who is not written to last.

import type { Check } from '../../../../src-shared/drafts/check-run.ts';
import {
  type DraftState,
  type Run,
  type RunDraft,
  textFor,
  type Words,
} from '../../../../src-shared/drafts/run.ts';
import { hasPlaces } from '../../../../src-shared/drafts/template.ts';
import type { RecordDoc } from '../../../../src-shared/domain/record.ts';
import type { Fill, FilledText } from '../use-draft-values.ts';
import type { Gathered } from './use-gathering.ts';

export type Row = {
  draft: RunDraft;
  person: RecordDoc | undefined;
  check: Check;
  state: DraftState;
  words: Words;
  /** Where they work; '' where that is not known. */
  organisation: string;
  /** Places for which nothing is known. */
  missing: string[];
  faults: FilledText['faults'];
  /** Nothing stands in the way of opening it. */
  isReady: boolean;
};

export const shownParts = [
  'all',
  'lacking',
  'unfilled',
  'refused',
  'enough',
  'to-do',
  'opened',
  'sent',
  'skipped',
] as const;
export type Shown = (typeof shownParts)[number];

export function rowOf(
  run: Run,
  draft: RunDraft,
  gathered: Gathered,
  isSent: boolean,
  fill: Fill,
): Row {
  const { person, check, values } = gathered;
  const { language = '' } = person?.fields ?? {};
  const words = draft.own ?? textFor(run.texts, typeof language === 'string' ? language : '');
  const parts = [fill(words.subject, values), fill(words.text, values)];
  const [subject = '', text = ''] = parts.map((part) => part.text);
  return {
    draft,
    person,
    check,
    state: isSent ? 'sent' : draft.step,
    words: { subject, text },
    organisation: values('org.name') ?? '',
    missing: [...new Set(parts.flatMap((part) => part.missing))],
    faults: parts.flatMap((part) => part.faults),
    isReady:
      check.problem === undefined && text.trim() !== '' && !hasPlaces(subject) && !hasPlaces(text),
  };
}

export const isIn = (shown: Shown, row: Row): boolean => {
  const problem = row.check.problem?.what;
  const isRefused = problem !== undefined && problem !== 'no-address';
  switch (shown) {
    case 'all':
      return true;
    case 'lacking':
      return problem === 'no-address';
    case 'refused':
      return isRefused;
    case 'unfilled':
      return !isRefused && hasGap(row);
    case 'enough':
      return problem === undefined && row.check.enough !== undefined;
    case 'to-do':
      return problem === undefined && row.state === 'to-do';
    case 'opened':
    case 'sent':
    case 'skipped':
      return row.state === shown;
  }
};

const hasGap = ({ missing, faults }: Row): boolean => missing.length + faults.length > 0;

/** What stands before what; rows of one place stay as the run has them. */
export function placeOf(row: Row): number {
  if (isIn('refused', row)) return 3;
  if (isIn('lacking', row)) return 0;
  return hasGap(row) ? 1 : 2;
}
