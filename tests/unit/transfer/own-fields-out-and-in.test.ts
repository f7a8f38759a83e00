// Fields that the team defined leave under their names and come back where they were; a book
// without them keeps what they held as details.

import { expect, it } from 'vitest';

import { ownKey, teamKey } from '../../../src-shared/domain/own-values.ts';
import type { JsonValue } from '../../../src-shared/domain/record.ts';
import { create } from '../../../src-shared/records/intents/edits.ts';
import { defineField } from '../../../src-shared/records/intents/own-fields.ts';
import { writeExport } from '../../../src-shared/transfer/export/write-export.ts';
import type { ExportRequest } from '../../../src-shared/transfer/export-types.ts';
import { openImport } from '../../../src-shared/transfer/import/open-import.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const yieldNow = async (): Promise<void> => undefined;
const fields = [
  { label: 'Size', type: 'number' as const },
  { label: 'Level', type: 'choice' as const, options: ['Gold', 'Tin'] },
  { label: 'Likes', type: 'choices' as const, options: ['Tea', 'Cake'] },
  { label: 'Since', type: 'day' as const },
  { label: 'Member', type: 'yes-no' as const },
].map((field) => defineField({ kind: 'person', ...field }));

async function bookWith(person: boolean): Promise<{ book: Replica; ids: string[] }> {
  const book = openReplica(person ? 'alice' : 'bob');
  const { ids } = await book.done(create(...fields));
  if (!person) return { book, ids };
  const [size = '', level = '', likes = '', since = '', member = ''] = ids.map(teamKey);
  await book.done(
    create({
      kind: 'person',
      fields: {
        given: 'Ana',
        [size]: '41.5',
        [level]: 'gold',
        [since]: '2019-03-12',
        [member]: true,
      },
      sets: {
        emails: [{ value: 'ana@x.example' }],
        [likes]: [{ value: 'tea' }, { value: 'cake' }],
      },
    }),
  );
  return { book, ids };
}

async function written(
  book: Replica,
  format: ExportRequest['format'],
  more: Partial<ExportRequest> = {},
): Promise<Uint8Array> {
  const asked: ExportRequest = { format, scope: { type: 'all' }, ...more };
  const made = await writeExport(book.store, asked, { yieldNow });
  if (!made.ok) throw new Error(made.error.code);
  const chunks: Uint8Array[] = [];
  for await (const chunk of made.value.chunks) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function read(book: Replica, bytes: Uint8Array) {
  const session = openImport({ name: 'people', bytes }, { yieldNow });
  const planned = await session.plan({}, book.store);
  if (!planned.ok) throw new Error(planned.error.code);
  const done = await session.apply(book.store, book.context);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

async function personIn({ store }: Replica) {
  for await (const docs of store.scan('people', { status: 'live' }))
    for (const doc of docs) return doc;
  throw new Error('nobody');
}

const formats = ['rapport-csv', 'vcard-4', 'vcard-3'] as const;

it.each(formats)('as %s: the same book has nothing new by it', async (format) => {
  const { book } = await bookWith(true);
  const report = await read(book, await written(book, format));
  expect(report).toMatchObject({ created: 0, updated: 0 });
});

it.each(formats)(
  'as %s: a book with fields of these names has the values in them',
  async (format) => {
    const { book } = await bookWith(true);
    const { book: other, ids } = await bookWith(false);
    await read(other, await written(book, format));
    const { fields: found, sets } = await personIn(other);
    const [size = '', level = '', likes = '', since = '', member = ''] = ids.map(teamKey);
    const values: (JsonValue | undefined)[] = [size, level, since, member].map((key) => found[key]);
    expect(values).toEqual(['41.5', 'gold', '2019-03-12', true]);
    expect(sets[likes]?.map(({ value }) => value)).toEqual(['tea', 'cake']);
    expect(sets['custom'] ?? []).toEqual([]);
  },
);

it.each(formats)('as %s: a book without them keeps names and values', async (format) => {
  const { book } = await bookWith(true);
  const other = openReplica('carol');
  await read(other, await written(book, format));
  const details = (await personIn(other)).sets['custom'] ?? [];
  const said = Object.fromEntries(details.map(({ label, value }) => [label, value]));
  expect(said).toMatchObject({
    Size: '41.5',
    Level: 'Gold',
    Likes: 'Tea, Cake',
    Since: '2019-03-12',
  });
});

it.each([...formats, 'google-csv'] as const)(
  'as %s: private fields leave only where that was asked for',
  async (format) => {
    const book = openReplica('alice');
    const { ids } = await book.done(
      create(
        defineField({ kind: 'person', label: 'Secret', type: 'text', isPrivate: true }),
        defineField({ kind: 'organisation', label: 'Hush', type: 'text', isPrivate: true }),
      ),
    );
    const [secret = '', hush = ''] = ids.map((id) => ownKey({ id, isPrivate: true }));
    await book.done(create({ kind: 'person', fields: { given: 'Ana', [secret]: 'whispered' } }));
    await book.done(create({ kind: 'organisation', fields: { name: 'Shop', [hush]: 'murmured' } }));
    const plain = String(Buffer.from(await written(book, format)));
    for (const text of ['Secret', 'Hush', 'whispered', 'murmured', 'p:'])
      expect(plain).not.toContain(text);
    const asked = String(Buffer.from(await written(book, format, { withPrivateFields: true })));
    for (const text of ['Secret', 'whispered']) expect(asked).toContain(text);
    // Of a definition that is in the trash, too, what was filled in stays here.
    await book.done({
      type: 'trash',
      refs: ids.map((id) => ({ collection: 'setup', id })) as never,
    });
    const without = String(Buffer.from(await written(book, format, { withPrivateFields: true })));
    expect(without).not.toContain('whispered');
  },
);
