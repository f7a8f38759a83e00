// The rows of a plan are kept as numbers and short texts: they come back as they were.
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createEntries } from '../../../src-shared/transfer/import/plan/entries.ts';
import type { PlanEntry } from '../../../src-shared/transfer/import/plan/plan-entry.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';
import { awkwardText } from '../../support/transfer/awkward-text.ts';

const reason = fc.constantFrom(
  'same-email',
  'same-id',
  'date-not-understood',
  'same-name-and-company',
);
const because = fc.record({
  id: fc.uuid(),
  name: fc.oneof(awkwardText, fc.constant('Zoë Dvořák')),
  because: reason,
});
const change = fc.record({
  field: fc.constantFrom('note', 'emails'),
  old: awkwardText,
  new: awkwardText,
});

const entry = fc
  .record(
    {
      line: fc.nat(),
      action: fc.constantFrom('create', 'update', 'skip', 'cannot'),
      reasons: fc.array(reason, { maxLength: 3 }),
      kind: fc.constantFrom('person', 'organisation'),
      name: awkwardText,
      remarks: fc.array(reason, { minLength: 1, maxLength: 3 }),
      organisations: fc.array(awkwardText, { minLength: 1, maxLength: 8 }),
      cells: fc.array(awkwardText, { maxLength: 5 }),
      match: because,
      candidates: fc.array(because, { minLength: 1, maxLength: 4 }),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
      decision: fc.record({ row: fc.nat(), action: fc.constantFrom('create', 'skip', 'auto') }),
    },
    { requiredKeys: ['line', 'action', 'reasons'] },
  )
  .chain((one) =>
    // As a rule the match is the first of those it could be.
    fc.boolean().map((isFirst): PlanEntry => {
      const [first] = one.candidates ?? [];
      return (isFirst && first !== undefined ? { ...one, match: first } : one) as PlanEntry;
    }),
  );

it('come back as they were put, and last', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(entry, entry), { maxLength: 20 }), (pairs) => {
      const entries = createEntries();
      for (const [first] of pairs) entries.add(first);
      pairs.forEach(([first], row) => expect(entries.at(row)).toEqual(first));
      pairs.forEach(([, second], row) => entries.put(row, second));
      pairs.forEach(([, second], row) => {
        expect(entries.at(row)).toEqual(second);
        expect(entries.kindOf(row)).toBe(second.kind);
      });
      expect(entries.length()).toBe(pairs.length);
      expect(entries.at(pairs.length)).toBeUndefined();
    }),
    { seed: testSeed, numRuns: testRuns(300) },
  );
});
