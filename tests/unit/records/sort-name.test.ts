// Under which letter somebody is looked for.

import { expect, test } from 'vitest';

import type { NewRecord } from '../../../src-shared/domain/record.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import { recordHash } from '../../../src-shared/sync/hash.ts';
import { openReplica } from '../../support/sync/replica.ts';

async function sortKeyOf(fields: NonNullable<NewRecord['fields']>): Promise<string> {
  const alice = openReplica('alice');
  const done = await alice.done({ type: 'create', records: [{ kind: 'person', fields }] });
  return (await alice.doc('people', done.ids[0] ?? '')).sortKey;
}

test.each([
  [{ prefix: 'Dr.', given: 'Ada', family: 'Lovelace' }, 'ada lovelace'],
  [{ prefix: 'Gräfin', given: 'Ada', family: 'Lovelace' }, 'ada lovelace'],
  [{ given: 'Dr. Ada', family: 'Lovelace' }, 'ada lovelace'],
  [{ fullName: 'Prof. Dr. Ada Lovelace' }, 'ada lovelace'],
  [{ fullName: 'Frau Ada Lovelace' }, 'ada lovelace'],
  [{ fullName: 'Rev. Ada Lovelace' }, 'ada lovelace'],
])('%j is sorted without the title', async (fields, sortKey) => {
  expect(await sortKeyOf(fields)).toBe(sortKey);
});

test.each([
  [{ given: 'Drew', family: 'Msimang' }, 'drew msimang'],
  [{ given: 'Mag', family: 'Ingram' }, 'mag ingram'],
  [{ prefix: 'Dr.' }, 'dr.'],
  [{ fullName: 'Dr.' }, 'dr.'],
  [{ nickname: 'Countess' }, 'countess'],
])('%j keeps what is a name', async (fields, sortKey) => {
  expect(await sortKeyOf(fields)).toBe(sortKey);
});

test('a row that was sorted otherwise is the same to a teammate and is put right by its next edit', async () => {
  const alice = openReplica('alice');
  const fields = { prefix: 'Dr.', given: 'Ada' };
  const { ids } = await alice.done({ type: 'create', records: [{ kind: 'person', fields }] });
  const id = ids[0] ?? '';
  const doc = await alice.doc('people', id);
  const old = { ...doc, sortKey: 'dr. ada' };
  expect(recordHash(old)).toBe(recordHash(doc));
  await alice.store.write((tx) => {
    tx.put('people', [old]);
    return ok(null);
  });
  const ref = { collection: 'people' as const, id };
  await alice.done({
    type: 'edit',
    changes: [{ type: 'field', ref, field: 'nickname', value: 'Countess' }],
  });
  expect((await alice.doc('people', id)).sortKey).toBe('ada');
});
