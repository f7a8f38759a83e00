// What a bulk edit does to each of many people, that the preview says it before, and that one
// undo takes back what still holds what it wrote.

import { expect, test } from 'vitest';

import { kindsWith } from '../../../src-shared/domain/own-kinds.ts';
import { kinds as allKinds } from '../../../src-shared/domain/kinds.ts';
import { readOwnField } from '../../../src-shared/domain/own-field.ts';
import type { NewRecord } from '../../../src-shared/domain/record.ts';
import { planBulk } from '../../../src-shared/records/bulk/open-bulk.ts';
import { peekHistory } from '../../../src-shared/records/history.ts';
import type { BulkEdit } from '../../../src-shared/records/intents/bulk-edit.ts';
import { edit, setField } from '../../../src-shared/records/intents/edits.ts';
import { defineField } from '../../../src-shared/records/intents/own-fields.ts';
import { bulkOn, planOn, runOn } from '../../support/records/bulk.ts';
import { openReplica } from '../../support/sync/replica.ts';

type People = readonly Omit<NewRecord, 'kind'>[];

async function book(people: People) {
  const alice = openReplica('alice');
  const records = people.map((one): NewRecord => ({ kind: 'person', ...one }));
  const { ids } = await alice.done({ type: 'create', records } as never);
  const field = (name: string) =>
    Promise.all(ids.map(async (id) => (await alice.doc('people', id)).fields[name] ?? null));
  const set = (name: string) =>
    Promise.all(
      ids.map(async (id) =>
        ((await alice.doc('people', id)).sets[name] ?? []).map((one) => one.value),
      ),
    );
  return { alice, ids, field, set, does: (asked: BulkEdit) => bulkOn(alice, ids, asked) };
}

/** As the preview counts them: who changes, who stays, who cannot. */
const counts = ({ preview }: Awaited<ReturnType<typeof bulkOn>>) => [
  preview.changes,
  preview.same,
  preview.refused.map(({ why, count }) => `${why} ${count}`).join(),
];

test('a field is set, set only where it is empty, replaced by value, and cleared', async () => {
  const { does, field } = await book([
    { fields: { pronouns: 'she/her' } },
    { fields: { pronouns: 'They' } },
    { fields: { given: 'Cid' } },
  ]);
  const only = { type: 'set', field: 'pronouns', value: 'he', isOnlyEmpty: true } as const;
  expect(counts(await does(only))).toEqual([1, 2, '']);
  const change = { type: 'replace', field: 'pronouns', from: 'they', to: 'they/them' } as const;
  const replaced = await does(change);
  expect(replaced.preview.rows).toMatchObject([{ before: 'They', after: 'they/them' }]);
  expect(await field('pronouns')).toEqual(['she/her', 'they/them', 'he']);
  expect(counts(await does({ ...only, value: 'x', isOnlyEmpty: false }))).toEqual([3, 0, '']);
  expect(counts(await does({ type: 'clear', field: 'pronouns' }))).toEqual([3, 0, '']);
  expect(await field('pronouns')).toEqual([null, null, null]);
});

test('words are found and replaced, plain or by a pattern, in fields and in sets', async () => {
  const { does, field, set } = await book([
    {
      fields: { jobNote: 'Head of sales (Acme)' },
      sets: {
        emails: [{ value: 'ann@old.example', label: 'work' }, { value: 'ann@home.example' }],
      },
    },
    { fields: { jobNote: 'SALES' }, sets: { emails: [{ value: 'bob@OLD.example' }] } },
    { sets: { emails: [{ value: 'c@old.example' }, { value: 'c@new.example' }] } },
  ]);
  const find = { type: 'find', matchesCase: false, isPattern: false } as const;
  await does({ ...find, field: 'jobNote', find: 'sales', by: 'Sales' });
  await does({ ...find, field: 'jobNote', find: ' \\((.*)\\)$', by: ' at $1', isPattern: true });
  expect(await field('jobNote')).toEqual(['Head of Sales at Acme', 'Sales', null]);
  const moved = await does({ ...find, field: 'emails', find: '@old.example', by: '@new.example' });
  expect(counts(moved)).toEqual([3, 0, '']);
  expect(await set('emails')).toEqual([
    ['ann@new.example', 'ann@home.example'],
    ['bob@new.example'],
    ['c@new.example'],
  ]);
  const torn = await does({ ...find, field: 'emails', find: '@new.example', by: ' at nowhere' });
  expect(counts(torn)).toEqual([0, 0, 'not-understood 3']);
});

test('an entry keeps its label and its place when its words are replaced', async () => {
  const { does, alice, ids } = await book([
    { sets: { emails: [{ value: 'a@x.example', label: 'work' }, { value: 'b@y.example' }] } },
  ]);
  await does({
    type: 'find',
    field: 'emails',
    find: 'x.example',
    by: 'z.example',
    isPattern: false,
    matchesCase: true,
  });
  const { sets } = await alice.doc('people', ids[0] ?? '');
  expect(sets['emails']).toMatchObject([
    { value: 'a@z.example', label: 'work' },
    { value: 'b@y.example' },
  ]);
});

