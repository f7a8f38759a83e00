// Where something shared would come to name or absorb something private it is refused in
// words, and nothing of it has left.

import { describe, expect, onTestFinished, test } from 'vitest';

import type { Kind } from '../../../src-shared/domain/kind.ts';
import { fail, ok } from '../../../src-shared/domain/result.ts';
import { contentNaming } from '../../../src-shared/domain/links.ts';
import {
  add,
  addGroup,
  addPerson,
  everyKind,
  howPrivate,
  marked,
} from '../../support/records/privately.ts';
import { openWatched, type Watched } from '../../support/sync/watched.ts';
import { sessionOf } from '../../support/transfer/imports.ts';

async function open(): Promise<Watched> {
  const watched = await openWatched();
  onTestFinished(watched.close);
  for (const { context } of [watched.alice, watched.bob]) context.kinds = everyKind;
  return watched;
}

const every = [...everyKind.values()];
const refOf = ({ collection }: Kind, id: string) => ({ collection, id }) as never;
const naming = every.filter(({ kind }) => howPrivate[kind] === 'named');

test('a shared record of any kind cannot come to name a private person, nor by an undo', async () => {
  const { alice, placesOf } = await open();
  const ann = await addPerson(alice, 'Ann');
  const quinn = await addPerson(alice, 'Quinn', 'private');
  for (const kind of naming) {
    const id = await add(alice, marked(kind, 'shared', { people: ann, groups: '' }));
    const content = contentNaming(kind, 'people', quinn);
    const [[field, value] = ['', null]] = Object.entries(content?.fields ?? {});
    const [[set, items] = ['', []]] = Object.entries(content?.sets ?? {});
    const change =
      field === ''
        ? { type: 'set-put', ref: refOf(kind, id), set, item: items[0] }
        : { type: 'field', ref: refOf(kind, id), field, value };
    const refused = await alice.run({ type: 'edit', changes: [change] } as never);
    expect([kind.kind, refused]).toMatchObject([kind.kind, { error: { code: 'names-private' } }]);
  }
  expect(await placesOf([quinn])).toEqual([]);
});

test('a shared person cannot be put into a private bucket; a new one in it is private', async () => {
  const { alice, placesOf } = await open();
  const bucket = await addGroup(alice, 'bucket', 'Surprise', 'private');
  const ann = await addPerson(alice, 'Ann');
  const ref = { collection: 'people', id: ann } as const;
  const put = { type: 'set-put', ref, set: 'buckets', item: { value: bucket } } as const;
  expect(await alice.run({ type: 'edit', changes: [put] })).toMatchObject({
    error: { code: 'names-private' },
  });
  const pat = await addPerson(alice, 'Pat', 'team', { sets: { buckets: [{ value: bucket }] } });
  expect(await placesOf([bucket, pat])).toEqual([]);
  await alice.done({ type: 'share', people: [pat] });
  expect(await placesOf([bucket, 'Surprise'])).toContain('Surprise in book');
});

test('a shared view cannot come to ask for a private person', async () => {
  const { alice, placesOf } = await open();
  const quinn = await addPerson(alice, 'Quinn', 'private');
  const id = await add(alice, { kind: 'view', fields: { name: 'All', of: 'people' } });
  const change = {
    type: 'field',
    ref: { collection: 'setup', id },
    field: 'conditions',
    value: { any: [{ none: [{ field: 'id', op: 'is', arg: quinn }] }] },
  };
  expect(await alice.run({ type: 'edit', changes: [change as never] })).toMatchObject({
    error: { code: 'names-private' },
  });
  expect(await placesOf([quinn])).toEqual([]);
});

test('what was made of a private organisation’s post stays, until the organisation is shared', async () => {
  const { alice, placesOf } = await open();
  const acme = await addGroup(alice, 'organisation', 'Acme', 'private');
  const post = await add(alice, { kind: 'post', fields: { owner: acme }, note: 'posted-words' });
  const kept = await add(alice, { kind: 'kept-post', fields: { post }, note: 'kept-words' });
  expect(await placesOf(['posted-words', 'kept-words', acme, post, kept])).toEqual([]);
  await alice.done({ type: 'share', people: [], groups: [acme] });
  expect(await placesOf(['posted-words', 'kept-words'])).toContain('kept-words in book');
});

