// A language for tests: every phrase in accented letters, some 40 % longer and between
// brackets, so that a literal, a clipped text or a sentence put together from pieces is
// seen at once.

import type { CompiledMessage, CompiledMessageToken } from '@lingui/message-utils/compileMessage';

const plain = 'aceghijklnorstuwyzACEGHIJKLNORSTUWYZ';
const accented = 'áçéĝĥíĵķĺñóŕšţúŵýžÁÇÉĜĤÍĴĶĹÑÓŔŠŢÚŴÝŽ';
const accentedByPlain = new Map(plain.split('').map((letter, at) => [letter, accented.charAt(at)]));
/** Doubling these makes English about 40 % longer. */
const doubled = /[aeiou]/i;

export function pseudoCatalogue(messages: {
  readonly [id: string]: CompiledMessage;
}): Record<string, CompiledMessage> {
  return Object.fromEntries(
    Object.entries(messages).map(([id, message]) => [id, ['[', ...message.map(inToken), ']']]),
  );
}

function inToken(token: CompiledMessageToken): CompiledMessageToken {
  if (typeof token === 'string') return pseudoText(token);
  const [name, type, choices] = token;
  const isChoice = type === 'plural' || type === 'selectordinal' || type === 'select';
  if (!isChoice || typeof choices !== 'object' || choices === null) return token;
  const said = Object.entries(choices).map(([when, message]) => [
    when,
    Array.isArray(message) ? message.map(inToken) : message,
  ]);
  return [name, type, Object.fromEntries(said)];
}

/** What it makes of some English; tags such as `<0>` stay as they are. */
export function pseudoText(text: string): string {
  return text
    .split(/(<\/?\d+\/?>)/)
    .map((part) => (part.startsWith('<') ? part : part.replace(/[a-z]/gi, pseudoLetter)))
    .join('');
}

function pseudoLetter(letter: string): string {
  const drawn = accentedByPlain.get(letter) ?? letter;
  return doubled.test(letter) ? drawn + drawn : drawn;
}
