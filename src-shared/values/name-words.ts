// A written name beside the parts it has: whether they say the same.

export type NameFields = {
  prefix?: string;
  given?: string;
  middle?: string;
  family?: string;
  suffix?: string;
  nickname?: string;
  fullName?: string;
};

/** The written name, where it says more than its parts, or the same in another order. */
export function writtenName(parts: NameFields, text: string): string | undefined {
  const name = text.replace(/\s+/g, ' ').trim();
  if (name === '' || joinedParts(parts) === name) return undefined;
  if (hasSameWords(parts, name)) return name.includes(',') ? undefined : name;
  const known = new Set(wordsOfParts(parts));
  return wordsOf(name).every((word) => known.has(word)) ? undefined : name;
}

/** Whether a written name and its parts say the same, in whatever order and signs. */
export function hasSameWords(parts: NameFields, name: string): boolean {
  return wordsOfParts(parts).toSorted().join(' ') === wordsOf(name).toSorted().join(' ');
}

const shownParts = ['prefix', 'given', 'middle', 'family', 'suffix'] as const;
export const joinedParts = (parts: NameFields): string =>
  shownParts.flatMap((part) => parts[part] ?? []).join(' ');
const wordsOfParts = (parts: NameFields): string[] =>
  [...shownParts, 'nickname' as const].flatMap((part) => wordsOf(parts[part] ?? ''));
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
