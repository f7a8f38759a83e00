// Many who were found twice become one each, as one action.

import { expect, test } from 'vitest';

import { peekHistory } from '../../../src-shared/records/history.ts';
import { mergeInto } from '../../../src-shared/records/intents/merge-chosen.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

type Told = { given: string; scope?: 'private'; email?: string; note?: string };

async function makePeople(alice: Replica, told: readonly Told[]): Promise<string[]> {
  const records = told.map(({ given, scope, email, note }) => ({
    kind: 'person',
    fields: { given },
    ...(scope === undefined ? {} : { scope }),
    ...(note === undefined ? {} : { note }),
    ...(email === undefined ? {} : { sets: { emails: [{ value: email }] } }),
  }));
  return (await alice.done({ type: 'create', records })).ids;
}

/** Each of `count` people twice, the second with an address of their own. */
async function twice(count: number) {
  const alice = openReplica('alice');
  const ids = await makePeople(
    alice,
    Array.from({ length: count * 2 }, (_, at) => ({
      given: `Person ${at % count}`,
      ...(at < count ? {} : { email: `p${at}@x.example`, note: `of ${at}` }),
    })),
  );
  const merges = ids
    .slice(0, count)
    .map((keep, at) => ({ keep, gone: [ids[count + at] as string] }));
  return { alice, ids, merges };
}

const all = async ({ store }: Replica, ids: readonly string[]) => [
  ...(await store.get('people', ids)).values(),
];
const told = async (alice: Replica, ids: readonly string[]) =>
  (await all(alice, ids)).map(({ id, status, fields, sets, note }) => ({
    id,
    status,
    fields,
    sets,
    note,
  }));
const liveIn = async (alice: Replica, ids: readonly string[]): Promise<number> =>
  (await all(alice, ids)).filter(({ status }) => status === 'live').length;

test('one undo takes all of them back, and redo merges them once more', async () => {
  const { alice, ids, merges } = await twice(150);
  const before = await told(alice, ids);
  const done = await alice.done({ type: 'merge-many', merges });
  expect(done).toMatchObject({ label: 'merge-many', count: 150, left: 0 });
  expect(await liveIn(alice, ids)).toBe(150);
  expect((await alice.doc('people', ids[0] as string)).note).toBe('of 150');
  expect(await peekHistory(alice.store)).toMatchObject({ undo: 'merge-many' });
  expect(await alice.done({ type: 'undo' })).toMatchObject({ count: 150, left: 0 });
  expect(await told(alice, ids)).toEqual(before);
  expect(await peekHistory(alice.store)).toMatchObject({ undo: 'create', redo: 'merge-many' });
  expect(await alice.done({ type: 'redo' })).toMatchObject({ count: 150, left: 0 });
  expect(await liveIn(alice, ids)).toBe(150);
});

test('each of them can be taken apart by itself, and the undo leaves those alone', async () => {
  const { alice, ids, merges } = await twice(3);
  const before = await told(alice, ids);
  await alice.done({ type: 'merge-many', merges });
  const [, second] = merges;
  await alice.done({ type: 'unmerge', gone: second?.gone[0] as string });
  expect((await alice.doc('people', second?.keep ?? '')).sets['emails'] ?? []).toEqual([]);
  expect(await liveIn(alice, ids)).toBe(4);
  await alice.done({ type: 'undo' });
  await alice.done({ type: 'undo' });
  expect(await told(alice, ids)).toEqual(before);
});

test('others are answered meanwhile, and who was changed in between is left as they are', async () => {
  const { alice, ids, merges } = await twice(150);
  const last = merges.at(-1)?.gone[0] as string;
  let other: Promise<unknown> | undefined;
  const yieldNow = async (): Promise<void> => {
    other ??= alice.done({ type: 'trash', refs: [{ collection: 'people', id: last }] });
  };
  const context = { ...alice.context, yieldNow };
  const done = await runCommand(alice.store, { type: 'merge-many', merges }, context);
  await other;
  expect(done).toMatchObject({ ok: true, value: { count: 149, left: 1 } });
  expect((await alice.doc('people', last)).status).toBe('trashed');
  expect(await liveIn(alice, ids)).toBe(150);
});

