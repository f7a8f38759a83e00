// Words that are one slip of the keyboard apart: a letter more, less, another, or two swapped.

/** Both folded. Not of words that are the same. */
export function isOneEdit(typed: string, word: string): boolean {
  if (Math.abs(typed.length - word.length) > 1) return false;
  const shorter = Math.min(typed.length, word.length);
  let same = 0;
  while (same < shorter && typed[same] === word[same]) same += 1;
  let end = 0;
  while (end < shorter - same && typed.at(-1 - end) === word.at(-1 - end)) end += 1;
  const mine = typed.slice(same, typed.length - end);
  const other = word.slice(same, word.length - end);
  if (mine.length + other.length === 0) return false;
  if (mine.length < 2 && other.length < 2) return true;
  return mine.length === 2 && other.length === 2 && mine === `${other[1]}${other[0]}`;
}

/** Whether a longer word begins so. */
export const beginsWithOneEdit = (typed: string, word: string): boolean =>
  [typed.length - 1, typed.length, typed.length + 1].some(
    (length) => length < word.length && isOneEdit(typed, word.slice(0, length)),
  );

const alphabets = [
  'abcdefghijklmnopqrstuvwxyz',
  'αβγδεζηθικλμνξοπρστυφχψω',
  'абвгдежзийклмнопрстуфхцчшщъыьэюяєіјљњћџ',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  'אבגדהוזחטיכלמנסעפצקרשת',
];

/** So many letters at the beginning are looked at one by one. */
export const beginningLetters = 2;

/** The words one edit away that begin with other letters. */
export function otherBeginnings(typed: string): string[] {
  const letters = alphabets.find((alphabet) => alphabet.includes(typed[0] ?? '')) ?? '';
  const begin = typed.slice(0, beginningLetters);
  const words = Array.from(begin).flatMap((letter, at) => {
    const [before, rest, next] = [typed.slice(0, at), typed.slice(at + 1), typed[at + 1] ?? ''];
    return [
      before + rest,
      before + next + letter + typed.slice(at + 2),
      ...Array.from(letters, (other) => before + other + rest),
      ...Array.from(letters, (other) => before + other + letter + rest),
    ];
  });
  return [...new Set(words)].filter((word) => !word.startsWith(begin));
}
