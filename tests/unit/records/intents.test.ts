import { expect, test } from 'vitest';

import { create, edit, holdValues, setFields } from '../../../src-shared/records/intents/edits.ts';
import {
  addRole,
  joinGroup,
  leaveBucket,
  logMoment,
  putForAll,
} from '../../../src-shared/records/intents/people.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

async function withAda(): Promise<{ alice: Replica; id: string }> {
  const alice = openReplica('alice');
  const { ids } = await alice.done(create({ kind: 'person', fields: { given: 'Ada' } }));
  return { alice, id: ids[0] ?? '' };
}
const valuesOf = async (replica: Replica, id: string, set: string): Promise<string[]> =>
  ((await replica.doc('people', id)).sets[set] ?? []).map(({ value }) => value);

test('a set holds the values that are wanted, and what it held already is not touched', async () => {
  const { alice, id } = await withAda();
  const ref = { collection: 'people' as const, id };
  await alice.done(putForAll([id], 'tags', ['customer', 'choir']));
  const before = (await alice.doc('people', id)).sets['tags'] ?? [];
  const changes = holdValues(ref, 'tags', before, ['choir', 'press']);
  expect(changes).toHaveLength(2);
  await alice.done(edit(...changes));
  expect(await valuesOf(alice, id, 'tags')).toEqual(['choir', 'press']);
  expect(holdValues(ref, 'tags', before, ['customer', 'choir'])).toEqual([]);
});

test('a bucket is joined and left, an organisation is joined by a role', async () => {
  const { alice, id } = await withAda();
  const groups = await alice.done(
    create(
      { kind: 'bucket', fields: { name: 'Press' } },
      { kind: 'organisation', fields: { name: 'Acme' } },
    ),
  );
  const [bucket = '', acme = ''] = groups.ids;
  await alice.done(joinGroup(id, { id: bucket as never, kind: 'bucket' }));
  expect(await valuesOf(alice, id, 'buckets')).toEqual([bucket]);
  const leave = leaveBucket(await alice.doc('people', id), bucket);
  if (leave === undefined) throw new Error('they are in it');
  await alice.done(leave);
  expect(await valuesOf(alice, id, 'buckets')).toEqual([]);
  expect(leaveBucket(await alice.doc('people', id), bucket)).toBeUndefined();
  const [tie = ''] = (await alice.done(joinGroup(id, { id: acme as never, kind: 'organisation' })))
    .ids;
  expect((await alice.doc('ties', tie)).fields).toMatchObject({ type: 'role', from: id, to: acme });
});

test('a role brings its organisation along where the book has none of that name', async () => {
  const { alice, id } = await withAda();
  const role = { company: ' Acme ', title: 'Owner', known: undefined, newId: 'acme-1' };
  await alice.done(create(...addRole(id, role)));
  expect((await alice.doc('groups', 'acme-1')).name).toBe('Acme');
  expect(addRole(id, { ...role, known: 'acme-1' })).toHaveLength(1);
  expect(addRole(id, { ...role, company: '', title: ' ' })).toEqual([]);
});

test('what happened is written down with its day and people, and a field is cleared by nothing', async () => {
  const { alice, id } = await withAda();
  const when = Date.UTC(2026, 0, 2);
  const [moment = ''] = (
    await alice.done(logMoment({ kind: 'call', when, people: [id], text: ' Rang. ' }))
  ).ids;
  expect(await alice.doc('moments', moment)).toMatchObject({ at: when, note: 'Rang.' });
  await alice.done(
    edit(...setFields({ collection: 'people', id }, { given: null, family: 'Lovelace' })),
  );
  expect((await alice.doc('people', id)).fields).toEqual({ family: 'Lovelace' });
});
