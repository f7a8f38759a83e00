// What every kind of record must do, whatever it declares: run over all that exist and
// over one that nobody has thought of.

import { expect, test } from 'vitest';

import type { Kind } from '../../../src-shared/domain/kind.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import { contentNaming, shownOn } from '../../../src-shared/domain/links.ts';
import { mergedKey } from '../../../src-shared/domain/merging.ts';
import {
  type CollectionName,
  editedCollections,
  type RecordDoc,
} from '../../../src-shared/domain/record.ts';
import { cellOf, valueOfCell } from '../../../src-shared/fields/field.ts';
import { trashDays } from '../../../src-shared/records/purge.ts';
import { emptyTrashAfter } from '../../support/records/days.ts';
import { toItem } from '../../../src-shared/sync/item.ts';
import { receiveItem } from '../../../src-shared/sync/receive-item.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';
import { sampleRecord } from '../../support/records/sample-content.ts';
import { visit } from '../../support/records/visit.ts';

const nowhere = { people: '', groups: '' };
const all = new Map<string, Kind>([...kinds, ['visit', visit]]);

type Book = Replica & { ana: string; shop: string; make: (kind: Kind) => Promise<RecordDoc> };

/** A laptop with a person and an organisation, and one record of the kind that names both. */
async function openBook(scope: 'team' | 'private' = 'team', name = 'alice'): Promise<Book> {
  const replica = openReplica(name);
  replica.context.kinds = all;
  const create = async (record: object): Promise<string> => {
    const { ids } = await replica.done({ type: 'create', records: [record as never] });
    return ids[0] ?? '';
  };
  const ana = await create({ kind: 'person', scope, fields: { given: 'Ana' } });
  const shop = await create({ kind: 'organisation', fields: { name: 'Shop' } });
  return {
    ...replica,
    ana,
    shop,
    make: async (kind) => {
      const id = await create(sampleRecord(kind, { people: ana, groups: shop }));
      return replica.doc(kind.collection, id);
    },
  };
}

const refOf = (kind: Kind, { id }: RecordDoc) => ({ collection: kind.collection, id }) as never;
const namesPeople = (kind: Kind): boolean =>
  [...Object.values(kind.fields), ...Object.values(kind.sets)].some(
    ({ link: target }) => target?.to.includes('people') === true && target.discreet !== true,
  );
const item = (kind: Kind, doc: RecordDoc) => toItem(kind.collection as 'people', doc);

const named = (list: readonly Kind[]) => list.map((kind) => [kind.kind, kind] as const);
const every = [...all.values()];
/** What people write, as opposed to what nobody edits. */
const written = every.filter(({ combine }) => combine === undefined);
const naming = every.filter(namesPeople);
const guarded = naming.filter(({ privacy }) => privacy === 'as-linked');

test.each(named(every))(
  'a %s is found by what its declaration says, and by whom it names',
  async (_name, kind) => {
    const book = await openBook();
    const doc = await book.make(kind);
    const words = Object.values(kind.search(doc)).join(' ');
    const searched = Object.entries(kind.fields)
      .filter(([, { search }]) => search !== undefined && kind.isFound)
      .map(([name]) => JSON.stringify(doc.fields[name]).replaceAll('"', ''));
    expect(searched.filter((value) => !words.includes(value))).toEqual([]);
    for (const { id, target } of kind.links(doc))
      expect(doc.keys).toContain(`${target.prefix ?? ''}${id}`);
    expect(doc.status).toBe('live');
  },
);

test.each(named(every))(
  'a %s travels, and stands on the other laptop as it stood here',
  async (_name, kind) => {
    const [alice, bob] = [await openBook(), await openBook('team', 'bob')];
    const doc = await alice.make(kind);
    const received = receiveItem(item(kind, doc) as never, undefined, bob.context);
    expect(received).toMatchObject({ outcome: 'taken' });
    expect('doc' in received && received.doc).toMatchObject({
      fields: doc.fields,
      sets: doc.sets,
      note: doc.note,
      keys: doc.keys,
    });
  },
);

test.each(named(every))(
  'a %s of a newer version keeps what is not known here; of the wrong shape it is refused',
  async (_name, kind) => {
    const book = await openBook();
    const row = item(kind, await book.make(kind)) as unknown as { row: RecordDoc; c: string };
    const other = { ...row, id: 'another' };
    const with_ = (fields: object): unknown => ({ ...other, row: { ...row.row, fields } });
    const newer = receiveItem(
      with_({ ...row.row.fields, aura: { colour: 'blue' } }) as never,
      undefined,
      book.context,
    );
    expect(newer).toMatchObject({ doc: { fields: { aura: { colour: 'blue' } } } });
    for (const [name, field] of Object.entries(kind.fields)) {
      if (field.type === 'data') continue;
      const broken = with_({ ...row.row.fields, [name]: { deep: [1] } });
      expect(receiveItem(broken as never, undefined, book.context)).toEqual({
        outcome: 'refused',
      });
    }
    const elsewhere = { ...other, c: row.c === 'people' ? 'ties' : 'people' };
    expect(receiveItem(elsewhere as never, undefined, book.context)).toEqual({
      outcome: 'refused',
    });
  },
);

