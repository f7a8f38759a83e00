// What somebody chose for a merge: what is erased with whom, what is told when they are taken apart,
// and choices that cannot be.

import { expect, test } from 'vitest';

import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import {
  type Command,
  type CommandOf,
  commandSchema,
} from '../../../src-shared/records/command.ts';
import {
  emailsOf,
  expectEqual,
  meet,
  merge,
  refs,
  twoWith,
} from '../../support/records/two-laptops.ts';
import type { Replica } from '../../support/sync/replica.ts';

type Choices = NonNullable<CommandOf<'merge'>['choices']>;

const merging = (keep: string, gone: readonly string[], choices: Choices): Command => ({
  type: 'merge',
  keep,
  gone: [...gone],
  choices,
});

const named = (field: string, value: string, id: string): Command => ({
  type: 'edit',
  changes: [{ type: 'field', ref: { collection: 'people', id }, field, value }],
});

const everything = (doc: RecordDoc): string => {
  const { state: _bytes, ...rest } = doc;
  return JSON.stringify(rest);
};

test('what was chosen of somebody is erased with them, and what made way for it is back', async () => {
  const team = await twoWith(2);
  const { alice, bob, ids } = team;
  const [keep = '', gone = ''] = ids;
  const without = [{ id: keep, what: 'emails/g0' }];
  await alice.done(merging(keep, [gone], { fields: { given: gone }, without }));
  const merged = await alice.doc('people', keep);
  expect([merged.fields['given'], emailsOf(merged)]).toEqual(['Person 1', ['p1@example.com']]);
  await bob.done({ type: 'erase', refs: refs(gone) });
  await meet(team);
  for (const laptop of [alice, bob]) {
    const doc = await laptop.doc('people', keep);
    expect([doc.fields['given'], emailsOf(doc), doc.note]).toEqual([
      'Person 0',
      ['p0@example.com'],
      'About 0\nMet in 2000',
    ]);
    expect(everything(doc)).not.toMatch(/Person 1|p1@example|About 1/);
  }
  await expectEqual(team);
  const log = [...(await alice.store.get('local', await idsOf(alice))).values()];
  expect(JSON.stringify(log)).not.toMatch(/Person 1|p1@example/);
});

async function idsOf({ store }: Replica): Promise<string[]> {
  const ids: string[] = [];
  for await (const docs of store.scan('local', {})) ids.push(...docs.map(({ id }) => id));
  return ids;
}

test('what is erased of one stays chosen from another, and what was set aside is only the keeper’s own', async () => {
  const team = await twoWith(3);
  const { alice, bob, ids } = team;
  const [keep = '', one = '', two = ''] = ids;
  await alice.done(merging(keep, [one], { fields: { given: one }, without: [] }));
  await alice.done(merging(keep, [two], { fields: { given: two }, without: [] }));
  await bob.done({ type: 'erase', refs: refs(one) });
  await meet(team);
  const merged = await alice.doc('people', keep);
  expect(merged.fields['given']).toBe('Person 2');
  expect(everything(merged)).not.toContain('Person 1');
  await bob.done({ type: 'unmerge', gone: two });
  expect((await bob.doc('people', keep)).fields['given']).toBe('Person 0');
});

test('taken apart elsewhere, what was changed since stays and is told', async () => {
  const team = await twoWith(2);
  const { alice, bob, ids } = team;
  const [keep = '', gone = ''] = ids;
  await alice.done(named('nickname', 'Zero', keep));
  await alice.done(named('nickname', 'One', gone));
  const fields = { given: gone, nickname: gone };
  await alice.done(merging(keep, [gone], { fields, without: [] }));
  await meet(team);
  await bob.done(named('given', 'Ana', keep));
  const done = await bob.done({ type: 'unmerge', gone });
  expect([done.left, done.stayed]).toEqual([1, ['given']]);
  const doc = await bob.doc('people', keep);
  expect([doc.fields['given'], doc.fields['nickname']]).toEqual(['Ana', 'Zero']);
});

