// Something that happened with people. Its text is the record's note.

import type { KindDefinition, RecordContent } from './kind.ts';
import { joinText } from './person.ts';

export const momentFields = [
  /** ms since 1970. */
  'when',
  /** Ids of the people it was with. */
  'people',
  'title',
  /** What it was taken to be later, where that is not the kind it was made as. */
  'kind',
  /** in, out or absent (call, message). */
  'direction',
  /** The address of what it is about, and the id of the post it was made from. */
  'source',
  'post',
] as const;

/** Finds what was made of a post. */
export const postKey = (post: string): string => `post:${post}`;

const momentKind = (kind: string): KindDefinition => ({
  kind,
  collection: 'moments',
  fields: momentFields,
  sets: {},
  derive: ({ fields, note }) => {
    const people = Array.isArray(fields['people']) ? fields['people'] : [];
    const when = fields['when'];
    const title = joinText([fields['title']]);
    return {
      name: title === '' ? note.slice(0, 120) : title,
      keys: [
        ...people.filter((id) => typeof id === 'string'),
        ...(typeof fields['post'] === 'string' ? [postKey(fields['post'])] : []),
      ],
      ...(typeof when === 'number' ? { at: when } : {}),
      search: { name: title, contact: '', body: note },
    };
  },
});

export const note = momentKind('note');
export const call = momentKind('call');
export const meeting = momentKind('meeting');
export const message = momentKind('message');
/** Those that people write down. */
const byHand = [note, call, meeting, message].map(({ kind }) => kind);

/** A moment keeps the kind it was made as; what it was taken to be later is a field. */
export function momentKindOf({
  kind,
  fields,
}: { kind: string } & Pick<RecordContent, 'fields'>): string {
  const later = fields['kind'];
  return byHand.includes(kind) && typeof later === 'string' && byHand.includes(later)
    ? later
    : kind;
}

/** A post that somebody kept: its words stay when its feed has forgotten them. */
export const keptPost = momentKind('kept-post');
