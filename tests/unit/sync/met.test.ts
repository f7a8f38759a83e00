// What a teammate says of others whom nobody has met.

import { expect, test } from 'vitest';

import { noteMet, type Relayed } from '../../../src-shared/sync/met.ts';

test('however many devices a teammate invents, no more are kept than a team can have', () => {
  const relayed = new Map<string, Relayed>();
  for (let told = 0; told < 100; told++) {
    const list = Array.from({ length: 500 }, (_, at) => ({ device: `${told}-${at}`, agoMs: 0 }));
    noteMet(relayed, 'mallory', list, 1_000, 2_000);
  }
  expect(relayed.size).toBe(2_000);
  noteMet(relayed, 'ben', [{ device: 'ana', agoMs: 0 }], 1_000, 2_000);
  expect(relayed.get('ana')).toEqual({ at: 1_000, via: 'ben' });
});