test('a note that was left out stays with whom it is of, and what the keeper says like it stays', async () => {
  const team = await twoWith(2);
  const { alice, bob, ids } = team;
  const [keep = '', gone = ''] = ids;
  for (const id of ids)
    await alice.done({
      type: 'edit',
      changes: [{ type: 'note', ref: { collection: 'people', id }, text: 'Likes rye' }],
    });
  const without = [{ id: gone, what: 'note' }];
  await alice.done(merging(keep, [gone], { fields: {}, without }));
  expect((await alice.doc('people', keep)).note).toBe('Likes rye');
  await meet(team);
  await bob.done({ type: 'unmerge', gone });
  for (const id of ids) expect((await bob.doc('people', id)).note).toBe('Likes rye');
});

const noted = (id: string, text: string): Command => ({
  type: 'edit',
  changes: [{ type: 'note', ref: { collection: 'people', id }, text }],
});

test('the keeper’s own note is left out and comes back on another laptop, with what was written since', async () => {
  const team = await twoWith(3);
  const { alice, bob, ids } = team;
  const [keep = '', one = '', two = ''] = ids;
  const note = async () => (await bob.doc('people', keep)).note;
  const without = [{ id: keep, what: 'note' }];
  await alice.done(merging(keep, [one, two], { fields: {}, without }));
  await meet(team);
  expect(await note()).toBe('About 1\nMet in 2001\nAbout 2\nMet in 2002');
  await bob.done(noted(keep, `${await note()}\nCalled today`));
  await bob.done({ type: 'unmerge', gone: one });
  expect(await note()).toBe('About 0\nMet in 2000\nAbout 2\nMet in 2002\nCalled today');
  await bob.done({ type: 'unmerge', gone: two });
  expect(await note()).toBe('About 0\nMet in 2000\nCalled today');
  await meet(team);
  await expectEqual(team);
});

test('two who leave it out apart set it aside once, and one who does not loses nothing', async () => {
  for (const isBoth of [true, false]) {
    const team = await twoWith(2);
    const { alice, bob, ids } = team;
    const [keep = '', gone = ''] = ids;
    const without = [{ id: keep, what: 'note' }];
    await alice.done(merging(keep, [gone], { fields: {}, without }));
    await bob.done(merging(keep, [gone], { fields: {}, without: isBoth ? without : [] }));
    await meet(team);
    expect((await bob.doc('people', keep)).note).toBe('About 1\nMet in 2001');
    await bob.done({ type: 'unmerge', gone });
    expect((await bob.doc('people', keep)).note).toBe('About 0\nMet in 2000');
    await meet(team);
    await expectEqual(team);
  }
});

test('who was merged before has their lines in what was set aside, and leaves none when erased', async () => {
  const team = await twoWith(3);
  const { alice, bob, ids } = team;
  const [keep = '', one = '', two = ''] = ids;
  await merge(alice, keep, one);
  const merged = (await alice.doc('people', keep)).note;
  const writtenOn = merged.replace('Met in 2001', 'Met in 2001 on the train');
  const without = [{ id: keep, what: 'note' }];
  for (const text of [merged, writtenOn]) {
    await alice.done(noted(keep, text));
    await alice.done(merging(keep, [two], { fields: {}, without }));
    expect((await alice.doc('people', keep)).note).toBe('About 2\nMet in 2002');
    await alice.done({ type: 'unmerge', gone: two });
    expect((await alice.doc('people', keep)).note).toBe(text);
  }
  await alice.done(merging(keep, [two], { fields: {}, without }));
  await meet(team);
  await bob.done({ type: 'erase', refs: refs(one) });
  await meet(team);
  expect(everything(await alice.doc('people', keep))).not.toMatch(/About 1|Met in 2001/);
  await bob.done({ type: 'unmerge', gone: two });
  await meet(team);
  const { note } = await alice.doc('people', keep);
  expect(note).toBe('About 0\nMet in 2000\n on the train');
});

