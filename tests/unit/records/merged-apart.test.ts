// People found to be the same on laptops that had not heard of each other.

import { expect, test } from 'vitest';

import { conflictKey } from '../../../src-shared/records/content.ts';
import { isOnItsOwnAgain } from '../../../src-shared/records/merged.ts';
import {
  emailsOf,
  expectEqual,
  meet,
  merge,
  person,
  refs,
  send,
  twoWith,
} from '../../support/records/two-laptops.ts';

test('the same merge made on both laptops is made once: no doubled note, no entry twice, no question', async () => {
  const team = await twoWith(2);
  const { alice, bob, ids } = team;
  for (const replica of [alice, bob]) await merge(replica, ids[0], ids[1]);
  await meet(team);
  const [keep, gone] = [
    await bob.doc('people', ids[0] ?? ''),
    await bob.doc('people', ids[1] ?? ''),
  ];
  expect(keep.note).toBe('About 0\nMet in 2000\nAbout 1\nMet in 2001');
  expect(emailsOf(keep)).toEqual(['p0@example.com', 'p1@example.com']);
  expect(keep.sets['dates']).toHaveLength(1);
  expect([keep.conflicts, gone.conflicts]).toEqual([[], []]);
  await expectEqual(team);
});

test('the same merge, and a line more in the note on one of the laptops: each line once', async () => {
  const team = await twoWith(2);
  const { alice, bob, ids } = team;
  const note = { type: 'note' as const, ref: person(ids[1] ?? ''), text: 'Only this' };
  await bob.done({ type: 'edit', changes: [note] });
  await send(bob, alice, ids);
  await merge(alice, ids[0], ids[1]);
  await bob.done({ type: 'edit', changes: [{ ...note, text: 'Only this\nAnd that' }] });
  await merge(bob, ids[0], ids[1]);
  await meet(team);
  expect((await alice.doc('people', ids[0] ?? '')).note).toBe(
    'About 0\nMet in 2000\nOnly this\nAnd that',
  );
  await expectEqual(team);
});

test('what is written meanwhile to somebody merged away goes to who stays, and is said there', async () => {
  const team = await twoWith(2);
  const { alice, bob, ids } = team;
  const [keep = '', gone = ''] = ids;
  await alice.done({
    type: 'edit',
    changes: [{ type: 'field', ref: person(keep), field: 'nickname', value: 'Kept' }],
  });
  await merge(alice, keep, gone);
  const ref = person(gone);
  await bob.done({
    type: 'edit',
    changes: [
      { type: 'field', ref, field: 'jobNote', value: 'New job' },
      { type: 'field', ref, field: 'nickname', value: 'Also' },
      { type: 'set-put', ref, set: 'emails', item: { value: 'new@example.com' } },
      { type: 'note', ref, text: 'About 1\nMet in 2001\nMoved' },
    ],
  });
  await meet(team);
  for (const replica of [alice, bob]) {
    const { fields, note, conflicts, keys, ...doc } = await replica.doc('people', keep);
    expect(fields).toMatchObject({ jobNote: 'New job', nickname: 'Kept' });
    expect(emailsOf({ fields, note, conflicts, keys, ...doc })).toContain('new@example.com');
    expect(note).toBe('About 0\nMet in 2000\nAbout 1\nMet in 2001\nMoved');
    expect(keys).toContain(conflictKey);
    const said = conflicts.map(({ field, lost, from }) => [field.split('/')[0], lost, from]);
    expect(new Set(said.map((one) => JSON.stringify(one)))).toEqual(
      new Set(
        [
          ['emails', null, gone],
          ['jobNote', null, gone],
          ['nickname', 'Also', gone],
          ['note', 'About 0\nMet in 2000\nAbout 1\nMet in 2001', gone],
        ].map((one) => JSON.stringify(one)),
      ),
    );
  }
  await expectEqual(team);
  // Taken apart again on the laptop that did not merge them, each has its own.
  await bob.done({ type: 'unmerge', gone });
  const [one, two] = [await bob.doc('people', keep), await bob.doc('people', gone)];
  expect([one.fields['jobNote'], emailsOf(one), one.conflicts]).toEqual([
    undefined,
    ['p0@example.com'],
    [],
  ]);
  expect(emailsOf(two)).toEqual(['p1@example.com', 'new@example.com']);
});

test('a value that was corrected meanwhile is corrected with who stays, and not doubled', async () => {
  const team = await twoWith(2);
  const { alice, bob, ids } = team;
  const [keep = '', gone = ''] = ids;
  await merge(alice, keep, gone);
  const item = { id: 'g0', value: 'right@example.com' };
  const change = { type: 'set-put' as const, ref: person(gone), set: 'emails', item };
  await bob.done({ type: 'edit', changes: [change] });
  await meet(team);
  expect(emailsOf(await alice.doc('people', keep))).toEqual([
    'p0@example.com',
    'right@example.com',
  ]);
  await expectEqual(team);
});

