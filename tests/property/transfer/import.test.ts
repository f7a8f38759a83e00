// Random people survive our own CSV; random files never throw; importing twice changes nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { personFields } from '../../../src-shared/domain/person.ts';
import type { NewRecord, RecordDoc } from '../../../src-shared/domain/record.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import { csvLine } from '../../../src-shared/transfer/export/csv-text.ts';
import { createRapportColumns } from '../../../src-shared/transfer/rapport-csv.ts';
import { allOf, importContext, importFile, sessionOf } from '../../support/imports.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';
import { createMemoryRecordStore } from '../../../src-shared/store/memory-record-store.ts';

const settings = (usual: number) => ({ seed: testSeed, numRuns: testRuns(usual) });

const awkward = fc.constantFrom(
  '=1+1',
  "'=1",
  "''+49",
  '-x',
  '@me',
  ' ::: ',
  'a,b',
  '"',
  '""',
  "o'neil",
  ' lead',
  'trail ',
  'line\nbreak',
  'win\r\nbreak',
  '\rstart',
  'tail\r',
  '\tx',
  '0',
  'null',
  'Zoë',
  '李小龍',
  '＝x',
  "'",
  '__proto__',
  'a;b|c',
  '👩‍🚀',
  '‮abc',
);
const plain = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !text.includes('\0'));
const text = fc.oneof(
  awkward,
  plain,
  fc.tuple(awkward, plain).map(([a, b]) => a + b),
);
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
  value: text,
  label: fc.option(text, { nil: undefined }),
  more: fc.option(fc.dictionary(part, text, { minKeys: 1, maxKeys: 3, noNullPrototype: true }), {
    nil: undefined,
  }),
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
  fields: fc.dictionary(fc.constantFrom(...personFields), text, {
    maxKeys: 6,
    noNullPrototype: true,
  }),
  other: fc.dictionary(
    fc.constantFrom('mood', 'level', 'two words'),
    fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 3 })),
    { maxKeys: 2, noNullPrototype: true },
  ),
  sets: fc.dictionary(setName, fc.array(item, { minLength: 1, maxLength: 4 }), {
    maxKeys: 5,
    noNullPrototype: true,
  }),
  note: fc.oneof(fc.constant(''), text),
  scope: fc.constantFrom('team', 'private'),
});

const bare = ({ id, scope, fields, sets, note }: RecordDoc) => ({ id, scope, fields, sets, note });

function ownCsv(docs: readonly RecordDoc[]): string {
  const columns = createRapportColumns();
  for (const doc of docs) columns.measure(doc, 1);
  const roles = [{ organisation: 'Weber, Optics', title: '=Boss', start: '2020-01', until: '' }];
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

describe('imports', () => {
  it('of our own CSV give identical people, and again nothing new', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 6 }), async (made) => {
        const docs = peopleFrom(made as never);
        const csv = ownCsv(docs);
        const { store, preview } = await importFile(csv);
        expect(preview.info.profile).toBe('rapport-csv');
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
      settings(150),
    );
  });

  it('of any text end in a code or a plan and never throw', async () => {
    const cell = fc.oneof(
      text,
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
      settings(400),
    );
  });

  it('of any bytes never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const plan = await sessionOf(bytes).plan({}, createMemoryRecordStore());
        expect(typeof plan.ok).toBe('boolean');
      }),
      settings(300),
    );
  });

  it('of one file twice change nothing', async () => {
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
      settings(300),
    );
  });
});
