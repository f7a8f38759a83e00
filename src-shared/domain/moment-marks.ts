// Parts of a moment's text that somebody marked: something we know from now on, or a question
// that waits for an answer. The words stay where they are; an entry says where they stand.

import type { RecordContent } from './kind.ts';
import type { RecordDoc } from './record.ts';

export const markKinds = ['fact', 'question'] as const;
export type MarkKind = (typeof markKinds)[number];

export type Marked = {
  id: string;
  kind: MarkKind;
  words: string;
  /** Where they stand in the text; undefined where it was rewritten since. */
  at: { from: number; to: number } | undefined;
  /** When a question was answered (ISO 8601). */
  answered: string;
};

export function marksOf({ sets, note }: Pick<RecordDoc, 'sets' | 'note'>): Marked[] {
  return (sets['marks'] ?? []).flatMap(({ id, value, label, more }) => {
    const kind = markKinds.find((one) => one === label);
    if (kind === undefined || value === '') return [];
    const at = placeOf(note, value, Number(more?.['from']));
    return [{ id, kind, words: value, at, answered: more?.['answered'] ?? '' }];
  });
}

/** Where they stood, else where they stand first. */
function placeOf(note: string, words: string, from: number): Marked['at'] {
  const isThere = Number.isInteger(from) && from >= 0 && note.startsWith(words, from);
  const start = isThere ? from : note.indexOf(words);
  return start < 0 ? undefined : { from: start, to: start + words.length };
}

/** Finds the moments in which something was marked with somebody; of questions the open ones. */
export const markKey = (kind: MarkKind, person: string): string => `${kind}:${person}`;

export function markKeys({ fields: { people }, sets }: RecordContent): string[] {
  const ids = Array.isArray(people) ? people.filter((id) => typeof id === 'string') : [];
  const marked = new Set(
    marksOf({ sets, note: '' }).flatMap(({ kind, answered }) => (answered === '' ? [kind] : [])),
  );
  return [...marked].flatMap((kind) => ids.map((id) => markKey(kind, id)));
}
