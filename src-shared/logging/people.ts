// Somebody who is named at a place of a line.

import type { PersonSaid, Reading } from './line-parts.ts';
import { andMore, matchAt, noName, topicWords, toSomebody } from './said-words.ts';

const mostWords = 4;
const word = /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}'’.-]*[\p{L}\p{M}\p{N}])?/uy;

/** `mayBeNew`: a name that nobody has is one of somebody new. */
export function personAt(
  reading: Reading,
  at: number,
  end: number,
  mayBeNew: boolean,
): PersonSaid | undefined {
  const { text, reader, asked } = reading;
  const words = wordsAt(reading, at, end);
  for (let count = words.length; count > 0; count -= 1) {
    const to = words[count - 1]?.to ?? at;
    const name = text.slice(at, to);
    if (reader.without?.has(`person ${name}`) === true) continue;
    const choices = reader.lookup(name);
    if (choices === undefined) asked.add(name);
    else if (choices.length > 0) return { from: at, to, words: name, choices };
    else if (count > 1 || (mayBeNew && endsThere(reading, to, end)) || reader.isName === true) {
      const begun = reader.begun?.(name) ?? [];
      if (begun.length > 0) return { from: at, to, words: name, choices: begun };
    }
  }
  const named = words.slice(0, 3);
  const small = named.findIndex(({ from }) => !/^\p{Lu}/u.test(text.slice(from)));
  const last = named[small === -1 ? named.length - 1 : small - 1];
  if (!mayBeNew || last === undefined || asked.size > 0) return undefined;
  const name = text.slice(at, last.to);
  if (reader.without?.has(`person ${name}`) === true) return undefined;
  return { from: at, to: last.to, words: name, choices: [] };
}

/** Whether what follows can follow a name. */
export function endsThere({ text, whens }: Reading, to: number, end: number): boolean {
  const next = to + (/^\s*/u.exec(text.slice(to, end))?.[0].length ?? 0);
  return (
    next >= end ||
    /^[,;:.–-]/u.test(text.slice(next)) ||
    whens.some(({ from }) => from === next) ||
    [topicWords, andMore, toSomebody].some((words) => matchAt(words, text, next) !== undefined)
  );
}

/** Up to the first that is no part of a name: one that says when, or what. */
function wordsAt({ text, whens }: Reading, at: number, end: number) {
  const words: { from: number; to: number }[] = [];
  let from = at;
  while (words.length < mostWords && from < end) {
    word.lastIndex = from;
    const [said] = word.exec(text) ?? [];
    const to = from + (said?.length ?? 0);
    if (said === undefined || to > end || noName.test(said)) break;
    if (whens.some((when) => when.from < to && when.to > from)) break;
    words.push({ from, to });
    if (text[to] !== ' ') break;
    from = to + 1;
  }
  return words;
}
