// Promises as a table: what each cell says, and that no cell runs as a formula.

import { expect, test } from 'vitest';

import { parseCommandLine } from '../../../src-main/cli/command-line.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import { promiseOf } from '../../../src-shared/records/intents/promises.ts';
import { promiseCsv } from '../../../src-shared/transfer/export/promise-csv.ts';
import { openReplica } from '../../support/sync/replica.ts';

const clock = { now: Date.UTC(2026, 2, 12, 10), zone: 'UTC' };

test('each promise is a line: whose, with whom, until when, and how it stands', () => {
  const { context } = openReplica('alice');
  const of = (text: string, day: string) =>
    makeRecord(
      promiseOf({ text, by: 'ours', people: ['ada', 'gone'], due: { day, precision: 'day' } }),
      context,
    );
  const text = promiseCsv(
    [of('Send the quote', '2026-03-10'), of('=SUM(A1)', '2026-04')],
    (id) => (id === 'ada' ? 'Ada Lovelace' : ''),
    clock,
  );
  const [head, first, second] = text.split('\r\n').map((line) => line.split(','));
  expect(head?.slice(1, 4)).toEqual(['What', 'Whose', 'With']);
  expect(first?.slice(1)).toEqual([
    'Send the quote',
    'ours',
    'Ada Lovelace',
    'ada; gone',
    '',
    '2026-03-10',
    '2026-03-10',
    'open',
    'late',
    '2',
    '',
    '',
  ]);
  expect(second?.[1]).toMatch(/^"?'=SUM/);
});

test('the command line writes them, and takes no option that would be ignored', () => {
  expect(parseCommandLine(['export', '--kind', 'promises', '--out', 'p.csv'])).toMatchObject({
    ok: true,
    value: { command: 'export-promises', out: 'p.csv' },
  });
  expect(parseCommandLine(['export', '--kind', 'promises', '--as', 'google'])).toMatchObject({
    ok: false,
  });
});
