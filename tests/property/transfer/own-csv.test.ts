// Random people survive our own CSV, and importing it again changes nothing.
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { person as personKind } from '../../../src-shared/domain/person.ts';
import type { NewRecord, RecordDoc } from '../../../src-shared/domain/record.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import { create } from '../../../src-shared/records/intents/edits.ts';
import { defineField } from '../../../src-shared/records/intents/own-fields.ts';
import { teamKey } from '../../../src-shared/domain/own-values.ts';
import { csvLine } from '../../../src-shared/transfer/export/csv-text.ts';
import { createRapportColumns } from '../../../src-shared/transfer/rapport-csv.ts';
import { exportText } from '../../support/transfer/export-text.ts';
import { awkwardText } from '../../support/transfer/awkward-text.ts';
import { allOf, importContext, importFile } from '../../support/transfer/imports.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';
import { openReplica } from '../../support/sync/replica.ts';

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
  const boss = {
    title: '=Boss',
    start: '2020-01',
    until: '',
    expects: '=Calls\nback',
    stance: 'Fair',
  };
  const roles = [{ organisation: 'Weber, Optics', ...boss }];
  for (const doc of docs) columns.measure(doc, roles);
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

const trimmed = awkwardText.map((text) => text.trim()).filter((text) => text !== '');
const roleFields = ['Shift', 'title', 'id', '=1+1', 'a, "b" 2'];
const roles = fc.array(
  fc.record({
    organisation: fc.constantFrom('Acme', 'Bolt'),
    title: fc.constantFrom('', 'Clerk'),
    shift: trimmed,
    others: fc.dictionary(fc.constantFrom(...roleFields.slice(1)), trimmed, {
      noNullPrototype: true,
    }),
  }),
  { minLength: 1, maxLength: 5 },
);

it('each of somebody’s roles comes in with what its own fields held', async () => {
  const defined = roleFields.map((label) => defineField({ kind: 'tie', label, type: 'text' }));
  const bookWith = async (name: string) => {
    const book = openReplica(name);
    const keys = (await book.done(create(...defined))).ids.map(teamKey);
    const rolesIn = async () =>
      (await allOf(book.store, 'ties'))
        .map(({ fields }) =>
          JSON.stringify([fields['title'] ?? '', ...keys.map((key) => fields[key] ?? '')]),
        )
        .sort();
    return { book, keys, rolesIn };
  };
  await fc.assert(
    fc.asyncProperty(roles, async (made) => {
      const [from, to] = [await bookWith('alice'), await bookWith('bob')];
      const { ids } = await from.book.done(
        create(
          { kind: 'person', fields: { given: 'Ana', family: 'Roe' } },
          ...['Acme', 'Bolt'].map((name) => ({ kind: 'organisation', fields: { name } })),
        ),
      );
      const [ana = '', acme = '', bolt = ''] = ids;
      const ties = distinctRoles(made).map(({ organisation, title, shift, others }) => ({
        kind: 'tie',
        fields: {
          type: 'role',
          from: ana,
          to: organisation === 'Acme' ? acme : bolt,
          ...(title === '' ? {} : { title }),
          ...Object.fromEntries(
            Object.entries({ Shift: shift, ...others }).map(([label, text]) => [
              from.keys[roleFields.indexOf(label)] ?? '',
              text,
            ]),
          ),
        },
      }));
      await from.book.done(create(...ties));
      const csv = await exportText(from.book.store, 'rapport-csv');
      await importFile(csv, { store: to.book.store });
      expect(await to.rolesIn()).toEqual(await from.rolesIn());
      const again = await importFile(csv, { store: to.book.store });
      expect(again.report).toMatchObject({ created: 0, updated: 0 });
    }),
    { seed: testSeed, numRuns: testRuns(40) },
  );
});

/** What is the same in the first of these is one role for which the others say more. */
const distinctRoles = <T extends { organisation: string; title: string; shift: string }>(
  all: readonly T[],
): T[] => [
  ...new Map(
    all.map((one) => [JSON.stringify([one.organisation, one.title, one.shift]), one]),
  ).values(),
];
