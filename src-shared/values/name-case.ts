// How well a name is written: ANNA MÜLLER and anna müller say less than Anna Müller, and a name
// without its own letters says less than one with them.

const cased = /[\p{Lu}\p{Ll}\p{Lt}]/gu;

/** All capitals or all small letters, where there are letters of both sorts at all. */
export function isOneCase(text: string): boolean {
  const letters = text.match(cased) ?? [];
  if (letters.length < 2) return false;
  return text === text.toUpperCase() || text === text.toLowerCase();
}

/** Whether one way of writing the same name is to be preferred to another. */
export function isBetterWritten(one: string, other: string): boolean {
  const [a, b] = [isOneCase(one), isOneCase(other)];
  return a === b ? ownLetters(one) > ownLetters(other) : b;
}

const ownLetters = (text: string): number =>
  text.normalize('NFC').match(/[^\0-\u007f\p{P}\s]/gu)?.length ?? 0;
