import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';

import { csvLine } from '../../../src-shared/transfer/export/csv-text.ts';
import { restoreFormula } from '../../../src-shared/transfer/formula.ts';
import { writeExport } from '../../../src-shared/transfer/export/write-export.ts';
import { exportBytes, exportRows, exportText, must } from '../../support/transfer/export-text.ts';
import { recordOf, storeWith } from '../../support/store/sample-records.ts';

const jane = recordOf({
  id: 'jane',
  kind: 'person',
  note: 'Met at "the fair", Berlin\nCall in May',
  fields: { prefix: 'Dr.', given: 'Jane', middle: 'Q', family: 'Roe', birthday: '1990-05-17' },
  sets: {
    emails: [
      { value: 'jane@acme.example', label: 'work' },
      { value: 'jane@home.example', label: 'home' },
    ],
    phones: [
      { value: '+4930123456', label: 'work', more: { raw: '+49 30 123456' } },
      { value: '+14155552671', label: 'mobile' },
      { value: '030 99', label: 'home' },
    ],
    addresses: [
      {
        value: 'Main 1, Berlin',
        label: 'work',
        more: { street: 'Main 1', city: 'Berlin', country: 'DE' },
      },
    ],
    tags: [{ value: 'vip' }],
    buckets: [{ value: 'friends' }],
  },
});
const bob = recordOf({ id: 'bob', kind: 'person', fields: { given: 'Bob', birthday: '--02-29' } });
const acme = recordOf({ id: 'acme', kind: 'organisation', fields: { name: 'Acme, Inc.' } });
const old = recordOf({ id: 'old', kind: 'organisation', fields: { name: 'Old Ltd' } });
const friends = recordOf({ id: 'friends', kind: 'bucket', fields: { name: 'Friends' } });
const role = (id: string, from: string, to: string, more: { [field: string]: string }) =>
  recordOf({ id, kind: 'tie', fields: { type: 'role', from, to, ...more } });
const ceo = role('ceo', 'jane', 'acme', { title: 'CEO', department: 'R&D', start: '2020' });
const clerk = role('clerk', 'jane', 'old', { title: 'Clerk', start: '2022', until: '2023' });
const all = [jane, bob, acme, old, friends, ceo, clerk];

const read = (line: string): string[] =>
  Papa.parse<string[]>(line, { newline: '\r\n' }).data[0] ?? [];

describe('cells', () => {
  test('a cell that could run as a formula is neutralised, also in its full-width forms', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
      const [row] = Papa.parse<string[]>(csvLine([`${start}SUM(A1)`, 'x'])).data;
      expect(row?.[0]).toBe(`'${start}SUM(A1)`);
    }
  });

  test('also behind what a spreadsheet skips or nobody sees, and in its small forms', () => {
    const before = [' ', '  ', '\u00a0', '\u200b', '\ufeff', '\u2060', '\u200e ', '\t '];
    const cells = [
      ...before.flatMap((unseen) => [`${unseen}=HYPERLINK("x")`, `${unseen}+A1`]),
      ...['﹦', '﹢', '﹣', '﹫'].map((start) => `${start}SUM(A1)`),
      `- 1+cmd|' /C calc'!A0`,
      '- HYPERLINK("https://x.example")',
      '-- 1',
    ];
    for (const cell of cells) {
      expect(read(csvLine([cell]))).toEqual([`'${cell}`]);
      expect(restoreFormula(`'${cell}`)).toBe(cell);
    }
  });

  test('a list, a number that people can read and a day without a year stay as they are', () => {
    const cells = ['- buy milk\n- call Ben', '- ', '(+49) 30 1234', ' --05-17', ' padded', '5-1'];
    for (const cell of cells) expect(read(csvLine([cell]))).toEqual([cell]);
  });

  test('our own import reads all of them as they were, also from files of earlier versions', () => {
    for (const cell of ['- buy milk', "'- buy milk", "''=1", ' =1', "' =1", "O'Hara", '-5'])
      expect(restoreFormula(read(csvLine([cell]))[0] ?? '')).toBe(cell);
    expect(restoreFormula("'- buy milk")).toBe('- buy milk');
  });

  test('quotes, commas, line breaks and outer spaces survive any reader', () => {
    const cells = ['plain', 'a,b', 'say "hi"', 'two\nlines', 'two\r\nlines', ' padded ', '', 'ü😀'];
    expect(csvLine(cells).endsWith('\r\n')).toBe(true);
    expect(Papa.parse<string[]>(csvLine(cells), { newline: '\r\n' }).data[0]).toEqual(cells);
  });

  test('what begins with an apostrophe and a formula is told apart from a neutralised formula', () => {
    expect(csvLine(["'=1"])).not.toBe(csvLine(['=1']));
  });
});

