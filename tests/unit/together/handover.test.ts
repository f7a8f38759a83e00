// What is handed to a teammate comes with a line for them: a comment that names them, made and
// undone along with it.

import { expect, test } from 'vitest';

import { handOver, mentionsIn } from '../../../src-shared/records/intents/comments.ts';
import { create } from '../../../src-shared/records/intents/edits.ts';
import { promiseOf } from '../../../src-shared/records/intents/promises.ts';
import { openReplica } from '../../support/sync/replica.ts';

const bob = { id: 'bob', name: 'Bob' };

test('a promise and the line for who keeps it are one act, and one undo', async () => {
  const alice = openReplica('alice');
  const [on = ''] = (await alice.done({ type: 'create', records: [{ kind: 'person' }] })).ids;
  const promise = promiseOf({ text: 'Call', by: 'ours', people: [on], member: 'Bob' });
  const line = handOver({ on, text: ' She prefers mornings ', when: 5, mentions: [bob] });
  const { ids } = await alice.done(create(promise, ...line));
  const comment = await alice.doc('work', ids[1] ?? '');
  expect(comment).toMatchObject({ kind: 'comment', note: '@Bob She prefers mornings' });
  expect(comment.sets['mentions']).toMatchObject([{ value: 'bob', label: 'Bob' }]);
  // Editing it keeps whom it names.
  expect(mentionsIn(comment.note, [bob])).toEqual([bob]);
  await alice.done({ type: 'undo' });
  for (const id of ids) expect((await alice.doc('work', id)).status).toBe('undone');
});

test('without words, or a teammate to tell, there is no comment', () => {
  expect(handOver({ on: 'x', text: ' ', when: 5, mentions: [bob] })).toEqual([]);
  expect(handOver({ on: 'x', text: 'Hello', when: 5, mentions: [] })).toEqual([]);
});
