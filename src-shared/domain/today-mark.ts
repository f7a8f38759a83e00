// What somebody said of a row of Today. That it is done holds for the team; putting it off,
// pinning it and “not mine” are one's own and stay on this laptop.

import { choice } from '../fields/choice.ts';
import { time } from '../fields/day.ts';
import { link } from '../fields/link.ts';
import { text } from '../fields/text.ts';
import { defineKind } from './kind.ts';
import type { NewRecord, RecordDoc } from './record.ts';

export const markSays = ['done', 'snoozed', 'pinned', 'not-mine'] as const;
export type MarkSays = (typeof markSays)[number];

/** Until a day (YYYY-MM-DD), `contact`: the next one, or `post`: what they publish next. */
export type Until = string;

/** Finds all of them. */
export const todayMarkKey = 'is:today-mark';

export const todayMark = defineKind('today-mark', {
  collection: 'setup',
  privacy: 'own',
  onErase: 'with-owner',
  isFound: false,
  fields: {
    about: link({ to: ['people', 'groups', 'setup'], owner: true }),
    /** The row, by its key. */
    row: text({ hidden: true }),
    says: choice(markSays),
    until: text({ hidden: true }),
    at: time({ hidden: true }),
  },
  sets: {},
  keys: () => [todayMarkKey],
});

/** As it is kept: `id` is that of its record. */
export type KeptMark = Mark & { id: string };

export type Mark = { about: string; row: string; says: MarkSays; until?: Until; at: number };

/** Undefined for any other record, and what was taken back. */
export function markOf({ id, kind, status, fields }: RecordDoc): KeptMark | undefined {
  const { about, row, says, until, at } = fields;
  const known = markSays.find((one) => one === says);
  if (kind !== todayMark.kind || status !== 'live' || known === undefined) return undefined;
  if (typeof about !== 'string' || typeof row !== 'string' || typeof at !== 'number')
    return undefined;
  return { id, about, row, says: known, at, ...(typeof until === 'string' ? { until } : {}) };
}

export const newMark = (mark: Mark): NewRecord => ({
  kind: todayMark.kind,
  ...(mark.says === 'done' ? {} : { scope: 'private' as const }),
  fields: { ...mark },
});