describe('formats', () => {
  test('Salesforce gets one line with the current role, and phones that people can read', async () => {
    const [, row] = await exportRows(await storeWith(all), 'salesforce-csv');
    expect(row).toMatchObject({
      Salutation: 'Dr.',
      'First Name': 'Jane Q',
      'Last Name': 'Roe',
      'Account Name': 'Acme, Inc.',
      Title: 'CEO',
      Department: 'R&D',
      Birthdate: '1990-05-17',
      Email: 'jane@acme.example',
      'Business Phone': '(+49) 30 123456',
      'Mobile Phone': '(+1) 4155552671',
      'Home Phone': '030 99',
      'Mailing Street': 'Main 1',
      'Mailing City': 'Berlin',
      'Contact Description': 'Met at "the fair", Berlin\nCall in May',
    });
  });

  test('HubSpot, Zoho and Pipedrive get their own headers', async () => {
    const store = await storeWith(all);
    expect((await exportRows(store, 'hubspot-csv'))[1]).toMatchObject({
      'Phone Number': '(+49) 30 123456',
      'Mobile Phone Number': '(+1) 4155552671',
      'Company Name': 'Acme, Inc.',
      'Street Address': 'Main 1',
    });
    expect((await exportRows(store, 'zoho-csv'))[1]).toMatchObject({
      'Account Name': 'Acme, Inc.',
      'Secondary Email': 'jane@home.example',
      'Date of Birth': '1990-05-17',
    });
    expect((await exportRows(store, 'pipedrive-csv'))[1]).toMatchObject({
      'Person - Name*': 'Dr. Jane Q Roe',
      'Person - Email (Work)': 'jane@acme.example',
      'Person - Email (Home)': 'jane@home.example',
      'Organization - Name*': 'Acme, Inc.',
    });
  });

  test('Outlook gets its whole header after a byte order mark', async () => {
    const text = await exportText(await storeWith(all), 'outlook-csv');
    expect(text.startsWith('\uFEFFFirst Name,Middle Name,Last Name,Title,')).toBe(true);
    const [, row] = await exportRows(await storeWith(all), 'outlook-csv');
    expect(row).toMatchObject({
      'E-mail 2 Address': 'jane@home.example',
      'Business Phone': '(+49) 30 123456',
      'Business Street': 'Main 1',
      Company: 'Acme, Inc.',
    });
  });

  test('Google gets as many numbered columns as the data needs', async () => {
    const rows = await exportRows(await storeWith(all), 'google-csv');
    expect(rows[1]).toMatchObject({
      'E-mail 1 - Label': '* Work',
      'E-mail 2 - Value': 'jane@home.example',
      'Phone 3 - Value': '030 99',
      'Address 1 - Formatted': 'Main 1, Berlin',
      Labels: '* myContacts ::: vip ::: Friends',
    });
    expect(rows[0]).toMatchObject({
      'First Name': 'Bob',
      Birthday: ' --02-29',
      'E-mail 1 - Value': '',
    });
    expect(Object.keys(rows[0] ?? {})).not.toContain('E-mail 3 - Label');
  });

  test('a person with 300 e-mails and a note of a megabyte loses nothing', async () => {
    const emails = Array.from({ length: 300 }, (_, index) => ({ value: `a${index}@b.example` }));
    const big = recordOf({
      id: 'big',
      kind: 'person',
      note: 'n'.repeat(1_000_000),
      sets: { emails },
    });
    const [row] = await exportRows(await storeWith([big]), 'google-csv');
    expect(row?.['E-mail 300 - Value']).toBe('a299@b.example');
    expect(row?.['Notes']).toHaveLength(1_000_000);
  });

  test.each([
    'rapport-csv',
    'salesforce-csv',
    'hubspot-csv',
    'zoho-csv',
    'pipedrive-csv',
    'outlook-csv',
    'google-csv',
  ])('%s begins with a byte order mark, cards do not', async (format) => {
    const store = await storeWith(all);
    expect((await exportText(store, format)).startsWith('\uFEFF')).toBe(true);
    expect((await exportText(store, 'vcard-3')).startsWith('BEGIN:')).toBe(true);
  });

  test('a byte order mark is written when asked for and left out when not wanted', async () => {
    const store = await storeWith(all);
    expect((await exportText(store, 'google-csv', { bom: true })).startsWith('\uFEFF')).toBe(true);
    expect((await exportText(store, 'outlook-csv', { bom: false })).startsWith('\uFEFF')).toBe(
      false,
    );
  });
});

