// What the team says of one of its tags: its colour. The tag itself is a word that records
// have; this one is found by it, whatever its capitals. Without a colour it says nothing.

import { choice } from '../fields/choice.ts';
import { text } from '../fields/text.ts';
import { foldItem } from './fold.ts';
import { defineKind } from './kind.ts';
import type { NewRecord, RecordDoc, RecordId } from './record.ts';

export const tagColors = [
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'grey',
] as const;
export type TagColor = (typeof tagColors)[number];

/** Under which two ways to write a tag are one. */
export const tagKey = foldItem;

/** Finds whatever has the tag, and what is said of it. */
export const tagIndexKey = (tag: string): string => `tag:${tagKey(tag)}`;

/** Finds all that is said of tags. */
export const aboutTagKey = 'is:tag';

export const tag = defineKind('tag', {
  collection: 'setup',
  privacy: 'own',
  onErase: 'keep',
  isFound: false,
  fields: {
    /** Small letters, so that two laptops make the same of one tag. */
    name: text({ search: 'name' }),
    color: choice(tagColors),
  },
  sets: {},
  keys: ({ fields: { name } }) => [
    aboutTagKey,
    ...(typeof name === 'string' ? [tagIndexKey(name)] : []),
  ],
});

/** The word that a record is about; undefined for any other record, and an erased one. */
export const tagOf = ({ kind, status, fields: { name } }: RecordDoc): string | undefined =>
  kind === tag.kind && status !== 'erased' && typeof name === 'string' ? tagKey(name) : undefined;

/** Undefined without one, and for one that only a newer version knows. */
export const colorOf = ({ fields: { color } }: RecordDoc): TagColor | undefined =>
  tagColors.find((one) => one === color);

/** `round`: the next one where those before it were erased, for good. */
export function newTag(
  name: string,
  scope: 'team' | 'private',
  round: number,
  hash: (text: string) => string,
): NewRecord & { id: RecordId } {
  const key = tagKey(name);
  // Its own record where only this laptop knows the tag: a teammate may choose for theirs.
  const id = hash(JSON.stringify(['tag', scope, key, round])).slice(0, 64) as RecordId;
  return { id, kind: tag.kind, scope, fields: { name: key } };
}

/** By tag. What the team said goes before what is said on this laptop alone. */
export function colorsOf(docs: readonly RecordDoc[]): Map<string, TagColor> {
  const colors = new Map<string, TagColor>();
  const inOrder = docs.toSorted(
    (a, b) => Number(a.scope === 'team') - Number(b.scope === 'team') || (a.id < b.id ? -1 : 1),
  );
  for (const doc of inOrder) {
    const [name, color] = [tagOf(doc), colorOf(doc)];
    if (name !== undefined && color !== undefined) colors.set(name, color);
  }
  return colors;
}
