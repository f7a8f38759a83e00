// What people do with parts of a moment's text: mark them, say that a question was answered, take
// the mark off.

import type { Marked, MarkKind } from '../../domain/moment-marks.ts';
import type { Command, Ref } from '../command.ts';
import { edit, putItem, removeItem } from './edits.ts';

const refOf = (moment: string): Ref => ({ collection: 'moments', id: moment });

type Part = { kind: MarkKind; words: string; from: number };

export const markPart = (moment: string, { kind, words, from }: Part): Command =>
  edit(putItem(refOf(moment), 'marks', { value: words, label: kind, more: { from: `${from}` } }));

/** `at`: ms since 1970. */
export const answerPart = (moment: string, { id, kind, words, at: place }: Marked, at: number) =>
  edit(
    putItem(refOf(moment), 'marks', {
      id,
      value: words,
      label: kind,
      more: { from: `${place?.from ?? 0}`, answered: new Date(at).toISOString() },
    }),
  );

export const unmarkPart = (moment: string, { id }: Pick<Marked, 'id'>): Command =>
  edit(removeItem(refOf(moment), 'marks', id));
