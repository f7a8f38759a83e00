import { expect, test } from 'vitest';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { fromBase64 } from '../../../src-shared/records/base64.ts';
import { contentOf, headOf, makeRecord } from '../../../src-shared/records/content.ts';
import { mergeRecord } from '../../../src-shared/records/merge.ts';
import { genesisState } from '../../../src-shared/records/state.ts';
import { openNet, shownBy } from '../../support/sync/record-net.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';
import { seededRandom, testRuns, testSeed } from '../../support/seeded.ts';

const set = (replica: Replica, id: string, value: string) =>
  replica.done({
    type: 'edit',
    changes: [{ type: 'field', ref: { collection: 'people', id }, field: 'given', value }],
  });

async function twoWithJane(): Promise<{
  alice: Replica;
  bob: Replica;
  id: string;
  heal: () => Promise<void>;
}> {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const net = openNet([alice, bob], seededRandom(testSeed));
  const { ids } = await alice.done({
    type: 'create',
    records: [{ kind: 'person', fields: { given: 'Jane' } }],
  });
  await net.heal();
  return { alice, bob, id: ids[0] ?? '', heal: () => net.heal() };
}

test('of two edits that had not seen each other one is shown and the other kept for review', async () => {
  const { alice, bob, id, heal } = await twoWithJane();
  await set(alice, id, 'Alice says');
  await set(bob, id, 'Bob says');
  await set(bob, id, 'Bob says more');
  await heal();
  const doc = await alice.doc('people', id);
  expect(await shownBy(bob)).toEqual(await shownBy(alice));
  const values = ['Alice says', 'Bob says more'];
  expect(values).toContain(doc.fields['given']);
  expect(doc.conflicts.map((conflict) => conflict.lost)).toEqual(
    values.filter((value) => value !== doc.fields['given']),
  );
  const [conflict] = doc.conflicts;
  expect(new Set([conflict?.lostBy.by, conflict?.wonBy.by])).toEqual(new Set(['alice', 'bob']));
});

test('what a laptop wrote under an id that it had before is lost in silence no more than the rest', async () => {
  const { alice, bob, id, heal } = await twoWithJane();
  await set(alice, id, 'Alice says');
  await set(bob, id, 'Bob says');
  for (const { name, context } of [alice, bob])
    Object.assign(context, { device: `${name} now`, formerDevices: [name] });
  await heal();
  const doc = await alice.doc('people', id);
  const lost = doc.conflicts.map((conflict) => conflict.lost);
  expect(new Set([...lost, doc.fields['given']])).toEqual(new Set(['Alice says', 'Bob says']));
  expect(await shownBy(bob)).toEqual(await shownBy(alice));
});

test('an edit that had seen the other is no conflict', async () => {
  const { alice, bob, id, heal } = await twoWithJane();
  await set(alice, id, 'First');
  await heal();
  await set(bob, id, 'Second');
  await heal();
  await set(alice, id, 'Third');
  await heal();
  expect((await bob.doc('people', id)).conflicts).toEqual([]);
  expect((await bob.doc('people', id)).fields['given']).toBe('Third');
});

test('choosing the other value settles a conflict everywhere', async () => {
  const { alice, bob, id, heal } = await twoWithJane();
  await set(alice, id, 'Alice says');
  await set(bob, id, 'Bob says');
  await heal();
  const [conflict] = (await alice.doc('people', id)).conflicts;
  const ref = { collection: 'people' as const, id };
  await alice.done({
    type: 'resolve-conflict',
    ref,
    conflict: conflict?.id ?? '',
    choice: 'other',
  });
  await heal();
  const doc = await bob.doc('people', id);
  expect(doc.conflicts).toEqual([]);
  expect(doc.fields['given']).toBe(conflict?.lost);
});

test('edits of different fields both survive without a conflict', async () => {
  const { alice, bob, id, heal } = await twoWithJane();
  await set(alice, id, 'Janet');
  await bob.done({
    type: 'edit',
    changes: [{ type: 'field', ref: { collection: 'people', id }, field: 'family', value: 'Roe' }],
  });
  await heal();
  expect(await alice.doc('people', id)).toMatchObject({ name: 'Janet Roe', conflicts: [] });
});

