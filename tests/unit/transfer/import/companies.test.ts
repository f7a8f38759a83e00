// Rows and cards of a company and nobody in it become organisations, not people.
import { describe, expect, it } from 'vitest';

import { runCommand } from '../../../../src-shared/records/run-command.ts';
import type { RecordStore } from '../../../../src-shared/store/record-store.ts';
import { createMemoryRecordStore } from '../../../../src-shared/store/memory-record-store.ts';
import {
  allOf,
  importContext,
  importFile,
  sessionOf,
  valuesOf,
} from '../../../support/transfer/imports.ts';

const header =
  'First Name,Last Name,Company,Job Title,E-mail Address,Business Phone,Mobile Phone,Business Street,Business City,Web Page,Anniversary,IMAddress,Notes\n';
const acme = ',,Acme Ltd,,info@acme.example,+49 30 1234567,,Weg 1,Berlin,https://acme.example,,,\n';
const names = async (store: RecordStore) => ({
  people: (await allOf(store, 'people')).map(({ name }) => name),
  groups: (await allOf(store, 'groups')).map(({ kind, name }) => `${kind} ${name}`),
});

describe('a row of a company and nobody in it', () => {
  it('becomes an organisation with all it says, and the preview says so', async () => {
    const row = `${acme.trim().slice(0, -2)}2010-06-01,acme.chat,Call before noon\n`;
    const { store, session, preview } = await importFile(header + row);
    expect(preview).toMatchObject({ counts: { create: 1 }, organisations: 1, roles: 0 });
    expect(session.rows(0, 1).rows[0]).toMatchObject({
      kind: 'organisation',
      action: 'create',
      name: 'Acme Ltd',
      reasons: ['only-a-company'],
    });
    expect(await names(store)).toEqual({ people: [], groups: ['organisation Acme Ltd'] });
    const [made] = await allOf(store, 'groups');
    expect(valuesOf(made, 'emails')).toEqual(['=info@acme.example']);
    expect(valuesOf(made, 'phones')).toEqual(['work=+49301234567']);
    expect(valuesOf(made, 'addresses')).toEqual(['work=Weg 1, Berlin']);
    expect(valuesOf(made, 'links')).toEqual(['=https://acme.example']);
    expect(valuesOf(made, 'custom')).toEqual(['anniversary=2010-06-01', 'chat=acme.chat']);
    expect(made?.note).toBe('Call before noon');
    expect(made?.origin.source).toMatchObject({ type: 'import', row: 2 });
  });

  it.each([
    ['a job title', ',,Acme Ltd,Owner,,,,,,,,,'],
    ['an e-mail address of somebody’s own', ',,Acme Ltd,,jane@acme.example,,,,,,,,'],
    ['a mobile phone', ',,Acme Ltd,,,,+49 171 2345678,,,,,,'],
    ['a name', ',Roe,Acme Ltd,,,,,,,,,,'],
  ])('is somebody all the same when it has %s', async (_, row) => {
    const { store, session } = await importFile(`${header}${row}\n`);
    expect((await names(store)).people).toHaveLength(1);
    expect(session.rows(0, 1).rows[0]).toMatchObject({ kind: 'person', reasons: [] });
  });

  it('is taken for the organisation of that name and adds what is new, once', async () => {
    const { store } = await importFile(`${header}Ann,Roe,ACME ltd,Buyer,,,,,,,,,\n`);
    const { session, preview } = await importFile(header + acme, { store });
    expect(preview.counts).toEqual({ create: 0, update: 1, skip: 0, cannot: 0 });
    const [shown] = session.rows(0, 1).rows;
    expect(shown).toMatchObject({
      match: { name: 'ACME ltd', because: 'same-organisation' },
      reasons: ['same-organisation', 'only-a-company'],
    });
    expect(shown?.changes.map(({ field }) => field)).toEqual([
      'emails',
      'phones',
      'addresses',
      'links',
    ]);
    expect(await names(store)).toEqual({
      people: ['Ann Roe'],
      groups: ['organisation ACME ltd'],
    });
    const again = await importFile(header + acme, { store });
    expect(again.preview.counts).toEqual({ create: 0, update: 0, skip: 1, cannot: 0 });
  });

  it('is the organisation that rows of people name, wherever it stands', async () => {
    const before = 'Ann,Roe,Acme Ltd,Buyer,,,,,,,,,\n';
    const after = 'Ben,Roe,acme ltd,Owner,,,,,,,,,\n';
    const { store, preview } = await importFile(header + before + acme + after);
    expect(preview).toMatchObject({ counts: { create: 3 }, organisations: 1, roles: 2 });
    const [organisation, ...others] = await allOf(store, 'groups');
    expect(others).toEqual([]);
    expect(valuesOf(organisation, 'phones')).toEqual(['work=+49301234567']);
    const ties = await allOf(store, 'ties');
    expect(ties.map(({ fields }) => fields['to'])).toEqual([organisation?.id, organisation?.id]);
  });

  it('that is only said not to be known is none', async () => {
    const { store } = await importFile(`${header}Ann,Roe,N/A,Buyer,,,,,,,,,\n`);
    expect(await allOf(store, 'groups')).toEqual([]);
    const [ann] = await allOf(store, 'people');
    expect(ann?.fields['jobNote']).toBe('Buyer');
  });

  it('that comes twice is one organisation', async () => {
    const other = ',,acme ltd,,,+49 30 7654321,,,,,,,\n';
    const { store, session } = await importFile(header + acme + other);
    expect(session.rows(1, 1).rows[0]).toMatchObject({
      action: 'skip',
      reasons: ['same-row-in-file', 'only-a-company'],
    });
    const [organisation] = await allOf(store, 'groups');
    expect(valuesOf(organisation, 'phones')).toEqual(['work=+49301234567', 'work=+49307654321']);
  });

  it('is made all the same, or left out, where a person decides so; and all is undone as one', async () => {
    const { store } = await importFile(header + acme);
    const session = sessionOf(`${header}${acme},,Vogel,,,,,,,,,,\n`);
    await session.plan({}, store);
    session.decide([
      { row: 0, action: 'create' },
      { row: 1, action: 'skip' },
    ]);
    const report = await session.apply(store, importContext());
    expect(report).toMatchObject({
      ok: true,
      value: { created: 1, people: 0, organisations: 1, skipped: 1 },
    });
    expect((await names(store)).groups).toEqual(['organisation Acme Ltd', 'organisation Acme Ltd']);
    await runCommand(store, { type: 'undo' }, importContext());
    expect((await names(store)).groups).toEqual(['organisation Acme Ltd']);
  });

  it('is noticed when the organisation was erased', async () => {
    const { store } = await importFile(header + acme);
    const [organisation] = await allOf(store, 'groups');
    const refs = [{ collection: 'groups' as const, id: organisation?.id ?? '' }];
    await runCommand(store, { type: 'erase', refs }, importContext());
    const { session } = await importFile(header + acme, { store });
    expect(session.rows(0, 1).rows[0]).toMatchObject({ action: 'skip' });
    expect(session.rows(0, 1).rows[0]?.reasons).toContain('was-erased');
  });

  it('is not updated into what is no organisation any more', async () => {
    const { store } = await importFile(header + acme);
    const session = sessionOf(`${header},,Acme Ltd,,,+49 30 7654321,,,,,,,\n`);
    await session.plan({}, store);
    const [organisation] = await allOf(store, 'groups');
    const refs = [{ collection: 'groups' as const, id: organisation?.id ?? '' }];
    await runCommand(store, { type: 'trash', refs }, importContext());
    expect(await session.apply(store, importContext())).toMatchObject({
      ok: false,
      error: { code: 'changed-since' },
    });
  });
});

