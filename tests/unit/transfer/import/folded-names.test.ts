// A name in capitals, without its own letters or with an umlaut as two letters is the same name,
// wherever people are compared: in one file, with the book, among doubles.
import { expect, it } from 'vitest';

import { personMeasure } from '../../../../src-shared/duplicates/people.ts';
import { traitsOf } from '../../../../src-shared/duplicates/traits.ts';
import { allOf, importFile } from '../../../support/transfer/imports.ts';

const header = 'First Name,Last Name,Email,Phone,Company';
const written: readonly (readonly string[])[] = [
  ['Mehmet,Kılıç', 'MEHMET,KILIÇ', 'mehmet,kilic'],
  ['Anna,Groß', 'ANNA,GROSS', 'anna,gross'],
  ['Ahmet,İnan', 'AHMET,İNAN', 'ahmet,inan'],
  ['Jörg,Müller', 'JOERG,MUELLER', 'jorg,muller'],
  ['Łukasz,Kowal', 'LUKASZ,KOWAL', 'łukasz,kowal'],
];

const ways = [
  { by: 'e-mail', rest: (at: number) => `p${at}@x.example,,` },
  { by: 'number', rest: (at: number) => `,+49 30 12345${at}0,` },
  { by: 'organisation', rest: (at: number) => `,,Firm ${at}` },
];

it.each(ways)('by the same $by each comes in once, from one file', async ({ rest }) => {
  const rows = written
    .flatMap((names, at) => names.map((name) => `${name},${rest(at)}`))
    .toReversed();
  const { store } = await importFile([header, ...rows].join('\n'), { country: 'DE' });
  expect((await allOf(store, 'people')).map(({ name }) => name).toSorted()).toEqual(
    written.map(([name = '']) => name.replace(',', ' ')).toSorted(),
  );
});

it.each(ways)('by the same $by each is known again in the book', async ({ by, rest }) => {
  const file = (way: number) =>
    [header, ...written.map((names, at) => `${names[way]},${rest(at)}`)].join('\n');
  const { store } = await importFile(file(0), { country: 'DE' });
  for (const way of [1, 2]) {
    const { preview } = await importFile(file(way), { country: 'DE', store });
    // Where nothing but the name and the organisation is the same, ue for ü is asked about.
    const few = by === 'organisation' && way === 1 ? 1 : 0;
    expect(preview.counts).toMatchObject({ create: few, skip: written.length - few });
  }
});

it('an address in Turkish capitals is the same address', async () => {
  const rows = ['İrem,Kaya,İREM@X.EXAMPLE,,', 'Irem,Kaya,irem@x.example,,'];
  const { store } = await importFile([header, ...rows].join('\n'));
  expect(await allOf(store, 'people')).toHaveLength(1);
});

it('among doubles they have the same name', () => {
  for (const [at, names] of written.entries())
    for (const other of names.slice(1)) {
      const [a, b] = [names[0] ?? '', other].map((name, index) => {
        const [given = '', family = ''] = name.split(',');
        const emails = [{ id: 'e', value: index === 0 ? `İ${at}@x.example` : `i${at}@x.example` }];
        const doc = {
          id: `${index}`,
          kind: 'person',
          fields: { given, family },
          sets: { emails },
          name,
        };
        return traitsOf(doc as unknown as Parameters<typeof traitsOf>[0]);
      });
      if (a === undefined || b === undefined) throw new Error('two were made');
      const { band, reasons } = personMeasure([a, b]).score(a, b);
      const whats = reasons.map(({ what }) => what);
      expect([band, ...whats]).toEqual(
        expect.arrayContaining(['certain', 'family-same', 'given-same', 'email-same']),
      );
    }
});

it('a name in capitals, or without its letters, replaces none that is written well', async () => {
  const { store } = await importFile(`${header}\nAnna,Groß,anna@x.example,,`);
  const brought = (row: string) => importFile(`${header}\n${row},anna@x.example,,`, { store });
  expect((await brought('ANNA,GROSS')).preview.counts).toMatchObject({ update: 0, skip: 1 });
  expect((await brought('anna,gross')).preview.counts).toMatchObject({ update: 0, skip: 1 });
});

it('a name that a file writes better replaces one in capitals', async () => {
  const { store } = await importFile(`${header}\nANNA,GROSS,anna@x.example,,`);
  await importFile(`${header}\nAnna,Groß,anna@x.example,,`, { store });
  expect((await allOf(store, 'people')).map(({ name }) => name)).toEqual(['Anna Groß']);
});
