// Records that a hostile teammate sends: what is not of its kind's shape is refused and
// counted, nothing else is touched, and what came with it is stored.

import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';

import { createSqliteRecordStore } from '../../src-main/host/book/sqlite/record-store.ts';
import type { CollectionName, RecordDoc } from '../../src-shared/domain/record.ts';
import { fromBase64, toBase64 } from '../../src-shared/records/base64.ts';
import { encodeState, openState } from '../../src-shared/records/state.ts';
import { contentOf, headOf } from '../../src-shared/records/content.ts';
import { type Stored, storeDelivery } from '../../src-shared/sync/delivery.ts';
import { parseItems } from '../../src-shared/sync/messages.ts';
import { openReplica, type Replica } from '../support/sync/replica.ts';
import { tempStore } from '../support/store/store-fixtures.ts';

const at = 1_700_000_000_000;
const origin = { by: 'Mallory', device: 'mallory', at, source: { type: 'typed' } };
const row = { kind: 'person', createdAt: at, origin, fields: {}, sets: {}, note: '' };
const person = (id: string, changes: object = {}): object => ({
  c: 'people',
  id,
  row: { ...row, fields: { given: id }, ...changes },
});
const post = (id: string, owner: string, fields: object = {}): object => ({
  c: 'posts',
  id,
  row: { ...row, kind: 'post', fields: { owner, when: at, seenAt: at, words: 'w', ...fields } },
});
const tombstone = (c: string, id: string, kind: string, changes: object = {}): object => ({
  c,
  id,
  erased: { kind, at, keys: [], origin, ...changes },
});

const openBook = async (): Promise<Replica> =>
  openReplica('alice', await createSqliteRecordStore(tempStore()));

/** As the host reads them off the wire, with an honest record behind them. */
async function deliver(book: Replica, items: readonly unknown[]): Promise<Stored> {
  const honest = person('honest');
  const { known, unreadable } = parseItems([...items, honest].map(asJson));
  const stored = await storeDelivery(
    book.store,
    { device: 'mallory', items: known, unreadable },
    book.context,
  );
  if (!stored.ok) throw new Error(stored.error.code);
  expect(await book.doc('people', 'honest')).toMatchObject({ name: 'honest' });
  return stored.value;
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const has = async (book: Replica, collection: CollectionName, id: string): Promise<boolean> =>
  (await book.store.get(collection, [id])).has(id);

async function make(book: Replica, record: object): Promise<RecordDoc> {
  const { ids } = await book.done({ type: 'create', records: [record as never] });
  const collection = (record as { kind: string }).kind === 'person' ? 'people' : 'moments';
  return book.doc(collection, ids[0] ?? '');
}

const nested = (depth: number): unknown => {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level++) value = [value];
  return value;
};

const year300000 = 9_405_000_000_000_000;

