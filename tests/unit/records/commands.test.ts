import { expect, test } from 'vitest';
import * as Y from 'yjs';

import { defineKind } from '../../../src-shared/domain/kind.ts';
import { day } from '../../../src-shared/fields/day.ts';
import { text } from '../../../src-shared/fields/text.ts';
import type { Change } from '../../../src-shared/records/command.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
import { readStored } from '../../../src-shared/records/merge.ts';
import { openNote } from '../../../src-shared/records/note-session.ts';
import { peekHistory } from '../../../src-shared/records/history.ts';
import { keeperOf } from '../../../src-shared/records/merged.ts';
import { trashDays } from '../../../src-shared/records/purge.ts';
import { emptyTrashAfter } from '../../support/records/days.ts';
import { erasedKey, eraseSalt } from '../../../src-shared/records/erase/tombstone.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';

const person = (given: string, email: string) => ({
  kind: 'person',
  fields: { given, family: 'Roe' },
  sets: { emails: [{ value: email, label: 'work' }] },
});
const people = (id: string) => ({ collection: 'people' as const, id });
const setField = (id: string, field: string, value: string | null): Change => ({
  type: 'field',
  ref: people(id),
  field,
  value,
});

async function withJane(): Promise<{ alice: Replica; id: string }> {
  const alice = openReplica('alice');
  const { ids } = await alice.done({
    type: 'create',
    records: [person('Jane', 'jane@example.com')],
  });
  return { alice, id: ids[0] ?? '' };
}

test('a created person is live, named, findable by address and carries no state', async () => {
  const { alice, id } = await withJane();
  const doc = await alice.doc('people', id);
  expect(doc).toMatchObject({
    status: 'live',
    name: 'Jane Roe',
    keys: ['email:jane@example.com', 'name:jane roe'],
  });
  expect(doc.state).toBeUndefined();
  expect(doc.origin).toMatchObject({ by: 'alice', source: { type: 'typed' } });
});

test('an edit changes the value, says who made it and can be undone and redone', async () => {
  const { alice, id } = await withJane();
  await alice.done({ type: 'edit', changes: [setField(id, 'given', 'Janet')] });
  const edited = await alice.doc('people', id);
  expect(edited.name).toBe('Janet Roe');
  expect(edited.stamps['given']?.by).toBe('alice');
  expect(edited).toEqual(readStored(edited, alice.context));
  await alice.done({ type: 'undo' });
  expect((await alice.doc('people', id)).name).toBe('Jane Roe');
  await alice.done({ type: 'redo' });
  expect((await alice.doc('people', id)).name).toBe('Janet Roe');
});

test('set items are added in order, changed in place and removed with their doubles', async () => {
  const { alice, id } = await withJane();
  const put = (value: string, itemId?: string): Change => ({
    type: 'set-put',
    ref: people(id),
    set: 'emails',
    item: { value, label: 'home', ...(itemId === undefined ? {} : { id: itemId }) },
  });
  await alice.done({
    type: 'edit',
    changes: [put('second@example.com'), put('third@example.com')],
  });
  await alice.done({ type: 'edit', changes: [put('first@example.com', 'g0')] });
  const values = (await alice.doc('people', id)).sets['emails']?.map((item) => item.value);
  expect(values).toEqual(['first@example.com', 'second@example.com', 'third@example.com']);
  await alice.done({
    type: 'edit',
    changes: [{ type: 'set-remove', ref: people(id), set: 'emails', itemId: 'g0' }],
  });
  expect((await alice.doc('people', id)).sets['emails']?.length).toBe(2);
  await alice.done({ type: 'undo' });
  expect((await alice.doc('people', id)).sets['emails']?.map((item) => item.value)).toEqual(values);
});

test('undo leaves alone what has changed since and says how much', async () => {
  const { alice, id } = await withJane();
  const first = await alice.done({
    type: 'edit',
    changes: [setField(id, 'given', 'Janet'), setField(id, 'nickname', 'J')],
  });
  await alice.done({ type: 'edit', changes: [setField(id, 'given', 'Joan')] });
  const undone = await alice.done({ type: 'undo', action: first.action });
  expect(undone.left).toBe(1);
  expect((await alice.doc('people', id)).fields).toEqual({ given: 'Joan', family: 'Roe' });
});

test('undoing a creation takes the record away and redo brings it back', async () => {
  const { alice, id } = await withJane();
  expect(await peekHistory(alice.store)).toEqual({ undo: 'create', redo: null });
  await alice.done({ type: 'undo' });
  expect((await alice.doc('people', id)).status).toBe('undone');
  expect(await peekHistory(alice.store)).toEqual({ undo: null, redo: 'create' });
  await alice.done({ type: 'redo' });
  expect((await alice.doc('people', id)).status).toBe('live');
});

