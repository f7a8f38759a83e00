// What we owe somebody, or they owe us. Whether it is late or broken is worked out when it is
// asked (query/promise-standing.ts), never stored: nobody marks themselves broken.

import { choice } from '../fields/choice.ts';
import { day } from '../fields/day.ts';
import { link, links } from '../fields/link.ts';
import { happenings } from '../fields/set.ts';
import { text } from '../fields/text.ts';
import { defineKind, type RecordContent, type Said } from './kind.ts';
import { dueOf, duePrecisions, lastDayOf } from './promise-due.ts';
import type { RecordId } from './record.ts';

export const promiseSides = ['ours', 'theirs'] as const;
export type PromiseSide = (typeof promiseSides)[number];

/** Of two that were said apart the later one here is shown, and the other is a conflict. */
export const promiseStates = ['open', 'released', 'dropped', 'kept'] as const;
export type PromiseState = (typeof promiseStates)[number];
export type SettledState = Exclude<PromiseState, 'open'>;

const elsewhere = { place: 'elsewhere' } as const;

export const promise = defineKind('promise', {
  collection: 'work',
  privacy: 'as-linked',
  onErase: 'unlink',
  fields: {
    text: text({ search: 'name', place: 'first' }),
    by: choice(promiseSides),
    /** To whom it was made, or by whom where it is theirs. */
    people: links({ to: ['people'] }),
    groups: links({ to: ['groups'] }),
    /** Who of us. */
    member: text(),
    /** Moved by `movePromise` only, which keeps what it was. */
    due: day(elsewhere),
    precision: choice(duePrecisions, elsewhere),
    /** HH:MM. */
    dueTime: text(elsewhere),
    /** What it was made in or read from. */
    madeIn: link({ to: ['moments', 'posts'], discreet: true }, elsewhere),
    state: choice(promiseStates, { merge: 'ranked', place: 'elsewhere' }),
  },
  sets: {
    /** By the state it came to; label: when (ISO 8601); more: how, by. */
    settled: happenings(),
    /** By the new date; label: when it was moved; more: from, why, agreed (yes), by. */
    dueMoves: happenings(),
  },
  says: (content) => saidOf(content),
});

function saidOf(content: RecordContent): Said | undefined {
  if (stateOf(content) !== 'open') return undefined;
  const due = dueOf(content);
  const by = sideOf(content);
  return by === undefined && due === undefined
    ? undefined
    : {
        ...(due === undefined ? {} : { due: lastDayOf(due) }),
        ...(by === undefined ? {} : { promise: by }),
      };
}

/** What a newer version calls something else is not open. */
export function stateOf({ fields: { state } }: Pick<RecordContent, 'fields'>): string {
  return typeof state === 'string' ? state : 'open';
}

export const sideOf = ({ fields: { by } }: Pick<RecordContent, 'fields'>) =>
  promiseSides.find((one) => one === by);

/**
 * The same on every laptop that reads this promise in this moment or post by itself. What
 * somebody types has an id of its own.
 */
export const readPromiseId = (
  madeIn: string,
  by: PromiseSide,
  words: string,
  hash: (text: string) => string,
): RecordId =>
  hash(JSON.stringify(['promise', madeIn, by, words.trim().replace(/\s+/g, ' ')])).slice(
    0,
    64,
  ) as RecordId;
