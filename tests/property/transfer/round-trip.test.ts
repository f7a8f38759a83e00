// Out through our own CSV, in again into an empty book: the same people.
import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { JsonValue, RecordDoc, SetItem } from '../../../src-shared/domain/record.ts';
import { person as personKind } from '../../../src-shared/domain/person.ts';
import type { CommandContext } from '../../../src-shared/records/context.ts';
import { createMemoryRecordStore } from '../../../src-shared/store/memory-record-store.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { textOf } from '../../../src-shared/transfer/export/export-person.ts';
import { openImport } from '../../../src-shared/transfer/import/open-import.ts';
import { exportBytes, must } from '../../support/transfer/export-text.ts';
import { putAll, recordOf } from '../../support/store/sample-records.ts';
import { testRuns, testSeed } from '../../support/seeded.ts';

const idOf = (number: number): string =>
  `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Values that have troubled table files: formulas, quotes, separators, line breaks, spaces, other scripts. */
const nasty = fc.constantFrom(
  '=1+1',
  '+49 30',
  '-x',
  '@me',
  "'=1",
  "''+1",
  '"quoted"',
  'a,b;c',
  'two\nlines',
  'cr\r\nlf',
  '\ttab',
  ' padded ',
  '＝full',
  'ü😀',
  'نص',
  "O'Neil",
  '0049',
  '1e5',
  ' ',
  '#N/A',
);
const text = fc.oneof(nasty, fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }));
const plainFields = personKind.fieldNames.filter(
  (field) => field !== 'birthday' && field !== 'photo',
);

const items = (prefix: string, more: readonly string[]) =>
  fc
    .array(
      fc.record(
        {
          value: text,
          label: text,
          more: fc.dictionary(fc.constantFrom('raw', ...more), text, { maxKeys: 3 }),
        },
        { requiredKeys: ['value'] },
      ),
      { maxLength: 4 },
    )
    .map((made) =>
      made.map(({ value, label, more: parts }, index) => ({
        // Distinct however values are compared.
        value: `${value}${prefix}${index}`,
        ...(label === undefined ? {} : { label }),
        ...(parts === undefined || Object.keys(parts).length === 0 ? {} : { more: parts }),
      })),
    );

const personArbitrary = fc.record({
  fields: fc.dictionary(fc.constantFrom(...plainFields), text, { minKeys: 1, maxKeys: 6 }),
  birthday: fc.constantFrom('', '1990-05-17', '--02-29'),
  note: fc.oneof(fc.constant(''), text),
  scope: fc.constantFrom('team' as const, 'private' as const),
  emails: items('@x.example', []),
  phones: items('5', []),
  addresses: items('addr', ['street', 'city', 'postalCode', 'country']),
  handles: items('h', ['network']),
  tags: items('t', []).map((tags) => tags.map(({ value }) => ({ value }))),
  custom: items('c', []),
  buckets: fc.subarray([idOf(901), idOf(902)]),
  roles: fc.array(
    fc.record({
      to: fc.constantFrom(idOf(801), idOf(802)),
      title: text,
      start: fc.constantFrom('', '2020', '2021-03-04'),
      expects: fc.constantFrom('', 'A quote\nby =Friday', 'Calls back'),
      stance: fc.constantFrom('', 'Friendly, so far'),
    }),
    { maxLength: 2 },
  ),
});
type Made =
  fc.Arbitrary<unknown> extends never
    ? never
    : typeof personArbitrary extends fc.Arbitrary<infer P>
      ? P
      : never;

const groups = [
  recordOf({
    id: idOf(801),
    kind: 'organisation',
    note: '=1+1',
    fields: { name: '=Acme, Inc.', description: ' two\nlines', industry: '@kites' },
    sets: {
      phones: [{ value: '+4930123456', label: 'desk', more: { raw: '030 123456' } }],
      custom: [{ value: '-5', label: 'rank' }],
      links: [{ value: 'https://acme.example' }],
    },
  }),
  recordOf({ id: idOf(802), kind: 'organisation', fields: { name: 'Süd & Söhne' } }),
  recordOf({ id: idOf(901), kind: 'bucket', fields: { name: 'Friends' } }),
  recordOf({ id: idOf(902), kind: 'bucket', fields: { name: '+plus' } }),
];

const organisationCount = groups.filter(({ kind }) => kind === 'organisation').length;

function recordsOf(people: readonly Made[]): RecordDoc[] {
  return people.flatMap((made, index) => {
    const { fields, birthday, note, scope, buckets, roles, ...sets } = made;
    const id = idOf(index + 1);
    const all: { [field: string]: JsonValue } = {
      ...fields,
      ...(birthday === '' ? {} : { birthday }),
    };
    const person = recordOf({
      id,
      kind: 'person',
      scope,
      note,
      fields: all,
      sets: {
        ...withoutEmpty(sets),
        ...(buckets.length > 0 ? { buckets: buckets.map((value) => ({ value })) } : {}),
      },
    });
    const seen = new Set<string>();
    const ties = roles.flatMap(({ to, ...parts }, at) => {
      if (seen.has(to)) return [];
      seen.add(to);
      const said = Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));
      const tie = { type: 'role', from: id, to, ...said };
      return [recordOf({ id: idOf(10_000 + index * 10 + at), kind: 'tie', fields: tie })];
    });
    return [person, ...ties];
  });
}

const withoutEmpty = <T>(sets: { [set: string]: T[] }): { [set: string]: T[] } =>
  Object.fromEntries(Object.entries(sets).filter(([, some]) => some.length > 0));

/** Everything of a book that a person would call the same, in a comparable order. */
async function essenceOf(store: RecordStore): Promise<unknown[]> {
  const groupById = new Map<string, string>();
  const organisations: unknown[] = [];
  for await (const docs of store.scan('groups', { status: 'live' })) {
    for (const doc of docs) groupById.set(doc.id, `${doc.kind} ${textOf(doc, 'name')}`);
    organisations.push(
      ...docs
        .filter(({ kind }) => kind === 'organisation')
        .map(({ id, fields, sets, note }) => ({
          id,
          fields,
          note,
          sets: plainSets(sets, groupById),
        })),
    );
  }
  const rolesById = new Map<string, string[]>();
  for await (const docs of store.scan('ties', { status: 'live' })) {
    for (const tie of docs) {
      const parts = ['type', 'title', 'department', 'start', 'until', 'expects', 'stance'].map(
        (field) => textOf(tie, field),
      );
      const role = JSON.stringify([groupById.get(textOf(tie, 'to')), ...parts]);
      rolesById.set(textOf(tie, 'from'), [...(rolesById.get(textOf(tie, 'from')) ?? []), role]);
    }
  }
  const people: unknown[] = [];
  for await (const docs of store.scan('people', { status: 'live' })) {
    for (const { id, scope, fields, sets, note } of docs) {
      const roles = (rolesById.get(id) ?? []).toSorted();
      people.push({ id, scope, fields, note, sets: plainSets(sets, groupById), roles });
    }
  }
  return [...people, ...organisations];
}

function plainSets(sets: { [set: string]: SetItem[] }, groupById: ReadonlyMap<string, string>) {
  return Object.fromEntries(
    Object.entries(withoutEmpty(sets)).map(([set, some]) => [
      set,
      some.map(({ value, label, more }) => ({
        value: set === 'buckets' ? groupById.get(value) : value,
        label,
        more,
      })),
    ]),
  );
}

function contextOf(): CommandContext {
  let next = 500_000;
  return {
    now: () => 1_700_000_000_000,
    newId: () => idOf((next += 1)),
    userName: 'bob',
    device: 'other',
    yjsClientId: 77,
    hash: (value) => value,
  };
}

test('people exported to our own CSV and imported into an empty book are identical', async () => {
  const runs = testRuns(60);
  await fc.assert(
    fc.asyncProperty(fc.array(personArbitrary, { minLength: 1, maxLength: 6 }), async (people) => {
      const alice = createMemoryRecordStore();
      await putAll(alice, [...groups, ...recordsOf(people)]);
      const bytes = await exportBytes(alice, { format: 'rapport-csv', scope: { type: 'all' } });
      const bob = createMemoryRecordStore();
      const session = openImport(
        { name: 'rapport-people.csv', bytes },
        { yieldNow: () => Promise.resolve() },
      );
      must(await session.plan({}, bob));
      expect(must(await session.apply(bob, contextOf()))).toMatchObject({
        created: people.length + organisationCount,
        rejected: 0,
      });
      expect(await essenceOf(bob)).toEqual(await essenceOf(alice));
    }),
    { seed: testSeed, numRuns: runs },
  );
});
