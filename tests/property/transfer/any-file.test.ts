// Random files end in a code or a plan; none throws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createMemoryRecordStore } from '../../../src-shared/store/memory-record-store.ts';
import { awkwardText } from '../../support/transfer/awkward-text.ts';
import { importContext, sessionOf } from '../../support/transfer/imports.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';

describe('imports', () => {
  it('of any text end in a code or a plan and never throw', async () => {
    const cell = fc.oneof(
      awkwardText,
      fc.constantFrom(
        '',
        'First Name',
        'Email',
        'Phone',
        'a@b.example',
        '+49 30 1234567',
        '"',
        '01/02/2003',
        'BEGIN:VCARD',
        'END:VCARD',
      ),
    );
    const file = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.constantFrom(',', ';', '\t', '|', ':'),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (rows, delimiter, end) => {
          const session = sessionOf(rows.map((cells) => cells.join(delimiter)).join(end));
          const store = createMemoryRecordStore();
          const read = await session.read();
          const plan = await session.plan({}, store);
          expect(read.ok || read.error.code.length > 0).toBe(true);
          if (!plan.ok) return;
          const { rows: shown, total } = session.rows(0, 500);
          expect(shown).toHaveLength(total);
          const report = await session.apply(store, importContext());
          expect(report.ok && report.value.created).toBe(plan.value.counts.create);
        },
      ),
      { seed: testSeed, numRuns: testRuns(400) },
    );
  });

  it('of any bytes never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const plan = await sessionOf(bytes).plan({}, createMemoryRecordStore());
        expect(typeof plan.ok).toBe('boolean');
      }),
      { seed: testSeed, numRuns: testRuns(300) },
    );
  });
});
