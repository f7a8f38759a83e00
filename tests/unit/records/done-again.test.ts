// What was taken back by name is done again by name, whatever was done since.

import { expect, test } from 'vitest';

import { openReplica } from '../../support/sync/replica.ts';

test('something older than the last change is taken back, and comes back with what was changed since', async () => {
  const alice = openReplica('alice');
  const made = await alice.done({
    type: 'create',
    records: [{ kind: 'person', fields: { given: 'Ann' } }],
  });
  const [id = ''] = made.ids;
  await alice.done({
    type: 'edit',
    changes: [
      { type: 'field', ref: { collection: 'people', id }, field: 'nickname', value: 'Annie' },
    ],
  });
  await alice.done({ type: 'undo', action: made.action });
  expect((await alice.doc('people', id))?.status).not.toBe('live');
  expect(await alice.run({ type: 'redo' })).toMatchObject({ error: { code: 'nothing-to-undo' } });
  const again = await alice.done({ type: 'redo', action: made.action });
  expect(again).toMatchObject({ count: 1, left: 0 });
  expect(await alice.doc('people', id)).toMatchObject({
    status: 'live',
    fields: { given: 'Ann', nickname: 'Annie' },
  });
  // Nor is it done twice.
  expect(await alice.run({ type: 'redo', action: made.action })).toMatchObject({
    error: { code: 'nothing-to-undo' },
  });
});