test('the genesis of the same fields is the same bytes, whatever order they came in', () => {
  const { context } = openReplica('alice');
  const fixed = { ...context, now: () => 1_700_000_000_000 };
  const one = makeRecord(
    {
      kind: 'person',
      fields: { given: 'Jane', family: 'Roe' },
      sets: { tags: [{ value: 'vip' }], emails: [{ value: 'j@example.com', label: 'work' }] },
      note: 'a\nb',
    },
    fixed,
  );
  const two = makeRecord(
    {
      kind: 'person',
      note: 'a\nb',
      sets: { emails: [{ label: 'work', value: 'j@example.com' }], tags: [{ value: 'vip' }] },
      fields: { family: 'Roe', given: 'Jane' },
    },
    fixed,
  );
  const bytesOf = (doc: RecordDoc) =>
    Buffer.from(genesisState(headOf(doc), contentOf(doc))).toString('base64');
  expect(bytesOf(two)).toBe(bytesOf(one));
  expect(bytesOf(one)).toMatchInlineSnapshot(
    `"AQ4BACgBBGhlYWQJY3JlYXRlZEF0AXtCeLz+VoAAACgBBGhlYWQEa2luZAF3BnBlcnNvbigBBGhlYWQGb3JpZ2luAXYEAmF0e0J4vP5WgAAAAmJ5dwVhbGljZQZkZXZpY2V3BWFsaWNlBnNvdXJjZXYBBHR5cGV3BXR5cGVkKAEEaGVhZAVzY29wZQF3BHRlYW0oAQZmaWVsZHMGZmFtaWx5AXcDUm9lKAEGZmllbGRzBWdpdmVuAXcESmFuZSgBCnNldDplbWFpbHMCZzABdgMFdmFsdWV3DWpAZXhhbXBsZS5jb20FbGFiZWx3BHdvcmsFb3JkZXJ9ACgBCHNldDp0YWdzAmcwAXYCBXZhbHVldwN2aXAFb3JkZXJ9AAcBBG5vdGUDCXBhcmFncmFwaAcAAQgGBAABCQFhhwEIAwlwYXJhZ3JhcGgHAAELBgQAAQwBYgA="`,
  );
});

test('an update that is damaged is refused whole and the record stays as it was', async () => {
  const random = seededRandom(testSeed);
  const alice = openReplica('alice');
  const { ids } = await alice.done({
    type: 'create',
    records: [{ kind: 'person', fields: { given: 'Jane' }, note: 'Hello' }],
  });
  await set(alice, ids[0] ?? '', 'Janet');
  const doc = await alice.doc('people', ids[0] ?? '');
  const whole = fromBase64(doc.state ?? '');
  const asStored = JSON.stringify(doc);
  for (let run = 0; run < testRuns(2_000); run++) {
    const bytes = whole.slice(
      0,
      random() < 0.3 ? Math.floor(random() * whole.length) : whole.length,
    );
    for (let flips = 1 + Math.floor(random() * 4); flips > 0; flips--)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    const merged = mergeRecord(doc.id, doc, bytes, alice.context);
    const answer = merged.ok ? 'taken' : merged.error.code;
    expect(['taken', 'update-refused']).toContain(answer);
    expect(merged.ok ? merged.value.doc.name.length : 0).toBeLessThan(301);
    expect(JSON.stringify(doc)).toBe(asStored);
  }
});

test('a state over the limits is refused', async () => {
  const alice = openReplica('alice');
  const { ids } = await alice.done({
    type: 'create',
    records: [{ kind: 'person', fields: { given: 'Jane' } }],
  });
  const ref = { collection: 'people' as const, id: ids[0] ?? '' };
  const huge = 'x'.repeat(700_000);
  expect(
    await alice.run({
      type: 'edit',
      changes: [{ type: 'field', ref, field: 'nickname', value: huge }],
    }),
  ).toMatchObject({ ok: false, error: { code: 'update-refused' } });
  expect((await alice.doc('people', ref.id)).fields).toEqual({ given: 'Jane' });
});
