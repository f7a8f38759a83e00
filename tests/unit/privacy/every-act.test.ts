// What people can do, with every kind of record that has to stay on its laptop: afterwards a
// teammate's files, book, bundle and all that was said on the way are looked through.

import { describe, expect, onTestFinished, test } from 'vitest';

import { shareNothingYet } from '../../../src-main/host/team/share.ts';
import type { Kind } from '../../../src-shared/domain/kind.ts';
import type { NewRecord } from '../../../src-shared/domain/record.ts';
import { trashDays } from '../../../src-shared/records/purge.ts';
import { emptyTrashAfter } from '../../support/records/days.ts';
import {
  add,
  addGroup,
  addPerson,
  everyKind,
  howPrivate,
  marked,
} from '../../support/records/privately.ts';
import type { Replica } from '../../support/sync/replica.ts';
import { openWatched, type Watched } from '../../support/sync/watched.ts';

async function open(): Promise<Watched> {
  const watched = await openWatched();
  onTestFinished(watched.close);
  for (const { context } of [watched.alice, watched.bob]) context.kinds = everyKind;
  return watched;
}

const every = [...everyKind.values()];
const markOf = ({ kind }: Kind): string => `mark-${kind}-mark`;
const refOf = ({ collection }: Kind, id: string) => ({ collection, id }) as never;
const nobody = { people: '', groups: '' };

/** A record that has to stay here, about whom it names; `quinn` is private. */
async function keep(alice: Replica, kind: Kind, more: Partial<NewRecord> = {}) {
  const quinn = await addPerson(alice, `Quinn ${markOf(kind)}`, 'private');
  const shop = await addGroup(alice, 'organisation', 'Shop');
  const own = howPrivate[kind.kind] === 'own' ? { scope: 'private' as const } : {};
  const record = {
    ...marked(kind, markOf(kind), { people: quinn, groups: shop }),
    ...own,
    ...more,
  };
  const id = await add(alice, record);
  return { quinn, shop, id, hidden: [markOf(kind), quinn, id] };
}

/** Something is done with a record of each kind; answers with what nobody may read elsewhere. */
type Act = (laptop: Watched, kind: Kind) => Promise<string[]>;

const acts: { readonly [act: string]: Act } = {
  'is made': async ({ alice }, kind) => (await keep(alice, kind)).hidden,

  'is made before those it names': async ({ alice }, kind) => {
    const quinn = alice.context.newId();
    const id = alice.context.newId();
    const targets = { people: quinn, groups: '' };
    const own = howPrivate[kind.kind] === 'own' ? { scope: 'private' } : {};
    const person = { id: quinn, kind: 'person', scope: 'private', fields: { given: markOf(kind) } };
    const records = [{ ...marked(kind, markOf(kind), targets), ...own, id }, person];
    await alice.done({ type: 'create', records } as never);
    return [markOf(kind), quinn, id];
  },

  'is edited': async ({ alice }, kind) => {
    const { hidden, id } = await keep(alice, kind);
    const edited = { type: 'note', ref: refOf(kind, id), text: `later ${markOf(kind)}` };
    if (kind.combine === undefined) await alice.done({ type: 'edit', changes: [edited] } as never);
    return hidden;
  },

  'is taken apart from one it was merged with, and again by undo': async ({ alice }, kind) => {
    const { quinn, id } = await keep(alice, kind);
    const pat = await addPerson(alice, 'Pat', 'private');
    await alice.done({ type: 'merge', keep: pat, gone: [quinn] });
    await alice.done({ type: 'unmerge', gone: quinn });
    await alice.done({ type: 'share', people: [pat] });
    expect(await alice.run({ type: 'undo' })).toMatchObject({ error: { code: 'merge-private' } });
    expect((await alice.doc('people', pat)).scope).toBe('team');
    return [markOf(kind), quinn, id];
  },

  'is left out where many are merged, and is nobody of whom something is decided': async (
    { alice },
    kind,
  ) => {
    const { quinn, id, hidden } = await keep(alice, kind);
    const ann = await addPerson(alice, 'Ann');
    const [pat, patty] = [await addPerson(alice, 'Pat'), await addPerson(alice, 'Patty')];
    const merges = [
      { keep: ann, gone: [quinn] },
      { keep: pat, gone: [patty] },
    ];
    expect(await alice.done({ type: 'merge-many', merges })).toMatchObject({ count: 1, left: 1 });
    await alice.done({ type: 'undo' });
    await alice.done({ type: 'redo' });
    await alice.done({ type: 'judge', pairs: [[ann, quinn]], says: 'distinct' });
    await alice.done({ type: 'judge', pairs: [[ann, quinn]], says: 'open' });
    return [...hidden, quinn, id];
  },

  'stays when another person is shared': async ({ alice }, kind) => {
    const { hidden } = await keep(alice, kind);
    const pat = await addPerson(alice, 'Pat', 'private');
    await alice.done({ type: 'share', people: [pat] });
    return hidden;
  },

  'that names two stays when one is shared': async ({ alice }, kind) => {
    const pat = await addPerson(alice, 'Pat', 'private');
    const { hidden, id, quinn } = await keep(alice, kind);
    const both = naming(kind, id, quinn, pat);
    if (both !== undefined) await alice.done({ type: 'edit', changes: [both] } as never);
    await alice.done({ type: 'share', people: [pat] });
    expect((await alice.doc('people', quinn)).scope).toBe('private');
    return hidden;
  },

  'about somebody shared stays when a list with them is shared': async ({ alice }, kind) => {
    const ann = await addPerson(alice, 'Ann');
    const pat = await addPerson(alice, 'Pat', 'private');
    const targets = { people: ann, groups: '' };
    const id = await add(alice, { ...marked(kind, markOf(kind), targets), scope: 'private' });
    await alice.done({ type: 'share', people: [ann, pat] });
    return [markOf(kind), id];
  },

  'in the trash stays there when whom it names is shared, and when it is restored': async (
    { alice },
    kind,
  ) => {
    const { quinn, id } = await keep(alice, kind);
    if (kind.combine !== undefined) return [];
    const note = { type: 'note', ref: refOf(kind, id), text: 'apart-from-quinn' };
    await alice.done({ type: 'edit', changes: [note] } as never);
    await alice.done({ type: 'trash', refs: [refOf(kind, id)] });
    await alice.done({ type: 'share', people: [quinn] });
    await alice.done({ type: 'restore', refs: [refOf(kind, id)] });
    return [id, 'apart-from-quinn'];
  },

  'is undone and done again': async ({ alice }, kind) => {
    const { hidden } = await keep(alice, kind);
    await alice.done({ type: 'undo' });
    await alice.done({ type: 'redo' });
    return hidden;
  },

  'is erased, at once or after the trash': async ({ alice }, kind) => {
    const { hidden, id } = await keep(alice, kind);
    const other = await keep(alice, kind);
    if (kind.combine !== undefined) return hidden;
    await alice.done({ type: 'erase', refs: [refOf(kind, id)] });
    await alice.done({ type: 'trash', refs: [refOf(kind, other.id)] });
    await emptyTrashAfter(alice, trashDays);
    return [...hidden, ...other.hidden];
  },

  'was there before the team, and was not given to it': async ({ alice }, kind) => {
    const ann = await addPerson(alice, `Ann ${markOf(kind)}`);
    const shop = await addGroup(alice, 'organisation', markOf(kind));
    const id = await add(alice, marked(kind, markOf(kind), { people: ann, groups: shop }));
    await shareNothingYet(alice.store, alice.context);
    await alice.run({ type: 'undo' });
    await alice.run({ type: 'redo' });
    return [markOf(kind), ann, id, shop];
  },
};

