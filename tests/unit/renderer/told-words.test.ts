// Whatever was done to whatever kind is said in people's words.

import { i18n } from '@lingui/core';
import { beforeAll, describe, expect, test } from 'vitest';

import { readWords } from '../../../build/words.ts';
import { outcomeWords } from '../../../src-renderer/words/outcome-words.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { Command } from '../../../src-shared/records/command.ts';
import type { Told, ToldRecord } from '../../../src-shared/records/told.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: readWords('en') }));

const one = (kind: string, more: Partial<ToldRecord> = {}): ToldRecord => ({
  kind,
  name: '',
  about: ['Ana Kovač'],
  ...more,
});
const told = (...shown: ToldRecord[]): Told => ({ shown, count: shown.length });
const words = (type: Command['type'], label: string, of: Told): string =>
  outcomeWords({ action: 'a', label, ids: [], count: of.count, left: 0, told: of }, type);

describe.each(['create', 'edit', 'trash', 'restore', 'erase', 'import', 'share'])('%s', (label) => {
  test.each([...kinds.keys()])('of a %s', (kind) => {
    const records = [
      one(kind),
      one(kind, { name: 'Blue door' }),
      one(kind, { about: [] }),
      one(kind, { name: 'Blue door', about: [] }),
    ];
    const type = label === 'import' || label === 'share' ? 'edit' : (label as 'edit');
    const said = [
      ...records.flatMap((record) => [
        words(type, label, told(record)),
        words('undo', label, told(record)),
      ]),
      words(type, label, told(...records)),
      words('undo', label, { ...told(...records), count: 12 }),
    ];
    for (const text of said) {
      expect(text).not.toMatch(/record|undefined|\s$/i);
    }
  });
});

test.each<[Command['type'], string, Told, string]>([
  ['create', 'create', told(one('person', { name: 'Cleo' })), 'Added Cleo'],
  ['create', 'create', told(one('call', { name: 'Prices' })), 'Logged a call with Ana Kovač'],
  ['undo', 'create', told(one('call', { name: 'Prices' })), 'Undone: the call with Ana Kovač'],
  ['redo', 'create', told(one('call')), 'Again: Logged a call with Ana Kovač'],
  [
    'undo',
    'create',
    told(one('call'), one('promise', { name: 'Send the offer' })),
    'Undone: the call with Ana Kovač, the promise “Send the offer”',
  ],
  [
    'trash',
    'trash',
    told(one('comment', { name: 'Hm' })),
    'Moved the comment about Ana Kovač to the trash',
  ],
  ['create', 'create', told(one('today-mark', { state: 'pinned' })), 'Pinned Ana Kovač'],
  ['create', 'create', told(one('today-mark', { state: 'not-mine' })), 'Not mine: Ana Kovač'],
  [
    'create',
    'create',
    told(one('today-mark', { state: 'snoozed', until: '2026-12-04' })),
    'Put off: Ana Kovač until Friday, December 4',
  ],
  ['undo', 'create', told(one('today-mark', { state: 'pinned' })), 'Undone: Pinned Ana Kovač'],
  [
    'edit',
    'edit',
    { ...told(one('person', { name: 'A' })), count: 40, of: 'people' },
    'Changed 40 people',
  ],
])('%s of %s', (type, label, of, said) => {
  expect(words(type, label, of)).toBe(said);
});
