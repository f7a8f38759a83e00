// Google's CSV from bytes to records and back again through the preview.
import { describe, expect, it } from 'vitest';

import { allOf, fixture, importFile, valuesOf } from '../../../support/transfer/imports.ts';

describe('a Google CSV', () => {
  it('becomes people, organisations and roles', async () => {
    const { preview, report, store } = await importFile(fixture('google.csv'), { country: 'DE' });
    expect(preview.info).toMatchObject({
      format: 'google-csv',
      charset: 'utf-8',
      delimiter: ',',
      headerLine: 1,
      rows: 5,
    });
    expect(preview.counts).toEqual({ create: 4, update: 0, skip: 1, cannot: 0 });
    expect(report).toMatchObject({ created: 4, updated: 0, skipped: 1, rejected: 0 });
    expect(preview).toMatchObject({ organisations: 2, roles: 2 });
    const [ana, ben, chen] = await allOf(store, 'people');
    expect(ana?.fields).toMatchObject({
      prefix: 'Dr.',
      given: 'Ana',
      middle: 'María',
      family: 'Castillo',
      nickname: 'Anita',
      birthday: '1984-05-17',
    });
    expect(valuesOf(ana, 'emails')).toEqual([
      'work=Ana.Castillo@vogel.example',
      'home=ana@home.example',
    ]);
    expect(valuesOf(ana, 'phones')).toEqual([
      'mobile=+491712345678',
      'work=+49301234567',
      'work=+49301234568',
    ]);
    expect(ana?.sets['phones']?.[0]?.more).toEqual({ raw: '0171 2345678' });
    expect(valuesOf(ana, 'addresses')).toEqual([
      'work=Hauptstr. 5, 2nd floor, 10115 Berlin, Germany',
    ]);
    expect(valuesOf(ana, 'tags')).toEqual(['=Customers']);
    expect(valuesOf(ana, 'relations')).toEqual(['spouse=Ben Castillo']);
    expect(valuesOf(ana, 'dates')).toEqual(['anniversary=2010-06-01']);
    expect(valuesOf(ana, 'custom')).toEqual(['Shoe size=39']);
    expect(ana?.note).toBe('Met at the fair.\nLikes "strong" coffee.');
    expect(ana?.origin.source).toMatchObject({ type: 'import', file: 'people.csv', row: 2 });
    expect(ben?.fields['birthday']).toBe('--03-09');
    expect(valuesOf(chen, 'custom')).toEqual(['email=not an address']);
    const ties = await allOf(store, 'ties');
    expect(ties.find((tie) => tie.fields['from'] === ana?.id)?.fields).toMatchObject({
      type: 'role',
      title: 'Head of Sales',
      department: 'Sales',
    });
    expect((await allOf(store, 'groups')).map((group) => `${group.kind} ${group.name}`)).toEqual([
      'organisation Quist Brewery',
      'organisation Vogel Optics',
    ]);
  });

  it('changes nothing the second time', async () => {
    const { store } = await importFile(fixture('google.csv'), { country: 'DE' });
    const before = await allOf(store, 'people');
    const { preview } = await importFile(fixture('google.csv'), { country: 'DE', store });
    expect(preview.counts).toEqual({ create: 0, update: 0, skip: 5, cannot: 0 });
    expect(await allOf(store, 'people')).toEqual(before);
  });

  it('keeps old values where a cell is blank and adds what is new', async () => {
    const { store } = await importFile(fixture('google.csv'), { country: 'DE' });
    const file =
      'First Name,Last Name,Phonetic First Name,Organization Name,Labels,Organization Title,E-mail 1 - Value,Phone 1 - Value\nBen,Baumann,,Vogel Optics,Friends,Buyer,ben@example.com,+49 30 7654321\n';
    const { session, preview, report } = await importFile(file, { store });
    expect(preview.counts).toEqual({ create: 0, update: 1, skip: 0, cannot: 0 });
    expect(session.rows(0, 10).rows[0]).toMatchObject({
      action: 'update',
      reasons: ['same-email'],
      line: 2,
      match: { name: 'Ben Baumann' },
    });
    expect(session.rows(0, 10).rows[0]?.changes.map(({ field }) => field)).toEqual([
      'phones',
      'tags',
      'roles',
    ]);
    expect(report.updated).toBe(1);
    const ben = (await allOf(store, 'people')).find((doc) => doc.name === 'Ben Baumann');
    expect(ben?.fields['birthday']).toBe('--03-09');
    expect(valuesOf(ben, 'phones')).toEqual(['=+49307654321']);
    const ties = (await allOf(store, 'ties')).filter((tie) => tie.fields['from'] === ben?.id);
    expect(ties.map((tie) => tie.fields['title'])).toEqual(['Buyer']);
  });
});
