// What teammates say to each other about a record. Its text is the record's note; who wrote
// it is its origin.

import { time } from '../fields/day.ts';
import { link } from '../fields/link.ts';
import { members } from '../fields/set.ts';
import { defineKind } from './kind.ts';
import type { RecordDoc } from './record.ts';

/** Finds all comments. */
export const anyCommentKey = 'is:comment';

/** Stands among the mentions for everybody in the team. */
export const wholeTeam = 'team';

export const comment = defineKind('comment', {
  collection: 'work',
  privacy: 'as-linked',
  onErase: 'with-owner',
  at: 'when',
  fields: {
    on: link({ to: ['people', 'groups', 'moments'], owner: true }),
    when: time(),
    /** When its author took back what it said; it stays, so that answers keep their sense. */
    removed: time({ place: 'elsewhere' }),
    /** The comment it answers. */
    replyTo: link({ to: ['work'], prefix: 'answers:', discreet: true }),
  },
  sets: {
    /** Laptops of those who are to read it, or `team`; label: how they were called. */
    mentions: members(),
    /** `SIGN DEVICE`, one of each sign a laptop. */
    reactions: members(),
  },
  name: ({ note }) => note.slice(0, 120),
  keys: () => [anyCommentKey],
});

export const reactionSigns = ['👍', '❤️', '🎉', '✅', '👀'] as const;

export const reactionOf = (sign: string, device: string): string => `${sign} ${device}`;

/** Devices by sign, in the order in which signs are offered, then as they came. */
export function reactionsOf({ sets }: Pick<RecordDoc, 'sets'>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (sign: string, device: string): void => {
    found.set(sign, [...(found.get(sign) ?? []), device]);
  };
  const pairs = (sets['reactions'] ?? []).map(({ value }) => value.split(' ', 2));
  for (const sign of reactionSigns)
    for (const [one, device] of pairs) if (one === sign && device) add(sign, device);
  for (const [one = '', device] of pairs)
    if (device && !reactionSigns.some((sign) => sign === one)) add(one, device);
  return found;
}

export const isRemoved = ({ fields }: Pick<RecordDoc, 'fields'>): boolean =>
  typeof fields['removed'] === 'number';

/** The record that a comment is about; '' for one that says it in a way of a newer version. */
export const commentedOn = ({ fields: { on } }: Pick<RecordDoc, 'fields'>): string =>
  typeof on === 'string' ? on : '';
