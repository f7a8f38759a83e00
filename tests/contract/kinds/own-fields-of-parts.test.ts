// Roles and what happened have fields of the team's own like people: values travel, come
// together, are found, are taken back, stay in a merge, and guard what is private.

import { expect, test } from 'vitest';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import {
  type OwnFieldType,
  ownFieldTypes,
  readOwnField,
} from '../../../src-shared/domain/own-field.ts';
import { kindsWith } from '../../../src-shared/domain/own-kinds.ts';
import { teamKey } from '../../../src-shared/domain/own-values.ts';
import type { JsonValue } from '../../../src-shared/domain/record.ts';
import type { AnyField } from '../../../src-shared/fields/field.ts';
import { ownValue } from '../../../src-shared/fields/own.ts';
import { resolveReference } from '../../../src-shared/query/places.ts';
import { countGathered, gather } from '../../../src-shared/records/gather/gather.ts';
import { countRetyped } from '../../../src-shared/records/gather/retyped.ts';
import { create, edit } from '../../../src-shared/records/intents/edits.ts';
import { defineField, fillIn } from '../../../src-shared/records/intents/own-fields.ts';
import { storeDelivery } from '../../../src-shared/sync/delivery.ts';
import { toItem } from '../../../src-shared/sync/item.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

type Of = 'people' | 'groups' | 'setup' | 'ties' | 'moments';

async function send(from: Replica, to: Replica, collection: Of, id: string) {
  const item = toItem(collection, await from.doc(collection, id));
  if (item === undefined) throw new Error('private');
  const delivery = { device: from.name, items: [item], unreadable: [] };
  const stored = await storeDelivery(to.store, delivery, to.context);
  if (!stored.ok) throw new Error(stored.error.code);
}

const parts = [
  { what: 'tie', kind: 'tie', collection: 'ties' },
  ...(['note', 'call', 'meeting', 'message'] as const).map((kind) => ({
    what: 'moment' as const,
    kind,
    collection: 'moments' as const,
  })),
] as const;
type Part = (typeof parts)[number];
const aRole: Part = { what: 'tie', kind: 'tie', collection: 'ties' };
const aCall: Part = { what: 'moment', kind: 'call', collection: 'moments' };

async function begin({ what, kind, collection }: Part, type: OwnFieldType) {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const { ids } = await alice.done(
    create(
      { kind: 'person', fields: { given: 'Ana' } },
      { kind: 'person', fields: { given: 'Ben' } },
      { kind: 'organisation', fields: { name: 'Acme' } },
      defineField({ label: 'Level', kind: what, type, options: ['Gold', 'Tin'] }),
    ),
  );
  const [ana = '', ben = '', acme = '', field = ''] = ids;
  const fields =
    kind === 'tie'
      ? { type: 'role', from: ana, to: acme, title: 'Buyer' }
      : { people: [ana], when: 1_700_000_000_000, title: 'Coffee' };
  const made = await alice.done(create({ kind, fields }));
  const part = made.ids[0] ?? '';
  for (const id of [ana, ben]) await send(alice, bob, 'people', id);
  await send(alice, bob, 'groups', acme);
  await send(alice, bob, 'setup', field);
  await send(alice, bob, collection, part);
  const key = teamKey(field);
  const typeOn = async (where: Replica): Promise<AnyField> => {
    const defined = readOwnField(await where.doc('setup', field));
    const all = kindsWith(kinds, defined === undefined ? [] : [defined]);
    const found = all.get(kind)?.fields[key];
    if (found === undefined) throw new Error('no field');
    return found;
  };
  const fill = async (where: Replica, value: JsonValue) => {
    const doc = await where.doc(collection, part);
    return where.done(
      edit(...fillIn({ collection, id: part }, key, await typeOn(where), doc, value)),
    );
  };
  const shown = async (where: Replica) =>
    ownValue(await typeOn(where), key, await where.doc(collection, part));
  const exchange = async () => {
    await send(alice, bob, collection, part);
    await send(bob, alice, collection, part);
    await send(alice, bob, collection, part);
  };
  return { alice, bob, ana, ben, acme, field, part, key, fill, shown, typeOn, exchange };
}

const values: { readonly [type in OwnFieldType]?: JsonValue } = {
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
  rating: 4,
};
/** Ids of tests are no uuids, which is all that a field of links takes. */
const typed = ownFieldTypes.filter((type) => type !== 'people' && type !== 'groups');

