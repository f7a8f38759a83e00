// Acts and exports that are about a view: the host finds whom they mean, once.

import { expect, it, onTestFinished } from 'vitest';

import { createCommandContext } from '../../../src-main/host/command-context.ts';
import { openKeeper } from '../../../src-main/host/book/open-book.ts';
import { createWrittenFiles } from '../../../src-main/host/handover/written-files.ts';
import { openSettings } from '../../../src-main/host/profile/settings.ts';
import { commandHandlers } from '../../../src-main/host/services/command-handlers.ts';
import type { ServiceContext } from '../../../src-main/host/services/context.ts';
import { exportHandlers } from '../../../src-main/host/services/export-handlers.ts';
import { viewHandlers } from '../../../src-main/host/services/view-handlers.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { putAll, recordOf } from '../../support/store/sample-records.ts';
import { tempDir } from '../../support/store/store-fixtures.ts';
import { vaultIn } from '../../support/store/vault-in.ts';

const here = { zone: 'Europe/Berlin', weekStart: 1 as const };
const tagged = { of: 'people', conditions: { field: 'tag', op: 'hasAnyOf', arg: ['vip'] } };
const everybody = { of: 'people' };

async function openBook(docs: readonly RecordDoc[]) {
  const dir = tempDir();
  const keeper = await openKeeper(dir);
  if (!keeper.ok) throw new Error(keeper.error.code);
  onTestFinished(() => keeper.value.close());
  const { book } = keeper.value;
  const open = book();
  if (!open.ok) throw new Error(open.error.code);
  const { store } = open.value;
  await putAll(store, docs);
  const settings = openSettings(dir, vaultIn(dir));
  const commandContext = createCommandContext(settings);
  const context = { book, settings, commandContext } as unknown as ServiceContext;
  const files = createWrittenFiles(dir);
  return {
    ...commandHandlers(context),
    ...exportHandlers(context, files),
    ...viewHandlers(context),
    tags: async (id: string) =>
      (await store.get('people', [id])).get(id)?.sets['tags']?.map(({ value }) => value) ?? [],
  };
}

const person = (id: string, tags: string[] = []) =>
  recordOf({
    id,
    kind: 'person',
    fields: { given: id },
    sets: { tags: tags.map((value) => ({ value })) },
  });
const three = [person('ada', ['vip']), person('bob', ['vip']), person('cy')];
const mail = { type: 'put' as const, set: 'tags', values: ['mail'] };

it('tags everybody in a view as one step that is taken back as one', async () => {
  const book = await openBook(three);
  expect(await book['view.people']({ ...here, view: tagged })).toMatchObject({
    value: { count: 2 },
  });
  const done = await book['command.forAll']({ ...here, view: tagged, count: 2, act: mail });
  expect(done).toMatchObject({ ok: true, value: { count: 2 } });
  expect(await book.tags('ada')).toEqual(['vip', 'mail']);
  expect(await book.tags('cy')).toEqual([]);
  const action = done.ok ? done.value.action : '';
  await book['command.run']({ command: { type: 'undo', action } });
  expect([await book.tags('ada'), await book.tags('bob')]).toEqual([['vip'], ['vip']]);
});

it('leaves out who was let go, and changes nothing where others match than were shown', async () => {
  const book = await openBook(three);
  const without = ['ada'];
  const which = { ...here, view: tagged, without };
  expect(await book['view.people'](which)).toMatchObject({ value: { count: 1 } });
  const refused = await book['command.forAll']({ ...which, count: 2, act: { type: 'trash' } });
  expect(refused).toMatchObject({ ok: false, error: { code: 'changed-since' } });
  expect(await book['view.count']({ ...here, view: everybody })).toMatchObject({
    value: { count: 3 },
  });
  await book['command.forAll']({ ...which, count: 1, act: mail });
  expect(await book.tags('ada')).toEqual(['vip']);
  expect(await book.tags('bob')).toEqual(['vip', 'mail']);
});

it('searches within a view by people’s own words, where they work and what happened with them', async () => {
  const role = { type: 'role', from: 'cy', to: 'acme' };
  const book = await openBook([
    ...three,
    recordOf({ id: 'acme', kind: 'organisation', fields: { name: 'Bobbin' } }),
    recordOf({ id: 'role', kind: 'tie', fields: role }),
    recordOf({
      id: 'met',
      kind: 'meeting',
      fields: { title: 'Met at fair', people: ['ada', 'cy'] },
    }),
  ]);
  const count = async (view: object, text: string) =>
    book['view.people']({ ...here, view: view as never, text });
  expect(await count(everybody, 'bob')).toMatchObject({ value: { count: 2 } });
  expect(await count(tagged, 'bob')).toMatchObject({ value: { count: 1 } });
  expect(await count(everybody, 'fair')).toMatchObject({ value: { count: 2 } });
  expect(await count(tagged, 'fair')).toMatchObject({ value: { count: 1 } });
  expect(await count(everybody, 'nobody')).toMatchObject({ value: { count: 0 } });
});

