// What a line says, part by part, and what is passed along while it is read.

import type { When, WhenReader } from '../values/when-words.ts';

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
type Part = 'direction' | 'people' | 'topic' | 'when' | 'outcome' | 'promises' | 'followUp';

export type LineRead = {
  kind?: LineKind;
  direction?: LineDirection;
  people: readonly PersonSaid[];
  topic?: string;
  when?: When;
  outcome?: string;
  promises: readonly PromiseSaid[];
  followUp?: FollowUpSaid;
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
  /** Not to be understood: a part, or the words by which somebody was named. */
  without?: ReadonlySet<Part | `person ${string}`>;
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

export const wants = ({ reader: { without } }: Reading, part: Part): boolean =>
  without?.has(part) !== true;
