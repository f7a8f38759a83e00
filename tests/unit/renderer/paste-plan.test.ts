// A block pasted into the list: where it goes, what changes, what stays and why.

import { i18n } from '@lingui/core';
import { beforeAll, expect, test } from 'vitest';

import { readWords } from '../../../build/words.ts';
import { day } from '../../../src-shared/fields/day.ts';
import { text } from '../../../src-shared/fields/text.ts';
import { planPaste } from '../../../src-renderer/lists/cells/paste-plan.ts';
import { pastedRows, placed } from '../../../src-renderer/lists/cells/pasted.ts';
import { recordOf } from '../../support/store/sample-records.ts';

beforeAll(() => i18n.loadAndActivate({ locale: 'en', messages: readWords('en') }));

const list = { rows: 3, last: 4 };
const cellAt = (row: number, column: number) => ({
  top: row,
  bottom: row,
  first: column,
  last: column,
});

test('a block goes from the first cell on; what finds no place is counted', () => {
  const rows = [
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
    ['g', 'h', 'i'],
  ];
  expect(placed(rows, cellAt(1, 3), list)).toEqual({
    top: 1,
    first: 3,
    rows: [
      ['a', 'b'],
      ['d', 'e'],
    ],
    rowsOver: 1,
    columnsOver: 1,
  });
  const all = placed([['x']], { top: 0, bottom: 1, first: 2, last: 3 }, list);
  expect(all.rows).toEqual([
    ['x', 'x'],
    ['x', 'x'],
  ]);
});

test('without text on the clipboard there is nothing to paste', () => {
  expect(pastedRows({ getData: () => '' })).toEqual([]);
});

const person = (nickname: string) =>
  recordOf({
    id: `p-${nickname}`,
    kind: 'person',
    fields: { given: 'Ann', nickname, birthday: '1980-02-03' },
  });

const columns = [
  { label: 'Name', target: undefined, shown: () => 'Ann' },
  {
    label: 'Nickname',
    target: { at: 'field', name: 'nickname', type: text() },
    shown: () => '',
  },
  { label: 'Birthday', target: { at: 'field', name: 'birthday', type: day() }, shown: () => '' },
  { label: 'E-mail', target: { at: 'first', name: 'emails' }, shown: () => '' },
] as const;

const plan = (docs: ReturnType<typeof person>[], rows: string[][], isClearing = false) =>
  planPaste({
    docs,
    rows,
    columns,
    readerOf: () => ({ language: 'en', country: 'US' }),
    isClearing,
    isOver: () => false,
  });

test('what fits is a change; what is so, is empty, cannot be read or written, stays', async () => {
  const found = await plan(
    [person('A'), person('B'), person('C')],
    [
      ['Ann', 'A', 'some day', 'a@example.com'],
      ['Bob', 'BB', '2 February 1980', 'no address'],
      ['', '', '', ''],
    ],
  );
  expect(found.changed.map(({ column, before, after }) => [column, before, after])).toEqual([
    ['E-mail', '', 'a@example.com'],
    ['Nickname', 'B', 'BB'],
    ['Birthday', 'February 3, 1980', '2 February 1980'],
  ]);
  expect(found.same).toBe(1);
  expect(found.kept).toBe(2);
  expect(found.misfits.map(({ column, text: typed }) => [column, typed])).toEqual([
    ['Birthday', 'some day'],
    ['E-mail', 'no address'],
  ]);
  expect(found.readOnly).toEqual(['Name']);
  expect(found.ids).toHaveLength(2);
});

test('a number of another country is said to be one, with what to do', async () => {
  const phones = {
    label: 'Phone',
    target: { at: 'first', name: 'phones' },
    shown: () => '',
  } as const;
  const found = await planPaste({
    docs: [person('A'), person('B'), person('C')],
    rows: [['0176 55511000'], ['ask Ben'], ['+49 176 55511000']],
    columns: [phones],
    readerOf: () => ({ language: 'en', country: 'US' }),
    isClearing: false,
    isOver: () => false,
  });
  expect(found.misfits.map(({ problem }) => problem)).toEqual([
    'Not saved: with United States as your country, this cannot be dialled. Write it with its own country, such as +49 176 55511000, or choose another country in Settings.',
    'Not saved: this is not a phone number that can be dialled. Look at its digits again.',
  ]);
  expect(found.changed).toHaveLength(1);
});

test('empty cells take away what stands there only when that is asked for', async () => {
  const found = await plan([person('A')], [['', '', '', '']], true);
  expect(found.changed.map(({ column }) => column)).toEqual(['Nickname', 'Birthday']);
  expect(found.changes).toMatchObject([
    { type: 'field', field: 'nickname', value: null },
    { type: 'field', field: 'birthday', value: null },
  ]);
});

test('a large block is looked at in pieces, and no further once nobody wants to know', async () => {
  const one = person('A');
  let turns = 0;
  const timer = setInterval(() => (turns += 1));
  const rows = Array.from({ length: 4_000 }, (_, at) => ['', `n${at}`, '', '']);
  const found = await plan(
    Array.from(rows, () => one),
    rows,
  );
  expect(found.changed).toHaveLength(4_000);
  expect(turns).toBeGreaterThan(1);
  let asked = 0;
  const cut = await planPaste({
    docs: Array.from(rows, () => one),
    rows,
    columns,
    readerOf: () => ({ language: 'en', country: 'US' }),
    isClearing: false,
    isOver: () => (asked += 1) > 100,
  });
  clearInterval(timer);
  expect(cut.changed.length).toBeLessThan(100);
});
