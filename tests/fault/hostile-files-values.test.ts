// Values that are meant to be run, to be slow, or to look like something else.
import { describe, expect, it } from 'vitest';

import {
  expectedOf,
  one,
  people,
  outcomeOf,
  type Planned,
} from '../support/transfer/hostile-files.ts';

const planned: Planned[] = [
  ['names that turn the writing direction', `${people}\u202Egnp.exe,\u2066Roe,a@x.example`, one],
  ['zalgo names', `${people}Z${'\u0300\u0301\u0302'.repeat(2_000)}algo,Roe,z@x.example`, one],
  ['lone surrogates', `${people}A\\ud800na,Roe,a@x.example`, one],
  ['formula cells', `${people}"=cmd|' /C calc'!A0","@SUM(1)",a@x.example`, one],
  [
    'script and markup',
    `${people}<script>alert(1)</script>,"<img src=x onerror=1>",a@x.example`,
    one,
  ],
  [
    'an e-mail address of 100,000 letters',
    `${people}Ana,Roe,${'a'.repeat(100_000)}@x.example`,
    one,
  ],
  [
    'an e-mail cell that is slow to match',
    `${people}Ana,Roe,"${'a.'.repeat(5_000)}@${'b.'.repeat(5_000)}"`,
    one,
  ],
  ['a phone of 100,000 digits', `First Name,Phone\nAna,${'1'.repeat(100_000)}`, one],
  [
    'dates that do not exist',
    'First Name,Birthday\nAna,31/02/1980\nBen,99/99/9999',
    { counts: { create: 2 } },
  ],
];

describe('a hostile table with a value', () => {
  it.for(planned)('of %s is taken as far as it can be read', async (file) => {
    expect(await outcomeOf(file)).toMatchObject(expectedOf(file));
  });
});
