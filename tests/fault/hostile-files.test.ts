// Files that are broken, huge or malicious: each ends in a clear code or in a plan that
// says what cannot be read, nothing is half imported, and no prototype is touched.
import { describe, expect, it } from 'vitest';

import { createMemoryRecordStore } from '../../src-shared/store/memory-record-store.ts';
import type {
  ImportOptions,
  ImportPreview,
  RowReason,
} from '../../src-shared/transfer/import-types.ts';
import { allOf, fixture, importContext, sessionOf } from '../support/imports.ts';

type Expected = {
  counts: Partial<ImportPreview['counts']>;
  reasons?: RowReason[];
  remark?: RowReason;
  first?: string;
};
type Content = string | Uint8Array | (() => string | Uint8Array);

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...new TextEncoder().encode(part)] : part,
    ),
  );
const noise = (length: number, seed = 7): Uint8Array => {
  let state = seed;
  return Uint8Array.from(
    { length },
    () => ((state = (state * 1_103_515_245 + 12_345) >>> 0) >>> 16) & 255,
  );
};
const utf16 = (text: string, order: 'le' | 'be', hasMark: boolean): Uint8Array => {
  const wide = Array.from(hasMark ? `\uFEFF${text}` : text).flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return order === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });
  return new Uint8Array(wide);
};
const people = 'First Name,Last Name,Email\n';
const card = (body: string): string => `BEGIN:VCARD\r\nVERSION:3.0\r\n${body}\r\nEND:VCARD\r\n`;
const one = { counts: { create: 1, cannot: 0 } };

const refused: [what: string, content: Content, code: string, options?: ImportOptions][] = [
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

const planned: [what: string, content: Content, expected: Expected, options?: ImportOptions][] = [
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
    { counts: { create: 1, cannot: 1 }, reasons: ['too-few-cells'] },
  ],
  ['NULs among the text', `${people}A\0na,R\0oe,a@x.example`, { ...one, first: 'Ana Roe' }],
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
    { counts: { create: 2, cannot: 1 }, reasons: ['too-few-cells'] },
  ],
  [
    'too many cells',
    `${people}Ana,Roe,a@x.example,oops\nBen,Roe,b@x.example`,
    { counts: { create: 1, cannot: 1 }, reasons: ['too-many-cells'] },
  ],
  ['empty cells beyond the header', `${people}Ana,Roe,a@x.example,,,\n`, one],
  [
    'a file cut off in its last line',
    `${people}Ana,Roe,a@x.example\nBen,Ro`,
    { counts: { create: 1, cannot: 1 }, remark: 'file-truncated' },
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
    { counts: { create: 1, cannot: 1 }, reasons: ['card-unreadable'] },
  ],
  [
    'cards nested 10,000 deep',
    'BEGIN:VCARD\r\n'.repeat(10_000) + 'FN:Deep\r\n' + 'END:VCARD\r\n'.repeat(10_000),
    { counts: { cannot: 1 }, reasons: ['card-unreadable'] },
  ],
  [
    'a card that is cut off',
    card('FN:Ana Roe') + 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben',
    { counts: { create: 1, cannot: 1 }, remark: 'file-truncated' },
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
    { counts: { cannot: 1 }, remark: 'file-truncated' },
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

describe('a hostile file', () => {
  it.for(refused)('of %s is refused by code', async ([, content, code, options = {}]) => {
    const store = createMemoryRecordStore();
    const plan = await sessionOf(typeof content === 'function' ? content() : content).plan(
      options,
      store,
    );
    expect(plan).toMatchObject({ ok: false, error: { code } });
    expect(await store.count('people')).toBe(0);
  });

  it.for(planned)(
    'of %s is taken as far as it can be read',
    async ([, content, expected, options = {}]) => {
      const store = createMemoryRecordStore();
      const session = sessionOf(typeof content === 'function' ? content() : content);
      const plan = await session.plan(options, store);
      expect(plan).toMatchObject({ ok: true, value: { counts: expected.counts } });
      expect(await store.count('people')).toBe(0);
      const reasons = session.rows(0, 500).rows.flatMap((row) => row.reasons);
      expect(reasons).toEqual(expect.arrayContaining(expected.reasons ?? []));
      const remarks = plan.ok ? plan.value.info.remarks.map(({ code }) => code) : [];
      expect(remarks).toEqual(
        expect.arrayContaining(expected.remark === undefined ? [] : [expected.remark]),
      );
      const { create = 0, cannot = 0 } = plan.ok ? plan.value.counts : {};
      const report = await session.apply(store, importContext());
      expect(report).toMatchObject({ ok: true, value: { created: create, rejected: cannot } });
      const docs = await allOf(store, 'people');
      expect(docs).toHaveLength(create);
      expect(docs[0]?.name).toBe(expected.first ?? docs[0]?.name);
      expect(session.rejectedCsv().split('\r\n').length).toBeGreaterThan(cannot);
      expect(
        docs.every(
          (doc) => doc.name.length <= 300 && !/[\u202A-\u202E\u2066-\u2069]/.test(doc.name),
        ),
      ).toBe(true);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  it('of 200 MB is read to its end', async () => {
    const line = `Ana,${'note '.repeat(170_000)},a@x.example\n`;
    const piece = new TextEncoder().encode(line);
    const { openImport } = await import('../../src-shared/transfer/import/open-import.ts');
    const pieces = [
      new TextEncoder().encode('First Name,Notes,Email\n'),
      ...Array.from({ length: 235 }, () => piece),
    ];
    const session = openImport(
      { name: 'big.csv', bytes: pieces },
      { yieldNow: async () => undefined },
    );
    const plan = await session.plan({}, createMemoryRecordStore());
    expect(plan).toMatchObject({
      ok: true,
      value: { counts: { create: 1, skip: 234, cannot: 0 } },
    });
  });

  it('of more than 256 MB is refused before it is read', async () => {
    const megabytes = new Uint8Array(64 * 1024 * 1024);
    const { openImport } = await import('../../src-shared/transfer/import/open-import.ts');
    const session = openImport(
      { name: 'big.csv', bytes: [megabytes, megabytes, megabytes, megabytes, new Uint8Array(1)] },
      { yieldNow: async () => undefined },
    );
    expect(await session.plan({}, createMemoryRecordStore())).toMatchObject({
      ok: false,
      error: { code: 'file-too-large' },
    });
  });
});
