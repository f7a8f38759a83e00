// Private fields: their values stand in records that the team shares, and nothing of them, of their
// definitions or of what asks for them is in what is said, in a bundle or on a teammate's laptop,
// whatever is done with them and whatever teammates do meanwhile. Nor is a value ever lost here.

import { describe, expect, onTestFinished, test } from 'vitest';

import { ownFieldTypes } from '../../../src-shared/domain/own-field.ts';
import { ownKey, teamKey } from '../../../src-shared/domain/own-values.ts';
import type { CollectionName, RecordDoc } from '../../../src-shared/domain/record.ts';
import type { Command, Ref } from '../../../src-shared/records/command.ts';
import { readStored } from '../../../src-shared/records/merge.ts';
import { storedOwn } from '../../../src-shared/fields/own.ts';
import { contentOf, headOf } from '../../../src-shared/records/content.ts';
import { openState, stateText } from '../../../src-shared/records/state.ts';
import { gather } from '../../../src-shared/records/gather/gather.ts';
import { rescopeField } from '../../../src-shared/records/gather/rescope.ts';
import { edit, putItem, setField } from '../../../src-shared/records/intents/edits.ts';
import { addOption, defineField } from '../../../src-shared/records/intents/own-fields.ts';
import { recordHash } from '../../../src-shared/sync/hash.ts';
import { seededRandom, testRuns, testSeed } from '../../support/seeded.ts';
import type { Replica } from '../../support/sync/replica.ts';
import { openWatched, type Watched } from '../../support/sync/watched.ts';

const mark = 'mark-secret-mark';
const ref = (id: string, collection: CollectionName = 'people') => ({ collection, id }) as Ref;

async function open(): Promise<Watched> {
  const watched = await openWatched();
  onTestFinished(watched.close);
  return watched;
}

const firstOf = async (laptop: Replica, command: Command): Promise<string> =>
  (await laptop.done(command)).ids[0] ?? '';

const person = (laptop: Replica, given: string): Promise<string> =>
  firstOf(laptop, { type: 'create', records: [{ kind: 'person', fields: { given } }] });

/** A private field, with somebody whom both have and who has something in it. */
async function filled() {
  const watched = await open();
  const { alice, bob, settle } = watched;
  const ana = await person(alice, 'Ana');
  await settle();
  const field = await firstOf(alice, {
    type: 'create',
    records: [
      defineField({
        label: `label ${mark}`,
        kind: 'person',
        type: 'text',
        isPrivate: true,
      }) as never,
    ],
  });
  const key = ownKey({ id: field, isPrivate: true });
  await alice.done(edit(setField(ref(ana), key, `value ${mark}`)));
  const held = async (id = ana) => storedOwn(key, await alice.doc('people', id));
  return { ...watched, alice, bob, ana, field, key, held, hidden: [mark, field, key] };
}
type Filled = Awaited<ReturnType<typeof filled>>;

