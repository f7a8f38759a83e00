// What is to be written down: what a line says, and what was changed by hand beside it.

import { foldText } from '../../../../src-shared/domain/fold.ts';
import { readLine } from '../../../../src-shared/logging/line.ts';
import type {
  Known,
  LineDirection,
  LineRead,
  LineReader,
} from '../../../../src-shared/logging/line-parts.ts';
import { timeOfWhen } from '../../../../src-shared/values/when-words.ts';

/** What was said by hand; null where it is to say nothing. */
export type ByHand = {
  kind?: string;
  day?: string;
  time?: string;
  direction?: LineDirection | null;
  topic?: string | null;
  outcome?: string | null;
  mood?: string | null;
};

export type LineState = {
  byHand: ByHand;
  without: ReadonlySet<Parameters<NonNullable<LineReader['without']>['has']>[0]>;
  /** Beside those whom the line names. */
  added: readonly Known[];
  /** The ids of those on whose page it is, who were not there. */
  left: ReadonlySet<string>;
  /** Who is meant by which words, chosen among several or made. */
  meant: ReadonlyMap<string, Known>;
  /** The ids of those who are made with it. */
  made: ReadonlySet<string>;
};

export const emptyState: LineState = {
  byHand: {},
  without: new Set(),
  added: [],
  left: new Set(),
  meant: new Map(),
  made: new Set(),
};

export type Names = ReadonlyMap<string, readonly Known[]>;

export type LineDraft = {
  read: LineRead;
  kind: string;
  people: readonly Known[];
  day: string;
  time: string;
  direction: string | null;
  topic: string | null;
  outcome: string | null;
  mood: string | null;
  text: string;
};

type Asked = Omit<LineReader, 'lookup' | 'without'> & {
  usualKind: string;
  today: string;
  /** Whom it is with anyway. */
  here: readonly Known[];
};

export function draftOf(text: string, state: LineState, names: Names, asked: Asked): LineDraft {
  const { byHand, meant, without, left } = state;
  const added = [...asked.here.filter(({ id }) => !left.has(id)), ...state.added];
  const lookup = (words: string): readonly Known[] | undefined => {
    const chosen = meant.get(words);
    return chosen === undefined ? names.get(words) : [chosen];
  };
  const read = readLine(text, { ...asked, lookup, without });
  const named = read.people.flatMap(({ choices }) => (choices.length === 1 ? choices : []));
  const people = new Map([...added, ...named].map((one) => [one.id, one]));
  const said = <V>(hand: V | null | undefined, line: V | undefined): V | null =>
    hand === undefined ? (line ?? null) : hand;
  return {
    read,
    kind: byHand.kind ?? read.kind ?? asked.usualKind,
    people: [...people.values()],
    day: byHand.day ?? read.when?.day ?? asked.today,
    time: byHand.time ?? read.when?.time ?? '',
    direction: said(byHand.direction, read.direction),
    topic: said(byHand.topic, read.topic),
    outcome: said(byHand.outcome, read.outcome),
    mood: byHand.mood ?? null,
    text: read.rest,
  };
}

/** Those whom it names are to be these. */
export function withPeople(state: LineState, draft: LineDraft, next: readonly Known[]): LineState {
  const stays = (id: string): boolean => next.some((one) => one.id === id);
  const gone = draft.people.filter(({ id }) => !stays(id)).map(({ id }) => id);
  const words = draft.read.people
    .filter(({ choices: [person] }) => person !== undefined && gone.includes(person.id))
    .map((said) => `person ${said.words}` as const);
  return {
    ...state,
    without: new Set([...state.without, ...words]),
    left: new Set([...state.left, ...gone].filter((id) => !stays(id))),
    added: [
      ...state.added.filter(({ id }) => stays(id)),
      ...next.filter(({ id }) => !draft.people.some((one) => one.id === id)),
    ],
  };
}

/** In ms since 1970. Now where it was today and no time is said. */
export function timeOfDraft({ day, time }: LineDraft, { today, zone, now }: Asked): number {
  if (day === today && time === '') return now;
  const at = timeOfWhen({ day, ...(time === '' ? {} : { time }) }, zone);
  return Number.isNaN(at) ? now : at;
}

/** Whether it says anything but with whom. */
export const saysMore = ({ read, text, topic, outcome }: LineDraft): boolean =>
  text !== '' ||
  read.kind !== undefined ||
  read.promises.length > 0 ||
  read.followUp !== undefined ||
  [topic, outcome].some((part) => part !== null) ||
  read.direction !== undefined;

/** Whether all of these words are in the name, whole. */
export function isCalled(name: string, words: string): boolean {
  const own = foldText(name).split(/[\s,]+/);
  return foldText(words)
    .split(' ')
    .every((word) => own.includes(word));
}

/** Whether all of these words begin one of the name's. */
export function beginsName(name: string, words: string): boolean {
  const own = foldText(name).split(/[\s,-]+/);
  return foldText(words)
    .split(' ')
    .every((word) => own.some((one) => one.startsWith(word)));
}
