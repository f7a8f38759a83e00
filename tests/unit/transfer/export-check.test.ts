import { expect, test } from 'vitest';

import type { ExportCheck, ExportIssue } from '../../../src-shared/transfer/export-types.ts';
import { checked, exportRows } from '../../support/transfer/export-text.ts';
import { recordOf, storeWith } from '../../support/store/sample-records.ts';

const person = (id: string, made: Partial<Parameters<typeof recordOf>[0]>) =>
  recordOf({ id, kind: 'person', ...made });

const issueOf = ({ issues }: ExportCheck, code: ExportIssue['code'], field: string) =>
  issues.find((issue) => issue.code === code && issue.field === field);

test('each receiver’s required fields are missed by name', async () => {
  const store = await storeWith([
    person('a', { fields: { given: 'Only' } }),
    person('b', { sets: { phones: [{ value: '1' }] } }),
    person('c', { fields: { given: 'Jane', family: 'Roe' } }),
  ]);
  const missed = async (format: string) =>
    (await checked(store, format)).issues
      .filter((issue) => issue.code === 'required-missing')
      .map(({ field, rows, examples }) => [
        field,
        rows,
        examples.map((example) => example.id).join(),
      ]);
  expect(await missed('salesforce-csv')).toEqual([['Last Name', 2, 'a,b']]);
  expect(await missed('zoho-csv')).toEqual([['Last Name', 2, 'a,b']]);
  expect(await missed('hubspot-csv')).toEqual([['First Name, Last Name, Email', 1, 'b']]);
  expect(await missed('pipedrive-csv')).toEqual([]);
  expect(await missed('google-csv')).toEqual([]);
});

test('a name that was never split into parts serves as the last name', async () => {
  const store = await storeWith([person('a', { fields: { fullName: 'Sitting Bull' } })]);
  expect((await checked(store, 'salesforce-csv')).issues).toEqual([]);
  expect((await exportRows(store, 'salesforce-csv'))[0]?.['Last Name']).toBe('Sitting Bull');
});

test('what is too long is said with the limit, and cut without halving a character', async () => {
  const store = await storeWith([
    person('a', { fields: { given: `${'x'.repeat(39)}😀`, family: 'y'.repeat(81) } }),
  ]);
  const check = await checked(store, 'salesforce-csv');
  expect(issueOf(check, 'value-cut', 'First Name')).toMatchObject({ rows: 1, limit: 40 });
  expect(issueOf(check, 'value-cut', 'Last Name')).toMatchObject({ rows: 1, limit: 80 });
  const [row] = await exportRows(store, 'salesforce-csv');
  expect([row?.['First Name'], row?.['Last Name']?.length]).toEqual(['x'.repeat(39), 80]);
});

test('e-mails, phones and roles without a place are counted', async () => {
  const store = await storeWith([
    person('a', {
      fields: { family: 'Roe' },
      sets: {
        emails: [1, 2, 3].map((n) => ({ value: `${n}@b.example` })),
        phones: [1, 2, 3, 4, 5, 6].map((n) => ({ value: `${n}` })),
      },
    }),
    recordOf({ id: 'o', kind: 'organisation', fields: { name: 'O' } }),
    ...['t', 'u'].map((id) =>
      recordOf({ id, kind: 'tie', fields: { type: 'role', from: 'a', to: 'o' } }),
    ),
  ]);
  const left = async (format: string) =>
    (await checked(store, format)).issues
      .filter((issue) => issue.code === 'extra-values-left-out')
      .map((issue) => issue.field);
  expect(await left('salesforce-csv')).toEqual(['emails', 'phones', 'roles']);
  expect(await left('google-csv')).toEqual(['roles']);
  expect(await left('rapport-csv')).toEqual([]);
});

test('what a receiver has no column for is said, a birthday without a year too', async () => {
  const store = await storeWith([
    person('a', {
      fields: { family: 'Roe', birthday: '--05-17', pronouns: 'she/her' },
      sets: { tags: [{ value: 'vip' }], relations: [{ value: 'Bob' }] },
    }),
  ]);
  const check = await checked(store, 'salesforce-csv');
  const fields = check.issues
    .filter((issue) => issue.code === 'field-left-out')
    .map((issue) => issue.field);
  expect(fields.toSorted()).toEqual(['birthday', 'pronouns', 'relations', 'tags']);
});

test('neutralised cells are named by column', async () => {
  const store = await storeWith([person('a', { fields: { family: '=HYPERLINK("x")' } })]);
  expect((await checked(store, 'salesforce-csv')).issues).toMatchObject([
    { code: 'formula-neutralised', field: 'Last Name', rows: 1 },
  ]);
});

