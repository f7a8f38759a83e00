// Whoever in a file may be somebody of the book is counted, comes first and waits for an answer;
// what was answered stays; the file itself says of which country its numbers are.
import { expect, it } from 'vitest';

import { createMemoryRecordStore } from '../../../../src-shared/store/memory-record-store.ts';
import { emptyIncoming } from '../../../../src-shared/transfer/import/entry/incoming.ts';
import { typedPerson } from '../../../../src-shared/transfer/import/entry/typed-person.ts';
import { factsOfRecord } from '../../../../src-shared/transfer/import/plan/row-facts.ts';
import type { RowFacts } from '../../../../src-shared/transfer/import-types.ts';
import { whoIsLike } from '../../../../src-shared/transfer/import/match/near.ts';
import { importFile, sessionOf } from '../../../support/transfer/imports.ts';

const header = 'First Name,Last Name,Email,Phone,Company';
const book = [
  header,
  'Femi,Okafor,femi@lamps.example,+1 212 555 0100,Lamps',
  'Ana,Roe,ana@x.example,+1 212 555 0101,Roe',
].join('\n');

async function planOf(rows: readonly string[], options = { country: 'US' }) {
  const { store } = await importFile(book, { country: 'US' });
  const session = sessionOf([header, ...rows].join('\n'));
  const preview = await session.plan(options, store);
  if (!preview.ok) throw new Error(preview.error.code);
  return { store, session, preview: preview.value };
}

const rows = [
  'New,One,one@x.example,,',
  'Femi,Okafor,other@lamps.example,,Elsewhere',
  'New,Two,two@x.example,,',
  'F.,Okafor,,+1 212 555 0100,',
  'New,Three,three@x.example,,',
];

it('who may be here is counted, comes first, with why', async () => {
  const { session, preview } = await planOf(rows);
  expect(preview).toMatchObject({
    counts: { create: 5, update: 0 },
    perhaps: { rows: 2, open: 2 },
  });
  const all = session.rows(0, 10);
  expect(all.total).toBe(5);
  expect(all.rows.map(({ line }) => line)).toEqual([3, 5, 2, 4, 6]);
  expect(all.rows.map(({ candidates }) => candidates[0]?.because)).toEqual([
    'same-name',
    'same-phone',
    undefined,
    undefined,
    undefined,
  ]);
  expect(session.rows(0, 10, 'perhaps').rows.map(({ line }) => line)).toEqual([3, 5]);
  for (let from = 0; from < 5; from += 1)
    expect(session.rows(from, 1).rows[0]?.line).toBe(all.rows[from]?.line);
});

it('a whole row is looked at beside all that is known of whom it may be', async () => {
  const { store, session } = await planOf(rows);
  const [first] = session.rows(0, 1).rows;
  const values = (facts: RowFacts | undefined) =>
    Object.fromEntries(
      (facts?.facts ?? []).map(({ field, values: all }) => [field, all.map(({ value }) => value)]),
    );
  expect(values(session.look(first?.row ?? -1))).toMatchObject({
    given: ['Femi'],
    emails: ['other@lamps.example'],
    roles: ['Elsewhere'],
  });
  const here = await factsOfRecord(store, 'people', first?.candidates[0]?.id ?? '');
  expect(values(here)).toMatchObject({
    given: ['Femi'],
    emails: ['femi@lamps.example'],
    phones: ['+12125550100'],
    roles: ['Lamps'],
  });
  expect(await factsOfRecord(store, 'people', 'nobody')).toBeUndefined();
  expect(session.look(99)).toBeUndefined();
});

it('a row that was decided stays where it is and waits no more', async () => {
  const { session } = await planOf(rows);
  const [first] = session.rows(0, 1).rows;
  const match = first?.candidates[0]?.id ?? '';
  expect(session.decide([{ row: first?.row ?? -1, action: 'update', match }])).toMatchObject({
    ok: true,
    value: { counts: { create: 4, update: 1 }, perhaps: { rows: 2, open: 1 } },
  });
  expect(session.rows(0, 1).rows[0]).toMatchObject({ line: 3, action: 'update' });
});

it('what was decided stays decided when the file is read in another way', async () => {
  const { session, store } = await planOf(rows);
  session.decide([
    { row: 1, action: 'skip' },
    { row: 2, action: 'skip' },
  ]);
  expect(await session.plan({ country: 'DE' }, store)).toMatchObject({
    ok: true,
    value: { counts: { create: 3, skip: 2 }, perhaps: { open: 1 } },
  });
});

it('a number that a whole office shares says nothing of people with other names', async () => {
  const { preview } = await planOf(['Ben,Smith,,+1 212 555 0100,']);
  expect(preview.perhaps).toEqual({ rows: 0, open: 0 });
});

it('whoever is typed in is known by name, e-mail or number, as a row of a file would be', async () => {
  const { store } = await importFile(book, { country: 'US' });
  const nobody = { name: '', email: '', phone: '', company: '' };
  const like = async (typed: Partial<typeof nobody>) =>
    (await whoIsLike(store, typedPerson({ ...nobody, ...typed }, 'US'))).map(
      ({ name, because }) => `${name}: ${because}`,
    );
  expect(await like({ name: 'Femi Okafor' })).toEqual(['Femi Okafor: same-name']);
  expect(await like({ name: 'femi okafor', company: 'Lamps' })).toEqual([
    'Femi Okafor: same-name-and-company',
  ]);
  expect(await like({ email: 'ANA@x.example' })).toEqual(['Ana Roe: same-email']);
  expect(await like({ phone: '(212) 555-0100' })).toEqual(['Femi Okafor: same-phone']);
  expect(await like({ name: 'Ben Smith', email: 'ben@', phone: '(212)' })).toEqual([]);
  expect(await whoIsLike(createMemoryRecordStore(), emptyIncoming(0))).toEqual([]);
});

it('the country of a file’s numbers is that of the addresses beside them', async () => {
  const named = 'Vorname,Nachname,Telefon,Land\n';
  const country = async (content: string) => {
    const read = await sessionOf(content).read();
    return read.ok ? read.value.country : read.error;
  };
  expect(await country(`${named}Ana,Roe,044 123 45 67,Schweiz\nBen,Roe,044 1,CH\n`)).toEqual({
    codes: ['CH'],
    because: 'addresses',
  });
  // A number that says its country says nothing of the others.
  expect(await country(`${named}Ana,Roe,+41 44 123 45 67,Schweiz\n`)).toMatchObject({
    codes: ['DE', 'AT', 'CH'],
    because: 'words',
  });
  expect(await country('First Name,Last Name,Phone\nAna,Roe,212 555 0100\n')).toBeUndefined();
  const card =
    'BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL:030 1234567\nADR:;;Weg 1;Berlin;;10115;Germany\nEND:VCARD\n';
  expect(await country(card)).toEqual({ codes: ['DE'], because: 'addresses' });
});