const nothingElse = { zone: here.zone, weekStart: here.weekStart, view: everybody };

it('finds people by the words of their roles and of attached files, and says where they stand', async () => {
  const hash = 'a'.repeat(64);
  const book = await openBook([
    ...three,
    recordOf({ id: 'acme', kind: 'organisation', fields: { name: 'Bobbin' } }),
    recordOf({
      id: 'role',
      kind: 'tie',
      fields: {
        type: 'role',
        from: 'cy',
        to: 'acme',
        title: 'Head of Purchasing',
        department: 'Ovens',
        expects: 'Quotes within a week',
      },
    }),
    recordOf({ id: 'call', kind: 'call', fields: { people: ['ada'] }, note: 'Likes rye loaves' }),
    recordOf({
      id: 'dee',
      kind: 'person',
      fields: { given: 'dee' },
      sets: { files: [{ value: hash, label: 'Lease.pdf' }] },
    }),
  ]);
  const found = async (text: string) => {
    const asked = { ...nothingElse, text, byView: false, limit: 10 };
    const answer = await book['search.people'](asked);
    return answer.ok ? answer.value.people.map(({ id, by }) => [id, by.id, by.what]) : answer;
  };
  expect(await found('purchasing')).toEqual([['cy', 'role', undefined]]);
  expect(await found('ovens')).toEqual([['cy', 'role', undefined]]);
  expect(await found('quotes')).toEqual([['cy', 'role', 'expects']]);
  expect(await found('bobbi')).toEqual([['cy', 'acme', undefined]]);
  expect(await found('loaves')).toEqual([['ada', 'call', 'note']]);
  expect(await found('lease')).toEqual([['dee', 'dee', 'files']]);
  const all = { ...nothingElse, text: 'quotes' };
  expect(await book['view.people'](all)).toMatchObject({ value: { count: 1 } });
});

it('shows what a search finds best first, or in the order of the list, cut where there is more', async () => {
  const book = await openBook([
    recordOf({ id: 'one', kind: 'person', fields: { given: 'Zoe', family: 'Lee' } }),
    recordOf({ id: 'two', kind: 'person', fields: { given: 'Leena' } }),
    recordOf({ id: 'three', kind: 'person', fields: { given: 'Bo' }, note: 'knows Lee' }),
  ]);
  const ids = async (byView: boolean, limit = 10) => {
    const answer = await book['search.people']({ ...nothingElse, text: 'lee', byView, limit });
    return answer.ok && [answer.value.people.map(({ id }) => id), answer.value.more];
  };
  expect(await ids(false)).toEqual([['one', 'two', 'three'], false]);
  expect(await ids(true)).toEqual([['three', 'two', 'one'], false]);
  expect(await ids(true, 2)).toEqual([['three', 'two'], true]);
  expect(await ids(false, 2)).toEqual([['one', 'two'], true]);
});

it('finds who stayed by what happened with one who was merged into them', async () => {
  const gone = recordOf(
    { id: 'gone', kind: 'person', fields: { given: 'Gone', mergedInto: 'ada' } },
    'merged',
  );
  const met = recordOf({ id: 'met', kind: 'note', fields: { people: ['gone'] }, note: 'harvest' });
  const book = await openBook([...three, gone, met]);
  const asked = { ...nothingElse, text: 'harvest', byView: false, limit: 10 };
  expect(await book['search.people'](asked)).toMatchObject({
    value: { people: [{ id: 'ada', by: { id: 'met' } }], more: false },
  });
});

it('refuses a view that it cannot follow in every part, or that is not about people', async () => {
  const book = await openBook(three);
  const strange = { of: 'people', conditions: { field: 'shoeSize', op: 'is', arg: '44' } };
  for (const view of [strange, { of: 'groups' }]) {
    expect(
      await book['command.forAll']({ ...here, view, count: 3, act: { type: 'trash' } }),
    ).toMatchObject({ error: { code: 'not-a-view' } });
    expect(
      await book['export.check']({ format: 'rapport-csv', scope: { type: 'view', ...here, view } }),
    ).toMatchObject({ error: { code: 'not-a-view' } });
  }
});

it('exports whom a view names', async () => {
  const book = await openBook(three);
  const scope = { type: 'view' as const, ...here, view: tagged };
  expect(await book['export.check']({ format: 'rapport-csv', scope })).toMatchObject({
    value: { rows: 2 },
  });
  expect(await book['export.make']({ format: 'rapport-csv', scope })).toMatchObject({
    value: { rows: 2 },
  });
});
