// What is done to very many people at once must not keep the host from everything else.

import { expect, test } from 'vitest';

import { ok } from '../../../src-shared/domain/result.ts';
import type { Command } from '../../../src-shared/records/command.ts';
import { peekHistory } from '../../../src-shared/records/history.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { openReplica } from '../../support/sync/replica.ts';

async function manyPeople(count: number) {
  const alice = openReplica('alice');
  const records = Array.from({ length: count }, (_, at) => ({
    kind: 'person',
    fields: { given: `Person ${at}` },
  }));
  const { ids } = await alice.done({ type: 'create', records });
  const refs = ids.map((id) => ({ collection: 'people' as const, id }));
  const tagging = (value: string): Command => ({
    type: 'edit',
    changes: refs.map((ref) => ({ type: 'set-put', ref, set: 'tags', item: { value } })),
  });
  const tagged = async (): Promise<number> =>
    [...(await alice.store.get('people', ids)).values()].filter((doc) => 'tags' in doc.sets).length;
  return { alice, ids, refs, tagging, tagged };
}

test('others are answered while many people are tagged or trashed', async () => {
  const { alice, refs, tagging } = await manyPeople(250);
  for (const command of [tagging('all'), { type: 'trash', refs } as const]) {
    let pauses = 0;
    const yieldNow = async (): Promise<void> => void pauses++;
    const done = await runCommand(alice.store, command, { ...alice.context, yieldNow });
    expect(done).toMatchObject({ ok: true, value: { count: 250 } });
    expect(pauses).toBeGreaterThan(1);
  }
});

test('an edit is made between the pieces of one of many people', async () => {
  const { alice, ids, tagging, tagged } = await manyPeople(250);
  let taggedThen = 0;
  let other: Promise<unknown> | undefined;
  const last = { collection: 'people' as const, id: ids.at(-1) ?? '' };
  const yieldNow = async (): Promise<void> => {
    other ??= alice
      .done({ type: 'edit', changes: [{ type: 'note', ref: last, text: 'typed meanwhile' }] })
      .then(async () => (taggedThen = await tagged()));
  };
  await runCommand(alice.store, tagging('all'), { ...alice.context, yieldNow });
  await other;
  expect(taggedThen).toBeGreaterThan(0);
  expect(taggedThen).toBeLessThan(250);
  expect(await tagged()).toBe(250);
  expect((await alice.doc('people', last.id)).note).toBe('typed meanwhile');
});

test('what was done to many people is undone and done again as one', async () => {
  const { alice, tagging, tagged } = await manyPeople(250);
  const { action, count } = await alice.done(tagging('all'));
  expect(count).toBe(250);
  expect(await alice.done({ type: 'undo', action })).toMatchObject({ count: 250, left: 0 });
  expect(await tagged()).toBe(0);
  expect(await alice.done({ type: 'redo' })).toMatchObject({ count: 250 });
  expect(await tagged()).toBe(250);
});

test('an edit is made between the pieces of an undo, and of doing it again', async () => {
  const { alice, ids, tagging, tagged } = await manyPeople(250);
  await alice.done(tagging('all'));
  const ref = { collection: 'people' as const, id: ids[0] ?? '' };
  for (const type of ['undo', 'redo'] as const) {
    let taggedThen = 0;
    let other: Promise<unknown> | undefined;
    const yieldNow = async (): Promise<void> => {
      other ??= writeName(alice.store, ref.id, type).then(
        async () => (taggedThen = await tagged()),
      );
    };
    const done = await runCommand(alice.store, { type }, { ...alice.context, yieldNow });
    await other;
    expect(done).toMatchObject({ ok: true, value: { count: 250, left: 0 } });
    expect(taggedThen).toBeGreaterThan(0);
    expect(taggedThen).toBeLessThan(250);
    expect(await tagged()).toBe(type === 'undo' ? 0 : 250);
  }
});

/** Somebody else's write, which leaves nothing to undo. */
const writeName = (store: RecordStore, id: string, name: string) =>
  store.write((tx) => {
    const doc = tx.get('people', [id]).get(id);
    if (doc !== undefined) tx.put('people', [{ ...doc, name }]);
    return ok(null);
  });

test('what a crash leaves of an undo is undone by undoing again, and done again as one', async () => {
  const { alice, tagging, tagged } = await manyPeople(250);
  await alice.done(tagging('all'));
  const crash = new Error('the power is gone');
  for (const pieces of [1, 3]) {
    const dying = diesAfter(alice.store, pieces, crash);
    await expect(runCommand(dying, { type: 'undo' }, alice.context)).rejects.toBe(crash);
    expect(await tagged()).toBeGreaterThan(0);
    expect(await tagged()).toBeLessThan(250);
    expect(await peekHistory(alice.store)).toEqual({ undo: 'edit', redo: null });
  }
  expect(await alice.done({ type: 'undo' })).toMatchObject({ count: 250, left: 0 });
  expect(await tagged()).toBe(0);
  const dying = diesAfter(alice.store, 2, crash);
  await expect(runCommand(dying, { type: 'redo' }, alice.context)).rejects.toBe(crash);
  expect(await peekHistory(alice.store)).toEqual({ undo: 'edit', redo: null });
  await alice.done({ type: 'undo' });
  expect(await tagged()).toBe(0);
  expect(await alice.done({ type: 'redo' })).toMatchObject({ count: 250, left: 0 });
  expect(await tagged()).toBe(250);
});

/** Commits so many transactions, short because somebody always waits, then none any more. */
function diesAfter(store: RecordStore, pieces: number, error: Error): RecordStore {
  let left = pieces;
  const write: RecordStore['write'] = async (work) => {
    if (left-- <= 0) throw error;
    return store.write((tx) => work({ ...tx, isAwaited: () => true }));
  };
  return { ...store, write, inPieces: (work) => work(write) };
}

test('who undoes twice goes back by two actions, also while the first takes long', async () => {
  const { alice, ids, tagging, tagged } = await manyPeople(250);
  const ref = { collection: 'people' as const, id: ids[0] ?? '' };
  await alice.done({ type: 'edit', changes: [{ type: 'note', ref, text: 'before' }] });
  await alice.done(tagging('all'));
  const both = await Promise.all([alice.done({ type: 'undo' }), alice.done({ type: 'undo' })]);
  expect(both.map(({ count }) => count)).toEqual([250, 1]);
  expect(await tagged()).toBe(0);
  expect((await alice.doc('people', ref.id)).note).toBe('');
});

test('where one of many people is not there, nobody is changed and nothing is left to undo', async () => {
  const { alice, refs, tagged } = await manyPeople(250);
  const missing = { collection: 'people' as const, id: 'nobody' };
  const done = await alice.run({
    type: 'edit',
    changes: [...refs, missing].map((ref) => ({
      type: 'set-put',
      ref,
      set: 'tags',
      item: { value: 'all' },
    })),
  });
  expect(done).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await tagged()).toBe(0);
  expect(await peekHistory(alice.store)).toEqual({ undo: 'create', redo: null });
});
