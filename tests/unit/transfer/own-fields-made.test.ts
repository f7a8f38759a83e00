// A column that has no place becomes a field of one's own when the file is imported: guessed,
// counted before, made with the import and taken back with it.

import { expect, it } from 'vitest';

import { type OwnFieldType, readOwnField } from '../../../src-shared/domain/own-field.ts';
import { teamKey } from '../../../src-shared/domain/own-values.ts';
import { misfitsIn, ownValue, typeOfOwn } from '../../../src-shared/fields/own.ts';
import { create } from '../../../src-shared/records/intents/edits.ts';
import { defineField, retireField } from '../../../src-shared/records/intents/own-fields.ts';
import { edit } from '../../../src-shared/records/intents/edits.ts';
import { openImport } from '../../../src-shared/transfer/import/open-import.ts';
import type { ImportOptions } from '../../../src-shared/transfer/import-types.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const yieldNow = async (): Promise<void> => undefined;

async function planned(book: Replica, file: string, options: ImportOptions) {
  const bytes = new TextEncoder().encode(file);
  const newId = (): string => book.context.newId();
  const session = openImport({ name: 'people.csv', bytes }, { yieldNow, newId });
  const plan = await session.plan(options, book.store);
  if (!plan.ok) throw new Error(plan.error.code);
  return { session, plan: plan.value };
}

async function imported(book: Replica, file: string, options: ImportOptions) {
  const { session, plan } = await planned(book, file, options);
  const done = await session.apply(book.store, book.context);
  if (!done.ok) throw new Error(done.error.code);
  return { plan, action: done.value.action };
}

async function liveIn({ store }: Replica, collection: 'people' | 'setup') {
  const found = [];
  for await (const docs of store.scan(collection, { status: 'live' })) found.push(...docs);
  return found;
}

const fieldsIn = async (book: Replica) =>
  (await liveIn(book, 'setup')).flatMap((doc) => readOwnField(doc) ?? []);

/** What each person has in the field of this name, and what is left as another detail. */
async function valuesOf(book: Replica, label: string) {
  const field = (await fieldsIn(book)).find((one) => one.label === label);
  return (await liveIn(book, 'people')).map((doc) => {
    const details = (doc.sets['custom'] ?? []).map(({ value }) => value);
    if (field === undefined) return { value: undefined, details };
    const [key, type] = [teamKey(field.id), typeOfOwn(field)];
    expect(misfitsIn(type, key, doc)).toEqual([]);
    return { value: ownValue(type, key, doc), details };
  });
}

const fileOf = (header: string, cells: readonly string[]): string =>
  [
    `Name,E-mail,${header}`,
    ...cells.map((cell, at) => `P ${at},p${at}@x.example,"${cell}"`),
    '',
  ].join('\n');

const eight = (cell: (at: number) => string): string[] =>
  Array.from({ length: 8 }, (_, at) => cell(at));

it.each<[OwnFieldType, string, string[]]>([
  ['number', 'DE', ['1,5', '41', '1.200', '-3']],
  ['text', 'DE', ['0815', '0049', '0007']],
  ['money', 'DE', ['12,50 €', '€ 1.200', '3 EUR']],
  ['day', 'DE', ['03.04.2021', '31.12.2019', '1.1.2020']],
  ['yes-no', 'DE', ['ja', 'nein', 'ja']],
  ['yes-no', 'US', ['x', 'yes', 'no']],
  ['web', 'US', ['https://a.example', 'www.b.example/x']],
  ['phone', 'DE', ['+49 30 555010', '030 555 0101']],
  ['choice', 'US', eight((at) => (at % 2 === 0 ? 'Gold' : 'Tin'))],
  ['choices', 'US', eight((at) => (at % 2 === 0 ? 'Tea, Cake' : 'Cake; Juice'))],
  ['text', 'US', eight((at) => `something else ${at}`)],
  ['long-text', 'US', ['a'.repeat(200)]],
])('guesses %s (%s)', async (type, country, cells) => {
  const { plan } = await planned(openReplica('alice'), fileOf('Quirk', cells), { country });
  const column = plan.info.columns.find(({ header }) => header === 'Quirk');
  expect(column?.own?.type).toBe(type);
});

