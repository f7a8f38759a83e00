// Whatever is in a file, importing it a second time changes nothing.
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { allOf, importFile } from '../../support/transfer/imports.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';

it('one file imported twice changes nothing the second time', async () => {
  const name = fc.constantFrom('Ana', 'Ben', 'Ana Maria', 'A.', '');
  const family = fc.constantFrom('Roe', 'Doe', 'Müller', '');
  const email = fc.constantFrom(
    '',
    'a@x.example',
    'b@x.example',
    'info@x.example',
    'A@x.example',
    'no address',
  );
  const phone = fc.constantFrom('', '+49 30 1234567', '030 1234567', '+1 650 253 0000', 'ask me');
  const company = fc.constantFrom('', 'Acme', 'ACME', 'Vogel');
  const title = fc.constantFrom('', 'Buyer', 'Owner');
  const more = fc.constantFrom('', '1980-01-02', '03/04/1981');
  const row = fc.tuple(
    name,
    family,
    email,
    email,
    phone,
    company,
    title,
    more,
    fc.constantFrom('', 'Met', 'Met again'),
  );
  const header = 'First Name,Last Name,Email,Email 2,Phone,Company,Job Title,Birthday,Notes';
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), async (rows) => {
      const csv = [header, ...rows.map((cells) => cells.join(','))].join('\n');
      const { store } = await importFile(csv, { country: 'DE' });
      const before = [
        await allOf(store, 'people'),
        await allOf(store, 'ties'),
        await allOf(store, 'groups'),
      ];
      const { preview } = await importFile(csv, { country: 'DE', store });
      expect(preview.counts).toMatchObject({ create: 0, update: 0 });
      expect([
        await allOf(store, 'people'),
        await allOf(store, 'ties'),
        await allOf(store, 'groups'),
      ]).toEqual(before);
    }),
    { seed: testSeed, numRuns: testRuns(300) },
  );
});