describe('who is exported', () => {
  const names = async (scope: Parameters<typeof exportBytes>[1]['scope'], docs = all) =>
    (await exportRows(await storeWith(docs), 'salesforce-csv', { scope })).map(
      (row) => row['First Name'],
    );

  test('only live people', async () => {
    const gone = recordOf({ id: 'gone', kind: 'person', fields: { given: 'Gone' } }, 'trashed');
    expect(await names({ type: 'all' }, [...all, gone])).toEqual(['Bob', 'Jane Q']);
  });

  test('the people of a bucket, and those with a role in an organisation', async () => {
    expect(await names({ type: 'group', id: 'friends' })).toEqual(['Jane Q']);
    expect(await names({ type: 'group', id: 'acme' })).toEqual(['Jane Q']);
  });

  test('a selection in its own order, each once, unknown ones left out', async () => {
    const ids = ['jane', 'nobody', 'bob', 'jane'];
    expect(await names({ type: 'selection', ids })).toEqual(['Jane Q', 'Bob']);
  });

  test('roles of somebody merged into another count as that one’s', async () => {
    const twin = recordOf({ id: 'twin', kind: 'person', fields: { mergedInto: 'bob' } }, 'merged');
    const tie = role('tie', 'twin', 'acme', { title: 'Advisor' });
    const docs = [...all, twin, tie];
    const rows = await exportRows(await storeWith(docs), 'salesforce-csv');
    expect(rows[0]).toMatchObject({ 'First Name': 'Bob', Title: 'Advisor' });
    expect(await names({ type: 'group', id: 'acme' }, docs)).toEqual(['Bob', 'Jane Q']);
  });

  test('a group that does not exist is refused', async () => {
    const request = { format: 'google-csv', scope: { type: 'group', id: 'none' } } as const;
    const refused = await writeExport(await storeWith(all), request, {
      yieldNow: async () => undefined,
    });
    expect(refused).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  test('thousands are written in chunks, counted, and can be called off', async () => {
    const docs = Array.from({ length: 6_000 }, (_, index) =>
      recordOf({
        id: `p${String(index).padStart(5, '0')}`,
        kind: 'person',
        fields: { given: `N${index}` },
        note: 'x'.repeat(100),
      }),
    );
    const store = await storeWith([...docs, acme, role('tie', 'p00007', 'acme', { title: 'Spy' })]);
    const rows = await exportRows(store, 'salesforce-csv');
    expect([rows.length, rows[7]?.['Title'], rows[5_999]?.['First Name']]).toEqual([
      6_000,
      'Spy',
      'N5999',
    ]);
    const stop = new AbortController();
    const seen: number[] = [];
    const file = must(
      await writeExport(
        store,
        { format: 'salesforce-csv', scope: { type: 'all' } },
        {
          yieldNow: async () => undefined,
          signal: stop.signal,
          onProgress: (done) => {
            seen.push(done);
            if (done === 2_000) stop.abort();
          },
        },
      ),
    );
    const takeAll = async () => {
      for await (const chunk of file.chunks) expect(chunk.length).toBeGreaterThan(0);
    };
    await expect(takeAll()).rejects.toThrow(/abort/i);
    expect([seen, file.rows()]).toEqual([[1_000, 2_000], 2_000]);
  });
});