test('a tie with a private organisation stays when its person is shared already', async () => {
  const { alice, placesOf } = await open();
  const ann = await addPerson(alice, 'Ann');
  const acme = await addGroup(alice, 'organisation', 'Acme', 'private');
  const fields = { type: 'role', from: ann, to: acme, title: 'secret-title' };
  const tie = await add(alice, { kind: 'tie', fields });
  await alice.done({ type: 'share', people: [ann] });
  expect(await placesOf([acme, tie, 'secret-title', 'Acme'])).toEqual([]);
  await alice.done({ type: 'share', people: [], groups: [acme] });
  expect(await placesOf(['secret-title'])).toContain('secret-title in book');
});

describe('two that are one person', () => {
  test('are not merged where one is private, whichever stays', async () => {
    const { alice, placesOf } = await open();
    const ann = await addPerson(alice, 'Ann');
    const quinn = await addPerson(alice, 'Quinn', 'private', { note: 'quinns-note' });
    for (const [keep, gone] of [
      [ann, quinn],
      [quinn, ann],
    ] as const) {
      const refused = await alice.run({ type: 'merge', keep, gone: [gone] });
      expect(refused).toMatchObject({ error: { code: 'merge-private' } });
      const into = { collection: 'people', id: gone } as const;
      const by = { type: 'field', ref: into, field: 'mergedInto', value: keep } as const;
      expect((await alice.run({ type: 'edit', changes: [by] })).ok).toBe(false);
    }
    expect(await placesOf([quinn, 'quinns-note'])).toEqual([]);
    expect((await alice.doc('people', ann)).status).toBe('live');
  });

  test('do not become one by redo of many merged when one was shared between', async () => {
    const { alice, placesOf } = await open();
    const keep = await addPerson(alice, 'Keep', 'private');
    const gone = await addPerson(alice, 'Gone', 'private', { note: 'gones-note' });
    await alice.done({ type: 'merge-many', merges: [{ keep, gone: [gone] }] });
    await alice.done({ type: 'undo' });
    await alice.done({ type: 'share', people: [keep] });
    expect(await alice.run({ type: 'redo' })).toMatchObject({ error: { code: 'merge-private' } });
    expect(await placesOf([gone, 'gones-note'])).toEqual([]);
  });

  test('are given together, whichever is asked for, so that nobody is hidden or in two', async () => {
    for (const which of ['keep', 'gone'] as const) {
      const { alice, bob, settle } = await open();
      const keep = await addPerson(alice, 'Keep', 'private');
      const gone = await addPerson(alice, 'Gone', 'private');
      await alice.done({ type: 'merge', keep, gone: [gone] });
      await alice.done({ type: 'share', people: [which === 'keep' ? keep : gone] });
      await settle();
      expect((await bob.doc('people', keep)).status).toBe('live');
      expect((await bob.doc('people', gone)).status).toBe('merged');
      expect((await alice.doc('people', gone)).status).toBe('merged');
    }
  });

  test('do not become one again by redo when one was shared between', async () => {
    const { alice, placesOf } = await open();
    const keep = await addPerson(alice, 'Keep', 'private');
    const gone = await addPerson(alice, 'Gone', 'private', { note: 'gones-note' });
    await alice.done({ type: 'merge', keep, gone: [gone] });
    await alice.done({ type: 'undo' });
    await alice.done({ type: 'share', people: [keep] });
    expect(await alice.run({ type: 'redo' })).toMatchObject({ error: { code: 'merge-private' } });
    expect(await placesOf([gone, 'gones-note'])).toEqual([]);
  });
});

test('what cannot be undone for privacy’s sake is passed over: the next undo is of what was before', async () => {
  const { alice, placesOf } = await open();
  const keep = await addPerson(alice, 'Keep', 'private');
  const gone = await addPerson(alice, 'Gone', 'private', { note: 'gones-note' });
  const note = { type: 'note', ref: { collection: 'people', id: keep }, text: 'typed' } as const;
  await alice.done({ type: 'edit', changes: [note] });
  await alice.done({ type: 'merge', keep, gone: [gone] });
  await alice.done({ type: 'unmerge', gone });
  await alice.done({ type: 'share', people: [keep] });
  expect(await alice.run({ type: 'undo' })).toMatchObject({ error: { code: 'merge-private' } });
  expect(await alice.done({ type: 'undo' })).toMatchObject({ label: 'merge', count: 0 });
  await alice.done({ type: 'undo' });
  expect((await alice.doc('people', keep)).note).toBe('');
  for (let again = 0; again < 3; again += 1) await alice.run({ type: 'redo' });
  expect((await alice.doc('people', keep)).note).toBe('typed');
  expect(await placesOf([gone, 'gones-note'])).toEqual([]);
});