test.each(named(written))(
  'a %s is trashed and restored, edited and undone',
  async (_name, kind) => {
    const book = await openBook();
    const doc = await book.make(kind);
    const ref = refOf(kind, doc);
    await book.done({ type: 'trash', refs: [ref] });
    expect((await book.doc(kind.collection, doc.id)).status).toBe('trashed');
    await book.done({ type: 'restore', refs: [ref] });
    const field = editableOf(kind);
    await book.done({ type: 'edit', changes: [{ type: 'field', ref, field, value: 'else' }] });
    await book.done({ type: 'undo' });
    const after = await book.doc(kind.collection, doc.id);
    expect(after.fields[field]).toEqual(doc.fields[field]);
    expect(after.status).toBe('live');
  },
);

test.each(named(written))(
  'a %s edited apart keeps both words: one shown, the other a conflict',
  async (_name, kind) => {
    const [alice, bob] = [await openBook(), await openBook('team', 'bob')];
    const doc = await alice.make(kind);
    const field = editableOf(kind);
    await takeOver(bob, kind, doc);
    const edit = (book: Book, value: string) =>
      book.done({
        type: 'edit',
        changes: [{ type: 'field', ref: refOf(kind, doc), field, value }],
      });
    await edit(alice, 'hers');
    await edit(bob, 'his');
    const [hers, his] = [
      await alice.doc(kind.collection, doc.id),
      await bob.doc(kind.collection, doc.id),
    ];
    await takeOver(alice, kind, his);
    await takeOver(bob, kind, hers);
    const [one, two] = [
      await alice.doc(kind.collection, doc.id),
      await bob.doc(kind.collection, doc.id),
    ];
    const lost = [...one.conflicts, ...two.conflicts].map((conflict) => conflict.lost);
    expect(one.fields[field]).toBe(two.fields[field]);
    expect([one.fields[field], ...lost]).toEqual(expect.arrayContaining(['hers', 'his']));
  },
);

test.each(named(guarded))(
  'a %s that names a private person never leaves, until the person is shared',
  async (_name, kind) => {
    const book = await openBook('private');
    const doc = await book.make(kind);
    expect(doc.scope).toBe('private');
    expect(item(kind, doc)).toBeUndefined();
    await book.done({ type: 'share', people: [book.ana] });
    expect((await book.doc(kind.collection, doc.id)).scope).toBe('team');
  },
);

test.each(
  named(guarded.filter((kind) => linkedTo(kind, sampleRecord(kind, nowhere), '') !== undefined)),
)('a %s that names two private people waits until both are shared', async (_name, kind) => {
  const book = await openBook('private');
  const { ids } = await book.done({
    type: 'create',
    records: [{ kind: 'person', scope: 'private', fields: { given: 'Quinn' } }],
  });
  const quinn = ids[0] ?? '';
  const naming = linkedTo(kind, sampleRecord(kind, { people: book.ana, groups: book.shop }), quinn);
  const made = await book.done({ type: 'create', records: [naming as never] });
  await book.done({ type: 'share', people: [book.ana] });
  expect((await book.doc(kind.collection, made.ids[0] ?? '')).scope).toBe('private');
  await book.done({ type: 'share', people: [quinn] });
  expect((await book.doc(kind.collection, made.ids[0] ?? '')).scope).toBe('team');
});

test.each(named(guarded.filter(({ combine }) => combine === undefined)))(
  'a %s that is shared cannot come to name a private person',
  async (_name, kind) => {
    const book = await openBook();
    const doc = await book.make(kind);
    const { ids } = await book.done({
      type: 'create',
      records: [{ kind: 'person', scope: 'private', fields: { given: 'Quinn' } }],
    });
    const refused = await book.run({
      type: 'edit',
      changes: [namingChange(kind, doc, ids[0] ?? '')],
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'names-private' } });
    expect(JSON.stringify(await book.doc(kind.collection, doc.id))).not.toContain(ids[0]);
  },
);

test.each(named(naming))('a %s holds nothing of a person who was erased', async (_name, kind) => {
  const book = await openBook();
  const doc = await book.make(kind);
  await book.done({ type: 'erase', refs: [{ collection: 'people', id: book.ana }] });
  const left = (await book.store.get(kind.collection, [doc.id])).get(doc.id);
  const isGone = left === undefined || left.status === 'erased';
  const namesOthers = kind
    .links(doc)
    .some(({ id, target }) => id !== book.ana && target.discreet !== true);
  expect(isGone).toBe(kind.onErase === 'with-owner' || !namesOthers);
  expect(JSON.stringify([left?.fields, left?.sets, left?.keys])).not.toContain(book.ana);
});