test.each(parts.flatMap((part) => typed.map((type) => ({ part, type, of: part.kind }))))(
  'of a $of: what was filled into a field of $type travels and is taken back',
  async ({ part, type }) => {
    const book = await begin(part, type);
    const value = values[type] ?? null;
    const done = await book.fill(book.alice, value);
    expect(await book.shown(book.alice)).toEqual(value);
    await send(book.alice, book.bob, part.collection, book.part);
    expect(await book.shown(book.bob)).toEqual(value);
    await book.alice.done({ type: 'undo', action: done.action });
    expect(await book.shown(book.alice)).toBeUndefined();
  },
);

test.each(parts)('of a $kind: two values written apart are a conflict', async (part) => {
  const { alice, bob, part: id, key, fill, exchange } = await begin(part, 'text');
  await fill(alice, 'blue');
  await fill(bob, 'red');
  await exchange();
  const [a, b] = [await alice.doc(part.collection, id), await bob.doc(part.collection, id)];
  expect(a.fields[key]).toBe(b.fields[key]);
  expect(a.conflicts).toMatchObject([{ field: key }]);
  expect(b.conflicts).toEqual(a.conflicts);
});

test.each(parts)('of a $kind: choices ticked apart are all ticked', async (part) => {
  const { alice, bob, fill, shown, exchange } = await begin(part, 'choices');
  await fill(alice, ['gold']);
  await fill(bob, ['tin']);
  await exchange();
  expect(new Set([(await shown(alice)) ?? []].flat())).toEqual(new Set(['gold', 'tin']));
  expect(await shown(bob)).toEqual(await shown(alice));
});

test.each(parts)(
  'of a $kind: words in it are found, and stay when people are merged',
  async (part) => {
    const { alice, ana, ben, part: id, fill, shown } = await begin(part, 'text');
    await fill(alice, 'Zebrafish');
    const doc = await alice.doc(part.collection, id);
    expect(kinds.get(part.kind)?.search(doc).body).toContain('Zebrafish');
    const merged = await alice.done({ type: 'merge', keep: ben, gone: [ana] });
    expect(await shown(alice)).toBe('Zebrafish');
    await alice.done({ type: 'undo', action: merged.action });
    expect(await shown(alice)).toBe('Zebrafish');
  },
);

test.each(parts)('of a $kind: somebody private is not named to the team in it', async (part) => {
  const { alice, part: id, key } = await begin(part, 'people');
  const made = await alice.done(
    create({ kind: 'person', scope: 'private', fields: { given: 'Eva' } }),
  );
  const ref = { collection: part.collection, id };
  const item = { value: made.ids[0] ?? '', more: { to: 'people' } };
  expect(await alice.run(edit({ type: 'set-put', ref, set: key, item }))).toMatchObject({
    ok: false,
  });
});

test.each(parts)('of a $kind: another type is counted, and fields are joined', async (part) => {
  const { alice, field, part: id, key, fill } = await begin(part, 'text');
  await fill(alice, 'wide');
  expect(await countRetyped(alice.store, field, 'number')).toMatchObject({
    value: { records: 1, fits: 0, misfits: 1, examples: ['wide'] },
  });
  const made = await alice.done(
    create(defineField({ label: 'Level', kind: part.what, type: 'text' })),
  );
  const into = made.ids[0] ?? '';
  const asked = { kind: part.what, from: { field }, into: { field: into } };
  const reader = { language: 'en' };
  expect(await countGathered(alice.store, asked, reader, () => 'new')).toMatchObject({
    value: { records: 1, fits: 1 },
  });
  expect(await gather(alice.store, asked, reader, alice.context)).toMatchObject({ ok: true });
  const doc = await alice.doc(part.collection, id);
  expect([doc.fields[key] ?? null, doc.fields[teamKey(into)]]).toEqual([null, 'wide']);
});

test('what does not fit stays where it was when fields of roles are joined', async () => {
  const { alice, field, part: id, key, fill } = await begin(aRole, 'text');
  await fill(alice, 'wide');
  const { ids } = await alice.done(
    create(defineField({ label: 'Level', kind: 'tie', type: 'number' })),
  );
  const asked = { kind: 'tie', from: { field }, into: { field: ids[0] ?? '' } } as const;
  await gather(alice.store, asked, { language: 'en' }, alice.context);
  expect((await alice.doc('ties', id)).fields[key]).toBe('wide');
});

test('views ask for them where these are reached', async () => {
  const tie = await begin(aRole, 'text');
  const call = await begin(aCall, 'text');
  const own = await Promise.all(
    [tie, call].map(async ({ alice, field }) => readOwnField(await alice.doc('setup', field))),
  );
  const known = kindsWith(
    kinds,
    own.filter((field) => field !== undefined),
  );
  expect(resolveReference(known, 'people', `role.${tie.key}`)?.place.at).toBe('field');
  expect(resolveReference(known, 'ties', tie.key)?.place.at).toBe('field');
  expect(resolveReference(known, 'moments', call.key)?.place.at).toBe('field');
});