test('what was taken out of who stays, knowingly, does not come back', async () => {
  const team = await twoWith(2);
  const { alice, bob, ids } = team;
  const [keep = '', gone = ''] = ids;
  await merge(alice, keep, gone);
  const change = {
    type: 'set-put' as const,
    ref: person(gone),
    set: 'emails',
    item: { value: 'n@example.com' },
  };
  await bob.done({ type: 'edit', changes: [change] });
  await meet(team);
  const added = (await alice.doc('people', keep)).sets['emails']?.at(-1)?.id ?? '';
  await alice.done({
    type: 'edit',
    changes: [{ type: 'set-remove', ref: person(keep), set: 'emails', itemId: added }],
  });
  await meet(team);
  for (const replica of [alice, bob])
    expect(emailsOf(await replica.doc('people', keep))).toEqual([
      'p0@example.com',
      'p1@example.com',
    ]);
});

test('merged into somebody who was put into the trash meanwhile: in the list again, and said', async () => {
  for (const act of ['trash', 'erase'] as const) {
    const team = await twoWith(2);
    const { alice, bob, ids } = team;
    await alice.done({ type: act, refs: refs(ids[0]) });
    await merge(bob, ids[0], ids[1]);
    await meet(team);
    for (const replica of [alice, bob]) {
      const doc = await replica.doc('people', ids[1] ?? '');
      expect([doc.status, isOnItsOwnAgain(doc)]).toEqual(['live', true]);
      expect(doc.keys).toContain(conflictKey);
    }
    await alice.done({ type: 'unmerge', gone: ids[1] ?? '' });
    const decided = await alice.doc('people', ids[1] ?? '');
    expect([decided.status, decided.keys.includes(conflictKey)]).toEqual(['live', false]);
  }
});

test('who is one goes into the trash, comes back and is erased as one', async () => {
  const { alice, ids } = await twoWith(3);
  await merge(alice, ids[0], ids[1]);
  await merge(alice, ids[1] === undefined ? '' : ids[0], ids[2]);
  const statuses = async () =>
    Promise.all(ids.map(async (id) => (await alice.doc('people', id)).status));
  await alice.done({ type: 'trash', refs: refs(ids[0]) });
  expect(await statuses()).toEqual(['trashed', 'trashed', 'trashed']);
  await alice.done({ type: 'restore', refs: refs(ids[0]) });
  expect(await statuses()).toEqual(['live', 'merged', 'merged']);
  await alice.done({ type: 'undo' });
  expect(await statuses()).toEqual(['trashed', 'trashed', 'trashed']);
  await alice.done({ type: 'restore', refs: refs(ids[1]) });
  expect(await statuses()).toEqual(['trashed', 'live', 'trashed']);
  await alice.done({ type: 'erase', refs: refs(ids[0]) });
  expect(await statuses()).toEqual(['erased', 'live', 'erased']);
});

test('C into B here and B into A there: A has what C had, whoever heard of what first', async () => {
  for (const isBobFirst of [true, false]) {
    const team = await twoWith(3);
    const { alice, bob, ids } = team;
    const [a = '', b = '', c = ''] = ids;
    await merge(alice, b, c);
    await merge(bob, a, b);
    if (isBobFirst) await send(bob, alice, ids);
    await meet(team);
    const keeper = await alice.doc('people', a);
    expect(emailsOf(keeper).toSorted()).toEqual([
      'p0@example.com',
      'p1@example.com',
      'p2@example.com',
    ]);
    for (const line of ['About 0', 'About 1', 'About 2'])
      expect(keeper.note.split('\n')).toContain(line);
    await expectEqual(team);
  }
});

test('what is written to the first of a chain reaches all of it, in one go', async () => {
  const team = await twoWith(3);
  const { alice, bob, ids } = team;
  const [a = '', b = '', c = ''] = ids;
  await merge(alice, b, c);
  await merge(alice, a, b);
  const item = { value: 'late@example.com' };
  await bob.done({
    type: 'edit',
    changes: [{ type: 'set-put', ref: person(c), set: 'emails', item }],
  });
  await send(bob, alice, [c]);
  for (const id of ids) expect(emailsOf(await alice.doc('people', id))).toContain(item.value);
});

test('erasing one of two who are in somebody takes from them only what that one brought', async () => {
  const { alice, ids } = await twoWith(3);
  const [a = '', b = '', c = ''] = ids;
  const same = { value: 'shared@example.com' };
  for (const id of [b, c])
    await alice.done({
      type: 'edit',
      changes: [{ type: 'set-put', ref: person(id), set: 'emails', item: same }],
    });
  await merge(alice, a, b);
  await merge(alice, a, c);
  await alice.done({ type: 'erase', refs: refs(c) });
  expect(emailsOf(await alice.doc('people', a))).toEqual([
    'p0@example.com',
    'p1@example.com',
    'shared@example.com',
  ]);
});

test('whoever keeps two merged into each other apart takes several in one go', async () => {
  const team = await twoWith(4);
  const { alice, bob, ids } = team;
  const [keep = '', other = ''] = ids.slice(0, 2).toSorted();
  const gone = ids.slice(2);
  await merge(alice, keep, other);
  await merge(bob, other, keep);
  await meet(team);
  expect((await alice.doc('people', keep)).status).toBe('live');
  await alice.done({ type: 'merge', keep, gone });
  for (const id of gone) expect((await alice.doc('people', id)).status).toBe('merged');
  expect(emailsOf(await alice.doc('people', keep))).toHaveLength(4);
  await meet(team);
  await expectEqual(team);
});
