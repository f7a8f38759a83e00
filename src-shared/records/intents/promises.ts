// What people do with promises: make them, settle them, move their date.

import type { NewRecord, RecordDoc, RecordId } from '../../domain/record.ts';
import { promise, type PromiseSide, type SettledState } from '../../domain/promise.ts';
import { type Due, dueCode, dueFields, dueOf } from '../../domain/promise-due.ts';
import type { Change, Command, Ref } from '../command.ts';
import { create, edit, putItem, removeItem, setField, setFields } from './edits.ts';

export type PromiseMade = {
  /** One that every laptop makes of the same words by itself (`readPromiseId`); left out: a new one. */
  id?: RecordId | undefined;
  text: string;
  by: PromiseSide;
  people: readonly string[];
  groups?: readonly string[];
  /** Who of us. */
  member?: string | undefined;
  due?: Due | undefined;
  /** The moment or post it was made in. */
  madeIn?: string | undefined;
};

/** As a record, to be made together with others, such as the moment it was made in. */
export function promiseOf(made: PromiseMade): NewRecord {
  const { id, text, by, people, groups = [], member = '', due, madeIn } = made;
  return {
    ...(id === undefined ? {} : { id }),
    kind: promise.kind,
    fields: {
      text: text.trim(),
      by,
      state: 'open',
      ...dueFields(due),
      ...(people.length === 0 ? {} : { people: [...people] }),
      ...(groups.length === 0 ? {} : { groups: [...groups] }),
      ...(member.trim() === '' ? {} : { member: member.trim() }),
      ...(madeIn === undefined ? {} : { madeIn }),
    },
  };
}

export const makePromise = (made: PromiseMade): Command => create(promiseOf(made));

type Promised = Pick<RecordDoc, 'id' | 'fields' | 'sets'>;

const refOf = ({ id }: Promised): Ref => ({ collection: 'work', id });

type Settling = {
  state: SettledState;
  /** ms since 1970. */
  at: number;
  /** What was done instead, or why not. */
  how?: string | undefined;
  /** Who says so. */
  by?: string | undefined;
};

/** In place of what was said of it before. */
export const settlePromise = (of: Promised, settling: Settling): Command =>
  settlePromises([of], settling);

/** All of them as one. */
export function settlePromises(all: readonly Promised[], settling: Settling): Command {
  const { state, at, how, by } = settling;
  const mark = { value: state, label: timeText(at), more: filled({ how, by }) };
  return edit(
    ...all.flatMap((of) => [
      ...unsettled(of),
      setField(refOf(of), 'state', state),
      putItem(refOf(of), 'settled', mark),
    ]),
  );
}

/** It is open again. */
export const reopenPromise = (of: Promised): Command =>
  edit(...unsettled(of), setField(refOf(of), 'state', 'open'));

const unsettled = (of: Promised): Change[] =>
  (of.sets['settled'] ?? []).map(({ id }) => removeItem(refOf(of), 'settled', id));

type Moving = {
  due: Due;
  /** The word that goes with it. */
  why: string;
  /** With them: then the new date is the one that counts. */
  isAgreed: boolean;
  at: number;
  by?: string | undefined;
};

export const movePromise = (of: Promised, moving: Moving): Command => movePromises([of], moving);

/** What each was is kept beside the new date. */
export const movePromises = (all: readonly Promised[], moving: Moving): Command =>
  edit(...all.flatMap((of) => moved(of, moving)));

function moved(of: Promised, { due, why, isAgreed, at, by }: Moving): Change[] {
  const was = dueOf(of);
  const more = filled({
    from: was === undefined ? undefined : dueCode(was),
    why,
    agreed: isAgreed ? 'yes' : undefined,
    by,
  });
  const move = { value: dueCode(due), label: timeText(at), more };
  return [...setFields(refOf(of), dueFields(due)), putItem(refOf(of), 'dueMoves', move)];
}

const timeText = (at: number): string => new Date(at).toISOString();

function filled(texts: { [name: string]: string | undefined }): { [name: string]: string } {
  const trimmed = Object.entries(texts).map(([name, text = '']) => [name, text.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, text]) => text !== ''));
}