it('is made with the import, counted before, and taken back with it', async () => {
  const book = openReplica('alice');
  const file = fileOf('Shoe size', ['41,5', '38', 'wide', '42', '']);
  const options = { country: 'DE', mapping: { '#2': 'own:number:Shoe size' } };
  const { plan, action } = await imported(book, file, options);
  expect(plan.fields).toEqual([
    { label: 'Shoe size', type: 'number', isNew: true, fits: 3, misfits: 1, examples: ['wide'] },
  ]);
  expect(await fieldsIn(book)).toMatchObject([
    { label: 'Shoe size', kind: 'person', type: 'number' },
  ]);
  const values = await valuesOf(book, 'Shoe size');
  expect(values.map(({ value }) => value)).toEqual(['41.5', '38', undefined, '42', undefined]);
  expect(values.flatMap(({ details }) => details)).toEqual(['wide']);

  await book.done({ type: 'undo', action });
  expect(await fieldsIn(book)).toEqual([]);
  expect(await liveIn(book, 'people')).toEqual([]);
});

it('a list offers what the file has in it, each once', async () => {
  const book = openReplica('alice');
  const mapping = { '#2': 'own:choices:Likes' };
  await imported(book, fileOf('Likes', ['Tea, Cake', 'cake', 'Juice;Tea']), { mapping });
  const [field] = await fieldsIn(book);
  expect(field?.options.map(({ label }) => label)).toEqual(['Tea', 'Cake', 'Juice']);
  const values = await valuesOf(book, 'Likes');
  expect(values.map(({ value }) => value)).toEqual([['tea', 'cake'], ['cake'], ['tea', 'juice']]);
});

it('an amount is in the currency that the file says', async () => {
  const book = openReplica('alice');
  const mapping = { '#2': 'own:money:Spent' };
  await imported(book, fileOf('Spent', ['£5', '$3', '12']), { mapping, country: 'GB' });
  expect(await fieldsIn(book)).toMatchObject([{ currency: 'GBP' }]);
  expect((await valuesOf(book, 'Spent')).map(({ value }) => value)).toEqual([
    { amount: '5', currency: 'GBP' },
    { amount: '3', currency: 'USD' },
    { amount: '12', currency: 'GBP' },
  ]);
});

it('what an update changes there is said by the name of the field', async () => {
  const book = openReplica('alice');
  const mapping = { '#2': 'own:money:Spent' };
  await imported(book, fileOf('Spent', ['5 EUR']), { mapping });
  const { session } = await planned(book, fileOf('Spent', ['7 EUR']), { mapping });
  expect(session.rows(0, 5).rows[0]?.changes).toMatchObject([
    { name: 'Spent', old: '€5.00', new: '€7.00' },
  ]);
});

it('an import that is given up leaves no field behind', async () => {
  const book = openReplica('alice');
  const mapping = { '#2': 'own:number:Size' };
  const { session } = await planned(book, fileOf('Size', ['1', '2']), { mapping });
  expect(await fieldsIn(book)).toEqual([]);
  const stop = new AbortController();
  stop.abort();
  expect(await session.apply(book.store, book.context, stop.signal)).toMatchObject({ ok: false });
  expect(await fieldsIn(book)).toEqual([]);
});

it('the same file again fills the field there is, and has nothing new', async () => {
  const book = openReplica('alice');
  const file = fileOf('Size', ['1', '2', 'three']);
  const mapping = { '#2': 'own:number:Size' };
  await imported(book, file, { mapping });
  const { plan } = await imported(book, file, { mapping });
  expect(plan.fields).toMatchObject([{ isNew: false, fits: 2, misfits: 1 }]);
  expect(plan.counts).toMatchObject({ create: 0, update: 0, skip: 3 });
  expect(await fieldsIn(book)).toHaveLength(1);
});

it('beside a field of this name that was put away none is made: the values stay details', async () => {
  const book = openReplica('alice');
  const { ids } = await book.done(
    create(defineField({ label: 'Size', kind: 'person', type: 'text' })),
  );
  await book.done(edit(retireField(ids[0] ?? '', 1)));
  const { plan } = await imported(book, fileOf('size', ['1', '2']), {
    mapping: { '#2': 'own:number:size' },
  });
  expect(plan.fields).toEqual([]);
  expect(await fieldsIn(book)).toHaveLength(1);
  expect((await valuesOf(book, 'Size')).flatMap(({ details }) => details)).toEqual(['1', '2']);
});
