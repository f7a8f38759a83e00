// A bulk edit of groups and of what happened: the same as of people, with what these have.

import { expect, test } from 'vitest';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { BulkOf } from '../../../src-shared/records/bulk/bulk-context.ts';
import { planBulk } from '../../../src-shared/records/bulk/open-bulk.ts';
import type { BulkEdit } from '../../../src-shared/records/intents/bulk-edit.ts';
import { bulkOn } from '../../support/records/bulk.ts';
import { openReplica } from '../../support/sync/replica.ts';

const organisations: BulkOf = { collection: 'groups', kind: 'organisation' };
const happened: BulkOf = { collection: 'moments', kind: 'note' };
const day = 86_400_000;

test('organisations are filled in and tagged in one step each, one undo takes it back; a bucket among them stays', async () => {
  const alice = openReplica('alice');
  const { ids } = await alice.done({
    type: 'create',
    records: [
      { kind: 'organisation', fields: { name: 'Baumann', industry: 'Wood' } },
      { kind: 'organisation', fields: { name: 'Rossi' } },
      { kind: 'bucket', fields: { name: 'Best' } },
    ],
  });
  const fill: BulkEdit = { type: 'set', field: 'industry', value: 'Craft', isOnlyEmpty: false };
  const { preview, done } = await bulkOn(alice, ids, fill, kinds, organisations);
  expect([preview.changes, done.count]).toEqual([2, 2]);
  expect(preview.refused).toEqual([{ why: 'refused', count: 1, names: ['Best'] }]);
  const industries = async () =>
    Promise.all(ids.map(async (id) => (await alice.doc('groups', id)).fields['industry']));
  expect(await industries()).toEqual(['Craft', 'Craft', undefined]);
  await alice.done({ type: 'undo', action: done.action });
  expect(await industries()).toEqual(['Wood', undefined, undefined]);
  const tag: BulkEdit = { type: 'put', field: 'tags', items: [{ value: 'near' }] };
  expect((await bulkOn(alice, ids, tag, kinds, organisations)).done.count).toBe(2);
});

test('what happened is moved to another day, is something else, and goes to the trash', async () => {
  const alice = openReplica('alice');
  const at = 1_700_000_000_000;
  const { ids } = await alice.done({
    type: 'create',
    records: ['call', 'meeting'].map((kind) => ({ kind, fields: { when: at } })),
  });
  const docs = () => Promise.all(ids.map((id) => alice.doc('moments', id)));
  const shift: BulkEdit = { type: 'shift', field: 'when', count: -1, unit: 'day' };
  await bulkOn(alice, ids, shift, kinds, happened);
  expect((await docs()).map((doc) => doc.at)).toEqual([at - day, at - day]);
  const { done } = await bulkOn(alice, ids, { type: 'trash' }, kinds, happened);
  expect((await docs()).map(({ status }) => status)).toEqual(['trashed', 'trashed']);
  await alice.done({ type: 'undo', action: done.action });
  expect((await docs()).map(({ status }) => status)).toEqual(['live', 'live']);
});

test('what only people have is refused', async () => {
  const alice = openReplica('alice');
  const refused = async (edit: BulkEdit, of: BulkOf): Promise<string> => {
    const yieldNow = async (): Promise<void> => undefined;
    const planned = await planBulk(alice.store, [], edit, {
      of,
      kinds,
      reader: { language: 'en' },
      yieldNow,
    });
    return planned.ok ? '' : planned.error.code;
  };
  expect(await refused({ type: 'names' }, organisations)).toBe('bad-input');
  expect(await refused({ type: 'role', group: 'g', title: '' }, happened)).toBe('bad-input');
  expect(await refused({ type: 'clear', field: 'people' }, happened)).toBe('bad-input');
  const mixed: BulkOf = { collection: 'groups', kind: 'person' };
  expect(await refused({ type: 'trash' }, mixed)).toBe('bad-input');
});
