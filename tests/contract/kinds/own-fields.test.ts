// Values of fields that the team defined do what those of the program's own fields do:
// they travel, come together, are found, guard what is private and are taken back.

import { expect, test } from 'vitest';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import {
  type OwnFieldType,
  ownFieldTypes,
  readOwnField,
} from '../../../src-shared/domain/own-field.ts';
import { teamKey } from '../../../src-shared/domain/own-values.ts';
import type { JsonValue } from '../../../src-shared/domain/record.ts';
import { ownValue, typeOfOwn } from '../../../src-shared/fields/own.ts';
import { create, edit, setField } from '../../../src-shared/records/intents/edits.ts';
import {
  addOption,
  defineField,
  fillIn,
  retypeField,
} from '../../../src-shared/records/intents/own-fields.ts';
import { toItem } from '../../../src-shared/sync/item.ts';
import { storeDelivery } from '../../../src-shared/sync/delivery.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

async function send(from: Replica, to: Replica, collection: 'people' | 'setup', id: string) {
  const item = toItem(collection, await from.doc(collection, id));
  if (item === undefined) throw new Error('private');
  const delivery = { device: from.name, items: [item], unreadable: [] };
  const stored = await storeDelivery(to.store, delivery, to.context);
  if (!stored.ok) throw new Error(stored.error.code);
}

async function exchange(a: Replica, b: Replica, collection: 'people' | 'setup', id: string) {
  await send(a, b, collection, id);
  await send(b, a, collection, id);
  await send(a, b, collection, id);
}

async function begin(type: OwnFieldType) {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const made = await alice.done(
    create(
      { kind: 'person', fields: { given: 'Ana' } },
      { kind: 'person', fields: { given: 'Ben' } },
      defineField({ label: 'Level', kind: 'person', type, options: ['Gold', 'Tin'] }),
    ),
  );
  const [ana = '', ben = '', field = ''] = made.ids;
  for (const id of [ana, ben]) await send(alice, bob, 'people', id);
  await send(alice, bob, 'setup', field);
  const key = teamKey(field);
  const typeOn = async (where: Replica) => {
    const defined = readOwnField(await where.doc('setup', field));
    if (defined === undefined) throw new Error('no field');
    return typeOfOwn(defined);
  };
  const fill = async (where: Replica, value: JsonValue) => {
    const ref = { collection: 'people' as const, id: ana };
    const changes = fillIn(ref, key, await typeOn(where), await where.doc('people', ana), value);
    return where.done(edit(...changes));
  };
  const shown = async (where: Replica) =>
    ownValue(await typeOn(where), key, await where.doc('people', ana));
  return { alice, bob, ana, ben, field, key, fill, shown, typeOn };
}

const valueOf = (type: OwnFieldType, ben: string): JsonValue =>
  ({
    text: 'blue',
    'long-text': 'a\nb',
    number: '1.5',
    money: { amount: '5.00', currency: 'EUR' },
    day: '2026-03-12',
    time: 1_773_273_600_000,
    'yes-no': true,
    choice: 'gold',
    choices: ['gold', 'tin'],
    web: 'https://x.example',
    email: 'ana@x.example',
    phone: '+49305550101',
    people: [ben],
    groups: [ben],
    rating: 4,
  })[type];

test.each(ownFieldTypes)(
  'what was filled into a field of %s travels and is taken back',
  async (type) => {
    const book = await begin(type);
    const value = valueOf(type, book.ben);
    const done = await book.fill(book.alice, value);
    // Ids of tests are no uuids, which is all that a field of links takes.
    const isLink = type === 'people' || type === 'groups';
    expect(await book.shown(book.alice)).toEqual(isLink ? undefined : value);
    await send(book.alice, book.bob, 'people', book.ana);
    expect(await book.shown(book.bob)).toEqual(await book.shown(book.alice));
    await book.alice.done({ type: 'undo', action: done.action });
    expect(await book.shown(book.alice)).toBeUndefined();
    const doc = await book.alice.doc('people', book.ana);
    expect([doc.fields[book.key] ?? null, doc.sets[book.key] ?? []]).toEqual([null, []]);
  },
);

test('two values written apart: one is shown, the other is a conflict, the same on both', async () => {
  const { alice, bob, ana, key, fill } = await begin('text');
  await fill(alice, 'blue');
  await fill(bob, 'red');
  await exchange(alice, bob, 'people', ana);
  const [a, b] = [await alice.doc('people', ana), await bob.doc('people', ana)];
  expect(a.fields[key]).toBe(b.fields[key]);
  expect(a.conflicts).toMatchObject([{ field: key }]);
  expect(b.conflicts).toEqual(a.conflicts);
});

test('choices ticked apart are all ticked', async () => {
  const { alice, bob, ana, fill, shown } = await begin('choices');
  await fill(alice, ['gold']);
  await fill(bob, ['tin']);
  await exchange(alice, bob, 'people', ana);
  expect(await shown(alice)).toEqual(await shown(bob));
  expect(new Set([(await shown(alice)) ?? []].flat())).toEqual(new Set(['gold', 'tin']));
});

test('the same option added apart is one, and whoever has it has it everywhere', async () => {
  const { alice, bob, field, typeOn } = await begin('choice');
  for (const where of [alice, bob]) {
    const defined = readOwnField(await where.doc('setup', field));
    if (defined === undefined) throw new Error('no field');
    await where.done(edit(...addOption(defined, 'Platinum')));
  }
  await exchange(alice, bob, 'setup', field);
  const [a, b] = [await typeOn(alice), await typeOn(bob)];
  expect(new Set(a.own?.options.map(({ code }) => code))).toEqual(
    new Set(['gold', 'tin', 'platinum']),
  );
  expect(b.own?.options.map(({ code }) => code)).toEqual(a.own?.options.map(({ code }) => code));
});

test('a type changed on both touches no value, and the two types are a conflict', async () => {
  const { alice, bob, ana, field, key, fill } = await begin('text');
  await fill(alice, '12.50');
  await send(alice, bob, 'people', ana);
  await alice.done(edit(retypeField(field, 'number')));
  await bob.done(edit(retypeField(field, 'day')));
  await exchange(alice, bob, 'setup', field);
  expect((await alice.doc('setup', field)).conflicts).toMatchObject([{ field: 'type' }]);
  expect((await bob.doc('people', ana)).fields[key]).toBe('12.50');
});

test('words in it are found, and a merge takes it over', async () => {
  const { alice, ana, ben, key, fill } = await begin('text');
  await fill(alice, 'Zebrafish');
  const doc = await alice.doc('people', ana);
  expect(kinds.get('person')?.search(doc).body).toContain('Zebrafish');
  await alice.done({ type: 'merge', keep: ben, gone: [ana] });
  expect((await alice.doc('people', ben)).fields[key]).toBe('Zebrafish');
});

test('a person named in a field is a link: somebody private is not named to the team', async () => {
  const { alice, ana, key } = await begin('people');
  const made = await alice.done(
    create({ kind: 'person', scope: 'private', fields: { given: 'Eva' } }),
  );
  const eva = made.ids[0] ?? '';
  const ref = { collection: 'people' as const, id: ana };
  const item = { value: eva, more: { to: 'people' } };
  const refused = await alice.run(edit({ type: 'set-put', ref, set: key, item }));
  expect(refused).toMatchObject({ ok: false });
  const scoped = await alice.run(edit(setField(ref, 'nickname', 'Nan')));
  expect(scoped.ok).toBe(true);
});
