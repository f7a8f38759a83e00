// The words by which a line says what it was, in English and German. All at the place where
// they are looked for, whole words only.

import type { LineDirection, LineKind } from './line-parts.ts';

const whole = (words: string): RegExp =>
  new RegExp(String.raw`(?:${words})(?![\p{L}\p{N}])`, 'iuy');

type KindWord = { kind: LineKind; words: RegExp; isDone?: boolean };

/** `isDone`: somebody did it, who may be named before it. */
export const kindWords: readonly KindWord[] = [
  { kind: 'call', words: whole('called|phoned|rang|telephoned|angerufen'), isDone: true },
  { kind: 'call', words: whole('phone call|call|phone|anruf|telefonat|telefoniert') },
  { kind: 'meeting', words: whole('met|meeting|treffen|getroffen|besprechung|besucht|visited') },
  {
    kind: 'message',
    words: whole('wrote|messaged|mailed|e-mailed|emailed|texted|geschrieben|gemailt'),
    isDone: true,
  },
  { kind: 'message', words: whole('message|e-?mail|mail|sms|nachricht') },
  { kind: 'note', words: whole('note|notiz') },
];

export const directionWords: readonly { direction: LineDirection; words: RegExp }[] = [
  {
    direction: 'absent',
    words: whole(
      "not reached|no answer|no reply|nobody answered|did ?n[o’']t answer|did not answer|voicemail" +
        '|nicht erreicht|keine antwort|niemand da|nicht rangegangen|mailbox',
    ),
  },
  {
    direction: 'in',
    words: whole('(?:called|phoned|rang|wrote) (?:me|us)|rief (?:mich |uns )?an'),
  },
];

/** Behind a word for what was done: it was done to us. */
export const toUs = whole('me|us|mich an|uns an|mich|uns');
/** Before such a word: whoever is named before it did it. */
export const hasDone = whole('has|had|hat|haben|hatte');

export const topicWords = whole('about|regarding|re:?|wegen|über|betreffs?:?|topic:|thema:');

/** Leads to somebody; `from`: it came from them. */
export const toSomebody = whole('with|to|mit|an|bei|and|und|for|für');
export const fromSomebody = whole('from|by|von|vom');
export const andMore = whole('and|und');

/** What no name begins with, however it is written. */
export const noName =
  /^(?:the|a|an|he|she|they|we|i|it|about|at|in|on|for|that|this|who|wants|said|says|der|die|das|ein|eine|er|sie|es|wir|ich|will|hat|ist|nicht|sagt|möchte)$/iu;

/** The expression's match at this place. */
export function matchAt(words: RegExp, text: string, at: number): string | undefined {
  words.lastIndex = at;
  return words.exec(text)?.[0];
}
