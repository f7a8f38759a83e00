// Files that are no people at all: each is refused by a clear code before anything is done.
import { describe, expect, it } from 'vitest';

import { createMemoryRecordStore } from '../../src-shared/store/memory-record-store.ts';
import { fixture, sessionOf } from '../support/transfer/imports.ts';
import {
  bytes,
  contentOf,
  noise,
  people,
  type Refused,
} from '../support/transfer/hostile-files.ts';

const refused: Refused[] = [
  ['nothing at all', '', 'file-empty'],
  ['only white space', ' \n\t\n ', 'file-empty'],
  ['only a byte order mark', bytes([0xef, 0xbb, 0xbf]), 'file-empty'],
  ['only NULs', new Uint8Array(2_000), 'file-not-text'],
  ['random bytes', noise(50_000), 'file-not-text'],
  ['a ZIP archive', bytes('PK', [3, 4, 20, 0], 'stuff'), 'file-not-text'],
  ['a PDF', bytes('%PDF-1.7\n%', [0xe2, 0xe3, 0xcf, 0xd3]), 'file-not-text'],
  ['a PNG', bytes([0x89], 'PNG\r\n', [26, 10, 0, 0]), 'file-not-text'],
  ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF'), 'file-not-text'],
  ['a SQLite database', bytes('SQLite format 3', [0, 16, 0]), 'file-not-text'],
  ['a program', bytes([0x7f], 'ELF', [2, 1, 1, 0]), 'file-not-text'],
  ['a gzip file', bytes([0x1f, 0x8b, 8, 0, 1, 2]), 'file-not-text'],
  ['an old Excel workbook', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'file-not-text'],
  ['prose', 'Dear all\nplease find attached nothing of interest\nbye', 'file-not-recognised'],
  ['one long line of prose', 'lorem ipsum '.repeat(10_000), 'file-not-recognised'],
  ['a header and nothing below it', people, 'plan-has-no-rows'],
  [
    '5,000 columns',
    Array.from({ length: 5_000 }, (_, at) => `Email ${at}`).join(',') +
      '\n' +
      'a@b.example,'.repeat(4_999) +
      'x@y.example\n',
    'too-many-columns',
  ],
  ['an unknown charset', `${people}Ana,Roe,a@x.example`, 'bad-input', { charset: 'klingon' }],
  ['JSON', '{"people":[{"name":"Ana"}]}', 'file-not-recognised'],
  ['HTML', '<html>\n<body>\n<p>Hello</p>\n</body>\n</html>', 'file-not-recognised'],
  [
    'a Google file of which the second half is binary',
    () => {
      const half = fixture('google.csv');
      const all = new Uint8Array(half.length + 5_000);
      all.set(half);
      all.set(noise(5_000), half.length);
      return all;
    },
    'file-not-text',
  ],
  [
    'more rows than a plan holds',
    () => people + 'Ana,Roe,a@x.example\n'.repeat(600_000),
    'file-too-large',
  ],
];

describe('a hostile file', () => {
  it.for(refused)('of %s is refused by code', async ([, content, code, options = {}]) => {
    const store = createMemoryRecordStore();
    const plan = await sessionOf(contentOf(content)).plan(options, store);
    expect(plan).toMatchObject({ ok: false, error: { code } });
    expect(await store.count('people')).toBe(0);
  });
});
