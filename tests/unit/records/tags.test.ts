// Whole tags: renamed, made one, removed and coloured wherever they are, each as one act.

import { expect, test } from 'vitest';

import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { colorsOf } from '../../../src-shared/domain/tag.ts';
import type { CommandOf } from '../../../src-shared/records/command.ts';
import { shareNothingYet } from '../../../src-main/host/team/share.ts';
import { openReplica, type Replica } from '../../support/sync/replica.ts';
import { openSyncNet } from '../../support/sync/sync-net.ts';

type Act = CommandOf<'tags'>['act'];

const withTags = (kind: string, tags: readonly string[], scope: 'team' | 'private' = 'team') => ({
  kind,
  scope,
  fields: kind === 'person' ? { given: 'Ann' } : { name: 'Shop' },
  sets: { tags: tags.map((value) => ({ value })) },
});

async function made(
  book: Replica,
  ...records: readonly ReturnType<typeof withTags>[]
): Promise<string[]> {
  return (await book.done({ type: 'create', records: [...records] as never })).ids;
}

const change = (book: Replica, tags: string[], act: Act) => book.done({ type: 'tags', tags, act });

async function aboutTags({ store }: Replica): Promise<RecordDoc[]> {
  const found: RecordDoc[] = [];
  for await (const docs of store.scan('setup'))
    found.push(...docs.filter(({ kind }) => kind === 'tag'));
  return found;
}

const colors = async (book: Replica) =>
  Object.fromEntries(colorsOf(await aboutTags(book)).entries());

const tagsOf = async (book: Replica, collection: 'people' | 'groups', id: string | undefined) =>
  ((await book.doc(collection, id ?? '')).sets['tags'] ?? []).map(({ value }) => value);

test('a tag is renamed for people and groups as one act, and its colour goes along', async () => {
  const book = openReplica('alice');
  const [ann, shop] = await made(
    book,
    withTags('person', ['press', 'Supplier', 'vip']),
    withTags('organisation', ['supplier']),
  );
  await change(book, ['SUPPLIER'], { type: 'color', color: 'blue' });
  expect(await colors(book)).toEqual({ supplier: 'blue' });
  const done = await change(book, ['supplier'], { type: 'rename', to: ' Partner ' });
  expect(done).toMatchObject({ label: 'tags' });
  expect(await tagsOf(book, 'people', ann)).toEqual(['press', 'Partner', 'vip']);
  expect(await tagsOf(book, 'groups', shop)).toEqual(['Partner']);
  expect(await colors(book)).toEqual({ partner: 'blue' });
  await book.done({ type: 'undo' });
  expect(await tagsOf(book, 'people', ann)).toEqual(['press', 'Supplier', 'vip']);
  expect(await tagsOf(book, 'groups', shop)).toEqual(['supplier']);
  expect(await colors(book)).toEqual({ supplier: 'blue' });
  await book.done({ type: 'undo' });
  expect(await colors(book)).toEqual({});
  await change(book, ['supplier'], { type: 'color', color: 'red' });
  expect(await colors(book)).toEqual({ supplier: 'red' });
});

test('several become one: nobody has it twice, and the colour of the one that stays stays', async () => {
  const book = openReplica('alice');
  const [ann, bea] = await made(
    book,
    withTags('person', ['lead', 'prospect', 'vip']),
    withTags('person', ['Lead']),
    withTags('person', ['vip']),
  );
  await change(book, ['lead'], { type: 'color', color: 'green' });
  await change(book, ['prospect'], { type: 'color', color: 'pink' });
  await change(book, ['vip'], { type: 'color', color: 'red' });
  await change(book, ['prospect', 'lead'], { type: 'rename', to: 'vip' });
  expect(await tagsOf(book, 'people', ann)).toEqual(['vip']);
  expect(await tagsOf(book, 'people', bea)).toEqual(['vip']);
  expect(await colors(book)).toEqual({ vip: 'red' });
  await book.done({ type: 'undo' });
  expect(await tagsOf(book, 'people', ann)).toEqual(['lead', 'prospect', 'vip']);
  expect(await colors(book)).toEqual({ lead: 'green', prospect: 'pink', vip: 'red' });
  // Of one without a colour, the colour of the first that has one.
  await change(book, ['prospect', 'lead'], { type: 'rename', to: 'Ask' });
  expect(await colors(book)).toEqual({ ask: 'pink', vip: 'red' });
});

test('only its capitals change, and what else a tag carries stays', async () => {
  const book = openReplica('alice');
  const [ann] = await made(book, withTags('person', ['vip', 'press']));
  await change(book, ['vip'], { type: 'color', color: 'red' });
  await change(book, ['vip'], { type: 'rename', to: 'VIP' });
  expect(await tagsOf(book, 'people', ann)).toEqual(['VIP', 'press']);
  expect(await colors(book)).toEqual({ vip: 'red' });
});

