// Other details and fields of one name come together in one field: counted before, one act,
// one undo, and nothing is lost.

import { expect, it } from 'vitest';

import { readOwnField } from '../../../src-shared/domain/own-field.ts';
import { teamKey } from '../../../src-shared/domain/own-values.ts';
import type { JsonValue, RecordDoc } from '../../../src-shared/domain/record.ts';
import { misfitsIn, ownValue, typeOfOwn } from '../../../src-shared/fields/own.ts';
import { detailNames } from '../../../src-shared/records/gather/details.ts';
import { countGathered, gather } from '../../../src-shared/records/gather/gather.ts';
import { countRetyped } from '../../../src-shared/records/gather/retyped.ts';
import { create } from '../../../src-shared/records/intents/edits.ts';
import type { Gather } from '../../../src-shared/records/intents/gather.ts';
import { defineField } from '../../../src-shared/records/intents/own-fields.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const reader = { language: 'de', country: 'DE' };

const withDetails = (details: readonly string[], scope: 'team' | 'private' = 'team') => ({
  kind: 'person',
  scope,
  fields: { given: 'Ana' },
  sets: { custom: details.map((value) => ({ label: 'Shoe size', value })) },
});

async function liveIn({ store }: Replica, collection: 'people' | 'setup'): Promise<RecordDoc[]> {
  const found = [];
  for await (const docs of store.scan(collection, { status: 'live' })) found.push(...docs);
  return found;
}

const fieldsIn = async (book: Replica) =>
  (await liveIn(book, 'setup')).flatMap((doc) => readOwnField(doc) ?? []);

async function run(book: Replica, asked: Gather) {
  const counts = await countGathered(book.store, asked, reader, () => book.context.newId());
  const done = await gather(book.store, asked, reader, book.context);
  if (!counts.ok || !done.ok) throw new Error('failed');
  return { counts: counts.value, action: done.value.action };
}

/** What each person has in a field, what of it does not fit, and what is another detail. */
async function peopleIn(book: Replica, id: string) {
  const field = (await fieldsIn(book)).find((one) => one.id === id);
  if (field === undefined) throw new Error('no field');
  const [key, type] = [teamKey(id), typeOfOwn(field)];
  return (await liveIn(book, 'people')).map((doc) => ({
    value: ownValue(type, key, doc),
    misfits: misfitsIn(type, key, doc),
    details: (doc.sets['custom'] ?? []).map(({ value }) => value),
  }));
}

const everything = async (book: Replica) =>
  (await liveIn(book, 'people')).map(({ fields, sets }) => {
    const filled = Object.entries(fields).filter(([, value]) => value !== null);
    const items = Object.entries(sets).filter(([, some]) => some.length > 0);
    return { filled, sets: items.map(([set, some]) => [set, some.map(({ value }) => value)]) };
  });

const size = { label: 'Shoe size', type: 'number', currency: 'EUR' } as const;

it('other details of a name are found, with what a field of them would hold', async () => {
  const book = openReplica('alice');
  await book.done(create(withDetails(['41,5']), withDetails(['38', '39']), withDetails([])));
  expect(await detailNames(book.store, reader)).toEqual([
    {
      kind: 'person',
      label: 'Shoe size',
      records: 2,
      examples: ['41,5', '38', '39'],
      guess: { type: 'number', currency: 'EUR' },
    },
  ]);
});

it('details become a field: what fits goes there, the rest stays, and one undo takes it back', async () => {
  const book = openReplica('alice');
  await book.done(create(withDetails(['41,5']), withDetails(['wide']), withDetails(['38', '39'])));
  const before = await everything(book);
  const asked: Gather = { kind: 'person', from: { label: 'shoe size' }, into: size };
  const { counts, action } = await run(book, asked);
  expect(counts).toEqual({ records: 3, fits: 2, misfits: 2, examples: ['wide', '39'] });
  const [field] = await fieldsIn(book);
  expect(await peopleIn(book, field?.id ?? '')).toEqual([
    { value: '41.5', misfits: [], details: [] },
    { value: undefined, misfits: [], details: ['wide'] },
    { value: '38', misfits: [], details: ['39'] },
  ]);
  await book.done({ type: 'undo', action });
  expect(await fieldsIn(book)).toEqual([]);
  expect(await everything(book)).toEqual(before);
});

it('a list offers what is there, but nothing that only this laptop knows', async () => {
  const book = openReplica('alice');
  await book.done(
    create(withDetails(['Wide', 'Wide, narrow']), withDetails(['secret'], 'private')),
  );
  const into = { ...size, type: 'choices' } as const;
  await run(book, { kind: 'person', from: { label: 'Shoe size' }, into });
  const [field] = await fieldsIn(book);
  expect(field?.options.map(({ label }) => label)).toEqual(['Wide', 'narrow']);
  expect(await peopleIn(book, field?.id ?? '')).toEqual([
    { value: ['wide', 'narrow'], misfits: [], details: [] },
    { value: undefined, misfits: [], details: ['secret'] },
  ]);
});