test('who cannot be merged is left as they are and counted, never the whole', async () => {
  const alice = openReplica('alice');
  const [ann = '', annie = '', bob = '', bobby = '', cy = '', cyr = '', dee = ''] =
    await makePeople(alice, [
      { given: 'Ann' },
      { given: 'Annie', email: 'annie@x.example' },
      { given: 'Bob' },
      { given: 'Bobby', scope: 'private', email: 'bobby@x.example' },
      { given: 'Cy' },
      { given: 'Cyr' },
      { given: 'Dee' },
    ]);
  await alice.done({ type: 'judge', pairs: [[cy, cyr]], says: 'distinct' });
  const merges = [
    { keep: bob, gone: [bobby] },
    { keep: ann, gone: [annie] },
    // Somebody said that these are two.
    { keep: cyr, gone: [dee, cy] },
    { keep: dee, gone: [annie] },
    { keep: dee, gone: [dee] },
    { keep: dee, gone: ['nobody'] },
  ];
  const done = await alice.done({ type: 'merge-many', merges });
  expect(done).toMatchObject({ count: 1, left: 6 });
  const live = [ann, bob, bobby, cy, cyr, dee];
  expect(await liveIn(alice, live)).toBe(live.length);
  expect((await alice.doc('people', annie)).fields['mergedInto']).toBe(ann);
  expect(JSON.stringify(await alice.doc('people', bob))).not.toContain('bobby@x.example');
  await alice.done({ type: 'undo' });
  expect(await liveIn(alice, [...live, annie])).toBe(live.length + 1);
});

test('where nobody could be merged, nothing is left to undo', async () => {
  const alice = openReplica('alice');
  const [ann = ''] = await makePeople(alice, [{ given: 'Ann' }]);
  const merges = [{ keep: ann, gone: ['nobody'] }];
  expect(await alice.done({ type: 'merge-many', merges })).toMatchObject({ count: 0, left: 1 });
  expect(await peekHistory(alice.store)).toEqual({ undo: 'create', redo: null });
});

test('of one name the better written stays, and each has their own again once taken apart', async () => {
  const alice = openReplica('alice');
  const names = ['ANNA GROSS', 'anna groß', 'Anna Groß', 'BEN FOX', 'Ben Foxx'];
  const ids = await makePeople(
    alice,
    names.map((given) => ({ given })),
  );
  const [a = '', b = '', c = '', d = '', e = ''] = ids;
  const merges = [
    { keep: a, gone: [b, c] },
    { keep: d, gone: [e] },
  ];
  await alice.done({ type: 'merge-many', merges });
  const named = async () => (await all(alice, ids)).map(({ fields }) => fields['given']);
  expect(await named()).toEqual(['Anna Groß', 'anna groß', 'Anna Groß', 'BEN FOX', 'Ben Foxx']);
  await alice.done({ type: 'unmerge', gone: c });
  expect(await named()).toEqual(names);
  await alice.done({ type: 'undo' });
  expect((await named())[0]).toBe('Anna Groß');
});

test('merged one by one, the better written name stays, too', async () => {
  const alice = openReplica('alice');
  const ids = await makePeople(alice, [{ given: 'ANNA' }, { given: 'Anna' }, { given: 'ana' }]);
  const [keep, ...gone] = await all(alice, ids);
  if (keep === undefined) throw new Error('made');
  const command = mergeInto(keep, gone);
  expect(command).toMatchObject({ choices: { fields: { given: gone[0]?.id } } });
  await alice.done(command);
  expect((await all(alice, ids))[0]?.name).toBe('Anna');
  const well = mergeInto(gone[0] ?? keep, [keep]);
  expect(well).not.toHaveProperty('choices');
});
