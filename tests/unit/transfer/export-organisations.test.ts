// Companies leave, too, or it is said that they stay.
import { describe, expect, it } from 'vitest';

import { createMemoryRecordStore } from '../../../src-shared/store/memory-record-store.ts';
import { writeExport } from '../../../src-shared/transfer/export/write-export.ts';
import { recordOf, storeWith } from '../../support/store/sample-records.ts';
import { checked, exportText, must } from '../../support/transfer/export-text.ts';
import { allOf, importFile, valuesOf } from '../../support/transfer/imports.ts';

const idOf = (number: number): string => `01890000-0000-7000-8000-00000000000${number}`;
const jane = recordOf({ id: idOf(1), kind: 'person', fields: { given: 'Jane', family: 'Roe' } });
const acme = recordOf({
  id: idOf(2),
  kind: 'organisation',
  note: 'open Mondays; closed, else',
  fields: { name: 'Acme; Inc.', industry: 'Kites', description: 'Old\nfriends' },
  sets: {
    phones: [{ value: '+14155550101', label: 'desk' }],
    emails: [{ value: 'jo@acme.example' }],
    addresses: [{ value: 'Elm 1, Bonn', more: { street: 'Elm 1', city: 'Bonn' } }],
    custom: [{ value: '39', label: 'shoesize' }],
    tags: [{ value: 'vip' }],
  },
});
const sued = recordOf({ id: idOf(3), kind: 'organisation', fields: { name: 'Süd GmbH' } });
const friends = recordOf({ id: idOf(4), kind: 'bucket', fields: { name: 'Friends' } });
const role = recordOf({
  id: idOf(5),
  kind: 'tie',
  fields: { type: 'role', from: jane.id, to: acme.id, title: 'Chair' },
});
const all = [jane, acme, sued, friends, role];

describe.each(['vcard-4', 'vcard-3', 'rapport-csv'])('%s', (format) => {
  it('holds every company with all it has', async () => {
    const text = await exportText(await storeWith(all), format);
    const { store } = await importFile(text, { name: 'back' });
    expect((await allOf(store, 'people')).map(({ name }) => name)).toEqual(['Jane Roe']);
    const groups = await allOf(store, 'groups');
    expect(groups.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      'organisation Acme; Inc.',
      'organisation Süd GmbH',
    ]);
    const back = groups.find(({ name }) => name === 'Acme; Inc.');
    expect(back?.fields).toEqual(acme.fields);
    expect(back?.note).toBe(acme.note);
    for (const set of ['phones', 'emails', 'addresses', 'custom', 'tags'])
      expect(valuesOf(back, set)).toEqual(valuesOf(acme, set));
    expect((await allOf(store, 'ties')).map(({ fields }) => fields['to'])).toEqual([back?.id]);
  });

  it('counts them before and after', async () => {
    const store = await storeWith(all);
    expect(await checked(store, format)).toMatchObject({ rows: 1, organisations: 2 });
    expect(await counted(store, format)).toEqual([1, { written: 2, leftOut: 0 }]);
  });

  it('of one company holds that company', async () => {
    const store = await storeWith(all);
    const text = await exportText(store, format, { scope: { type: 'group', id: acme.id } });
    expect([text.includes('Kites'), text.includes('Süd')]).toEqual([true, false]);
    const picked = await exportText(store, format, {
      scope: { type: 'selection', ids: [jane.id] },
    });
    expect(picked.includes('Kites')).toBe(false);
  });
});

describe.each([
  'salesforce-csv',
  'hubspot-csv',
  'zoho-csv',
  'pipedrive-csv',
  'outlook-csv',
  'google-csv',
])('%s', (format) => {
  it('says that companies are not in it, before and after', async () => {
    const store = await storeWith(all);
    expect((await checked(store, format)).issues).toContainEqual({
      code: 'organisations-left-out',
      field: 'organisation',
      rows: 2,
      examples: [],
    });
    expect(await counted(store, format)).toEqual([1, { written: 0, leftOut: 2 }]);
  });

  it('says nothing where there are none', async () => {
    const { issues } = await checked(await storeWith([jane, friends]), format);
    expect(issues).toEqual([]);
  });
});

it('companies of one name are as many in our own CSV', async () => {
  const twin = recordOf({ id: idOf(6), kind: 'organisation', fields: { name: 'Acme; Inc.' } });
  const text = await exportText(await storeWith([acme, twin]), 'rapport-csv');
  const store = createMemoryRecordStore();
  await importFile(text, { store });
  expect((await allOf(store, 'groups')).map(({ id }) => id).sort()).toEqual([acme.id, twin.id]);
  expect((await importFile(text, { store })).preview.counts).toMatchObject({ skip: 2, create: 0 });
});

async function counted(store: Awaited<ReturnType<typeof storeWith>>, format: string) {
  const request = { format, scope: { type: 'all' } } as const;
  const file = must(await writeExport(store, request, { yieldNow: () => Promise.resolve() }));
  for await (const _ of file.chunks);
  return [file.rows(), file.organisations()];
}
