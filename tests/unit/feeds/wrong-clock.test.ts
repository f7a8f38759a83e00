// What a laptop with a wrong clock says about a feed keeps nobody from looking at it.

import { expect, test } from 'vitest';

import { dueAt, mayLookNow } from '../../../src-main/host/feeds/followed.ts';

type Followed = Parameters<typeof dueAt>[0][number];

const now = Date.UTC(2026, 0, 1);
const day = 24 * 60 * 60 * 1000;
const followedWith = (state: Partial<Followed['state']>): Followed[] => [
  { state: { url: 'https://ada.example/feed', said: now, ...state } } as Followed,
];

test('a feed that was claimed or put off by a clock years ahead is due', () => {
  const ahead = now + 3 * 365 * day;
  for (const holder of ['mine', 'theirs'])
    expect(dueAt(followedWith({ holder, nextAt: ahead, until: ahead }), 'mine', now)).toBe(0);
});

test('what is put off by as long as a server may ask is waited for', () => {
  const nextAt = now + 7 * day;
  expect(dueAt(followedWith({ nextAt }), 'mine', now)).toBe(nextAt);
  const claimed = followedWith({ holder: 'theirs', nextAt, until: nextAt + day });
  expect(dueAt(claimed, 'mine', now)).toBe(nextAt + day);
});

test('a look that lies years ahead is no reason not to look by hand', () => {
  expect(mayLookNow(followedWith({ lookedAt: now + 365 * day }), now)).toBe(true);
  expect(mayLookNow(followedWith({ lookedAt: now - 60_000 }), now)).toBe(false);
});
