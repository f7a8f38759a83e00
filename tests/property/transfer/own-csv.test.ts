// Random people survive our own CSV, and importing it again changes nothing.
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { person as personKind } from '../../../src-shared/domain/person.ts';
import type { NewRecord, RecordDoc } from '../../../src-shared/domain/record.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import { csvLine } from '../../../src-shared/transfer/export/csv-text.ts';
import { createRapportColumns } from '../../../src-shared/transfer/rapport-csv.ts';
import { awkwardText } from '../../support/transfer/awkward-text.ts';
import { allOf, importContext, importFile } from '../../support/transfer/imports.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';

const part = fc.constantFrom(
  'raw',
  'street',
  'city',
  'network',
  'label',
  'value',
  'id',
  'more label',
  'two words',
);
const item = fc.record({
  value: awkwardText,
  label: fc.option(awkwardText, { nil: undefined }),
  more: fc.option(
    fc.dictionary(part, awkwardText, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    {
      nil: undefined,
    },
  ),
});
const setName = fc.constantFrom(
  'emails',
  'phones',
  'addresses',
  'links',
  'handles',
  'dates',
  'relations',
  'chats',
  'tags',
  'custom',
  'ids',
  'futures',
);
const person = fc.record({
  fields: fc.dictionary(fc.constantFrom(...personKind.fieldNames), awkwardText, {
    maxKeys: 6,
    noNullPrototype: true,
  }),
  other: fc.dictionary(
    fc.constantFrom('mood', 'level', 'two words'),
    fc.oneof(awkwardText, fc.integer(), fc.boolean(), fc.array(awkwardText, { maxLength: 3 })),
    { maxKeys: 2, noNullPrototype: true },
  ),
  sets: fc.dictionary(setName, fc.array(item, { minLength: 1, maxLength: 4 }), {
    maxKeys: 5,
    noNullPrototype: true,
  }),
  note: fc.oneof(fc.constant(''), awkwardText),
  scope: fc.constantFrom('team', 'private'),
});

const bare = ({ id, scope, fields, sets, note }: RecordDoc) => ({ id, scope, fields, sets, note });

function ownCsv(docs: readonly RecordDoc[]): string {
  const columns = createRapportColumns();
  for (const doc of docs) columns.measure(doc, 1);
  const boss = {
    title: '=Boss',
    start: '2020-01',
    until: '',
    expects: '=Calls\nback',
    stance: 'Fair',
  };
  const roles = [{ organisation: 'Weber, Optics', ...boss }];
  return (
    csvLine(columns.header()) +
    docs.map((doc) => csvLine(columns.cells({ doc, roles, bucketName: (id) => id }))).join('')
  );
}

const peopleFrom = (
  all: {
    fields: NewRecord['fields'];
    other: NewRecord['fields'];
    sets: object;
    note: string;
    scope: string;
  }[],
): RecordDoc[] =>
  all.map(({ fields, other, sets, note, scope }) => {
    const clean = JSON.parse(JSON.stringify(sets)) as NonNullable<NewRecord['sets']>;
    return makeRecord(
      {
        kind: 'person',
        fields: { ...fields, ...other, fileAs: 'someone' },
        sets: clean,
        note,
        scope: scope as 'team',
      },
      importContext(),
    );
  });

it('people of our own CSV come in identical, and again nothing new', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 6 }), async (made) => {
      const docs = peopleFrom(made as never);
      const csv = ownCsv(docs);
      const { store, preview } = await importFile(csv);
      expect(preview.info.format).toBe('rapport-csv');
      const back = new Map((await allOf(store, 'people')).map((doc) => [doc.id, doc]));
      expect(docs.map(({ id }) => bare(back.get(id) as RecordDoc))).toEqual(docs.map(bare));
      const again = await importFile(csv, { store });
      expect(again.preview.counts).toEqual({
        create: 0,
        update: 0,
        skip: docs.length,
        cannot: 0,
      });
      expect(again.report.updated).toBe(0);
    }),
    { seed: testSeed, numRuns: testRuns(150) },
  );
});
