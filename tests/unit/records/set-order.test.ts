// The order in which the e-mails, phones and addresses of a person stand: the first is
// the main one.

import { expect, test } from 'vitest';

import { fromBase64 } from '../../../src-shared/records/base64.ts';
import { mergeRecord, readStored } from '../../../src-shared/records/merge.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const ref = (id: string) => ({ collection: 'people' as const, id });
const mails = ['a@example.com', 'b@example.com', 'c@example.com'];

async function withMails(): Promise<{ alice: Replica; id: string; ids: string[] }> {
  const alice = openReplica('alice');
  const sets = { emails: mails.map((value) => ({ value })) };
  const made = await alice.done({ type: 'create', records: [{ kind: 'person', sets }] });
  const id = made.ids[0] ?? '';
  const doc = await alice.doc('people', id);
  return { alice, id, ids: (doc.sets['emails'] ?? []).map((item) => item.id) };
}

const shown = async (replica: Replica, id: string): Promise<string[]> =>
  ((await replica.doc('people', id)).sets['emails'] ?? []).map(({ value }) => value.slice(0, 1));

const order = (replica: Replica, id: string, ids: string[]) =>
  replica.done({
    type: 'edit',
    changes: [{ type: 'set-order', ref: ref(id), set: 'emails', ids }],
  });

test('items stand in the order given, and undo puts them back', async () => {
  const { alice, id, ids } = await withMails();
  const [a = '', b = '', c = ''] = ids;
  await order(alice, id, [c, a, b]);
  expect(await shown(alice, id)).toEqual(['c', 'a', 'b']);
  const doc = await alice.doc('people', id);
  expect(doc).toEqual(readStored(doc, alice.context));
  await alice.done({ type: 'undo' });
  expect(await shown(alice, id)).toEqual(['a', 'b', 'c']);
});

test('only what changes places is written, and the order there is already writes nothing', async () => {
  const { alice, id, ids } = await withMails();
  const [a = '', b = '', c = ''] = ids;
  expect((await order(alice, id, ids)).count).toBe(0);
  await order(alice, id, [a, c, b]);
  const { stamps } = await alice.doc('people', id);
  expect(Object.keys(stamps).sort()).toEqual([`emails/${b}`, `emails/${c}`].sort());
});

test('what is left out or not there does no harm, and new items go to the end', async () => {
  const { alice, id, ids } = await withMails();
  const [, , c = ''] = ids;
  await order(alice, id, [c, 'nobody-knows']);
  expect((await shown(alice, id)).toSorted()).toEqual(['a', 'b', 'c']);
  await alice.done({
    type: 'edit',
    changes: [{ type: 'set-put', ref: ref(id), set: 'emails', item: { value: 'd@example.com' } }],
  });
  expect((await shown(alice, id)).at(-1)).toBe('d');
});

test('a value that is edited keeps its place', async () => {
  const { alice, id, ids } = await withMails();
  const [a = '', b = '', c = ''] = ids;
  await order(alice, id, [c, a, b]);
  await alice.done({
    type: 'edit',
    changes: [
      { type: 'set-put', ref: ref(id), set: 'emails', item: { id: a, value: 'x@example.com' } },
    ],
  });
  expect(await shown(alice, id)).toEqual(['c', 'x', 'b']);
});

test('two laptops that order at once end with the same order', async () => {
  const { alice, id, ids } = await withMails();
  const [a = '', b = '', c = ''] = ids;
  const start = await alice.doc('people', id);
  const bob = openReplica('bob');
  await bob.store.write((tx) => {
    tx.put('people', [start]);
    return { ok: true, value: null };
  });
  await order(alice, id, [c, a, b]);
  await order(bob, id, [b, c, a]);
  const [mine, theirs] = [await alice.doc('people', id), await bob.doc('people', id)];
  const merged = [
    mergeRecord(id, mine, fromBase64(theirs.state ?? ''), alice.context),
    mergeRecord(id, theirs, fromBase64(mine.state ?? ''), bob.context),
  ].map((one) => (one.ok ? (one.value.doc.sets['emails'] ?? []).map(({ value }) => value) : []));
  expect(merged[0]).toEqual(merged[1]);
  expect(merged[0]?.toSorted()).toEqual(mails);
});