test.each([
  ['made in the year 300000', person('x', { createdAt: year300000 })],
  ['made at no time', person('x', { createdAt: null })],
  ['of an author who signed in the year 300000', person('x', { origin: { ...origin, at: 1e18 } })],
  [
    'from a source that is no text',
    person('x', { origin: { ...origin, source: { type: 'import', file: {} } } }),
  ],
  ['trashed in the year 300000', person('x', { fields: { given: 'x', trashedAt: year300000 } })],
  [
    'with a label that is an object',
    person('x', { sets: { emails: [{ id: 'a', value: 'a', label: {} }] } }),
  ],
  [
    'with parts that are lists',
    person('x', { sets: { links: [{ id: 'a', value: 'a', more: { network: [] } }] } }),
  ],
  [
    'with an item nested 3,000 deep',
    person('x', { sets: { tags: [{ id: 'a', value: 'a', odd: nested(3_000) }] } }),
  ],
  ['with a field nested 3,000 deep', person('x', { fields: { odd: nested(3_000) } })],
  ['with an origin nested 3,000 deep', person('x', { origin: { ...origin, odd: nested(3_000) } })],
  ['of a post that was seen at no time', post('x', 'p', { seenAt: 'now' })],
  ['of a post posted in the year 300000', post('x', 'p', { when: year300000 })],
  ['of a post whose pictures are no list', post('x', 'p', { media: 'all' })],
  ['of a post whose text is a number', post('x', 'p', { text: 3 })],
  [
    'of a post that said before what is no text',
    post('x', 'p', { earlier: [{ seenAt: 1e18, words: 'w', note: 'n' }] }),
  ],
  [
    'of a proposal for an object',
    {
      c: 'work',
      id: 'x',
      row: { ...row, kind: 'proposal', fields: { owner: 'p', from: {}, to: 'b' } },
    },
  ],
  [
    'of a feed whose profile is a list',
    {
      c: 'work',
      id: 'x',
      row: {
        ...row,
        kind: 'feed-state',
        fields: { owner: 'p', url: 'https://a.example/', profile: { name: [] } },
      },
    },
  ],
  [
    'of a feed whose detail is an object',
    {
      c: 'work',
      id: 'x',
      row: {
        ...row,
        kind: 'feed-state',
        fields: { owner: 'p', url: 'https://a.example/', detail: {} },
      },
    },
  ],
  ['in a collection that nobody has', { ...person('x'), c: 'invented' }],
  ['in the collection of another kind', { ...person('x'), c: 'moments' }],
  ['of a tombstone in the collection of another kind', tombstone('ties', 'x', 'person')],
  ['of a tombstone in the year 300000', tombstone('people', 'x', 'person', { at: year300000 })],
])('a row %s is refused and counted', async (_, item) => {
  const book = await openBook();
  expect(await deliver(book, [item])).toMatchObject({ written: 1, refused: 1 });
  for (const collection of ['people', 'moments', 'posts', 'work', 'ties'] as const)
    expect(await has(book, collection, 'x')).toBe(false);
});

test('a row nested 100,000 deep is refused, and the host lives', async () => {
  const book = await openBook();
  const depth = 100_000;
  const value: unknown = JSON.parse('['.repeat(depth) + ']'.repeat(depth));
  const { known, unreadable } = parseItems([
    person('x', { fields: { odd: value } }),
    person('y', { origin: { ...origin, odd: value } }),
    person('z', { sets: { tags: [{ id: 'a', value: 'a', odd: value }] } }),
    { c: 'people', id: 'v', odd: value, state: 'AAA=' },
    person('good'),
  ]);
  const delivery = { device: 'mallory', items: known, unreadable };
  expect(await storeDelivery(book.store, delivery, book.context)).toMatchObject({
    value: { written: 1, refused: 4 },
  });
});

