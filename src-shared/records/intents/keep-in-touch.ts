// What people mean when they say how often they want to be in touch, want to be reminded, and
// say of a row of Today what becomes of it.

import type { NewRecord, RecordDoc } from '../../domain/record.ts';
import { reminder } from '../../domain/reminder.ts';
import { type MarkSays, newMark, type Until } from '../../domain/today-mark.ts';
import { type Every, everyText } from '../../fields/every.ts';
import type { TimeState } from '../../reminders/times.ts';
import type { Row } from '../../today/rows.ts';
import { type Repeat, repeatText } from '../../values/repeat.ts';
import type { Change, Command, Ref } from '../command.ts';
import { create, edit, putItem, setField, setFields } from './edits.ts';

type RhythmWords = { every: Every | undefined; who: string; pausedUntil: string; reason: string };

/** Without `every` there is none any more. */
export const setRhythm = (ref: Ref, { every, who, pausedUntil, reason }: RhythmWords): Change[] =>
  setFields(ref, {
    rhythm: every === undefined ? null : everyText(every),
    rhythmWho: every === undefined || who.trim() === '' ? null : who.trim(),
    rhythmPausedUntil: every === undefined || pausedUntil === '' ? null : pausedUntil,
    rhythmReason: every === undefined || reason.trim() === '' ? null : reason.trim(),
  });

export type Remind = {
  about: { collection: 'people' | 'groups' | 'rounds'; id: string };
  text: string;
  /** YYYY-MM-DD and HH:MM on the wall there. */
  day: string;
  clock: string;
  zone: string;
  repeat?: Repeat;
  who?: string;
};

export const remind = ({ about, text, day, clock, zone, repeat, who = '' }: Remind): NewRecord => ({
  kind: reminder.kind,
  fields: {
    text: text.trim(),
    at: `${day}T${clock}`,
    zone,
    state: 'open',
    ...(repeat === undefined ? {} : { repeat: repeatText(repeat) }),
    ...(who.trim() === '' ? {} : { who: who.trim() }),
  },
  sets: { [about.collection]: [{ value: about.id }] },
});

/** `time`: its day. `on`: the day on which it was done, or until which it is put off. */
export function settleTime(
  doc: Pick<RecordDoc, 'id' | 'sets'>,
  time: string,
  state: TimeState,
  on: string,
): Change {
  const known = (doc.sets['times'] ?? []).find(({ value }) => value === time);
  return putItem({ collection: 'work', id: doc.id }, 'times', {
    ...(known === undefined ? {} : { id: known.id }),
    value: time,
    more: { state, on },
  });
}

export const stopReminder = (id: string): Command =>
  edit(setField({ collection: 'work', id }, 'state', 'stopped'));

/** Done holds for the team; all else is one's own. */
export const markRow = (
  { key, about }: Pick<Row, 'key' | 'about'>,
  says: MarkSays,
  at: number,
  until?: Until,
): Command =>
  create(
    newMark({ about: about.id, row: key, says, at, ...(until === undefined ? {} : { until }) }),
  );
