// Of a name that many share, a row still finds the person it means.
import { expect, it } from 'vitest';

import { createMemoryRecordStore } from '../../../../src-shared/store/memory-record-store.ts';
import { importFile, sessionOf } from '../../../support/transfer/imports.ts';

const header = 'First Name,Last Name,Email,Phone,Company,Birthday,Notes';
const many = Array.from({ length: 60 }, (_, at) =>
  [
    'John',
    'Smith',
    at % 3 === 0 ? '' : `john${at}@x.example`,
    at % 5 === 0 ? `+49 30 1234${String(at).padStart(3, '0')}` : '',
    `Company ${at}`,
    at % 2 === 0 ? `1980-01-${String(1 + (at % 28)).padStart(2, '0')}` : '',
    at % 4 === 0 ? `Note ${at}` : '',
  ].join(','),
);

async function planOf(rows: readonly string[], store = createMemoryRecordStore()) {
  await importFile([header, ...many].join('\n'), { store, country: 'DE' });
  const session = sessionOf([header, ...rows].join('\n'));
  const preview = await session.plan({ country: 'DE' }, store);
  if (!preview.ok) throw new Error(preview.error.code);
  return { counts: preview.value.counts, rows: session.rows(0, 1_000).rows };
}

it('the same rows again change nothing', async () => {
  expect((await planOf(many)).counts).toEqual({ create: 0, update: 0, skip: 60, cannot: 0 });
});

it('a colleague of that name is found by the company', async () => {
  const { rows } = await planOf(['John,Smith,,,Company 33,,Met again']);
  expect(rows[0]).toMatchObject({ action: 'update', match: { because: 'same-name-and-company' } });
  expect(rows[0]?.changes.map(({ field }) => field)).toEqual(['note']);
});

it('one who has nothing but a name and a birthday is found by both', async () => {
  const { rows } = await planOf(['John,Smith,,,,1980-01-05,', 'John,Smith,,,,1999-09-09,']);
  const inFile = rows.toSorted((a, b) => a.line - b.line);
  expect(inFile.map(({ action }) => action)).toEqual(['skip', 'create']);
});

it('somebody new of that name is made, with a few to choose from', async () => {
  const { rows } = await planOf(['John,Smith,new@x.example,,Elsewhere,,']);
  expect(rows[0]?.action).toBe('create');
  expect(rows[0]?.candidates.length).toBeGreaterThan(2);
});

it('two of one name behind one switchboard stay two, in a file and in the book', async () => {
  const office = ['Ada Ott', 'Ben Fox', 'Cem Kaya'].map(
    (name, at) => `${name.replace(' ', ',')},a${at}@firm.example,040 32 11 00-0,Firm,,`,
  );
  const [one, other] = [
    'Michael,Schmidt,m.schmidt@bau.example,040 32 11 00-0,Bau,1985-03-01,',
    'Michael,Schmidt,michael@optik.example,040 32 11 00-0,Optik,1990-07-12,',
  ];
  const inFile = await planOf([...office, one, other]);
  expect(inFile.counts).toMatchObject({ create: 5, skip: 0 });
  const store = createMemoryRecordStore();
  await importFile([header, ...office, one].join('\n'), { store, country: 'DE' });
  const session = sessionOf([header, other].join('\n'));
  await session.plan({ country: 'DE' }, store);
  expect(session.rows(0, 10).rows[0]).toMatchObject({
    action: 'create',
    candidates: [{ because: 'same-phone-and-name' }],
  });
});

it('nor is anybody joined who has the name and the number but was born on another day', async () => {
  const { counts } = await planOf([
    'Eva,Berg,,+49 30 555000,,1985-03-01,',
    'Eva,Berg,,+49 30 555000,,1990-07-12,',
    'Eva,Berg,,+49 30 555000,,1985,Same year',
  ]);
  expect(counts).toMatchObject({ create: 2, skip: 1 });
});
