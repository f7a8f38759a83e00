// What other programs get from us, we can read back ourselves.
import { expect, test } from 'vitest';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import { createMemoryRecordStore } from '../../../src-shared/store/memory-record-store.ts';
import { openImport } from '../../../src-shared/transfer/import/open-import.ts';
import { exportBytes, must } from '../../support/transfer/export-text.ts';
import { recordOf, storeWith } from '../../support/store/sample-records.ts';

const jane = recordOf({
  id: '01890000-0000-7000-8000-000000000001',
  kind: 'person',
  note: '=Met in Berlin,\nat "the fair"',
  fields: { given: 'Jane', family: 'Röe', birthday: '1990-05-17' },
  sets: {
    emails: [{ value: 'jane@acme.example', label: 'work' }],
    phones: [{ value: '+4930123456', label: 'work', more: { raw: '+49 30 123456' } }],
    tags: [{ value: 'vip' }],
  },
});
const acme = recordOf({
  id: '01890000-0000-7000-8000-000000000002',
  kind: 'organisation',
  fields: { name: 'Acme, Inc.' },
});
const role = recordOf({
  id: '01890000-0000-7000-8000-000000000003',
  kind: 'tie',
  fields: { type: 'role', from: jane.id, to: acme.id, title: 'CEO' },
});

function contextOf(): CommandContext {
  let next = 100;
  return {
    now: () => 1_700_000_000_000,
    newId: () => `01890000-0000-7000-8000-${String((next += 1)).padStart(12, '0')}`,
    userName: 'bob',
    device: 'other',
    yjsClientId: 77,
    hash: (value) => value,
  };
}

async function reimported(
  format: string,
): Promise<{ person: RecordDoc; organisations: string[]; titles: unknown[] }> {
  const bytes = await exportBytes(await storeWith([jane, acme, role]), {
    format,
    scope: { type: 'all' },
  });
  const store = createMemoryRecordStore();
  const name = format.startsWith('vcard') ? 'people.vcf' : 'people.csv';
  const session = openImport({ name, bytes }, { yieldNow: () => Promise.resolve() });
  must(await session.plan({ country: 'US' }, store));
  must(await session.apply(store, contextOf()));
  const all = async (collection: 'people' | 'groups' | 'ties') => {
    const docs: RecordDoc[] = [];
    for await (const batch of store.scan(collection, { status: 'live' })) docs.push(...batch);
    return docs;
  };
  const [person] = await all('people');
  if (person === undefined) throw new Error('nobody came back');
  return {
    person,
    organisations: (await all('groups'))
      .filter((group) => group.kind === 'organisation')
      .map((group) => group.name),
    titles: (await all('ties')).map((tie) => tie.fields['title']),
  };
}

test.each([
  'google-csv',
  'outlook-csv',
  'vcard-3',
  'vcard-4',
  'salesforce-csv',
  'hubspot-csv',
  'zoho-csv',
  'pipedrive-csv',
] as const)('%s comes back with name, addresses, organisation and role', async (format) => {
  const { person, organisations, titles } = await reimported(format);
  expect(person.fields).toMatchObject({ given: 'Jane', family: 'Röe' });
  expect(person.sets['emails']?.map((item) => item.value)).toEqual(['jane@acme.example']);
  expect(person.sets['phones']?.map((item) => item.value)).toEqual(['+4930123456']);
  expect(organisations).toEqual(['Acme, Inc.']);
  expect(titles).toHaveLength(1);
});

test.each([
  'google-csv',
  'outlook-csv',
  'vcard-3',
  'vcard-4',
  'salesforce-csv',
  'zoho-csv',
] as const)(
  '%s also comes back with title, birthday and a note that looks like a formula',
  async (format) => {
    const { person, titles } = await reimported(format);
    expect(titles).toEqual(['CEO']);
    expect(person.fields['birthday']).toBe('1990-05-17');
    expect(person.note).toBe('=Met in Berlin,\nat "the fair"');
  },
);

test.each(['google-csv', 'vcard-3', 'vcard-4'] as const)(
  '%s also comes back with tags',
  async (format) => {
    const { person } = await reimported(format);
    expect(person.sets['tags']?.map((item) => item.value)).toEqual(['vip']);
  },
);