describe('an import', () => {
  const header = 'id,scope,fullName,note';
  const idOf = (digit: string): string => `0190a000-0000-7000-8000-${digit.repeat(12)}`;

  async function importInto({ alice }: Watched, rows: string[], decide?: 'update') {
    const session = sessionOf([header, ...rows, ''].join('\r\n'), 'rapport.csv');
    const preview = await session.plan({}, alice.store);
    if (!preview.ok) return fail(preview.error.code);
    if (decide !== undefined) session.decide([{ row: 0, action: decide }]);
    const applied = await session.apply(alice.store, alice.context);
    return applied.ok ? ok({ preview: preview.value, report: applied.value }) : applied;
  }

  test('leaves out what is private of somebody shared, until that is chosen for the row', async () => {
    const laptop = await open();
    const id = idOf('1');
    await addPerson(laptop.alice, 'Ann', 'team', { id } as never);
    const row = `${id},private,Ann,secret-of-ann`;
    expect(await importInto(laptop, [row])).toMatchObject({
      value: { preview: { counts: { skip: 1 } }, report: { updated: 0, created: 0 } },
    });
    expect(await laptop.placesOf(['secret-of-ann'])).toEqual([]);
    await importInto(laptop, [row], 'update');
    expect(await laptop.placesOf(['secret-of-ann'])).toContain('secret-of-ann in book');
  });

  test('makes one person of two rows private when one of them is', async () => {
    const laptop = await open();
    const id = idOf('2');
    await importInto(laptop, [`${id},team,Ann,`, `${id},private,Ann,secret-of-ann`]);
    expect(await laptop.placesOf([id, 'secret-of-ann'])).toEqual([]);
  });

  test('adds what a shared row says to a private person, who stays private', async () => {
    const laptop = await open();
    const id = idOf('3');
    await addPerson(laptop.alice, 'Quinn', 'private', { id } as never);
    await importInto(laptop, [`${id},team,Quinn,more-of-quinn`]);
    expect((await laptop.alice.doc('people', id)).note).toBe('more-of-quinn');
    expect(await laptop.placesOf([id, 'more-of-quinn'])).toEqual([]);
  });

  test('makes a bucket for everybody where only a private one has its name', async () => {
    const laptop = await open();
    const own = await addGroup(laptop.alice, 'bucket', 'Clients', 'private');
    await addPerson(laptop.alice, 'Ann', 'team', { id: idOf('6') } as never);
    await addPerson(laptop.alice, 'Quinn', 'private', { id: idOf('7') } as never);
    const session = sessionOf(
      [
        'id,scope,fullName,bucket 1',
        ...['7', '6', '8'].map((digit) => `${idOf(digit)},team,N${digit},Clients`),
        '',
      ].join('\r\n'),
      'rapport.csv',
    );
    await session.plan({}, laptop.alice.store);
    expect(await session.apply(laptop.alice.store, laptop.alice.context)).toMatchObject({
      value: { created: 1, updated: 2 },
    });
    const bucketsOf = async (digit: string): Promise<string[]> => {
      const { sets } = await laptop.alice.doc('people', idOf(digit));
      return (sets['buckets'] ?? []).map(({ value }) => value);
    };
    expect(await bucketsOf('6')).toEqual(await bucketsOf('8'));
    expect(await bucketsOf('6')).not.toEqual([own]);
    expect(await bucketsOf('7')).toEqual([own]);
    expect(await laptop.placesOf([own, idOf('7')])).toEqual([]);
    expect(await laptop.placesOf([idOf('8')])).toContain(`${idOf('8')} in book`);
  });

  test('gives a company that rows of both kinds name to everybody, by its name alone', async () => {
    const laptop = await open();
    const session = sessionOf(
      [
        'id,scope,fullName,role 1 organisation,role 1 title',
        `${idOf('4')},private,Quinn,Acme,secret-title`,
        `${idOf('5')},team,Ann,Acme,Clerk`,
        '',
      ].join('\r\n'),
      'rapport.csv',
    );
    await session.plan({}, laptop.alice.store);
    expect((await session.apply(laptop.alice.store, laptop.alice.context)).ok).toBe(true);
    expect(await laptop.placesOf(['secret-title', 'Quinn', idOf('4')])).toEqual([]);
    expect(await laptop.placesOf(['Clerk', 'Acme'])).toContain('Clerk in book');
  });
});
