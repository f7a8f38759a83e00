// Views as a window asks for them: answers of the open book, and refusals that say why.

import { expect, it, onTestFinished } from 'vitest';

import { openKeeper } from '../../../src-main/host/book/open-book.ts';
import type { ServiceContext } from '../../../src-main/host/services/context.ts';
import { viewHandlers } from '../../../src-main/host/services/view-handlers.ts';
import type { ViewNode } from '../../../src-shared/query/view.ts';
import { putAll, recordOf } from '../../support/store/sample-records.ts';
import { tempDir } from '../../support/store/store-fixtures.ts';

const now = Date.UTC(2026, 2, 12, 12);
const here = { zone: 'Europe/Berlin', weekStart: 1 as const };

async function openBook() {
  const keeper = await openKeeper(tempDir());
  if (!keeper.ok) throw new Error(keeper.error.code);
  onTestFinished(() => keeper.value.close());
  const { book } = keeper.value;
  const open = book();
  if (!open.ok) throw new Error(open.error.code);
  const context = { book, commandContext: () => ({ now: () => now }) };
  return {
    store: open.value.store,
    ask: viewHandlers(context as unknown as ServiceContext),
  };
}

it('suggests values that are there: of people, over a link, and of nothing it does not know', async () => {
  const { store, ask } = await openBook();
  const town = (id: string, city: string) =>
    recordOf({
      id: id as never,
      kind: 'person',
      fields: { given: id },
      sets: { addresses: [{ value: city, more: { city } }] },
    });
  await putAll(store, [
    town('ann', 'Köln'),
    town('bob', 'KÖLN'),
    town('cid', 'Kolding'),
    recordOf({ id: 'port' as never, kind: 'organisation', fields: { name: 'Kölner Hafen' } }),
    recordOf({ id: 't' as never, kind: 'tie', fields: { type: 'role', from: 'ann', to: 'port' } }),
  ]);
  const values = async (field: string, text: string) => {
    const answer = await ask['view.values']({
      view: { of: 'people' },
      ...here,
      field,
      text,
      limit: 5,
    });
    return answer.ok ? answer.value.values.map(({ value, count }) => `${value} ${count}`) : answer;
  };
  expect(await values('addresses.city', 'kol')).toEqual([
    expect.stringMatching(/^k.ln 2$/i),
    'Kolding 1',
  ]);
  expect(await values('org.name', 'HAF')).toEqual(['Kölner Hafen 1']);
  expect(await values('no.such', '')).toEqual([]);
  // What is written meanwhile is there at once.
  await putAll(store, [town('dan', 'Kolding'), town('eve', 'Kolding')]);
  expect(await values('addresses.city', 'kolding')).toEqual(['Kolding 3']);
  await putAll(store, [town('fay', 'Kolding')]);
  expect(await values('addresses.city', 'kolding')).toEqual(['Kolding 4']);
});

it('answers ids, counts and groups, and knows when somebody was last spoken to', async () => {
  const { store, ask } = await openBook();
  const person = (id: string, tags: string[]) =>
    recordOf({
      id: id as never,
      kind: 'person',
      fields: { given: id },
      sets: { tags: tags.map((value) => ({ value })) },
    });
  const call = recordOf({
    id: 'call' as never,
    kind: 'call',
    fields: { people: ['ada'], when: Date.UTC(2025, 9, 1), direction: 'out' },
  });
  await putAll(store, [
    person('ada', ['vip']),
    person('bob', ['vip', 'b2b']),
    person('cy', []),
    call,
  ]);
  const tagged = { of: 'people', conditions: { field: 'tag', op: 'hasAnyOf', arg: ['VIP'] } };
  expect(await ask['view.ids']({ ...here, view: tagged, offset: 0, limit: 10 })).toEqual({
    ok: true,
    value: { ids: ['ada', 'bob'], marks: [] },
  });
  expect(await ask['view.count']({ ...here, view: tagged })).toMatchObject({ value: { count: 2 } });
  const byTag = { of: 'people', groupBy: [{ field: 'tag' }] };
  const groups = await ask['view.groups']({ ...here, view: byTag });
  expect(groups.ok && groups.value.groups).toEqual(
    expect.arrayContaining([
      { key: 'vip', count: 2 },
      { key: 'b2b', count: 1 },
      { key: null, count: 1 },
    ]),
  );
  const arg = { count: 90, unit: 'day' };
  const quiet = { field: 'lastContact.at', op: 'moreThanAgo', arg };
  expect(await ask['view.ids']({ ...here, view: quiet, offset: 0, limit: 10 })).toMatchObject({
    value: { ids: ['ada'] },
  });
});