/** The change that makes a record name both; undefined where it has no room. */
function naming(kind: Kind, id: string, first: string, person: string): unknown {
  const ref = refOf(kind, id);
  const isRoom = ({ link }: { link?: { to: readonly string[] } }): boolean =>
    link?.to.includes('people') === true;
  const set = Object.entries(kind.sets).find(([, one]) => isRoom(one))?.[0];
  if (set !== undefined) return { type: 'set-put', ref, set, item: { value: person } };
  const fields = Object.entries(kind.fields).filter(([, one]) => isRoom(one));
  // The last of two ends; a list may hold both.
  const [field, type] = fields.at(-1) ?? ['', undefined];
  if (type === undefined || (type.type !== 'links' && fields.length < 2)) return undefined;
  return { type: 'field', ref, field, value: type.type === 'links' ? [first, person] : person };
}

test('it is said of every kind how it comes to be private', () => {
  expect(Object.keys(howPrivate).sort()).toEqual([...everyKind.keys()].sort());
});

describe.each(Object.entries(acts))('what is private and %s', (_act, act) => {
  test('is read nowhere else, whatever its kind', async () => {
    const laptop = await open();
    const hidden: string[] = [];
    for (const kind of every) hidden.push(...(await act(laptop, kind)));
    expect(await laptop.placesOf(hidden)).toEqual([]);
  });
});

test('what is shared on purpose is found in all these places, whatever its kind', async () => {
  const { alice, placesOf } = await open();
  const marks: string[] = [];
  for (const kind of every) {
    const { quinn, id } = await keep(alice, kind);
    const isGroup = kind.collection === 'groups';
    await alice.done({
      type: 'share',
      people: kind.collection === 'people' ? [quinn, id] : [quinn],
      ...(isGroup ? { groups: [id] } : {}),
    });
    // Views and fields are given along with nobody: what names nobody private is shared at once.
    if (kind.collection === 'setup' && howPrivate[kind.kind] !== 'named')
      await add(alice, marked(kind, id, nobody));
    marks.push(id);
  }
  const places = await placesOf(marks);
  for (const mark of marks)
    for (const place of ['frames', 'bundle', 'book', 'files'])
      expect(places).toContain(`${mark} in ${place}`);
});
