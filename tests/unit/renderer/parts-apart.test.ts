// The history says of an entry what differs in it, and leaves out what nobody could tell apart.

import '../../../src-main/say.ts';

import { expect, test } from 'vitest';

import { partsApart, readsSame } from '../../../src-renderer/features/history/parts-apart.ts';
import { changesBetween } from '../../../src-shared/records/changes-between.ts';
import { recordOf } from '../../support/store/sample-records.ts';

const what = 'addresses/i1';
const at = (more: { [part: string]: string }, label = 'work') => ({
  value: 'Alster 3, Hamburg',
  label,
  more,
});

test('of an address that reads the same, the part that became another is said', () => {
  const change = {
    what,
    before: at({ country: 'DE' }),
    after: at({ country: 'DE', city: 'Hamburg' }),
  };
  expect(partsApart(change)).toEqual([{ label: 'Town', from: '', to: 'Hamburg' }]);
  expect(readsSame(change)).toBe(false);
});

test('what only the program keeps otherwise is left out, and nothing else is', () => {
  expect(readsSame({ what, before: at({}), after: at({ raw: 'ALSTER 3' }) })).toBe(true);
  for (const [before, after] of [
    [at({}), at({}, 'home')],
    [at({}), { ...at({}), value: 'Elbe 1' }],
    [null, at({})],
    [at({}), null],
    ['ana', 'bob'],
  ] as const) {
    expect(readsSame({ what, before, after })).toBe(false);
    expect(partsApart({ what, before, after })).toEqual([]);
  }
});

test('the same parts in another order are no change', () => {
  const person = (more: { [part: string]: string }) =>
    recordOf({
      id: 'p',
      kind: 'person',
      sets: { addresses: [{ id: 'i1', ...at(more) }] },
    } as never);
  const [one, other] = [
    person({ city: 'Hamburg', country: 'DE' }),
    person({ country: 'DE', city: 'Hamburg' }),
  ];
  expect(changesBetween(one, other)).toEqual([]);
  expect(changesBetween(one, person({ city: 'Bremen', country: 'DE' }))).toHaveLength(1);
});
