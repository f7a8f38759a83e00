// Out to a program and back into the same book: nothing is new, and nobody is made.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { JsonValue, RecordDoc } from '../../../src-shared/domain/record.ts';
import { createMemoryRecordStore } from '../../../src-shared/store/memory-record-store.ts';
import { openImport } from '../../../src-shared/transfer/import/open-import.ts';
import { parseAddress } from '../../../src-shared/values/address.ts';
import { putAll, recordOf } from '../../support/store/sample-records.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';
import { exportBytes, must } from '../../support/transfer/export-text.ts';

/** What each is written as, and what it is taken for when it comes back. */
const formats = {
  'rapport-csv': 'rapport-csv',
  'salesforce-csv': 'salesforce',
  'hubspot-csv': 'hubspot',
  'zoho-csv': 'zoho',
  'pipedrive-csv': 'pipedrive',
  'outlook-csv': 'outlook-csv',
  'google-csv': 'google-csv',
  'vcard-4': 'vcard',
  'vcard-3': 'vcard',
};

const idOf = (number: number): string =>
  `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const word = fc.constantFrom('Ana', 'Mia', 'Öhler', 'Lee', 'van Poe', 'Ben', 'O’Mara', 'Jean-Luc');
const label = fc.option(
  fc.constantFrom('work', 'home', 'mobile', 'other', 'fax', 'work fax', 'Arbeit', 'summer house'),
  { nil: undefined },
);
const phone = fc.constantFrom(
  { value: '+4930123456', more: { raw: '+49 30 123456' } },
  { value: '+4930123456' },
  { value: '+15555551212', more: { raw: '+1 (555) 555-1212' } },
  { value: '+4917155501', more: { raw: '0171 55501' } },
  { value: '+12125550100;ext=12', more: { raw: '(212) 555-0100 x12' } },
  { value: '0171 5550102' },
  { value: '110' },
);
const part = fc.constantFrom('Elm St 1', 'Hofgut Süd\nHaus 3', 'Flat 2', '50667', 'Köln', 'OR');
const address = fc.oneof(
  fc.record({ value: part }),
  fc.record({
    value: fc.constant(''),
    more: fc.dictionary(
      fc.constantFrom('street', 'extended', 'poBox', 'city', 'region', 'postalCode', 'country'),
      part,
      { minKeys: 1 },
    ),
  }),
);
const listOf = (value: fc.Arbitrary<object>) =>
  fc
    .array(fc.tuple(value, label), { maxLength: 5 })
    .map((some) =>
      some.map(([item, said]) => ({ ...item, ...(said === undefined ? {} : { label: said }) })),
    );
const texts = (...values: string[]) =>
  listOf(fc.constantFrom(...values.map((value) => ({ value }))));

const person = fc.record({
  name: fc.oneof(
    fc.record({ fullName: fc.constantFrom('Sitting Bull', 'Roe, Ana', 'Kim Min-jun Lee') }),
    fc.record({ given: word, family: word }, { requiredKeys: ['given'] }),
    fc.record(
      {
        prefix: fc.constant('Dr.'),
        given: word,
        middle: word,
        family: word,
        suffix: fc.constant('MBA'),
      },
      { requiredKeys: ['given', 'family'] },
    ),
  ),
  fields: fc.record(
    {
      nickname: fc.constant('Annie'),
      birthday: fc.constantFrom('1990-05-17', '--02-29', '1985-04'),
      phoneticGiven: fc.constant('Ah-na'),
      phoneticMiddle: fc.constant('Mee-a'),
      gender: fc.constantFrom('female', 'other'),
      fileAs: fc.constant('Öhler, Ana'),
    },
    { requiredKeys: [] },
  ),
  note: fc.constantFrom(
    '',
    '- first\n- second',
    '=SUM(A1)',
    'Likes tea; coffee, too\\n',
    '  spaces ',
  ),
  emails: texts('ana@x.example', 'a.o@y.example', 'info@x.example', '3@z.example'),
  phones: listOf(phone),
  addresses: listOf(address),
  links: texts('https://x.example/', 'www.y.example', 'https://z.example/a?b=c,d'),
  dates: texts('2010-05-01', '--06-07'),
  relations: texts('Uli Öhler', 'Tim "Timmy" Roe'),
  custom: texts('39', '=1+1', 'two\nlines'),
  tags: fc.subarray(['vip', 'Choir', 'Kunde;Neu']).map((tags) => tags.map((value) => ({ value }))),
  handles: fc.subarray([
    { value: '@ana', more: { network: 'x' } },
    { value: 'https://m.example/@ana', more: { network: 'mastodon' } },
  ]),
  chats: fc.subarray([
    { value: 'annie', more: { service: 'skype' } },
    { value: 'annie one', more: { service: 'telegram' } },
  ]),
  buckets: fc.subarray([{ value: idOf(901) }, { value: idOf(902) }]),
  roles: fc.array(
    fc.record({
      to: fc.constantFrom(idOf(801), idOf(802)),
      title: fc.constantFrom('', 'Buyer', '-chair'),
      department: fc.constantFrom('', 'Sales, North'),
      until: fc.constantFrom('', '2020'),
    }),
    { maxLength: 2 },
  ),
});

const groups = [
  recordOf({
    id: idOf(801),
    kind: 'organisation',
    note: 'open Mondays',
    fields: { name: 'Acme, Inc.', industry: 'Kites', description: '+1 in kites' },
    sets: {
      phones: [{ value: '+4930123456', label: 'work' }],
      emails: [{ value: 'jane@acme.example' }],
      custom: [{ value: '7', label: 'Customer No' }],
      tags: [{ value: 'vip' }],
    },
  }),
  recordOf({ id: idOf(802), kind: 'organisation', fields: { name: 'Süd & Söhne' } }),
  recordOf({ id: idOf(901), kind: 'bucket', fields: { name: 'Friends' } }),
  recordOf({ id: idOf(902), kind: 'bucket', fields: { name: '+plus' } }),
];

type Made = typeof person extends fc.Arbitrary<infer P> ? P : never;

/** Under one key two entries would be one. */
const once = <T extends { value: string }>(items: readonly T[]): T[] => [
  ...new Map(
    items.map((item) => [item.value.replace(/[^\w+@]/g, '').toLowerCase(), item]),
  ).values(),
];

function recordsOf({ name, fields, note, roles, addresses, ...sets }: Made): RecordDoc[] {
  const id = idOf(1);
  const written = addresses.flatMap((item) => {
    const parsed = parseAddress(item as { value: string });
    return parsed === undefined ? [] : [{ ...item, ...parsed }];
  });
  // Beside middle names in the column of the first ones somebody is known by an address only.
  const emails = 'middle' in name ? [{ value: 'own@x.example' }, ...sets.emails] : sets.emails;
  const all = Object.entries({ ...sets, emails, addresses: written }).map(
    ([set, items]) => [set, once(items as { value: string }[])] as const,
  );
  const kept = Object.fromEntries(all.filter(([, items]) => items.length > 0));
  const said = Object.fromEntries(
    Object.entries({ ...name, ...fields }).filter(([, value]) => value !== undefined),
  ) as { [field: string]: JsonValue };
  const made = recordOf({ id, kind: 'person', note, fields: said, sets: kept });
  const ties = [...new Map(roles.map((role) => [role.to, role])).values()].map((role, at) =>
    recordOf({
      id: idOf(10_000 + at),
      kind: 'tie',
      fields: {
        type: 'role',
        from: id,
        ...Object.fromEntries(Object.entries(role).filter(([, text]) => text !== '')),
      },
    }),
  );
  return [made, ...ties];
}

describe('what was handed to a program and comes back', () => {
  it.each(Object.entries(formats))('as %s changes nothing', async (format, taken) => {
    await fc.assert(
      fc.asyncProperty(person, async (made) => {
        const store = createMemoryRecordStore();
        await putAll(store, [...groups, ...recordsOf(made)]);
        const bytes = await exportBytes(store, { format, scope: { type: 'all' } });
        const session = openImport(
          { name: 'back', bytes },
          { yieldNow: () => Promise.resolve(), hash: (text) => text },
        );
        const plan = must(await session.plan({ country: 'DE' }, store));
        expect(plan.info.format).toBe(taken);
        const { rows } = session.rows(0, 10);
        expect(rows.flatMap(({ changes }) => changes)).toEqual([]);
        expect(rows.map(({ action }) => action)).toEqual(rows.map(() => 'skip'));
      }),
      { seed: testSeed, numRuns: testRuns(100) },
    );
  });
});
