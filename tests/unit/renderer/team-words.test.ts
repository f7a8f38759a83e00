import { i18n } from '@lingui/core';
import { beforeAll, expect, test } from 'vitest';

import type { DeviceInfo } from '../../../src-shared/bridge/team-types.ts';
import { statusWords } from '../../../src-renderer/features/team/team-words.ts';
import type { Dates } from '../../../src-renderer/ui/when.tsx';

const dates = { dateTime: () => 'Monday', count: String } as unknown as Dates;
const device: DeviceInfo = {
  id: 'd',
  deviceName: 'bench',
  memberName: 'Bob',
  colour: '#123456',
  role: 'member',
  state: 'here',
  key: 'held',
  otherVersion: undefined,
  isMe: false,
  link: 'none',
  seenAt: 1,
  toSend: 0,
  toCome: undefined,
  agreedAt: undefined,
  via: undefined,
  isViaHere: false,
  differs: false,
  isEarlier: false,
  refused: 0,
  trouble: undefined,
  tooLong: 0,
  speed: 0,
};
const wordsOf = (more: Partial<DeviceInfo>): string =>
  statusWords({ ...device, ...more }, dates, false);

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

test('a device that was away when the key was changed is told apart from a removed one', () => {
  expect(wordsOf({ key: 'waiting' })).toBe(
    'Cannot be reached since Monday. It was away when the team’s key was changed, and gets the new one when it is back.',
  );
  expect(wordsOf({ state: 'removed', key: 'waiting' })).toBe(
    'Removed from the team. It keeps what it had.',
  );
  expect(wordsOf({ key: 'unusable' })).toContain('Its own key is broken');
});

test('both directions are told, from the first count on', () => {
  const linked = { link: 'direct', agreedAt: 1 } as const;
  expect(wordsOf({ ...linked, toSend: 0, toCome: undefined })).toBe(
    'Connected. Finding out what is missing …',
  );
  expect(wordsOf({ ...linked, toSend: 0, toCome: 8_049 })).toBe(
    'Connected: has all of ours; 8,049 records of theirs to come.',
  );
  expect(wordsOf({ ...linked, toSend: 1, toCome: 0 })).toBe(
    'Connected: we have all of theirs; 1 record of ours to go.',
  );
  expect(wordsOf({ ...linked, toSend: 2, toCome: 1 })).toBe(
    'Connected: 2 records of ours to go, 1 of theirs to come.',
  );
  expect(wordsOf({ ...linked, toSend: 0, toCome: 0 })).toBe(
    'Has everything up to Monday, and so do we.',
  );
  expect(wordsOf({ toCome: 12 })).toBe(
    'Cannot be reached since Monday. 12 records of theirs have not come yet.',
  );
});

test('who is known through a laptop that is off itself is not called connected through it', () => {
  const met = { via: 'Ana', agreedAt: 1, seenAt: undefined };
  expect(wordsOf({ ...met, isViaHere: true })).toContain('through Ana’s');
  expect(wordsOf({ ...met, isViaHere: false })).toBe(
    'Not connected. Had everything up to Monday, as Ana’s laptop said.',
  );
});

test('a device of another version is said to be one', () => {
  expect(wordsOf({ otherVersion: 'earlier' })).toContain('until it is updated');
  expect(wordsOf({ otherVersion: 'later' })).toContain('until this one is updated');
});