async function twoFields(
  a: Parameters<typeof defineField>[0],
  b: Parameters<typeof defineField>[0],
) {
  const book = openReplica('alice');
  const { ids } = await book.done(create(defineField(a), defineField(b)));
  const [from = '', into = ''] = ids;
  const fill = (values: { [key: string]: JsonValue }, sets = {}) =>
    book.done(create({ kind: 'person', fields: { given: 'Ana', ...values }, sets }));
  const join = () => run(book, { kind: 'person', from: { field: from }, into: { field: into } });
  return { book, from, into, fill, join };
}

it('two fields of one name become one, and every value is kept', async () => {
  const named = { label: 'Size', kind: 'person' } as const;
  const { book, from, into, fill, join } = await twoFields(
    { ...named, type: 'text' },
    { ...named, type: 'number' },
  );
  await fill({ [teamKey(from)]: '38' });
  await fill({ [teamKey(into)]: '41' });
  await fill({ [teamKey(from)]: '38', [teamKey(into)]: '41' });
  await fill({ [teamKey(from)]: '41', [teamKey(into)]: '41' });
  await fill({ [teamKey(from)]: 'wide' });
  const before = await everything(book);
  const { counts, action } = await join();
  expect(counts).toEqual({ records: 4, fits: 2, misfits: 2, examples: ['38', 'wide'] });
  const fields = await fieldsIn(book);
  expect(fields.filter(({ isRetired }) => !isRetired).map(({ id }) => id)).toEqual([into]);
  expect(await peopleIn(book, into)).toEqual([
    { value: '38', misfits: [], details: [] },
    { value: '41', misfits: [], details: [] },
    { value: '41', misfits: [], details: ['38'] },
    { value: '41', misfits: [], details: [] },
    { value: undefined, misfits: [], details: ['wide'] },
  ]);
  await book.done({ type: 'undo', action });
  expect(await everything(book)).toEqual(before);
  expect((await fieldsIn(book)).every(({ isRetired }) => !isRetired)).toBe(true);
});

it('lists are joined by the names of their choices', async () => {
  const named = { label: 'Likes', kind: 'person', type: 'choices' } as const;
  const { book, from, into, fill, join } = await twoFields(
    { ...named, options: ['Tea', 'Cake'] },
    { ...named, options: ['cake', 'Juice'] },
  );
  await fill(
    {},
    {
      [teamKey(from)]: [{ value: 'tea' }, { value: 'cake' }],
      [teamKey(into)]: [{ value: 'juice' }],
    },
  );
  await join();
  const joined = (await fieldsIn(book)).find(({ id }) => id === into);
  expect(joined?.options.map(({ label }) => label)).toEqual(['cake', 'Juice', 'Tea']);
  const [person] = await peopleIn(book, into);
  expect(new Set([person?.value ?? []].flat())).toEqual(new Set(['juice', 'tea', 'cake']));
  // What asked for the one asks for the other; Undo takes that back, too.
  const away = async () => (await fieldsIn(book)).find(({ id }) => id === from);
  expect(await away()).toMatchObject({ isRetired: true, joinedInto: into });
  await book.done({ type: 'undo' });
  expect(await away()).toMatchObject({ isRetired: false });
});

it('what the team has is not joined into a private field', async () => {
  const named = { label: 'Size', kind: 'person', type: 'text' } as const;
  const { book, from, into } = await twoFields(named, { ...named, isPrivate: true });
  const asked: Gather = { kind: 'person', from: { field: from }, into: { field: into } };
  const details: Gather = { kind: 'person', from: { label: 'x' }, into: { field: into } };
  for (const one of [asked, details])
    expect(await gather(book.store, one, reader, book.context)).toMatchObject({
      error: { code: 'bad-input' },
    });
});

it('a field is not joined with itself, with one that is gone, or made beside a namesake', async () => {
  const named = { label: 'Size', kind: 'person', type: 'text' } as const;
  const { book, from, into } = await twoFields(named, named);
  const ask = (asked: Gather) => gather(book.store, asked, reader, book.context);
  const join = (a: string, b: string): Gather => ({
    kind: 'person',
    from: { field: a },
    into: { field: b },
  });
  expect(await ask(join(from, from))).toMatchObject({ error: { code: 'bad-input' } });
  expect(await ask(join(from, 'gone'))).toMatchObject({ error: { code: 'not-found' } });
  expect(await ask(join('gone', into))).toMatchObject({ error: { code: 'not-found' } });
  const made: Gather = { kind: 'person', from: { label: 'x' }, into: { ...size, label: ' size' } };
  expect(await ask(made)).toMatchObject({ error: { code: 'bad-input' } });
});

it('another type is counted before it is chosen, and what a list would have to offer', async () => {
  const named = { label: 'Size', kind: 'person', type: 'text' } as const;
  const { book, from, fill } = await twoFields(named, named);
  for (const value of ['38', '41', 'wide', 'Wide']) await fill({ [teamKey(from)]: value });
  expect(await countRetyped(book.store, from, 'number')).toMatchObject({
    value: { records: 4, fits: 2, misfits: 2, examples: ['wide', 'Wide'] },
  });
  const asChoice = await countRetyped(book.store, from, 'choice');
  expect(asChoice).toMatchObject({ value: { fits: 0, misfits: 4, missing: ['38', '41', 'Wide'] } });
  expect(await countRetyped(book.store, 'gone', 'number')).toMatchObject({
    error: { code: 'not-found' },
  });
});
