// Tables whose quotes, cells, headers or lines are not as they should be.
import { describe, expect, it } from 'vitest';

import {
  expectedOf,
  one,
  people,
  outcomeOf,
  type Planned,
} from '../support/transfer/hostile-files.ts';

const planned: Planned[] = [
  [
    'a quote that never closes',
    `${people}"Ana,Roe,a@x.example\nBen,Roe,b@x.example\nChen,Roe,c@x.example\n`,
    { counts: { create: 2, cannot: 1 }, reasons: ['unbalanced-quote'] },
  ],
  [
    'a quote that never closes in the last line',
    `${people}Ana,Roe,a@x.example\nBen,"Roe,b@x.example`,
    { counts: { create: 1, cannot: 1 }, reasons: ['unbalanced-quote'] },
  ],
  [
    'quotes that never close in every line',
    people + '"Ana,Roe,a@x.example\n'.repeat(501),
    { counts: { create: 0, cannot: 501 }, reasons: ['unbalanced-quote'] },
  ],
  [
    'a quote inside a word',
    `${people}Ana,Ro"e,a@x.example\nBen,Roe,b@x.example`,
    { counts: { create: 2, cannot: 0 } },
  ],
  [
    'text after a closing quote',
    `${people}"Ana "Anita" B",Roe,a@x.example\nBen,Roe,b@x.example`,
    { counts: { create: 2, cannot: 0 } },
  ],
  [
    'one 10 MB cell',
    () => `${people}Ana,${'x'.repeat(10_000_000)},a@x.example\nBen,Roe,b@x.example`,
    { counts: { create: 1, cannot: 1 }, reasons: ['cell-too-large'] },
  ],
  [
    'one 10 MB quoted cell of many lines',
    () => `${people}Ana,"${'line\n'.repeat(2_000_000)}",a@x.example\nBen,Roe,b@x.example`,
    { counts: { create: 1, cannot: 1 }, reasons: ['cell-too-large'] },
  ],
  [
    'too few cells',
    `${people}Ana,Roe\nBen,Roe,b@x.example\nChen,Roe,c@x.example\n`,
    { counts: { create: 3, cannot: 0 }, reasons: ['too-few-cells'] },
  ],
  [
    'too many cells',
    `${people}Ana,Roe,a@x.example,oops\nBen,Roe,b@x.example`,
    { counts: { create: 2, cannot: 0 }, reasons: ['too-many-cells'] },
  ],
  ['empty cells beyond the header', `${people}Ana,Roe,a@x.example,,,\n`, one],
  [
    'a file cut off in its last line',
    `${people}Ana,Roe,a@x.example\nBen,Ro`,
    { counts: { create: 2, cannot: 0 }, remark: 'file-truncated' },
  ],
  [
    'rows of only commas',
    `${people},,\nAna,Roe,a@x.example\n,,\n`,
    { counts: { create: 1, skip: 2 } },
  ],
  [
    'rows without a name or an address',
    'First Name,Last Name,Email,Notes\n,,,hello\nAna,,,\n',
    { counts: { create: 1, cannot: 1 }, reasons: ['no-name-or-address'] },
  ],
  [
    'headers called __proto__, constructor and toString',
    'First Name,__proto__,constructor,toString,hasOwnProperty\nAna,polluted,polluted,polluted,polluted',
    one,
  ],
  [
    'targets called __proto__',
    'First Name,A,B\nAna,x,y',
    one,
    { mapping: { A: '__proto__#1.value', B: 'email#1.__proto__', __proto__: 'given' } },
  ],
  [
    'our own headers with __proto__',
    'id,scope,fullName,__proto__ 1,email 1 __proto__,field __proto__,constructor 1\n,team,Ana,x,y,{"polluted":1},z',
    one,
  ],
  [
    'duplicate headers',
    'First Name,Email,Email,Email\nAna,a@x.example,b@x.example,c@x.example',
    one,
  ],
  ['nameless headers', 'First Name,,,Email\nAna,x,y,a@x.example', one],
  [
    'a header of 100,000 letters',
    `First Name,Email,${'h'.repeat(100_000)}\nAna,a@x.example,x`,
    one,
  ],
  [
    'a mix of line ends',
    'First Name,Last Name\r\nAna,Roe\nBen,Roe\r\nChen,Roe',
    { counts: { create: 3 } },
  ],
  ['line ends of old Macs', 'First Name,Last Name\rAna,Roe\rBen,Roe', { counts: { create: 2 } }],
  ['a separator named in the first line', 'sep=|\nFirst Name|Last Name\nAna|Roe', one],
  [
    '60 lines before the header that is not there',
    `${'bla bla\n'.repeat(60)}Ana,Roe,a@x.example`,
    { counts: { create: 1 } },
  ],
  [
    'a preamble above the header',
    `Export of 2024\n"made, by hand"\n\n${people}Ana,Roe,a@x.example`,
    one,
  ],
  ['no header but data', 'Ana Roe,a@x.example\nBen Roe,b@x.example', { counts: { create: 2 } }],
];

describe('a hostile table', () => {
  it.for(planned)('of %s is taken as far as it can be read', async (file) => {
    expect(await outcomeOf(file)).toMatchObject(expectedOf(file));
  });
});
