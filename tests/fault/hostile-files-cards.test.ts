// Cards that are broken, nested, huge, or that touch what they must not.
import { describe, expect, it } from 'vitest';

import {
  card,
  expectedOf,
  one,
  outcomeOf,
  type Planned,
} from '../support/transfer/hostile-files.ts';

const planned: Planned[] = [
  [
    '50,000 cards',
    () =>
      Array.from({ length: 50_000 }, (_, at) =>
        card(`FN:Person ${at}\r\nEMAIL:p${at}@x.example`),
      ).join(''),
    { counts: { create: 50_000 } },
  ],
  [
    'a card inside a card',
    card(`FN:Outer\r\n${card('FN:Inner').trim()}`) + card('FN:Ana Roe'),
    { counts: { create: 3, cannot: 0 }, reasons: ['card-without-end'] },
  ],
  [
    'cards nested 10,000 deep',
    'BEGIN:VCARD\r\n'.repeat(10_000) + 'FN:Deep\r\n' + 'END:VCARD\r\n'.repeat(10_000),
    { counts: { create: 1, cannot: 0 }, first: 'Deep' },
  ],
  [
    'a card that is cut off',
    card('FN:Ana Roe') + 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben',
    { counts: { create: 1, cannot: 1 }, reasons: ['no-name-or-address'], remark: 'file-truncated' },
  ],
  [
    'a card that is cut off behind its name',
    card('FN:Ana Roe') + 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Roe\r\nTEL:+4930',
    {
      counts: { create: 2, cannot: 0 },
      reasons: ['card-without-end', 'line-cut-off'],
      remark: 'file-truncated',
    },
  ],
  [
    'a card whose END is cut off',
    card('FN:Ana Roe') + 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Roe\r\nEND:VCA',
    { counts: { create: 2, cannot: 0 }, reasons: ['card-without-end'], remark: 'file-truncated' },
  ],
  [
    'a last card without an END',
    card('FN:Ana Roe') + 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Roe\r\n',
    { counts: { create: 2, cannot: 0 }, reasons: ['card-without-end'], remark: 'file-truncated' },
  ],
  [
    'an END without a BEGIN',
    `${card('FN:Ana Roe')}END:VCARD\r\n${card('FN:Ben Roe')}`,
    { counts: { create: 2 } },
  ],
  [
    'text between cards',
    `${card('FN:Ana Roe')}hello\r\n${card('FN:Ben Roe')}`,
    { counts: { create: 2, cannot: 1 }, reasons: ['not-a-card'] },
  ],
  ['a card of nothing', card('') + card('FN:Ana Roe'), { counts: { create: 1, cannot: 1 } }],
  ['a broken line in a card', card('FN:Ana Roe\r\nthis is no property\r\nEMAIL:a@x.example'), one],
  [
    'a card of nonsense',
    card('nonsense\r\nmore nonsense') + card('FN:Ana Roe'),
    { counts: { create: 1, cannot: 1 }, reasons: ['card-unreadable'] },
  ],
  [
    'a photo of 2 MB',
    () => card(`FN:Ana Roe\r\nPHOTO;ENCODING=b;TYPE=JPEG:${'A'.repeat(2_000_000)}`),
    { counts: { create: 1 }, reasons: ['photo-too-large'] },
  ],
  [
    'a card of 10 MB',
    () => card(`FN:Ana Roe\r\nNOTE:${'A'.repeat(10_000_000)}`) + card('FN:Ben Roe'),
    { counts: { create: 1, cannot: 1 }, reasons: ['cell-too-large'] },
  ],
  [
    'a card with 5,000 addresses',
    () =>
      card(
        `FN:Ana Roe\r\n${Array.from({ length: 5_000 }, (_, at) => `EMAIL:a${at}@x.example`).join('\r\n')}`,
      ),
    one,
  ],
  [
    'a card with more addresses than a person may have',
    () =>
      card(
        `FN:Ana Roe\r\n${Array.from({ length: 6_000 }, (_, at) => `EMAIL:a${at}@x.example`).join('\r\n')}`,
      ) + card('FN:Ben Roe'),
    { counts: { create: 1, cannot: 1 }, reasons: ['cell-too-large'] },
  ],
  [
    'broken quoted-printable',
    'BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:Ana =ZZ=4\nNOTE;ENCODING=QUOTED-PRINTABLE:open=',
    { counts: { create: 1, cannot: 0 }, reasons: ['line-cut-off'], remark: 'file-truncated' },
  ],
  [
    'properties called __proto__',
    card(
      'FN:Ana Roe\r\n__proto__:polluted\r\nCONSTRUCTOR:polluted\r\nX-__PROTO__;__proto__=x:polluted',
    ),
    one,
  ],
  [
    'a PHOTO that points somewhere',
    card('FN:Ana Roe\r\nPHOTO;VALUE=uri:file:///etc/passwd'),
    { counts: { create: 1 }, reasons: ['photo-left-out'] },
  ],
];

describe('a hostile file of cards', () => {
  it.for(planned)('of %s is taken as far as it can be read', async (file) => {
    expect(await outcomeOf(file)).toMatchObject(expectedOf(file));
  });
});