test('entries are put in and taken out of a set, a tag by another without two of one', async () => {
  const { does, set } = await book([
    { sets: { tags: [{ value: 'VIP' }, { value: 'old' }] } },
    { sets: { tags: [{ value: 'old' }] } },
    {},
  ]);
  const put: BulkEdit = { type: 'put', field: 'tags', items: [{ value: 'vip' }] };
  expect(counts(await does(put))).toEqual([2, 1, '']);
  expect(counts(await does({ type: 'replace', field: 'tags', from: 'OLD', to: 'vip' }))).toEqual([
    2,
    1,
    '',
  ]);
  expect(await set('tags')).toEqual([['VIP'], ['vip'], ['vip']]);
  expect(counts(await does({ type: 'remove', field: 'tags', items: [{ value: 'Vip' }] }))).toEqual([
    3,
    0,
    '',
  ]);
});

test('days are moved, and one without its year stays', async () => {
  const { does, field } = await book([
    { fields: { birthday: '2024-01-31' } },
    { fields: { birthday: '2024-02' } },
    { fields: { birthday: '--03-04' } },
    {},
  ]);
  const shift = { type: 'shift', field: 'birthday', count: 1, unit: 'month' } as const;
  expect(counts(await does(shift))).toEqual([2, 0, 'part-of-a-day 1,empty 1']);
  expect(await field('birthday')).toEqual(['2024-02-29', '2024-03', '--03-04', null]);
  await does({ ...shift, count: -60, unit: 'day' });
  expect((await field('birthday'))[0]).toBe('2023-12-31');
});

test('fields of the team’s own are set, added to, and copied into with what fits', async () => {
  const { alice, ids, field } = await book([
    { fields: { jobNote: '12', gender: 'Gold' } },
    { fields: { jobNote: 'a dozen', gender: 'gold' } },
  ]);
  const defined = await alice.done({
    type: 'create',
    records: [
      defineField({ label: 'Points', kind: 'person', type: 'number' }),
      defineField({ label: 'Level', kind: 'person', type: 'choice', options: ['Gold', 'Silver'] }),
    ],
  } as never);
  const own = await Promise.all(defined.ids.map((id) => alice.doc('setup', id)));
  const kinds = kindsWith(
    allKinds,
    own.flatMap((doc) => readOwnField(doc) ?? []),
  );
  const [points = '', level = ''] = defined.ids.map((id) => `x:${id}`);
  const does = (asked: BulkEdit) => bulkOn(alice, ids, asked, kinds);
  const copy = { type: 'copy', from: 'jobNote', to: points, isOnlyEmpty: false } as const;
  expect(counts(await does(copy))).toEqual([1, 0, 'does-not-fit 1']);
  expect(counts(await does({ type: 'add', field: points, by: '0.5' }))).toEqual([1, 0, 'empty 1']);
  expect(await field(points)).toEqual(['12.5', null]);
  expect(counts(await does({ ...copy, from: 'gender', to: level }))).toEqual([2, 0, '']);
  expect(await field(level)).toEqual(['gold', 'gold']);
  const set = { type: 'set', field: level, value: 'bronze', isOnlyEmpty: false } as const;
  expect(counts(await does(set))).toEqual([0, 0, 'does-not-fit 2']);
});

test('a role is given to those who have none there, and one undo takes all of them back', async () => {
  const { alice, ids, does } = await book([{}, {}, {}]);
  const [group = ''] = (
    await alice.done({
      type: 'create',
      records: [{ kind: 'organisation', fields: { name: 'Acme' } }],
    })
  ).ids;
  const role = { kind: 'tie', fields: { type: 'role', from: ids[0] ?? '', to: group } };
  await alice.done({ type: 'create', records: [role] });
  const roles = async () => {
    const ties = (await alice.store.byKeys('ties', [group])).get(group) ?? [];
    const docs = [...(await alice.store.get('ties', ties)).values()];
    return docs.filter(({ status }) => status === 'live').length;
  };
  const { preview, done } = await does({ type: 'role', group, title: 'Buyer' });
  expect([preview.changes, preview.same, done.count, await roles()]).toEqual([2, 1, 2, 3]);
  expect(await alice.done({ type: 'undo', action: done.action })).toMatchObject({ count: 2 });
  expect(await roles()).toBe(1);
});

test('whoever has changed since the preview keeps that, and is counted', async () => {
  const { alice, ids, field } = await book([{}, {}, {}]);
  const set = { type: 'set', field: 'pronouns', value: 'they', isOnlyEmpty: false } as const;
  const planned = await planOn(alice, ids, set);
  const ref = { collection: 'people' as const, id: ids[1] ?? '' };
  await alice.done(edit(setField(ref, 'pronouns', 'she')));
  const done = await runOn(alice, planned);
  expect(done).toMatchObject({ label: 'bulk', count: 2, left: 1, isStopped: false });
  expect(await field('pronouns')).toEqual(['they', 'she', 'they']);
});

