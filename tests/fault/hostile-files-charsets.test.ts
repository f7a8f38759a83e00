// Bytes that are text only in part, or in a character set that the file does not name.
import { describe, expect, it } from 'vitest';

import {
  bytes,
  expectedOf,
  one,
  people,
  outcomeOf,
  type Planned,
} from '../support/transfer/hostile-files.ts';

const utf16 = (text: string, order: 'le' | 'be', hasMark: boolean): Uint8Array => {
  const wide = Array.from(hasMark ? `\uFEFF${text}` : text).flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return order === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });
  return new Uint8Array(wide);
};
const planned: Planned[] = [
  ['UTF-8 with a mark', `\uFEFF${people}Zoë,Roe,a@x.example`, { ...one, first: 'Zoë Roe' }],
  [
    'UTF-16 little-endian with a mark',
    utf16(`${people}Zoë,Roe,a@x.example`, 'le', true),
    { ...one, first: 'Zoë Roe' },
  ],
  [
    'UTF-16 big-endian with a mark',
    utf16(`${people}Zoë,Roe,a@x.example`, 'be', true),
    { ...one, first: 'Zoë Roe' },
  ],
  [
    'UTF-16 little-endian without a mark',
    utf16(`${people}Zoë,Roe,a@x.example`, 'le', false),
    { ...one, first: 'Zoë Roe' },
  ],
  [
    'UTF-16 big-endian without a mark',
    utf16(`${people}Zoë,Roe,a@x.example`, 'be', false),
    { ...one, first: 'Zoë Roe' },
  ],
  [
    'UTF-16 cut in the middle of a letter',
    utf16(`${people}Zoë,Roe,a@x.example`, 'le', true).subarray(0, -1),
    one,
  ],
  ['Windows-1252', bytes(`${people}Zo`, [0xeb], ',Roe,a@x.example'), { ...one, first: 'Zoë Roe' }],
  [
    'UTF-8 and Windows-1252 lines mixed',
    bytes(`${people}Zoë,Roe,a@x.example\nJosé,Roe,c@x.example\nJ`, [0xf6], 'rg,Roe,b@x.example'),
    { counts: { create: 3 }, remark: 'mixed-encoding' },
  ],
  [
    'UTF-8 cut in the middle of a letter',
    bytes(`${people}Ana,Zoë,a@x.example\nBen,Ro`, [0xc3]),
    { counts: { create: 2, cannot: 0 }, reasons: ['too-few-cells'] },
  ],
  ['NULs among the text', `${people}A\0na,R\0oe,a@x.example`, { ...one, first: 'Ana Roe' }],
];

describe('a hostile file', () => {
  it.for(planned)('of %s is taken as far as it can be read', async (file) => {
    expect(await outcomeOf(file)).toMatchObject(expectedOf(file));
  });
});
