import { expect, test } from 'vitest';

import { everybody, mentionsIn } from '../../../src-shared/records/intents/comments.ts';

const people = [
  { id: 'b1', name: 'Ben' },
  { id: 'b2', name: 'Ben Weiß' },
  { id: 'b3', name: 'ben weiß' },
  { id: 'a1', name: 'Åsa' },
  everybody('équipe'),
];
const ids = (text: string): string[] => mentionsIn(text, people).map(({ id }) => id);

test('names behind an @ are mentions, the longest name that fits, whatever its capitals', () => {
  expect(ids('@Ben can you?')).toEqual(['b1']);
  expect(ids('hello @ben weiß, see @Åsa.')).toEqual(['b2', 'b3', 'a1']);
  expect(ids('(@Ben)\n@BEN')).toEqual(['b1']);
});

test('a word that only begins like a name, and an e-mail address, mention nobody', () => {
  expect(ids('@Benjamin and ask@ben.example or a.b@Ben')).toEqual([]);
  expect(ids('@ @@ @')).toEqual([]);
  expect(mentionsIn('@team @Ben', [])).toEqual([]);
});

test('the whole team in this language and as a laptop of another language wrote it', () => {
  expect(ids('@équipe now')).toEqual(['team']);
  expect(ids('@team now')).toEqual(['team']);
});
