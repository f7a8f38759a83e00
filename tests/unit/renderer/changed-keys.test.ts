import { expect, test } from 'vitest';

import {
  holderOf,
  isReserved,
  keyPressed,
  keysFile,
  keysOf,
  readKeysFile,
  withKey,
  withoutChange,
} from '../../../src-renderer/ui/changed-keys.ts';

const find = { id: 'find', keys: ['mod+K'] };
const help = { id: 'help', keys: ['?', 'shift+?'] };
const log = { id: 'log', keys: ['L'] };
const trash = { id: 'trash' };
const actions = [find, help, log, trash];

const pressed = (key: string, more: Partial<Parameters<typeof keyPressed>[0]> = {}) =>
  keyPressed({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  });

test('what is pressed is a key as the actions have them', () => {
  expect(pressed('g')).toBe('G');
  expect(pressed('Z', { ctrlKey: true, shiftKey: true })).toBe('mod+shift+Z');
  expect(pressed('Ω', { altKey: true, code: 'KeyZ' })).toBe('alt+Z');
  expect(pressed('Control', { ctrlKey: true })).toBeUndefined();
});

test('what the system, lists and posts need is not free', () => {
  for (const key of ['mod+C', 'Escape', 'shift+Tab', 'ArrowDown', '3', 'S', 'F5', ' ', 'shift++'])
    expect([key, isReserved(key)]).toEqual([key, true]);
  for (const key of ['G', 'mod+G', 'alt+S', 'shift+S', 'F7', '.'])
    expect([key, isReserved(key)]).toEqual([key, false]);
});

test('a key given to another action leaves the one who had it without, until it is as usual', () => {
  expect(holderOf('mod+k', 'trash', actions, {})).toBe(find);
  expect(holderOf('mod+k', 'find', actions, {})).toBeUndefined();
  const changed = withKey(trash, 'mod+K', actions, {});
  expect(keysOf(trash, changed)).toEqual(['mod+K']);
  expect(keysOf(find, changed)).toEqual([]);
  expect(keysOf(help, changed)).toEqual(['?', 'shift+?']);
  expect(keysOf(find, withoutChange('find', changed))).toEqual(['mod+K']);
  expect(keysOf(log, withKey(log, '', actions, changed))).toEqual([]);
});

test('a file brings the keys to another laptop, without those that are not free or stand twice', () => {
  const changed = { trash: 'mod+G', log: '' };
  expect(readKeysFile(keysFile(changed), actions)).toEqual({
    ok: true,
    value: { keys: changed, refused: 0 },
  });
  const odd = { log: 'L', help: 'mod+C', find: 'X', trash: 'x', later: 'Y' };
  expect(readKeysFile(keysFile(odd), actions)).toEqual({
    ok: true,
    value: { keys: { log: 'L', find: 'X', later: 'Y' }, refused: 2 },
  });
  for (const text of ['', '{}', '[1]', '{"rapport":"keys","keys":{"find":7}}'])
    expect(readKeysFile(text, actions).ok).toBe(false);
});