it('counts in a group whom a filter for it leaves, in whatever letters they have it', async () => {
  const { store, ask } = await openBook();
  const person = (id: string, tag: string, ...towns: string[]) =>
    recordOf({
      id: id as never,
      kind: 'person',
      fields: { given: id },
      sets: {
        tags: [{ value: tag }],
        addresses: towns.map((city) => ({ value: city, more: { city } })),
      },
    });
  await putAll(store, [
    person('ada', 'kunde', 'Hamburg', 'HAMBURG'),
    person('bob', 'Kunde', 'Hamburg'),
    person('cy', 'Kunde', 'München'),
    person('dee', 'KUNDE', 'Munchen '),
    person('eli', ' kunde', 'München'),
    person('fay', 'Kunden'),
  ]);
  const groupsBy = async (...fields: string[]) => {
    const groupBy = fields.map((field) => ({ field }));
    const groups = await ask['view.groups']({ ...here, view: { of: 'people', groupBy } });
    return groups.ok ? groups.value.groups.toSorted((a, b) => b.count - a.count) : [];
  };
  expect(await groupsBy('tag')).toEqual([
    { key: 'kunde', count: 5, written: 'Kunde' },
    { key: 'kunden', count: 1, written: 'Kunden' },
  ]);
  const towns = [
    { key: 'munchen', count: 3, written: 'München' },
    { key: 'hamburg', count: 2, written: 'Hamburg' },
    { key: null, count: 1 },
  ];
  expect(await groupsBy('addresses.city')).toEqual(towns);
  expect(await groupsBy('tag', 'addresses.city')).toMatchObject([
    { key: 'kunde', inside: expect.arrayContaining(towns.slice(0, 2)) as never },
    { key: 'kunden', inside: [{ key: null, count: 1 }] },
  ]);
  for (const conditions of [
    { field: 'tag', op: 'hasAnyOf', arg: ['Kunde'] },
    { field: 'addresses.city', op: 'is', arg: 'München' },
    { field: 'addresses.city', op: 'is', arg: 'Hamburg' },
  ]) {
    const groups = await groupsBy(conditions.field);
    const meant = groups.find(({ written }) => [conditions.arg].flat().includes(written ?? ''));
    const left = await ask['view.count']({ ...here, view: { of: 'people', conditions } });
    expect(left).toEqual({ ok: true, value: { count: meant?.count } });
  }
});

it('refuses what is no view and no place, and leaves out what is no column', async () => {
  const { store, ask } = await openBook();
  await putAll(store, [recordOf({ id: 'ada' as never, kind: 'person', fields: { given: 'Ada' } })]);
  expect(await ask['view.count']({ ...here, view: { of: 'cars' } })).toMatchObject({
    error: { code: 'not-a-view', detail: { where: 'of' } },
  });
  expect(await ask['view.count']({ ...here, zone: 'Mars', view: { all: [] } })).toMatchObject({
    error: { code: 'bad-input' },
  });
  expect(
    await ask['view.feet']({ ...here, view: { all: [] }, fields: ['shoe', 'name'] }),
  ).toMatchObject({ value: { feet: { name: [{ group: [], count: 1, filled: 1, distinct: 1 }] } } });
});

it('asks for what happened by the kind it was taken to be later, and by with whom it was', async () => {
  const { store, ask } = await openBook();
  const moment = (id: string, kind: string, fields: { [name: string]: string | string[] }) =>
    recordOf({ id: id as never, kind, fields: { when: now, title: id, ...fields } });
  await putAll(store, [
    recordOf({ id: 'ada' as never, kind: 'person', fields: { given: 'Ada' } }),
    moment('a note', 'note', { people: ['ada'] }),
    moment('b was a note', 'note', { people: ['ada'], kind: 'call' }),
    moment('c of a post', 'kept-post', { kind: 'call' }),
    moment('d call', 'call', { people: ['bob'] }),
  ]);
  const idsOf = async (conditions: ViewNode): Promise<unknown> => {
    const view = JSON.parse(JSON.stringify({ of: 'moments', conditions })) as never;
    const answer = await ask['view.ids']({ ...here, view, offset: 0, limit: 10 });
    return answer.ok && answer.value.ids;
  };
  const calls = { field: 'kind', op: 'isAnyOf', arg: ['call'] };
  expect(await idsOf(calls)).toEqual(['b was a note', 'd call']);
  const withAda = { field: 'people', op: 'hasAnyOf', arg: ['ada'] };
  expect(await idsOf({ all: [calls, withAda] })).toEqual(['b was a note']);
  const byKind = { of: 'moments', groupBy: [{ field: 'kind' }] };
  const groups = await ask['view.groups']({ ...here, view: byKind });
  expect(groups.ok && groups.value.groups.toSorted((a, b) => b.count - a.count)[0]).toEqual({
    key: 'call',
    count: 2,
  });
});

it('counts whoever has several of some tags once, by kind, and nobody in the trash', async () => {
  const { store, ask } = await openBook();
  const tagged = (id: string, kind: string, ...tags: string[]) =>
    recordOf({
      id: id as never,
      kind,
      fields: { [kind === 'person' ? 'given' : 'name']: id },
      sets: { tags: tags.map((value) => ({ value })) },
    });
  await putAll(store, [
    tagged('ann', 'person', 'vip', 'press', 'b2b'),
    tagged('bob', 'person', 'VIP'),
    tagged('cid', 'person', 'other'),
    { ...tagged('dan', 'person', 'vip'), status: 'trashed' as const },
    tagged('acme', 'organisation', 'press', 'vip'),
    tagged('club', 'community', 'b2b'),
  ]);
  const counts = (...tags: string[]) => ask['view.tagged']({ tags });
  expect(await counts('vip', 'Press', 'b2b', 'vip')).toEqual({
    ok: true,
    value: { counts: { person: 2, organisation: 1, community: 1 } },
  });
  expect(await counts('nothing')).toEqual({ ok: true, value: { counts: {} } });
});