test('people beyond a receiver’s row and size limits are counted', async () => {
  const many = Array.from({ length: 3_002 }, (_, index) =>
    person(`p${10_000 + index}`, { fields: { family: 'Roe' } }),
  );
  const check = await checked(await storeWith(many), 'google-csv');
  expect(issueOf(check, 'row-limit', 'rows')).toMatchObject({ rows: 2, limit: 3_000 });
  expect(check).toMatchObject({ rows: 3_002, columns: 17 });
  const heavy = Array.from({ length: 60 }, (_, index) =>
    person(`p${100 + index}`, { fields: { family: 'Roe' }, note: 'n'.repeat(1024 * 1024) }),
  );
  const size = issueOf(
    await checked(await storeWith(heavy), 'pipedrive-csv'),
    'size-limit',
    'bytes',
  );
  expect(size).toMatchObject({ rows: 11, limit: 50 * 1024 * 1024 });
});

test('what is refused comes first, then what is lost, then remarks; each the most people first', async () => {
  const store = await storeWith([
    person('a', { fields: { given: '=A', pronouns: 'she/her' } }),
    person('b', { fields: { family: 'b'.repeat(90), pronouns: 'they/them' } }),
  ]);
  const { issues } = await checked(store, 'salesforce-csv');
  expect(issues.map(({ code, rows, ours }) => [code, rows, ours])).toEqual([
    ['required-missing', 1, ['given', 'family']],
    ['field-left-out', 2, undefined],
    ['value-cut', 1, ['given', 'family']],
    ['formula-neutralised', 1, ['given', 'middle']],
  ]);
});

test('who is left out for what was said is neither in the file nor in its dry run', async () => {
  const store = await storeWith([
    person('a', { fields: { given: 'Mononym' } }),
    person('b', { fields: { given: 'Bob', family: 'b'.repeat(90) } }),
    person('c', { fields: { given: 'Carol', family: 'Roe' } }),
  ]);
  const leave = [
    { code: 'required-missing', field: 'Last Name' } as const,
    { code: 'value-cut', field: 'Last Name' } as const,
  ];
  const check = await checked(store, 'salesforce-csv', { leave });
  expect(check).toMatchObject({
    rows: 1,
    issues: [],
    left: leave.map((one) => ({ ...one, rows: 1 })),
  });
  const rows = await exportRows(store, 'salesforce-csv', { leave });
  expect(rows.map((row) => row['First Name'])).toEqual(['Carol']);
});

test('a column can stay empty, a required one cannot', async () => {
  const store = await storeWith([
    person('a', { fields: { given: 'x'.repeat(50), family: 'y'.repeat(90) } }),
  ]);
  const empty = ['First Name', 'Last Name'];
  const { issues } = await checked(store, 'salesforce-csv', { empty });
  expect(issues.map(({ field, canBeEmpty }) => [field, canBeEmpty])).toEqual([
    ['Last Name', false],
  ]);
  const [row] = await exportRows(store, 'salesforce-csv', { empty });
  expect([row?.['First Name'], row?.['Last Name']?.length]).toEqual(['', 80]);
});

test('the name shown stands in for a required one, in the file only', async () => {
  const store = await storeWith([
    person('a', { fields: { given: 'Mononym' } }),
    person('b', { fields: { given: 'Bob', family: 'Ash' } }),
    person('c', { fields: {} }),
  ]);
  const before = await checked(store, 'salesforce-csv');
  expect(issueOf(before, 'required-missing', 'Last Name')).toMatchObject({ rows: 2, fillable: 1 });
  const after = await checked(store, 'salesforce-csv', { fill: true });
  expect(issueOf(after, 'required-missing', 'Last Name')).toMatchObject({ rows: 1 });
  const rows = await exportRows(store, 'salesforce-csv', { fill: true });
  expect(rows.map((row) => row['Last Name'])).toEqual(['Mononym', 'Ash', '']);
});

test('where one file is too large, its parts hold everybody once, or the rest is left out', async () => {
  const many = Array.from({ length: 3_002 }, (_, index) =>
    person(`p${10_000 + index}`, { fields: { family: `Roe ${index}` } }),
  );
  const store = await storeWith(many);
  expect(await checked(store, 'google-csv', { part: 0 })).toMatchObject({ files: 2, issues: [] });
  const parts = await Promise.all(
    [0, 1].map(async (part) => exportRows(store, 'google-csv', { part })),
  );
  expect(parts.map((rows) => rows.length)).toEqual([3_000, 2]);
  expect(new Set(parts.flat().map((row) => row['Last Name'])).size).toBe(3_002);
  const leave = [{ code: 'row-limit', field: 'rows' } as const];
  expect(await checked(store, 'google-csv', { leave })).toMatchObject({ rows: 3_000, issues: [] });
  expect(await exportRows(store, 'google-csv', { leave })).toHaveLength(3_000);
});
