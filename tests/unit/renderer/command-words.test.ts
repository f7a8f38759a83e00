// A message says what was added, saved or decided.
import { i18n } from '@lingui/core';
import { beforeAll, expect, test } from 'vitest';

import { askedWords } from '../../../src-renderer/words/command-words.ts';
import type { Command } from '../../../src-shared/records/command.ts';

const messages = {
  'kind.call': 'Call',
  'field.person.birthday': 'Birthday',
  'field.record.note': 'Note',
};
beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages }));

const ref = { collection: 'people' as const, id: 'p' };
const field = (name: string) => ({ type: 'field' as const, ref, field: name, value: 'x' });
const judge = (says: 'distinct' | 'open'): Command => ({
  type: 'judge',
  pairs: [['a', 'b']],
  says,
});

test.each<[Command, number, string | undefined]>([
  [{ type: 'create', records: [{ kind: 'call' }] }, 1, undefined],
  [{ type: 'edit', changes: [field('birthday')] }, 1, 'Saved: Birthday'],
  [{ type: 'edit', changes: [field('given'), field('family')] }, 1, 'Saved'],
  [{ type: 'edit', changes: [{ type: 'note', ref, text: 'x' }] }, 1, 'Saved: Note'],
  [{ type: 'edit', changes: [field('given')] }, 3, undefined],
  [judge('distinct'), 3, 'Decided: they are not the same'],
  [judge('open'), 1, 'Decided: they may be the same'],
  [
    { type: 'resolve-conflict', ref, conflict: 'c', choice: 'keep' },
    1,
    'Decided: what is shown stays',
  ],
  [{ type: 'trash', refs: [ref] }, 1, undefined],
])('%j of %i: %s', (command, count, words) => {
  expect(askedWords(command, count)).toBe(words);
});