test('several are removed as one act; what is in the trash keeps them', async () => {
  const book = openReplica('alice');
  const [ann, gone, shop] = await made(
    book,
    withTags('person', ['a', '😀', 'vip']),
    withTags('community', ['vip', 'مهم']),
    withTags('person', ['vip']),
  );
  await book.done({ type: 'trash', refs: [{ collection: 'people', id: gone ?? '' }] });
  await change(book, ['vip', '😀', 'مهم'], { type: 'color', color: 'grey' });
  await change(book, ['vip', '😀', 'مهم'], { type: 'remove' });
  expect(await tagsOf(book, 'people', ann)).toEqual(['a']);
  expect(await tagsOf(book, 'groups', shop)).toEqual([]);
  expect(await tagsOf(book, 'people', gone)).toEqual(['vip']);
  expect(await colors(book)).toEqual({});
  await book.done({ type: 'undo' });
  expect(await tagsOf(book, 'groups', shop)).toEqual(['vip', 'مهم']);
  expect(await colors(book)).toEqual({ vip: 'grey', '😀': 'grey', مهم: 'grey' });
});

test('the colour of a tag that only private records have stays on this laptop', async () => {
  const book = openReplica('alice');
  const [ann] = await made(book, withTags('person', ['secret'], 'private'));
  await change(book, ['secret'], { type: 'color', color: 'red' });
  expect((await aboutTags(book)).map(({ scope }) => scope)).toEqual(['private']);
  await change(book, ['secret'], { type: 'rename', to: 'hidden' });
  expect((await aboutTags(book)).map(({ scope }) => scope)).toEqual(['private', 'private']);
  expect(await colors(book)).toEqual({ hidden: 'red' });
  // Once the team knows the word its colour may be known, too.
  await made(book, withTags('person', ['hidden']));
  await change(book, ['hidden'], { type: 'color', color: 'blue' });
  expect(await colors(book)).toEqual({ hidden: 'blue' });
  const shared = (await aboutTags(book)).filter(({ scope }) => scope === 'team');
  expect(shared.map(({ name }) => name)).toEqual(['hidden']);
  expect(await tagsOf(book, 'people', ann)).toEqual(['hidden']);
});

test('a book that joins a team without sharing leaves room for what the team says', async () => {
  const book = openReplica('alice');
  await made(book, withTags('person', ['vip']));
  await change(book, ['vip'], { type: 'color', color: 'red' });
  const [before] = await aboutTags(book);
  await shareNothingYet(book.store, book.context);
  const [after, ...others] = await aboutTags(book);
  expect([after?.scope, others]).toEqual(['private', []]);
  expect(after?.id).not.toBe(before?.id);
  expect(await colors(book)).toEqual({ vip: 'red' });
});

test('whoever alone had a tag takes its word along when erased; it can be used again', async () => {
  const book = openReplica('alice');
  const [ann] = await made(
    book,
    withTags('person', ['only hers', 'shared']),
    withTags('person', ['shared']),
  );
  await change(book, ['only hers', 'shared'], { type: 'color', color: 'red' });
  await book.done({ type: 'erase', refs: [{ collection: 'people', id: ann ?? '' }] });
  expect(JSON.stringify(await aboutTags(book))).not.toContain('only hers');
  expect(await colors(book)).toEqual({ shared: 'red' });
  await made(book, withTags('person', ['only hers']));
  await change(book, ['only hers'], { type: 'color', color: 'green' });
  expect(await colors(book)).toEqual({ shared: 'red', 'only hers': 'green' });
});

test('a laptop of an earlier version keeps and passes on what it does not know', async () => {
  const [alice, bob, chen] = [openReplica('alice'), openReplica('bob'), openReplica('chen')];
  bob.context.kinds = new Map([...kinds].filter(([kind]) => kind !== 'tag'));
  const net = openSyncNet([alice, bob, chen], () => 0);
  await made(alice, withTags('person', ['vip']));
  await change(alice, ['vip'], { type: 'color', color: 'red' });
  net.connect(0, 1);
  net.connect(1, 2);
  await net.settle();
  expect(await colors(chen)).toEqual({ vip: 'red' });
  await change(chen, ['vip'], { type: 'color', color: 'blue' });
  await net.settle();
  await net.compareAll();
  expect(await colors(alice)).toEqual({ vip: 'blue' });
  // Once it is updated it changes what it had, and makes no second one.
  delete bob.context.kinds;
  await change(bob, ['vip'], { type: 'color', color: 'green' });
  await net.settle();
  expect(await colors(alice)).toEqual({ vip: 'green' });
  expect(await aboutTags(alice)).toHaveLength(1);
});