test('one undo takes back what still holds what the edit wrote, and leaves the rest', async () => {
  const { alice, ids, field, does } = await book([{}, {}, {}]);
  const set = { type: 'set', field: 'pronouns', value: 'they', isOnlyEmpty: false } as const;
  const { done } = await does(set);
  const ref = { collection: 'people' as const, id: ids[2] ?? '' };
  await alice.done(edit(setField(ref, 'pronouns', 'she')));
  expect(await alice.done({ type: 'undo', action: done.action })).toMatchObject({
    label: 'bulk',
    count: 2,
    left: 1,
  });
  expect(await field('pronouns')).toEqual([null, null, 'she']);
});

test('what was stopped is one action that can be taken back', async () => {
  const { alice, ids, field } = await book(Array.from({ length: 1_200 }, () => ({})));
  const set = { type: 'set', field: 'pronouns', value: 'they', isOnlyEmpty: false } as const;
  let done = 0;
  const stopped = await runOn(alice, await planOn(alice, ids, set), {
    onProgress: (now) => (done = now),
    isStopped: () => done > 0,
  });
  expect(stopped.isStopped).toBe(true);
  expect(stopped.count).toBe(done);
  expect((await field('pronouns')).filter((one) => one !== null)).toHaveLength(done);
  await alice.done({ type: 'undo', action: stopped.action });
  expect(await field('pronouns')).toEqual(ids.map(() => null));
  expect(await peekHistory(alice.store)).toMatchObject({ redo: 'bulk' });
});

test('many go to the trash and come back, and who is gone by then is said', async () => {
  const { alice, ids, does } = await book([{}, {}, {}]);
  const [first = ''] = ids;
  await alice.done({ type: 'erase', refs: [{ collection: 'people', id: first }] });
  const trashed = await does({ type: 'trash' });
  expect(counts(trashed)).toEqual([2, 0, 'gone 1']);
  expect(trashed.done).toMatchObject({ label: 'trash', count: 2 });
  await alice.done({ type: 'undo', action: trashed.done.action });
  expect((await alice.doc('people', ids[1] ?? '')).status).toBe('live');
});

test('a shared person does not come to name a bucket that is only on this laptop', async () => {
  const { alice, does } = await book([{}, { scope: 'private' }]);
  const records = [{ kind: 'bucket', scope: 'private' as const, fields: { name: 'Mine' } }];
  const [value = ''] = (await alice.done({ type: 'create', records })).ids;
  const { preview, done } = await does({ type: 'put', field: 'buckets', items: [{ value }] });
  expect(preview.refused).toMatchObject([{ why: 'names-private', count: 1 }]);
  expect(done.count).toBe(1);
});

test('an edit that makes no sense is refused before anything is looked at', async () => {
  const { alice, ids } = await book([{}]);
  const refused = async (asked: BulkEdit) => {
    const reader = { language: 'en' };
    const yieldNow = async (): Promise<void> => undefined;
    const planned = await planBulk(alice.store, ids, asked, {
      of: { collection: 'people', kind: 'person' },
      kinds: allKinds,
      reader,
      yieldNow,
    });
    return planned.ok ? '' : planned.error.code;
  };
  expect(await refused({ type: 'clear', field: 'photo' })).toBe('bad-input');
  expect(await refused({ type: 'clear', field: 'trashedAt' })).toBe('bad-input');
  expect(await refused({ type: 'add', field: 'given', by: '1' })).toBe('bad-input');
  const find = { type: 'find', field: 'given', find: '(', by: '', matchesCase: true } as const;
  expect(await refused({ ...find, isPattern: true })).toBe('bad-pattern');
  expect(await refused({ ...find, isPattern: false })).toBe('');
});

test('names in capitals or small letters only are written as they should be, in one step', async () => {
  const { alice, ids, does, field } = await book([
    { fields: { given: 'ANNA', family: 'VON MÜLLER' } },
    { fields: { given: 'mehmet', family: 'kılıç' } },
    { fields: { given: 'MEHMET', family: 'KILIÇ' } },
    { fields: { given: 'Ana', family: 'ROE' } },
    { fields: { given: 'Ana', family: 'deLuca' } },
    {},
  ]);
  const result = await does({ type: 'names' });
  expect(counts(result)).toEqual([4, 2, '']);
  expect(result.preview.rows.map(({ before, after }) => [before, after])).toEqual([
    ['ANNA VON MÜLLER', 'Anna von Müller'],
    ['mehmet kılıç', 'Mehmet Kılıç'],
    ['MEHMET KILIÇ', 'Mehmet Kılıç'],
    ['Ana ROE', 'Ana Roe'],
  ]);
  expect((await alice.doc('people', ids[0] ?? '')).name).toBe('Anna von Müller');
  await alice.done({ type: 'undo' });
  expect(await field('family')).toEqual(['VON MÜLLER', 'kılıç', 'KILIÇ', 'ROE', 'deLuca', null]);
  expect(counts(await does({ type: 'names' }))).toEqual([4, 2, '']);
  expect(counts(await does({ type: 'names' }))).toEqual([0, 6, '']);
});
