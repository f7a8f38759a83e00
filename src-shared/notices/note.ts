// What somebody is told of without having asked: from the rows of Today and the comments that
// are for them. Data only; the words are the window's.

import { timeOnWall } from '../query/calendar.ts';
import type { ForMe } from '../together/for-me.ts';
import type { Row } from '../today/rows.ts';

/** mention: by name, or the whole team. comment: any other that is for the reader. */
export const noteTypes = ['mention', 'comment', 'promise', 'moved', 'reminder', 'date'] as const;
export type NoteType = (typeof noteTypes)[number];

/** toast: said at once. list: found where it stands, and counted after an absence. */
export const noteWays = ['toast', 'list', 'off'] as const;
export type NoteWay = (typeof noteWays)[number];

export type Note = {
  /** One that was put off is another one when it comes back. */
  key: string;
  type: NoteType;
  /** Since when it matters (ms since 1970); it may lie ahead. */
  at: number;
  /** Where it is nobody's in particular: the laptop that is nearest to it. */
  nearest?: string;
  row?: Row;
  comment?: ForMe;
};

/** Where nothing says at what time of the day. */
const usualClock = '09:00';

export const notesOf = (rows: readonly Row[], comments: readonly ForMe[], zone: string): Note[] => [
  ...rows.flatMap((row) => noteOfRow(row, zone) ?? []),
  ...comments.filter(({ state }) => state === 'open').map(noteOfComment),
];

function noteOfRow(row: Row, zone: string): Note | undefined {
  const { reason, backOn, nearest } = row;
  const type = typeByReason[reason.code];
  if (type === undefined || !('day' in reason)) return undefined;
  const clock = reason.code === 'reminder' ? reason.clock : usualClock;
  const on = backOn === undefined || backOn < reason.day ? reason.day : backOn;
  return {
    key: backOn === undefined ? row.key : `${row.key}@${backOn}`,
    type,
    at: reason.code === 'promise-moved' ? reason.at : timeOnWall(`${on}T${clock}`, zone),
    ...(nearest === undefined ? {} : { nearest }),
    row,
  };
}

const typeByReason: { [code in Row['reason']['code']]?: NoteType } = {
  promise: 'promise',
  'promise-moved': 'moved',
  reminder: 'reminder',
  birthday: 'date',
  date: 'date',
};

function noteOfComment(comment: ForMe): Note {
  const { id, why, at, back } = comment;
  return {
    key: back === undefined ? `comment:${id}` : `comment:${id}@${back}`,
    type: why === 'mention' || why === 'team' ? 'mention' : 'comment',
    at: Math.max(at, back ?? 0),
    comment,
  };
}
