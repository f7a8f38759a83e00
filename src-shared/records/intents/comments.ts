// What people do with comments: write, change, answer, react.

import { comment, reactionOf, wholeTeam } from '../../domain/comment.ts';
import type { NewRecord, RecordDoc, RecordId } from '../../domain/record.ts';
import type { Command, Ref } from '../command.ts';
import { create, edit, holdValues, putItem, removeItem, setField, writeNote } from './edits.ts';

/** A device, and how its member was called; `team` for everybody. */
export type Mention = { id: string; name: string };

type Written = {
  on: string;
  text: string;
  /** ms since 1970. */
  when: number;
  replyTo?: string | undefined;
  mentions: readonly Mention[];
};

const newComment = ({ on, text, when, replyTo, mentions }: Written): NewRecord => ({
  kind: comment.kind,
  fields: { on: on as RecordId, when, ...(replyTo === undefined ? {} : { replyTo }) },
  sets: { mentions: mentions.map(({ id, name }) => ({ value: id, label: name })) },
  note: text.trim(),
});

export const writeComment = (written: Written): Command => create(newComment(written));

/** What whoever is now to see to it is told, in a comment that names them; none without words. */
export function handOver({ on, text, when, mentions }: Omit<Written, 'replyTo'>): NewRecord[] {
  const name = mentions[0]?.name;
  if (name === undefined || text.trim() === '') return [];
  return [newComment({ on, text: `@${name} ${text.trim()}`, when, mentions })];
}

const refOf = (id: string): Ref => ({ collection: 'work', id });

/** Undefined where nothing differs. */
export function changeComment(
  { id, note, sets }: Pick<RecordDoc, 'id' | 'note' | 'sets'>,
  text: string,
  mentions: readonly Mention[],
): Command | undefined {
  const ref = refOf(id);
  const known = sets['mentions'] ?? [];
  const changes = [
    ...(text.trim() === note ? [] : [writeNote(ref, text.trim())]),
    ...holdValues(
      ref,
      'mentions',
      known,
      mentions.map((one) => one.id),
    ),
  ];
  return changes.length === 0 ? undefined : edit(...changes);
}

/** What it said goes, and who it called; that something stood there stays. */
export const removeComment = (
  { id, note, sets }: Pick<RecordDoc, 'id' | 'note' | 'sets'>,
  now: number,
): Command =>
  edit(
    setField(refOf(id), 'removed', now),
    ...(note === '' ? [] : [writeNote(refOf(id), '')]),
    ...holdValues(refOf(id), 'mentions', sets['mentions'] ?? [], []),
  );

/** Puts the sign of this laptop there, or takes it away again. */
export function react(
  { id, sets }: Pick<RecordDoc, 'id' | 'sets'>,
  sign: string,
  device: string,
): Command {
  const value = reactionOf(sign, device);
  const known = sets['reactions']?.find((item) => item.value === value);
  const ref = refOf(id);
  return edit(
    known === undefined
      ? putItem(ref, 'reactions', { value })
      : removeItem(ref, 'reactions', known.id),
  );
}

/**
 * Who is named in the text by `@Name`, of those who can be; the longest name counts where one
 * begins like another. The whole team in the reader's own word is among `people`, too.
 */
export function mentionsIn(text: string, people: readonly Mention[]): Mention[] {
  // Also in the word of another language than the reader's.
  const team = people.some(({ id }) => id === wholeTeam) ? [everybody(wholeTeam)] : [];
  const byLength = [...people, ...team]
    .filter(({ name }) => name.trim() !== '')
    .toSorted((a, b) => b.name.length - a.name.length);
  const found = new Map<string, Mention>();
  const lower = text.toLowerCase();
  for (let at = lower.indexOf('@'); at >= 0; at = lower.indexOf('@', at + 1)) {
    // An address such as ben@weiss.example mentions nobody.
    if (at > 0 && /[\p{L}\p{N}._-]/u.test(lower[at - 1] ?? '')) continue;
    const named = byLength.find(({ name }) => isNamedAt(lower, at + 1, name.toLowerCase()));
    if (named === undefined) continue;
    for (const one of [...people, ...team])
      if (one.name.toLowerCase() === named.name.toLowerCase()) found.set(one.id, one);
  }
  return [...found.values()];
}

const isNamedAt = (text: string, at: number, name: string): boolean =>
  text.startsWith(name, at) && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? '');

export const everybody = (name: string): Mention => ({ id: wholeTeam, name });