test.each(named(written))('a %s is gone thirty days after it was trashed', async (_name, kind) => {
  const book = await openBook();
  const doc = await book.make(kind);
  await book.done({ type: 'trash', refs: [refOf(kind, doc)] });
  await emptyTrashAfter(book, trashDays - 1);
  expect((await book.doc(kind.collection, doc.id)).status).toBe('trashed');
  await emptyTrashAfter(book, trashDays);
  const left = (await book.store.get(kind.collection, [doc.id])).get(doc.id);
  expect(left?.status).toBe('erased');
  expect(JSON.stringify(left)).not.toContain(`words of a ${kind.kind}`);
});

test.each(named(naming))(
  'a %s that names a merged person is theirs until they are taken apart, and never rewritten',
  async (_name, kind) => {
    const book = await openBook();
    const doc = await book.make(kind);
    const made = await book.done({
      type: 'create',
      records: [{ kind: 'person', fields: { given: 'Anna' } }],
    });
    const keep = made.ids[0] ?? '';
    await book.done({ type: 'merge', keep, gone: [book.ana] });
    const merged = await book.store.byKeys('people', [mergedKey(keep)]);
    expect([...merged.values()].flat()).toEqual([book.ana]);
    const theirs = await book.store.byKeys(kind.collection, [book.ana]);
    expect([...theirs.values()].flat()).toContain(doc.id);
    await book.done({ type: 'unmerge', gone: book.ana });
    expect((await book.doc('people', book.ana)).status).toBe('live');
    expect(await book.doc(kind.collection, doc.id)).toEqual(doc);
  },
);

test.each(named(every))('what a %s holds is the same after a file', async (_name, kind) => {
  const doc = await (await openBook()).make(kind);
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = doc.fields[name];
    const cell = value === undefined ? undefined : cellOf(field, value);
    expect(cell === undefined ? undefined : valueOfCell(field, cell)).toEqual(value);
  }
});

test.each(named(naming))('a new %s can be made on the page of whom it names', (_name, kind) => {
  const content = contentNaming(kind, 'people', 'ana');
  const sets = Object.entries(content?.sets ?? {}).map(([set, items]) => [
    set,
    items.map((one) => ({ ...one, id: 'i' })),
  ]);
  const made = { fields: content?.fields ?? {}, sets: Object.fromEntries(sets) };
  expect(kind.links(made).map(({ id }) => id)).toEqual(['ana']);
  expect(shownOn(kind, made)).toEqual({ collection: 'people', id: 'ana' });
});

test('every kind that people write lies where it can be trashed, restored and reviewed', () => {
  const edited: readonly string[] = editedCollections;
  expect(written.filter(({ collection }) => !edited.includes(collection))).toEqual([]);
});

const editableOf = (kind: Kind): string => {
  const found = Object.entries(kind.fields).find(([, { type }]) =>
    ['text', 'person-name', 'long-text'].includes(type),
  );
  return found?.[0] ?? '';
};

/** The record with one more person in its first link that can hold several, or both its ends. */
function linkedTo(
  kind: Kind,
  record: ReturnType<typeof sampleRecord>,
  person: string,
): ReturnType<typeof sampleRecord> | undefined {
  const field = Object.entries(kind.fields).find(
    ([, { type, link: target }]) => type === 'links' && target?.to.includes('people'),
  )?.[0];
  if (field !== undefined)
    return {
      ...record,
      fields: {
        ...record.fields,
        [field]: [...((record.fields?.[field] ?? []) as string[]), person],
      },
    };
  const set = Object.entries(kind.sets).find(([, { link: to }]) => to?.to.includes('people'))?.[0];
  if (set !== undefined)
    return {
      ...record,
      sets: { ...record.sets, [set]: [...(record.sets?.[set] ?? []), { value: person }] },
    };
  const ends = Object.entries(kind.fields).filter(([, { link: to }]) => to?.to.includes('people'));
  return ends.length < 2
    ? undefined
    : { ...record, fields: { ...record.fields, [ends[1]?.[0] ?? '']: person } };
}

function namingChange(kind: Kind, doc: RecordDoc, person: string): never {
  const ref = refOf(kind, doc);
  const set = Object.entries(kind.sets).find(([, { link: to }]) => to?.to.includes('people'))?.[0];
  if (set !== undefined) return { type: 'set-put', ref, set, item: { value: person } } as never;
  const [field, type] = Object.entries(kind.fields).find(([, { link: to }]) =>
    to?.to.includes('people'),
  ) ?? ['', undefined];
  return { type: 'field', ref, field, value: type?.type === 'links' ? [person] : person } as never;
}

async function takeOver(book: Book, kind: Kind, doc: RecordDoc): Promise<void> {
  const collection: CollectionName = kind.collection;
  await book.store.write((tx) => {
    const received = receiveItem(
      item(kind, doc) as never,
      tx.get(collection, [doc.id]).get(doc.id),
      book.context,
    );
    if ('doc' in received) tx.put(collection, [received.doc]);
    return { ok: true, value: null };
  });
}
