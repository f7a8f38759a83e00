// What a line says, part by part, and what is passed along while it is read.

import { type When, type WhenReader, whensIn } from '../values/when-words.ts';

export type Span = { from: number; to: number };
export type Known = { id: string; name: string };

const lineKinds = ['note', 'call', 'meeting', 'message'] as const;
export type LineKind = (typeof lineKinds)[number];
export type LineDirection = 'in' | 'out' | 'absent';

/** Somebody who is named: one who is known, one of several, or nobody yet (`choices` empty). */
export type PersonSaid = Span & { words: string; choices: readonly Known[] };
export type PromiseSaid = Span & { by: 'us' | 'them'; text: string; due?: When };
export type FollowUpSaid = Span & { text: string; when: When };

/** What a line can say; what was taken off by hand is not looked for again. */
type Part = 'direction' | 'people' | 'topic' | 'when' | 'outcome' | 'followUp';

export type LineRead = {
  kind?: LineKind;
  direction?: LineDirection;
  people: readonly PersonSaid[];
  topic?: string;
  when?: When;
  outcome?: string;
  promises: readonly PromiseSaid[];
  followUp?: FollowUpSaid;
  /** Nothing has happened yet: it is all to be done. */
  isPlan?: boolean;
  /** What was cut out of the text, in its order. */
  taken: readonly Span[];
  /** What is left of it. */
  rest: string;
  /** Names that the lookup has still to answer. */
  asked: readonly string[];
};

export type LineReader = Omit<WhenReader, 'toward'> & {
  /** Whoever has all of these words in their name, best first; undefined: not known yet. */
  lookup: (words: string) => readonly Known[] | undefined;
  /** Whoever's name these words begin, best first: where nobody has all of them whole. */
  begun?: (words: string) => readonly Known[];
  /** What it was, where that was said by hand. */
  kind?: string | undefined;
  /** Its day was said by hand. */
  hasDay?: boolean;
  /** It is all of a name, or the beginning of one. */
  isName?: boolean;
  /** Not to be understood: a part, the words by which somebody was named, those of a promise. */
  without?: ReadonlySet<Part | `person ${string}` | `promise ${string}`>;
};

/** What is passed along while a line is read. */
export type Reading = {
  text: string;
  reader: LineReader;
  whens: readonly When[];
  asked: Set<string>;
  found: { -readonly [part in keyof LineRead]?: LineRead[part] } & {
    people: PersonSaid[];
    promises: PromiseSaid[];
  };
  taken: Span[];
};

export const wants = (
  { reader: { without } }: Reading,
  part: Part | `promise ${string}`,
): boolean => without?.has(part) !== true;

/** The last day or time there, as of something that is to come. */
export function comingWhen({ text, reader }: Reading, from: number, to: number): When | undefined {
  const when = whensIn(text.slice(from, to), { ...reader, toward: 'future' }).at(-1);
  return when && { ...when, from: when.from + from, to: when.to + from };
}

/** Words that lead to a day, at the end of what stands before it. */
export const leadsToDay =
  /(?:^|(?<=\s))(?:by|on|at|until|till|before|bis(?: zum)?|am|um|vor|zum)\s+$/iu;

/** Its words but for its day, and for the word that leads to that. */
export function without(text: string, from: number, to: number, when: Span | undefined): string {
  if (when === undefined) return text.slice(from, to);
  return `${text.slice(from, when.from).replace(leadsToDay, '')}${text.slice(when.to, to)}`;
}

export const trimmed = (text: string): string =>
  text.replace(/^[\s,:;–-]+|[\s,;–-]+$/gu, '').replace(/\s+/gu, ' ');
