// What a change of a record was, beside who made it.

import { i18n } from '@lingui/core';
import { beforeAll, expect, test } from 'vitest';

import { readWords } from '../../../build/words.ts';
import { deedWords } from '../../../src-renderer/features/history/deed-words.ts';
import type { HistoryAction } from '../../../src-shared/bridge/history-types.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: readWords('en') }));

const action = (verb: string, more: Partial<HistoryAction> = {}) =>
  ({ verb, of: null, count: 3, source: { type: 'typed' }, ...more }) as HistoryAction;

test.each<[HistoryAction, string | undefined]>([
  [action('create'), undefined],
  [action('edit'), undefined],
  [action('import', { source: { type: 'import', action: 'a', file: 'f.csv', row: 2 } }), undefined],
  [action('merge'), 'Merged'],
  [action('merge-many'), 'Merged'],
  [action('unmerge'), 'Taken apart again'],
  [action('trash', { count: 1 }), 'Moved 1 record to the trash'],
  [action('undo', { of: 'merge' }), 'Undone: Merged 3 records'],
  [action('redo', { of: 'merge' }), 'Again: Merged 3 records'],
])('%j is told as %s', (done, words) => {
  expect(deedWords(done)).toBe(words);
});
