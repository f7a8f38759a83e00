// The letters that stand for somebody who has no picture.

import { withoutTitles } from '../../src-shared/domain/person.ts';
import type { RecordDoc } from '../../src-shared/domain/record.ts';

type Named = Pick<RecordDoc, 'name' | 'fields'>;

/** Of the given and the family name where they are known, else of the first and the last word. */
export function initialsOf({ name, fields }: Named): string {
  const parts = [fields['given'], fields['family']].map((part) =>
    typeof part === 'string' ? wordsOf(part) : [],
  );
  const [given = [], family = []] = parts;
  const known = [given[0], family.at(-1)].filter((word) => word !== undefined);
  const words = [known, wordsOf(name), lettered(name)].find(({ length }) => length > 0) ?? [];
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return ends
    .map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 32).toUpperCase())
    .join('');
}

const wordsOf = (name: string): string[] => lettered(withoutTitles(`${name.trim()} `));

/** Words that begin with a letter, so that e-mail addresses and emoji do not end up in the picture. */
const lettered = (name: string): string[] =>
  name.split(/[\s@]+/).filter((word) => /^\p{L}/u.test(word));
