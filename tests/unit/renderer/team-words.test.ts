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

test('a device of another version is said to be one', () => {
  expect(wordsOf({ otherVersion: 'earlier' })).toContain('until it is updated');
  expect(wordsOf({ otherVersion: 'later' })).toContain('until this one is updated');
});