test('nothing can be undone in an empty book', async () => {
  expect(await openReplica('alice').run({ type: 'undo' })).toEqual({
    ok: false,
    error: { code: 'nothing-to-undo' },
  });
});

test('a bulk edit with one unknown record changes nothing at all', async () => {
  const { alice, id } = await withJane();
  const before = await alice.doc('people', id);
  const result = await alice.run({
    type: 'edit',
    changes: [setField(id, 'given', 'X'), setField('nobody', 'given', 'X')],
  });
  expect(result.ok).toBe(false);
  expect(await alice.doc('people', id)).toEqual(before);
});

test('a merged person lends what the other lacks, resolves to the keeper and comes apart exactly', async () => {
  const { alice, id } = await withJane();
  const made = await alice.done({
    type: 'create',
    records: [{ ...person('Janie', 'janie@example.net'), note: 'Met in May' }],
  });
  const gone = made.ids[0] ?? '';
  const [keepBefore, goneBefore] = [await alice.doc('people', id), await alice.doc('people', gone)];
  await alice.done({ type: 'merge', keep: id, gone: [gone] });
  const keep = await alice.doc('people', id);
  expect(keep.sets['emails']?.map((item) => item.value)).toEqual([
    'jane@example.com',
    'janie@example.net',
  ]);
  expect(keep.note).toBe('Met in May');
  const merged = await alice.doc('people', gone);
  expect(merged.status).toBe('merged');
  expect(keeperOf(gone, (one) => (one === gone ? merged : keep))).toBe(id);
  await alice.done({ type: 'unmerge', gone });
  const [keepAfter, goneAfter] = [await alice.doc('people', id), await alice.doc('people', gone)];
  for (const [before, after] of [
    [keepBefore, keepAfter],
    [goneBefore, goneAfter],
  ] as const) {
    expect({ ...after.fields, note: after.note }).toEqual({ ...before.fields, note: before.note });
    expect(after.sets).toEqual(before.sets);
    expect(after.status).toBe('live');
  }
});

test('trash hides, restore shows again, and thirty days later it is erased', async () => {
  const { alice, id } = await withJane();
  await alice.done({ type: 'trash', refs: [people(id)] });
  expect((await alice.doc('people', id)).status).toBe('trashed');
  await alice.done({ type: 'restore', refs: [people(id)] });
  expect((await alice.doc('people', id)).status).toBe('live');
  await alice.done({ type: 'trash', refs: [people(id)] });
  expect(await emptyTrashAfter(alice, trashDays - 1)).toEqual({ ok: true, value: 0 });
  expect(await emptyTrashAfter(alice, trashDays)).toEqual({ ok: true, value: 1 });
  expect((await alice.doc('people', id)).status).toBe('erased');
});

test('an erased person leaves only a tombstone, roles and undo values go with them', async () => {
  const { alice, id } = await withJane();
  const tie = { kind: 'tie', fields: { type: 'role', from: id, to: 'org', title: 'Secret title' } };
  const role = await alice.done({ type: 'create', records: [tie] });
  await alice.done({ type: 'edit', changes: [setField(id, 'nickname', 'Secretive')] });
  await alice.done({ type: 'erase', refs: [people(id)] });
  const left = [...(await alice.store.get('people', [id])).values()];
  for await (const docs of alice.store.scan('local')) left.push(...docs);
  expect(JSON.stringify(left)).not.toMatch(/jane|secret/i);
  const ties = [...(await alice.store.get('ties', role.ids)).values()];
  expect(ties.map((tie) => tie.status)).toEqual(['erased']);
  await alice.store.write((tx) => {
    const key = erasedKey('email:jane@example.com', eraseSalt(tx) ?? '', alice.context);
    expect(tx.byKeys('people', [key]).get(key)).toEqual([id]);
    return { ok: true, value: null };
  });
  expect(await alice.run({ type: 'edit', changes: [setField(id, 'given', 'Back')] })).toMatchObject(
    { error: { code: 'record-erased' } },
  );
});

test('what an editor types into an open note is kept with its stamp and derived text', async () => {
  const { alice, id } = await withJane();
  const session = openNote(await alice.doc('people', id), () => undefined);
  const typing = new Y.XmlElement('paragraph');
  typing.insert(0, [new Y.XmlText('Prefers tea')]);
  session.fragment.insert(0, [typing]);
  const ref = people(id);
  await alice.done({
    type: 'edit',
    changes: [{ type: 'note-update', ref, update: session.take() ?? '' }],
  });
  const doc = await alice.doc('people', id);
  expect(doc.note).toBe('Prefers tea');
  expect(doc.stamps['note']?.by).toBe('alice');
  expect(doc).toEqual(readStored(doc, alice.context));
  expect(session.take()).toBeUndefined();
});

