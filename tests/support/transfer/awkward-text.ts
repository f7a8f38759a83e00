// Text that has troubled table files: formulas, quotes, separators, line breaks, other scripts.
import fc from 'fast-check';

const awkward = fc.constantFrom(
  '=1+1',
  "'=1",
  "''+49",
  '-x',
  '@me',
  ' ::: ',
  'a,b',
  '"',
  '""',
  "o'neil",
  ' lead',
  'trail ',
  'line\nbreak',
  'win\r\nbreak',
  '\rstart',
  'tail\r',
  '\tx',
  '0',
  'null',
  'Zoë',
  '李小龍',
  '＝x',
  "'",
  '__proto__',
  'a;b|c',
  '👩‍🚀',
  '‮abc',
);
const plain = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !text.includes('\0'));
export const awkwardText = fc.oneof(
  awkward,
  plain,
  fc.tuple(awkward, plain).map(([a, b]) => a + b),
);
