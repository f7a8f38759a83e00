// What was said of two people who look like one can be said again, whatever became of it.

import { expect, test } from 'vitest';

import { tellsApart, verdictId } from '../../../src-shared/domain/verdict.ts';
import { openReplica } from '../../support/sync/replica.ts';

test('told apart, taken back, told apart again, undone, and told apart once more', async () => {
  const alice = openReplica('alice');
  const people = ['Ann', 'Annie', 'Anna'].map((given) => ({ kind: 'person', fields: { given } }));
  const { ids } = await alice.done({ type: 'create', records: people });
  const [ann = '', annie = '', anna = ''] = ids;
  const areTwo = async (a: string, b: string) =>
    tellsApart(await alice.doc('setup', verdictId(a, b)));
  const say = (says: 'distinct' | 'open', ...pairs: [string, string][]) =>
    alice.done({ type: 'judge', pairs, says });
  await say('distinct', [ann, annie]);
  expect(await areTwo(annie, ann)).toBe(true);
  await say('open', [annie, ann]);
  expect(await areTwo(ann, annie)).toBe(false);
  await alice.done({ type: 'undo' });
  expect(await areTwo(ann, annie)).toBe(true);
  await alice.done({ type: 'undo' });
  expect(await areTwo(ann, annie)).toBe(false);
  await say('distinct', [ann, annie], [ann, anna], [annie, anna]);
  expect(await Promise.all([areTwo(ann, annie), areTwo(ann, anna)])).toEqual([true, true]);
  await alice.done({ type: 'undo' });
  expect(await Promise.all([areTwo(ann, annie), areTwo(ann, anna)])).toEqual([false, false]);
});
