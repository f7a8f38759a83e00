// Every program's own file is recognised and lands in the right fields.
import { describe, expect, it } from 'vitest';

import { allOf, fixture, importFile, valuesOf } from '../../../support/transfer/imports.ts';

const only = async (name: string, country = 'DE') => {
  const done = await importFile(fixture(name), { country, name });
  const people = await allOf(done.store, 'people');
  const groups = await allOf(done.store, 'groups');
  const ties = await allOf(done.store, 'ties');
  return {
    ...done,
    people,
    first: people[0],
    groups: groups.map((group) => group.name),
    roles: ties.map((tie) => tie.fields['title'] ?? ''),
  };
};

describe('formats', () => {
  it('reads the older Google CSV', async () => {
    const { preview, first, groups, roles } = await only('google-legacy.csv');
    expect(preview.info.format).toBe('google-csv-legacy');
    expect(first?.fields).toEqual({ given: 'Greta', family: 'Hoffmann', birthday: '--02-29' });
    expect(valuesOf(first, 'emails')).toEqual([
      'home=greta@example.com',
      'home=g.hoffmann@example.org',
    ]);
    expect(valuesOf(first, 'tags')).toEqual(['=Choir']);
    expect([groups, roles]).toEqual([['Rossi Print'], ['Designer']]);
  });

  it('reads classic Outlook in Windows-1252', async () => {
    const { preview, first, groups, roles } = await only('outlook-classic.csv');
    expect(preview.info).toMatchObject({ format: 'outlook-csv', charset: 'windows-1252' });
    expect(first?.fields).toMatchObject({
      prefix: 'Herr',
      given: 'Jörg',
      family: 'Müller',
      birthday: '1970-12-24',
    });
    expect(valuesOf(first, 'emails')).toEqual([
      '=joerg.mueller@example.com',
      '=joerg@home.example',
    ]);
    expect(first?.sets['addresses']?.[0]).toMatchObject({
      label: 'work',
      more: { street: 'Weg 1, Hof 2', city: 'Köln', postalCode: '50667' },
    });
    expect(valuesOf(first, 'dates')).toEqual([]);
    expect(valuesOf(first, 'tags')).toEqual(['=Kunden', '=Freunde']);
    expect(valuesOf(first, 'custom')).toEqual(['User 1=golf']);
    expect([groups, roles]).toEqual([['Weber Logistics'], ['Leiter']]);
  });

  it('reads the new Outlook', async () => {
    const { preview, first } = await only('outlook-new.csv', 'US');
    expect(preview.info.format).toBe('outlook-csv');
    expect(first?.fields).toMatchObject({ given: 'Nora', birthday: '1975-03-14' });
    expect(valuesOf(first, 'phones')).toEqual(['work=+16502530000']);
    expect(valuesOf(first, 'relations')).toEqual(['manager=Hugo Quist']);
  });

  it('finds the header below the LinkedIn note and keeps true line numbers', async () => {
    const { preview, session, people, groups, roles } = await only('linkedin.csv');
    expect(preview.info).toMatchObject({ format: 'linkedin-connections', headerLine: 4, rows: 3 });
    expect(
      session.rows(0, 10).rows.map(({ line, action, reasons }) => [line, action, reasons[0]]),
    ).toEqual([
      [5, 'create', undefined],
      [6, 'skip', 'blank-row'],
      [7, 'create', undefined],
    ]);
    expect(people.map((doc) => valuesOf(doc, 'dates')[0])).toEqual([
      'connected=2024-03-12',
      'connected=2022-02-07',
    ]);
    expect([groups, roles]).toEqual([['Tanaka Studio'], ['Head of "Things"']]);
  });

  it('reads HubSpot', async () => {
    const { preview, first, groups } = await only('hubspot.csv', 'US');
    expect(preview.info.format).toBe('hubspot');
    expect(valuesOf(first, 'ids')).toEqual(['hubspot=501']);
    expect(valuesOf(first, 'phones')).toEqual(['=+14155552671']);
    expect(valuesOf(first, 'custom')).toContain('Contact owner=Alice');
    expect(groups).toEqual(['Rossi Print']);
  });

  it('reads Salesforce', async () => {
    const { preview, first, roles } = await only('salesforce.csv', 'US');
    expect(preview.info.format).toBe('salesforce');
    expect(first?.fields).toMatchObject({
      prefix: 'Mr.',
      family: 'Kowalski',
      birthday: '1969-02-28',
    });
    expect(valuesOf(first, 'ids')).toEqual(['salesforce=0035e00000XYZ']);
    expect(roles).toEqual(['Partner']);
  });

  it('reads Zoho', async () => {
    const { preview, first } = await only('zoho.csv');
    expect(preview.info.format).toBe('zoho');
    expect(valuesOf(first, 'emails')).toEqual(['=rosa@example.com', 'other=rosa2@example.com']);
    expect(first?.sets['handles']?.[0]).toMatchObject({ value: 'rosal', more: { network: 'x' } });
    expect(first?.note).toBe('Loves roses');
  });

  it('reads Pipedrive', async () => {
    const { preview, first, groups } = await only('pipedrive.csv');
    expect(preview.info.format).toBe('pipedrive');
    expect(valuesOf(first, 'emails')).toEqual([
      'work=tariq@work.example',
      'home=tariq@home.example',
    ]);
    expect(groups).toEqual(['Ueda Optics']);
  });

  it('reads Mailchimp', async () => {
    const { preview, first } = await only('mailchimp.csv');
    expect(preview.info.format).toBe('mailchimp');
    expect(valuesOf(first, 'tags')).toEqual(['=VIP', '=Blog']);
  });

  it('guesses the columns of a file it does not know', async () => {
    const { preview, first, groups } = await only('german.csv');
    expect(preview.info).toMatchObject({ format: 'unknown', delimiter: ';' });
    expect(preview.info.columns.map(({ target, by }) => [target, by])).toEqual([
      ['prefix', 'guess'],
      ['given', 'guess'],
      ['family', 'guess'],
      ['org.name', 'guess'],
      ['email', 'guess'],
      ['phone:mobile', 'guess'],
      ['address.postalCode', 'guess'],
      ['address.city', 'guess'],
      ['birthday', 'guess'],
      ['custom:Hund', 'none'],
    ]);
    expect(first?.fields).toMatchObject({ given: 'Elif', birthday: '1981-04-03' });
    expect(valuesOf(first, 'custom')).toEqual(['Hund=Rex']);
    expect(groups).toEqual(['Weber & Töchter']);
  });

  it('lets the user choose where a column goes', async () => {
    const { store, preview } = await importFile(fixture('german.csv'), {
      mapping: { Hund: 'relation:dog', '#3': '' },
    });
    const [elif] = await allOf(store, 'people');
    expect(preview.info.columns[9]).toMatchObject({ target: 'relation:dog', by: 'user' });
    expect(valuesOf(elif, 'relations')).toEqual(['dog=Rex']);
    expect(await allOf(store, 'groups')).toEqual([]);
  });
});