/** Something is done; answers with what has to be in the field of Ana, or of who stands for her, afterwards. */
const acts: { readonly [act: string]: (book: Filled) => Promise<[string, string[]]> } = {
  'are filled in': async ({ ana }) => [ana, [`value ${mark}`]],

  'are there before anybody edits the record, and after': async ({ alice, bob, ana, settle }) => {
    await settle();
    await bob.done(edit(setField(ref(ana), 'family', 'Bobson')));
    await settle();
    await alice.done(edit(setField(ref(ana), 'family', 'Albright')));
    await alice.done(edit({ type: 'note', ref: ref(ana), text: 'a note' }));
    await settle();
    expect((await bob.doc('people', ana)).fields['family']).toBe('Albright');
    return [ana, [`value ${mark}`]];
  },

  'are made with the record': async ({ alice, key }) => {
    const fields = { given: 'Ben', [key]: `with ${mark}` };
    const record = { kind: 'person', fields, sets: { [key]: [{ value: `item ${mark}` }] } };
    return [
      await firstOf(alice, { type: 'create', records: [record] }),
      [`with ${mark}`, `item ${mark}`],
    ];
  },

  'are edited, taken back and done again': async ({ alice, ana, key }) => {
    await alice.done(edit(setField(ref(ana), key, `second ${mark}`)));
    await alice.done({ type: 'undo' });
    expect(storedOwn(key, await alice.doc('people', ana))).toEqual([`value ${mark}`]);
    await alice.done({ type: 'redo' });
    return [ana, [`second ${mark}`]];
  },

  'hold several, in an order': async ({ alice, ana, key }) => {
    await alice.done(edit(setField(ref(ana), key, null)));
    for (const value of ['one', 'two'])
      await alice.done(edit(putItem(ref(ana), key, { id: value, value: `${value} ${mark}` })));
    await alice.done(edit({ type: 'set-order', ref: ref(ana), set: key, ids: ['two', 'one'] }));
    return [ana, [`two ${mark}`, `one ${mark}`]];
  },

  'lead to somebody private': async ({ alice, ana, key }) => {
    const quinn = await firstOf(alice, {
      type: 'create',
      records: [{ kind: 'person', scope: 'private', fields: { given: `Quinn ${mark}` } }],
    });
    const item = { value: quinn, more: { to: 'people' } };
    await alice.done(edit(putItem(ref(ana), key, item)));
    expect((await alice.doc('people', ana)).scope).toBe('team');
    return [ana, [`value ${mark}`, quinn]];
  },

  'go to who stays in a merge, by a choice too': async ({ alice, ana, key }) => {
    const pat = await person(alice, 'Pat');
    await alice.done(edit(setField(ref(pat), key, `pat ${mark}`)));
    const choices = { fields: { [key]: ana }, without: [] };
    await alice.done({ type: 'merge', keep: pat, gone: [ana], choices });
    expect(storedOwn(key, await alice.doc('people', pat))).toEqual([`value ${mark}`]);
    await alice.done({ type: 'unmerge', gone: ana });
    expect(storedOwn(key, await alice.doc('people', pat))).toEqual([`pat ${mark}`]);
    await alice.done({ type: 'merge', keep: pat, gone: [ana] });
    return [pat, [`pat ${mark}`]];
  },

  'go to who stays in a merge that a teammate made, and come back': async (book) => {
    const { alice, bob, ana, key, settle, held } = book;
    const pat = await person(bob, 'Pat');
    await settle();
    await bob.done({ type: 'merge', keep: pat, gone: [ana] });
    await settle();
    expect(await held(pat)).toEqual([`value ${mark}`]);
    await bob.done({ type: 'unmerge', gone: ana });
    await settle();
    expect([await held(pat), await held(ana)]).toEqual([[], [`value ${mark}`]]);
    await bob.done({ type: 'merge', keep: pat, gone: [ana] });
    await settle();
    await alice.done(edit(setField(ref(pat), key, `later ${mark}`)));
    await settle();
    return [pat, [`later ${mark}`]];
  },

  'lie in the trash with the record, and come back': async ({ alice, bob, ana, settle }) => {
    await bob.done({ type: 'trash', refs: [ref(ana)] });
    await settle();
    await alice.done({ type: 'restore', refs: [ref(ana)] });
    return [ana, [`value ${mark}`]];
  },

  'are asked for by a view and a smart bucket': async ({ alice, ana, key }) => {
    const conditions = { all: [{ field: key, op: 'contains', arg: mark }] };
    const make = (kind: string, fields: object): Promise<string> =>
      firstOf(alice, { type: 'create', records: [{ kind, fields } as never] });
    const asking = { name: `view ${mark}`, of: 'people', conditions };
    const listing = {
      name: `columns ${mark}`,
      of: 'people',
      conditions: {},
      columns: [{ field: key }],
    };
    const views = [await make('view', asking), await make('view', listing)];
    const bucket = await make('bucket', { name: `bucket ${mark}`, smart: conditions });
    for (const view of views) expect((await alice.doc('setup', view)).scope).toBe('private');
    expect((await alice.doc('groups', bucket)).scope).toBe('private');
    const shared = await firstOf(alice, {
      type: 'create',
      records: [{ kind: 'view', fields: { name: 'Shared', of: 'people', conditions: {} } }],
    });
    const asks = edit(setField(ref(shared, 'setup'), 'conditions', conditions));
    expect(await alice.run(asks)).toMatchObject({ error: { code: 'names-private' } });
    return [ana, [`value ${mark}`]];
  },

  'are of a field that gets another name, type and choices': async ({ alice, ana, field }) => {
    const definition = { id: field, options: [] };
    await alice.done(edit(setField(ref(field, 'setup'), 'type', 'choice')));
    await alice.done(edit(...addOption(definition, `option ${mark}`)));
    await alice.done(edit(setField(ref(field, 'setup'), 'label', `other ${mark}`)));
    return [ana, [`value ${mark}`]];
  },

  'stay where they are when what does not fit could be another detail': async (book) => {
    const { alice, ana, field, held } = book;
    const into = await firstOf(alice, {
      type: 'create',
      records: [
        defineField({ label: 'Number', kind: 'person', type: 'number', isPrivate: true }) as never,
      ],
    });
    const asked = { kind: 'person', from: { field }, into: { field: into } } as const;
    const done = await gather(alice.store, asked, { language: 'en' }, alice.context);
    expect(done.ok).toBe(true);
    expect((await alice.doc('people', ana)).sets['custom']).toBeUndefined();
    return [ana, (await held()) as string[]];
  },
};

