// What the window says in another language, by its English.

import { readWords } from '../../../build/words.ts';
import type { Language } from '../../../src-shared/words/languages.ts';

export function wordsIn(language: Language): (english: string) => string {
  const words = readWords(language);
  const idOf = new Map(
    Object.entries(readWords('en'))
      // Phrases of pages before what has a code.
      .toSorted(([a], [b]) => Number(b.includes('.')) - Number(a.includes('.')))
      .map(([id, text]) => [text, id]),
  );
  return (english) => {
    const said = words[idOf.get(english) ?? ''];
    if (said === undefined) throw new Error(`${language} has no “${english}”`);
    return said;
  };
}
