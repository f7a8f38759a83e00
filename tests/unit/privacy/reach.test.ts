// What is said before something is shared is what the team gets, no more and no less.

import { expect, test } from 'vitest';

import { ok } from '../../../src-shared/domain/result.ts';
import { reachOf } from '../../../src-shared/records/share.ts';
import { sharedCollections } from '../../../src-shared/sync/item.ts';
import { add, addGroup, addPerson } from '../../support/records/privately.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

async function sharedIn({ store }: Replica): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const collection of sharedCollections)
    for await (const docs of store.scan(collection))
      for (const { id, scope } of docs) if (scope === 'team') ids.add(id);
  return ids;
}

/** Two who know each other, one of them merged from two, in a firm and a bucket; one note apart. */
async function fill(alice: Replica) {
  const bucket = await addGroup(alice, 'bucket', 'Clients', 'private');
  const acme = await addGroup(alice, 'organisation', 'Acme', 'private');
  const sets = { buckets: [{ value: bucket }] };
  const ann = await addPerson(alice, 'Ann', 'private', { sets });
  const annie = await addPerson(alice, 'Annie', 'private');
  const ben = await addPerson(alice, 'Ben', 'private');
  await alice.done({ type: 'merge', keep: ann, gone: [annie] });
  await add(alice, { kind: 'tie', fields: { type: 'role', from: annie, to: acme } });
  await add(alice, { kind: 'note', fields: { people: [ann] }, note: 'of one' });
  await add(alice, { kind: 'note', fields: { people: [ann, ben] }, note: 'of both' });
  await add(alice, { kind: 'post', fields: { owner: acme }, note: 'of the firm' });
  return { ann, ben, acme };
}

test.each([
  ['one person', 2, ['Acme', 'Clients'], 3],
  ['both', 3, ['Acme', 'Clients'], 4],
  ['the firm', 0, ['Acme'], 1],
] as const)('of %s', async (who, people, groups, naming) => {
  const alice = openReplica('alice');
  const { ann, ben, acme } = await fill(alice);
  const asked = {
    people: who === 'both' ? [ann, ben] : who === 'one person' ? [ann] : [],
    groups: who === 'the firm' ? [acme] : [],
  };
  const before = await sharedIn(alice);
  const said = await alice.store.write((tx) => ok(reachOf(tx, asked, alice.context)));
  if (!said.ok) throw new Error(said.error.code);
  expect(await sharedIn(alice)).toEqual(before);
  const { value } = said;
  expect([value.people.length, value.naming.length]).toEqual([people, naming]);
  expect(value.groups.map(({ name }) => name).toSorted()).toEqual([...groups]);
  await alice.done({ type: 'share', ...asked });
  const told = [...value.people, ...value.groups, ...value.naming].map(({ id }) => id as string);
  const given = [...(await sharedIn(alice))].filter((id) => !before.has(id));
  expect(given.toSorted()).toEqual(told.toSorted());
});

test('of who is shared already nothing is said, and nothing is given', async () => {
  const alice = openReplica('alice');
  const ann = await addPerson(alice, 'Ann');
  await add(alice, { kind: 'note', scope: 'private', fields: { people: [ann] }, note: 'mine' });
  const asked = { people: [ann], groups: [] };
  const said = await alice.store.write((tx) => ok(reachOf(tx, asked, alice.context)));
  expect(said).toEqual({ ok: true, value: { people: [], groups: [], naming: [] } });
  expect(await alice.done({ type: 'share', ...asked })).toMatchObject({ count: 0 });
});