describe('values of private fields never leave, and nothing of their fields does, when they', () => {
  test.each(Object.keys(acts))('%s', async (act) => {
    const book = await filled();
    const [id, values] = (await acts[act]?.(book)) ?? ['', []];
    expect(await book.placesOf(book.hidden)).toEqual([]);
    expect(await book.held(id)).toEqual(values);
    expect(values.length).toBeGreaterThan(0);
    // What both have of the record is the same; the row is what its state and what is kept here say.
    const doc = await book.alice.doc('people', id);
    expect(recordHash(doc)).toBe(recordHash(await book.bob.doc('people', id)));
    const { keys: _keys, status: _status, ...row } = doc;
    expect(readStored(doc, book.alice.context)).toMatchObject(row);
  });
});

test('whatever a private field holds, its values are on this laptop alone', async () => {
  const { alice, ana, placesOf } = await open().then(async (watched) => ({
    ...watched,
    ana: await person(watched.alice, 'Ana'),
  }));
  const records = ownFieldTypes.map((type) =>
    defineField({ label: `${type} ${mark}`, kind: 'person', type, isPrivate: true }),
  );
  const { ids } = await alice.done({ type: 'create', records: records as never });
  const keys = ids.map((id) => ownKey({ id, isPrivate: true }));
  await alice.done(edit(...keys.map((key) => setField(ref(ana), key, `value ${mark}`))));
  expect(await placesOf([mark, ...ids])).toEqual([]);
  const doc = await alice.doc('people', ana);
  expect(keys.map((key) => storedOwn(key, doc))).toEqual(keys.map(() => [`value ${mark}`]));
});

test('a private field that is given to the team is the team’s, and Undo brings it home', async () => {
  const { alice, bob, ana, field, held, settle } = await filled();
  const asked = { field, to: 'share', putsAway: true } as const;
  expect((await rescopeField(alice.store, asked, alice.context)).ok).toBe(true);
  await settle();
  const [given] = Object.entries((await bob.doc('people', ana)).fields).filter(([name]) =>
    name.startsWith('x:'),
  );
  expect(given?.[1]).toBe(`value ${mark}`);
  expect((await bob.doc('setup', given?.[0].slice(2) ?? '')).fields['label']).toBe(`label ${mark}`);
  expect(await held()).toEqual([]);
  await alice.done({ type: 'undo' });
  await settle();
  expect(await held()).toEqual([`value ${mark}`]);
  expect((await bob.doc('people', ana)).fields[given?.[0] ?? '']).toBeUndefined();
});

