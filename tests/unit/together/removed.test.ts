// A comment whose author takes it back says that something stood there, and no more. That is
// one act, and one undo.

import { expect, test } from 'vitest';

import { isRemoved } from '../../../src-shared/domain/comment.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { removeComment, writeComment } from '../../../src-shared/records/intents/comments.ts';
import { openReplica } from '../../support/sync/replica.ts';

test('its text and whom it called are gone, and one undo brings both back', async () => {
  const alice = openReplica('alice');
  const [on = ''] = (await alice.done({ type: 'create', records: [{ kind: 'person' }] })).ids;
  const mentions = [{ id: 'bob', name: 'Bob' }];
  const [id = ''] = (await alice.done(writeComment({ on, text: 'Ask @Bob', when: 5, mentions })))
    .ids;
  const [answer = ''] = (
    await alice.done(writeComment({ on, text: 'Yes', when: 6, mentions: [], replyTo: id }))
  ).ids;
  const told = async (): Promise<RecordDoc> => alice.doc('work', id);
  const said = ({ note, sets, status }: RecordDoc) => [note, sets['mentions']?.length ?? 0, status];

  await alice.done(removeComment(await told(), 9));
  expect(said(await told())).toEqual(['', 0, 'live']);
  expect((await told()).name).toBe('');
  expect(isRemoved(await told())).toBe(true);
  expect((await alice.doc('work', answer)).fields['replyTo']).toBe(id);

  await alice.done({ type: 'undo' });
  expect(said(await told())).toEqual(['Ask @Bob', 1, 'live']);
  expect(isRemoved(await told())).toBe(false);
});