test('an editor update that is damaged or writes more than the note is refused whole', async () => {
  const { alice, id } = await withJane();
  const before = await alice.doc('people', id);
  const session = openNote(before, () => undefined);
  session.fragment.doc?.getMap('fields').set('given', 'Mallory');
  const updates = [session.take() ?? '', Buffer.from([1, 2, 3, 250, 9]).toString('base64')];
  for (const update of updates) {
    const change: Change = { type: 'note-update', ref: people(id), update };
    expect(await alice.run({ type: 'edit', changes: [change] })).toMatchObject({
      error: { code: 'update-refused' },
    });
  }
  expect(await alice.doc('people', id)).toEqual(before);
});

test('taking bold away is kept although the words stay the same', async () => {
  const { alice, id } = await withJane();
  const write = async (edit: (text: Y.XmlText) => void): Promise<void> => {
    const session = openNote(await alice.doc('people', id), () => undefined);
    if (session.fragment.length === 0) {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText('Prefers tea')]);
      session.fragment.insert(0, [paragraph]);
    }
    const paragraph = session.fragment.get(0) as Y.XmlElement;
    edit(paragraph.get(0) as Y.XmlText);
    const update = session.take() ?? '';
    await alice.done({ type: 'edit', changes: [{ type: 'note-update', ref: people(id), update }] });
  };
  const shown = async (): Promise<string> =>
    openNote(await alice.doc('people', id), () => undefined).fragment.toJSON();
  await write((text) => text.format(0, 7, { bold: true }));
  expect(await shown()).toContain('<bold>');
  await write((text) => text.format(0, 7, { bold: null }));
  expect(await shown()).not.toContain('<bold>');
});

test('a kind nobody has heard of runs through create, edit and undo without touching the core', async () => {
  const alice = openReplica('alice');
  const promise = defineKind('promise', {
    collection: 'work',
    privacy: 'own',
    onErase: 'keep',
    fields: { what: text({ search: 'name' }), due: day() },
    sets: {},
    keys: ({ fields }) => [`due:${JSON.stringify(fields['due'])}`],
  });
  const context = { ...alice.context, kinds: new Map([['promise', promise]]) };
  const records = [{ kind: 'promise', fields: { what: 'Send the samples', due: '2026-12-01' } }];
  const made = await runCommand(alice.store, { type: 'create', records }, context);
  const ref = { collection: 'work' as const, id: made.ok ? (made.value.ids[0] ?? '') : '' };
  const change: Change = { type: 'field', ref, field: 'due', value: '2026-12-24' };
  await runCommand(alice.store, { type: 'edit', changes: [change] }, context);
  expect(await alice.doc('work', ref.id)).toMatchObject({
    name: 'Send the samples',
    keys: ['due:"2026-12-24"'],
  });
  await runCommand(alice.store, { type: 'undo' }, context);
  expect(await alice.doc('work', ref.id)).toMatchObject({ keys: ['due:"2026-12-01"'] });
});

test('fields and sets of a newer version survive an edit by this one', async () => {
  const alice = openReplica('alice');
  const newer = {
    kind: 'person',
    fields: { given: 'Jane', aura: { colour: 'blue' } },
    sets: { orbits: [{ value: 'moon' }] },
  };
  const { ids } = await alice.done({ type: 'create', records: [newer] });
  const id = ids[0] ?? '';
  await alice.done({ type: 'edit', changes: [setField(id, 'given', 'Janet')] });
  expect(await alice.doc('people', id)).toMatchObject({
    fields: { given: 'Janet', aura: { colour: 'blue' } },
    sets: { orbits: [{ value: 'moon' }] },
  });
});

test('names of any shape stay bounded and clean', async () => {
  const alice = openReplica('alice');
  const names = [
    '👩‍🚀'.repeat(400),
    `a${'\u0301'.repeat(5_000)}`,
    'Jane\u202eeoR',
    `x${'y'.repeat(10_000)}`,
    'Tab\tand\u0000nul',
  ];
  const records = names.map((given) => ({ kind: 'person', fields: { given } }));
  const { ids } = await alice.done({ type: 'create', records });
  for (const id of ids) {
    const { name, sortKey } = await alice.doc('people', id);
    expect(name.length).toBeLessThanOrEqual(300);
    expect(sortKey.length).toBeLessThanOrEqual(120);
    expect(name.isWellFormed()).toBe(true);
    expect(name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  }
});