describe('a card of a company', () => {
  const card = (...lines: string[]): string =>
    ['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD', ''].join('\r\n');

  it.each([
    ['says so', ['FN:Acme', 'ORG:Acme Ltd', 'X-ABShowAs:COMPANY', 'EMAIL:jane@acme.example']],
    ['is of that kind', ['KIND:org', 'FN:Acme Ltd']],
    ['has no other name', ['FN:acme ltd', 'N:;;;;', 'ORG:Acme Ltd', 'TEL:+49301234567']],
  ])('that %s becomes an organisation', async (_, lines) => {
    const file = card(...lines);
    const { store } = await importFile(file);
    expect(await names(store)).toEqual({ people: [], groups: ['organisation Acme Ltd'] });
    expect((await importFile(file, { store })).preview.counts).toMatchObject({ skip: 1 });
  });

  it('is recognised by its UID, and keeps the name it has here', async () => {
    const { store } = await importFile(card('UID:a', 'KIND:org', 'FN:Acme'));
    const renamed = card('UID:a', 'KIND:org', 'FN:Acme Ltd', 'TEL:+49301234567');
    const { session } = await importFile(renamed, { store });
    expect(session.rows(0, 1).rows[0]?.match?.because).toBe('same-card');
    expect((await names(store)).groups).toEqual(['organisation Acme']);
  });

  it('with a person on it is that person', async () => {
    const file = card('FN:Jane Roe', 'N:Roe;Jane;;;', 'ORG:Acme', 'X-ABShowAs:COMPANY');
    expect((await names((await importFile(file)).store)).people).toEqual(['Jane Roe']);
  });

  it('on a list has the list’s name as a tag', async () => {
    const list = card('KIND:group', 'FN:Suppliers', 'MEMBER:urn:uuid:a');
    const { store } = await importFile(card('UID:a', 'KIND:org', 'FN:Acme') + list, {
      store: createMemoryRecordStore(),
    });
    expect((await names(store)).groups).toEqual(['organisation Acme']);
    expect(valuesOf((await allOf(store, 'groups'))[0], 'tags')).toEqual(['=Suppliers']);
  });
});