describe('a state in which something was written by hand', () => {
  const twist = (doc: RecordDoc, write: (state: Y.Doc) => void): object => {
    const state = openState(doc, headOf(doc), contentOf(doc));
    state.transact(() => write(state));
    return { c: 'people', id: doc.id, state: toBase64(encodeState(state)) };
  };
  const entry = (what: string, stamp: object) => (state: Y.Doc) =>
    state.getMap('meta').set(what, { stamp, vector: { mallory: 1 } });
  const item = (odd: object) => (state: Y.Doc) =>
    state.getMap('set:tags').set('x', { value: 'a', order: 1, ...odd });

  test.each<[string, (state: Y.Doc) => void]>([
    ['another kind', (state) => state.getMap('head').set('kind', 'organisation')],
    ['a kind that nobody has', (state) => state.getMap('head').set('kind', 'invented')],
    ['a making in the year 300000', (state) => state.getMap('head').set('createdAt', year300000)],
    ['no time of making', (state) => state.getMap('head').set('createdAt', Number.NaN)],
    ['a stamp of the year 300000', entry('given', { ...origin, at: year300000 })],
    ['a stamp of no time', entry('given', { ...origin, at: Number.NaN })],
    ['a stamp nested deep', entry('given', { ...origin, odd: nested(3_000) })],
    ['a field that is no number', (state) => state.getMap('fields').set('odd', Number.NaN)],
    ['a field of 64 bits', (state) => state.getMap('fields').set('odd', 1n)],
    ['a field of bytes', (state) => state.getMap('fields').set('odd', Uint8Array.of(1))],
    ['a field that is a map of Yjs', (state) => state.getMap('fields').set('odd', new Y.Map())],
    ['a field nested deep', (state) => state.getMap('fields').set('odd', nested(3_000))],
    ['an item with a label that is an object', item({ label: {} })],
    ['an item at no place', item({ order: Number.NaN })],
    ['an item nested deep', item({ odd: nested(3_000) })],
    ['an item of 64 bits', item({ odd: 1n })],
    [
      'a conflict over a value nested deep',
      (state) =>
        state.getMap('conflicts').set('c', {
          id: 'c',
          field: 'given',
          lost: nested(3_000),
          lostBy: origin,
          wonBy: origin,
        }),
    ],
  ])('%s: refused and counted, the record stays as it was', async (_, write) => {
    const book = await openBook();
    const ana = await make(book, { kind: 'person', fields: { given: 'Ana' } });
    const twisted = twist(ana, write);
    expect(await deliver(book, [twisted])).toMatchObject({ refused: 1 });
    expect(await book.doc('people', ana.id)).toEqual(ana);
  });

  test('nested 100,000 deep: refused', async () => {
    const book = await openBook();
    const ana = await make(book, { kind: 'person', fields: { given: 'Ana' } });
    // Yjs writes values by recursion: the bytes of one level are put around it by hand.
    const one = fromBase64(
      (twist(ana, (state) => state.getMap('fields').set('odd', ['@'])) as { state: string }).state,
    );
    const mark = one.findLastIndex((byte) => byte === 64) - 2;
    const level = one.subarray(mark - 2, mark);
    const deep = Buffer.concat([
      one.subarray(0, mark),
      ...Array.from({ length: 100_000 }, () => level),
      one.subarray(mark),
    ]);
    const sent = { c: 'people', id: ana.id, state: toBase64(deep) };
    expect(await deliver(book, [sent])).toMatchObject({ refused: 1 });
    expect(await book.doc('people', ana.id)).toEqual(ana);
  });
});

describe('a tombstone', () => {
  async function withPrivate(): Promise<{ book: Replica; id: string; moment: RecordDoc }> {
    const book = await openBook();
    const { id } = await make(book, {
      kind: 'person',
      scope: 'private',
      fields: { given: 'Secret' },
    });
    const moment = await make(book, { kind: 'note', fields: { people: [id], when: at } });
    expect(moment.scope).toBe('private');
    const { known } = parseItems([post('her-post', id)]);
    const delivery = { device: 'honest', items: known, unreadable: [] };
    await storeDelivery(book.store, delivery, book.context);
    return { book, id, moment };
  }

  test.each([
    ['ties', 'tie'],
    ['groups', 'organisation'],
    ['groups', 'invented'],
    ['work', 'invented'],
    ['posts', 'post'],
    ['people', 'person'],
  ])('in %s as a %s takes nothing from a private person', async (collection, kind) => {
    const { book, id, moment } = await withPrivate();
    const before = await book.doc('people', id);
    await deliver(book, [tombstone(collection, id, kind)]);
    expect(await book.doc('people', id)).toEqual(before);
    expect(await book.doc('moments', moment.id)).toEqual(moment);
    expect(await has(book, 'posts', 'her-post')).toBe(true);
    expect(await book.done({ type: 'undo' })).toMatchObject({ count: 1 });
  });

  test('is found by nothing but what was erased', async () => {
    const book = await openBook();
    const keys = ['erased:x', 'scope:private', 'has:feed', 'email:ana@example.com'];
    await deliver(book, [tombstone('people', 'gone', 'person', { keys })]);
    expect((await book.doc('people', 'gone')).keys).toEqual(['erased:x']);
  });
});

test('honest rows beside them are taken, in whatever order', async () => {
  const [alice, bob] = [await openBook(), await openBook()];
  const items = [
    person('x', { sets: { emails: [{ id: 'a', value: 'a@b.example', label: 'work' }] } }),
    post('p', 'x'),
  ];
  await deliver(alice, items);
  await deliver(bob, items.toReversed());
  expect(await alice.doc('people', 'x')).toEqual(await bob.doc('people', 'x'));
});
