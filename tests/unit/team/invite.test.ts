import { expect, test } from 'vitest';

import { secretOf, unknownWord, wordsOf } from '../../../src-shared/sync/team/invite.ts';
import { commitOf, matchingCode } from '../../../src-shared/sync/team/pairing.ts';
import { crypto, openDevice } from '../../support/sync/team-members.ts';

test('an invite is twelve words that give the same secret however they are typed', () => {
  const secret = crypto.random(16);
  const words = wordsOf(secret);
  expect(words.split(' ')).toHaveLength(12);
  expect(secretOf(words)).toBe(secret);
  expect(secretOf(`  ${words.toUpperCase().replaceAll(' ', ',\n ')} `)).toBe(secret);
});

test('a mistyped word is pointed at, and a wrong order is noticed', () => {
  const words = wordsOf(
    Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex').toString('base64url'),
  );
  expect(unknownWord(words.replace(/^\w+/, 'zzzz'))).toBe('zzzz');
  expect(unknownWord(words)).toBeUndefined();
  expect(secretOf(words.split(' ').toReversed().join(' '))).toBeUndefined();
  expect(secretOf('')).toBeUndefined();
});

test('the code depends on both keys and both numbers', () => {
  const asker = openDevice('bob').state.asker('Bob');
  const reply = {
    t: 'reply' as const,
    ask: 'a',
    nonce: 'n',
    team: 't',
    teamName: 'Team',
    memberName: 'Alice',
    signKey: 'k',
    v: 2,
  };
  const code = matchingCode({ nonce: 'm', asker }, reply, crypto);
  expect(code).toMatch(/^\d{3} \d{3}$/);
  expect(matchingCode({ nonce: 'm', asker }, { ...reply, signKey: 'other' }, crypto)).not.toBe(
    code,
  );
  expect(matchingCode({ nonce: 'x', asker }, reply, crypto)).not.toBe(code);
  expect(commitOf('m', asker, crypto)).not.toBe(commitOf('x', asker, crypto));
});
