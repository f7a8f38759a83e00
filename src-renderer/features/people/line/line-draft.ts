// What is to be written down: what a line says, and what was changed by hand beside it.

import { foldText } from '../../../../src-shared/domain/fold.ts';
import { type Due, dueOfWhen } from '../../../../src-shared/domain/promise-due.ts';
import { readLine } from '../../../../src-shared/logging/line.ts';
import type {
  FollowUpSaid,
  Known,
  LineDirection,
  LineRead,
  LineReader,
} from '../../../../src-shared/logging/line-parts.ts';
import { isAhead, timeOfWhen } from '../../../../src-shared/values/when-words.ts';

/** What was said by hand; null where it is to say nothing. */
export type ByHand = {
  kind?: string;
  day?: string;
  time?: string;
  direction?: LineDirection | null;
  topic?: string | null;
  outcome?: string | null;
  mood?: string | null;
  /** How long it took. */
  minutes?: number | null;
  followUp?: FollowUpDraft;
};

export type LineState = {
  byHand: ByHand;
  /** By the words a promise was said with. */
  promises: ReadonlyMap<string, Partial<PromiseDraft>>;
  /** The line on which Enter was pressed: it may be a name. */
  entered: string;
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
  promises: new Map(),
  entered: '',
  without: new Set(),
  added: [],
  left: new Set(),
  meant: new Map(),
  made: new Set(),
};

type Named = { whole: readonly Known[]; begun: readonly Known[] };
export type Names = ReadonlyMap<string, Named>;

/** What is promised, with what was changed of it by hand. */
export type PromiseDraft = {
  /** The words it was said with. */
  said: string;
  by: 'us' | 'them';
  text: string;
  due: Due | undefined;
  /** Who of us. */
  member: string;
};

export type FollowUpDraft = { text: string; day: string; time: string };

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
  minutes: number | null;
  promises: readonly PromiseDraft[];
  followUp: FollowUpDraft | undefined;
  /** Nothing has happened: only what is to be done is put down. */
  isPlan: boolean;
  /** What happens then lies ahead. */
  isAhead: boolean;
  text: string;
};

type Asked = Omit<LineReader, 'lookup' | 'begun' | 'kind' | 'hasDay' | 'isName' | 'without'> & {
  /** Who writes it. */
  who: string;
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
    return chosen === undefined ? names.get(words)?.whole : [chosen];
  };
  const begun = (words: string): readonly Known[] => names.get(words)?.begun ?? [];
  const isName = state.entered !== '' && state.entered === text.trim();
  const byWhom = { kind: byHand.kind, hasDay: byHand.day !== undefined };
  const read = readLine(text, { ...asked, ...byWhom, lookup, begun, isName, without });
  const named = read.people.flatMap(({ choices }) => (choices.length === 1 ? choices : []));
  const people = new Map([...added, ...named].map((one) => [one.id, one]));
  const said = <V>(hand: V | null | undefined, line: V | undefined): V | null =>
    hand === undefined ? (line ?? null) : hand;
  const day = byHand.day ?? read.when?.day ?? asked.today;
  const time = byHand.time ?? read.when?.time ?? '';
  return {
    read,
    kind: byHand.kind ?? read.kind ?? asked.usualKind,
    people: [...people.values()],
    day,
    time,
    isPlan: read.isPlan === true,
    isAhead: isAhead({ day, ...(time === '' ? {} : { time }) }, asked),
    direction: said(byHand.direction, read.direction),
    topic: said(byHand.topic, read.topic),
    outcome: said(byHand.outcome, read.outcome),
    mood: byHand.mood ?? null,
    minutes: byHand.minutes ?? null,
    promises: read.promises.map(({ by, text: said, due }) => ({
      said,
      by,
      text: said,
      due: due && dueOfWhen(due),
      member: asked.who,
      ...state.promises.get(said),
    })),
    followUp: read.followUp && (byHand.followUp ?? followUpOf(read.followUp)),
    text: read.rest,
  };
}

const followUpOf = ({ text, when }: FollowUpSaid): FollowUpDraft => ({
  text,
  day: when.day,
  time: when.time ?? '',
});

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

/** Those among them whose name has these words, and those whose name they begin. */
export const namedBy = (found: readonly Known[], words: string): Named => ({
  whole: found.filter(({ name }) => isCalled(name, words)),
  begun: found.filter(({ name }) => beginsName(name, words)),
});

/** Whether all of these words are in the name, whole. */
function isCalled(name: string, words: string): boolean {
  const own = foldText(name).split(/[\s,]+/);
  return foldText(words)
    .split(' ')
    .every((word) => own.includes(word));
}

/** So few letters are the beginning of too much. */
const fewest = 3;

/** Whether each of these words begins another one of the name's: "ben abb", "Ana T". */
function beginsName(name: string, words: string): boolean {
  const own = foldText(name).split(/[\s,-]+/);
  return words.split(' ').every((word) => {
    const folded = foldText(word);
    const isEnough = folded.length >= fewest || /^\p{Lu}/u.test(word) || own.includes(folded);
    const at = isEnough ? own.findIndex((one) => one.startsWith(folded)) : -1;
    own.splice(at, at === -1 ? 0 : 1);
    return at !== -1;
  });
}