test('what is kept on this laptop from now on leaves what teammates have, and changes apart from it', async () => {
  const { alice, bob, settle, placesOf } = await open();
  const ana = await person(alice, 'Ana');
  const definition = defineField({ label: 'Mood', kind: 'person', type: 'text' });
  const field = await firstOf(alice, { type: 'create', records: [definition as never] });
  await alice.done(edit(setField(ref(ana), teamKey(field), 'known to all')));
  const asked = { field, to: 'keep', putsAway: true } as const;
  const done = await rescopeField(alice.store, asked, alice.context);
  expect(done.ok).toBe(true);
  await settle();
  const [name = ''] = Object.keys((await alice.doc('people', ana)).fields).filter((one) =>
    one.startsWith('p:'),
  );
  expect((await alice.doc('people', ana)).fields[name]).toBe('known to all');
  await alice.done(edit(setField(ref(ana), name, `later ${mark}`)));
  expect(await placesOf([mark, name])).toEqual([]);
  expect((await bob.doc('people', ana)).fields[teamKey(field)]).toBe('known to all');
  expect((await bob.doc('setup', field)).fields['retiredAt']).toBeTypeOf('number');
});

test('what a teammate sends under the key of a private field is not taken', async () => {
  const { alice, bob, ana, key, settle, held } = await filled();
  // As a changed program would write it: straight into the state of the record.
  const { store } = bob;
  await settle();
  const doc = await bob.doc('people', ana);
  const state = openState(doc, headOf(doc), contentOf(doc));
  state.clientID = bob.context.yjsClientId;
  state.getMap('fields').set(key, 'from Bob');
  state.getMap('fields').set('family', 'Bobson');
  await store.write((tx) => {
    tx.put('people', [{ ...doc, state: stateText(state) } as RecordDoc]);
    return { ok: true, value: null };
  });
  await settle();
  expect((await alice.doc('people', ana)).fields['family']).toBe('Bobson');
  expect(await held()).toEqual([`value ${mark}`]);
});

test('whoever is erased takes what was private of them along', async () => {
  const { alice, bob, ana, key, settle } = await filled();
  await settle();
  await bob.done({ type: 'erase', refs: [ref(ana)] });
  await settle();
  const doc = await alice.doc('people', ana);
  expect([doc.status, storedOwn(key, doc)]).toEqual(['erased', []]);
});

test(`any history of edits and merges on two laptops keeps them here (seed ${testSeed})`, async () => {
  for (let run = 0; run < testRuns(2); run++) {
    const random = seededRandom(testSeed + run);
    const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
    const book = await filled();
    const { alice, bob, key, settle } = book;
    const ids = [book.ana, await person(alice, 'Ben'), await person(bob, 'Cem')];
    await settle();
    let values = 0;
    for (let step = 0; step < 14; step++) {
      const laptop = pick([alice, bob]);
      const [id, other] = [pick(ids), pick(ids)];
      const acting: (() => Promise<unknown>)[] = [
        () => alice.run(edit(setField(ref(id), key, `value ${(values += 1)} ${mark}`))),
        () => alice.run(edit(putItem(ref(id), key, { value: `item ${(values += 1)} ${mark}` }))),
        () => laptop.run(edit(setField(ref(id), 'family', `name ${step}`))),
        () => laptop.run({ type: 'merge', keep: id, gone: [other] }),
        () => laptop.run({ type: 'unmerge', gone: id }),
        () => alice.run({ type: 'undo' }),
        () => settle(),
      ];
      await pick(acting)();
    }
    expect(await book.placesOf(book.hidden)).toEqual([]);
    // What was heard last is worked on further, and told.
    await settle();
    for (const id of ids)
      expect(recordHash(await alice.doc('people', id))).toBe(
        recordHash(await bob.doc('people', id)),
      );
  }
});
