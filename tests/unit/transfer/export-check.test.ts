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
