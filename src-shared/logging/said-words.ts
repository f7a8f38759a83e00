// The words by which a line says what it was, in English and German. All at the place where
// they are looked for, whole words only.

import type { LineDirection, LineKind } from './line-parts.ts';

const whole = (words: string): RegExp =>
  new RegExp(String.raw`(?:${words})(?![\p{L}\p{N}])`, 'iuy');

type KindWord = {
  kind: LineKind;
  words: RegExp;
  /** Somebody did it, who may be named before it. */
  isDone?: boolean;
  /** It is only such a word beside somebody's name. */
  isWithName?: boolean;
  /** It is to be done, and says nothing without its day. */
  isToDo?: boolean;
};

export const kindWords: readonly KindWord[] = [
  { kind: 'call', words: whole('called|phoned|rang|telephoned|angerufen'), isDone: true },
  { kind: 'call', words: whole('phone call|call|phone|anruf|telefonat|telefoniert') },
  {
    kind: 'meeting',
    words: whole('met|meeting|appointment|termin|treffen|getroffen|besprechung|besucht|visited'),
  },
  {
    kind: 'message',
    words: whole('wrote|messaged|mailed|e-mailed|emailed|texted|geschrieben|gemailt'),
    isDone: true,
  },
  { kind: 'message', words: whole('message|e-?mail|mail|sms|nachricht') },
  { kind: 'note', words: whole('note|notiz') },
  { kind: 'call', words: whole('(?:spoke|talked|chatted)(?= (?:with|to) )|sprach(?= mit )') },
  { kind: 'call', words: whole('gesprochen'), isWithName: true },
  { kind: 'call', words: whole('anrufen|zurückrufen|telefonieren|ring|call back'), isToDo: true },
  {
    kind: 'message',
    words: whole('write(?: to)?|text|schreiben|anschreiben|mailen'),
    isToDo: true,
  },
  { kind: 'meeting', words: whole('meet|see|visit|besuchen'), isToDo: true },
];

/** Whether all that is said before is that we did something: "called Karl and", "Karl angerufen". */
export const isDoing = (text: string): boolean =>
  (kindWords.some(({ words }) => matchAt(words, text, 0) !== undefined) &&
    !/^\p{Lu}\p{Ll}+ (?:called|phoned|rang|wrote)/u.test(text)) ||
  (/(?:ge\p{L}+|angerufen) (?:und|&)$/iu.test(text) &&
    !/(?<!\p{L})(?:hat|haben|hatte)(?!\p{L})/iu.test(text));

/** Behind it somebody is named, in what is to be done. */
export const toReach =
  /(?:(?:call|phone|ring|write|text|mail|e-?mail|message|meet|see|visit|ask|tell|thank)(?: to| with)?|with|to|mit|an|bei)\s+/iuy;

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
export const toSomebody = whole('with|to|mit|an|bei|and|und|for|für|&');
export const fromSomebody = whole('from|by|von|vom');
export const andMore = whole('and|und|&');

/** Those with somebody, who are not named. */
export const companions =
  /(?:his|her|their|my|our|the|an?|two|three|some|sein\p{L}*|ihr\p{L}*|mein\p{L}*|unser\p{L}*|de[nmr]|die|das|eine?[mnr]?|zwei|drei|einige)(?:\s+\p{L}[\p{L}’'-]*){1,3}/iuy;

/** What looks like a day or a time. */
export const noTime =
  /(?:on|at|am|um|vom)\s+(?:\d{1,2}[:.h]\d{2}(?: uhr)?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}(?:st|nd|rd|th|\.)?\s+\p{L}{3,9}\.?\s+\d{2,4}|\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4})(?![\p{L}\p{N}])/iuy;

const firmWord = String.raw`(?!(?:and|und|from|von|vom|bei|with|mit|about|wegen|at|an|to|über|für|for)\s)[\p{L}\p{N}&][\p{L}\p{N}.&'’-]*`;
/** A firm, by the letters behind its name: none of the family name in it is meant. */
export const organisation = new RegExp(
  String.raw`(?:${firmWord}\s+){1,5}?(?:gmbh(?: & co\.? kg)?|mbh|ag|kg|kgaa|ohg|gbr|ug|se|e\.\s?v\.|e\.\s?k\.|ltd\.?|limited|inc\.?|llc|llp|plc|corp\.?|s\.?a\.?r\.?l\.?|s\.?r\.?l\.?|b\.?v\.?|d\.?o\.?o\.?|s\.?a\.?)(?![\p{L}\p{N}])`,
  'iuy',
);

/** What no name begins with, however it is written. */
export const noName =
  /^(?:the|a|an|he|she|they|we|i|it|about|at|in|on|for|that|this|who|wants|said|says|der|die|das|ein|eine|er|sie|es|wir|ich|will|hat|ist|nicht|sagt|möchte)$/iu;

/** The expression's match at this place. */
export function matchAt(words: RegExp, text: string, at: number): string | undefined {
  words.lastIndex = at;
  return words.exec(text)?.[0];
}
