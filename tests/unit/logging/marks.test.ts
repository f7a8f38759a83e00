// Parts of a moment's text that are marked: where they stand, and whom they are found by.

import { expect, test } from 'vitest';

import { markKeys, marksOf } from '../../../src-shared/domain/moment-marks.ts';

const mark = (value: string, label: string, more: { [name: string]: string }) => ({
  id: value,
  value,
  label,
  more,
});
const moment = (note: string, ...marks: ReturnType<typeof mark>[]) => ({
  note,
  fields: { people: ['ana'] },
  sets: { marks },
});

test('it stands where it was marked, also where its words come twice', () => {
  const [found] = marksOf(moment('rye, and rye', mark('rye', 'fact', { from: '9' })));
  expect(found?.at).toEqual({ from: 9, to: 12 });
});

test('it moves with its words, and is kept without a place when they are gone', () => {
  const at = (note: string) =>
    marksOf(moment(note, mark('likes rye', 'fact', { from: '0' })))[0]?.at;
  expect(at('She likes rye')).toEqual({ from: 4, to: 13 });
  expect(at('She likes oats')).toBeUndefined();
});

test('what a newer version marks is left alone, and bad places do no harm', () => {
  expect(marksOf(moment('rye', mark('rye', 'idea', { from: '0' })))).toEqual([]);
  expect(marksOf(moment('rye', mark('rye', 'fact', { from: '-1e99' })))[0]?.at?.from).toBe(0);
});

test('a question that was answered is not found any more', () => {
  const open = moment('When?', mark('When?', 'question', { from: '0' }));
  const answered = moment('When?', mark('When?', 'question', { from: '0', answered: '2026' }));
  expect(markKeys(open)).toEqual(['question:ana']);
  expect(markKeys(answered)).toEqual([]);
});