test('two with the same note keep it each, merged without a choice and taken apart by either laptop', async () => {
  for (const isHere of [true, false]) {
    const team = await twoWith(2);
    const { alice, bob, ids } = team;
    const [keep = '', gone = ''] = ids;
    for (const id of ids) await alice.done(noted(id, 'Likes rye'));
    await merge(alice, keep, gone);
    await meet(team);
    await (isHere ? alice : bob).done({ type: 'unmerge', gone });
    await meet(team);
    for (const id of ids) expect((await bob.doc('people', id)).note).toBe('Likes rye');
  }
});

test('choices of what is not there merge nobody and say so', async () => {
  const { alice, ids } = await twoWith(3);
  const [keep = '', gone = '', other = ''] = ids;
  const wrong: [Choices, string][] = [
    [{ fields: { nickname: gone }, without: [] }, 'merge-changed'],
    [{ fields: { given: other }, without: [] }, 'merge-changed'],
    [{ fields: { given: 'nobody' }, without: [] }, 'merge-changed'],
    [{ fields: { mergedInto: gone }, without: [] }, 'merge-changed'],
    [{ fields: {}, without: [{ id: gone, what: 'emails/none' }] }, 'merge-changed'],
    [{ fields: {}, without: [{ id: other, what: 'emails/g0' }] }, 'merge-changed'],
    [{ fields: {}, without: [{ id: other, what: 'note' }] }, 'merge-changed'],
    [{ fields: {}, without: [{ id: gone, what: 'given' }] }, 'merge-changed'],
  ];
  for (const [choices, code] of wrong) {
    const done = await alice.run(merging(keep, [gone], choices));
    expect([choices, done.ok ? 'merged' : done.error.code]).toEqual([choices, code]);
  }
  await alice.done({ type: 'erase', refs: refs(gone) });
  const erased = await alice.run(merging(keep, [gone], { fields: { given: keep }, without: [] }));
  expect(erased.ok ? 'merged' : erased.error.code).toBe('merge-changed');
  expect((await alice.doc('people', keep)).fields['given']).toBe('Person 0');
});

test('more than ten cannot be chosen among, and a newer version’s choices are refused whole', async () => {
  const { alice, ids } = await twoWith(11);
  const [keep = '', ...gone] = ids;
  const many = await alice.run(merging(keep, gone, { fields: {}, without: [] }));
  expect(many).toEqual({ ok: false, error: { code: 'merge-too-many', detail: { most: 10 } } });
  await alice.done(merging(keep, gone.slice(1), { fields: { given: gone[1] ?? '' }, without: [] }));
  const newer = { ...merging(keep, gone, { fields: {}, without: [] }), choices: { fields: {} } };
  expect(commandSchema.safeParse(newer).success).toBe(false);
  const shaped = { fields: {}, without: [], order: ['emails'] };
  expect(commandSchema.safeParse({ ...newer, choices: shaped }).success).toBe(false);
});

test('a keeper who is merged on takes nothing along of what was set aside', async () => {
  const { alice, ids } = await twoWith(3);
  const [a = '', b = '', c = ''] = ids;
  const without = [{ id: a, what: 'emails/g0' }];
  await alice.done(merging(a, [b], { fields: { given: b }, without }));
  await merge(alice, c, a);
  const top = await alice.doc('people', c);
  expect(Object.keys(top.fields).filter((field) => field.startsWith('aside'))).toEqual([]);
  await alice.done({ type: 'unmerge', gone: a });
  await alice.done({ type: 'unmerge', gone: b });
  for (const [at, id] of ids.entries()) {
    const doc = await alice.doc('people', id);
    expect([doc.fields['given'], emailsOf(doc)]).toEqual([`Person ${at}`, [`p${at}@example.com`]]);
  }
});
