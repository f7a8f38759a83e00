// What is done to very many people at once must not keep the host from everything else.

import { expect, test } from 'vitest';

import type { Command } from '../../../src-shared/records/command.ts';
import { peekHistory } from '../../../src-shared/records/history.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
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
