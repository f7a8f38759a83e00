// Merges between this version and the one before choices (decision 0036), whose laptops stay in
// teams until they are updated. The fixture was written by that version.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { storeDelivery } from '../../../src-shared/sync/delivery.ts';
import type { Item } from '../../../src-shared/sync/item.ts';
import { takeApartAsBefore } from '../../support/records/before-choices.ts';
import { emailsOf, expectEqual, meet, merge, twoWith } from '../../support/records/two-laptops.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const fixture = join(import.meta.dirname, '../../fixtures/merged-before-choices.json');
const earlier = JSON.parse(readFileSync(fixture, 'utf8')) as { before: Item[]; merged: Item[] };

async function laptopWith(items: Item[]): Promise<Replica> {
  const laptop = openReplica('bob', undefined, 1_800_000_000_000);
  const delivery = { device: 'alice', items, unreadable: [] };
  const stored = await storeDelivery(laptop.store, delivery, laptop.context);
  if (!stored.ok) throw new Error(stored.error.code);
  return laptop;
}

const ids = earlier.before.map(({ id }) => id);
const [keep = '', gone = ''] = ids;

const said = ({ fields, sets, note, status, name }: RecordDoc) => ({
  fields,
  sets,
  note,
  status,
  name,
});
const saidBy = (laptop: Replica) =>
  Promise.all(ids.map(async (id) => said(await laptop.doc('people', id))));

test('what an earlier version merged is shown whole and taken apart to what it was', async () => {
  const laptop = await laptopWith(earlier.merged);
  const [one, two] = await saidBy(laptop);
  expect(one).toMatchObject({
    fields: { given: 'Person 0', nickname: 'One' },
    note: 'About 0\nMet in 2000\nAbout 1\nMet in 2001',
    status: 'live',
  });
  expect(emailsOf(await laptop.doc('people', keep))).toEqual([
    'p0@example.com',
    'shared@example.com',
    'p1@example.com',
  ]);
  expect(two?.status).toBe('merged');
  await laptop.done({ type: 'unmerge', gone });
  expect(await saidBy(laptop)).toEqual(await saidBy(await laptopWith(earlier.before)));
});

test('somebody merged by an earlier version stays so when another is merged with choices', async () => {
  const laptop = await laptopWith(earlier.merged);
  const { ids: made } = await laptop.done({
    type: 'create',
    records: [{ kind: 'person', fields: { given: 'Ana', nickname: 'A' }, note: 'Likes rye' }],
  });
  const [other = ''] = made;
  const fields = { given: other, nickname: other };
  const without = [{ id: keep, what: 'note' }];
  await laptop.done({ type: 'merge', keep, gone: [other], choices: { fields, without } });
  const merged = await laptop.doc('people', keep);
  expect([merged.fields['given'], merged.note]).toEqual(['Ana', 'Likes rye']);
  await laptop.done({ type: 'unmerge', gone: other });
  expect(await laptop.doc('people', keep)).toMatchObject({
    fields: { given: 'Person 0', nickname: 'One' },
    note: 'About 0\nMet in 2000\nAbout 1\nMet in 2001',
  });
  await laptop.done({ type: 'unmerge', gone });
  expect(await saidBy(laptop)).toEqual(await saidBy(await laptopWith(earlier.before)));
});

test('an earlier version takes apart a merge with choices: what made way waits in its place', async () => {
  const team = await twoWith(2);
  const { alice, bob } = team;
  const [first = '', second = ''] = team.ids;
  const without = [
    { id: first, what: 'emails/g0' },
    { id: first, what: 'note' },
  ];
  const choices = { fields: { given: second }, without };
  await alice.done({ type: 'merge', keep: first, gone: [second], choices });
  await meet(team);
  await takeApartAsBefore(bob, first, second);
  await meet(team);
  await expectEqual(team);
  const theirs = await alice.doc('people', second);
  expect([theirs.status, theirs.fields['given'], theirs.note]).toEqual([
    'live',
    'Person 1',
    'About 1\nMet in 2001',
  ]);
  const own = await alice.doc('people', first);
  expect([own.status, own.note]).toEqual(['live', '']);
  // Merged and taken apart once more by this version, it is back.
  await merge(alice, first, second);
  await alice.done({ type: 'unmerge', gone: second });
  const back = await alice.doc('people', first);
  expect([back.fields['given'], emailsOf(back), back.note]).toEqual([
    'Person 0',
    ['p0@example.com'],
    'About 0\nMet in 2000',
  ]);
});
