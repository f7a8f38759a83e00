// The history as a window asks for it, of one laptop and of two.

import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { HistoryLine } from '../../../src-shared/bridge/history-types.ts';
import type { Command, Done } from '../../../src-shared/records/command.ts';
import {
  handOver,
  type OpenHost,
  openPlainHost,
  pairHosts,
} from '../../support/network/host-pair.ts';

const office = 'f4:92:bf:00:00:01';
const person = (id: string) => ({ collection: 'people' as const, id });

const run = (host: OpenHost, command: Command): Promise<Done> =>
  host.ask('command.run', { command });

async function make(host: OpenHost, record: object): Promise<string> {
  const { ids } = await run(host, { type: 'create', records: [record as never] });
  return ids[0] ?? '';
}

const set = (host: OpenHost, id: string, field: string, value: string | null): Promise<Done> =>
  run(host, { type: 'edit', changes: [{ type: 'field', ref: person(id), field, value }] });

const linesOf = async (host: OpenHost, id: string): Promise<HistoryLine[]> =>
  (await host.ask('history.of', { id, limit: 100 })).lines;

const actionsOf = (host: OpenHost, whose: 'all' | 'others' = 'all', since = 0) =>
  host.ask('history.actions', { whose, since, limit: 100 });

async function importCsv(host: OpenHost, name: string, text: string): Promise<string> {
  const file = await handOver(host, name, text);
  await host.ask('import.read', { file, options: {} });
  await host.ask('import.plan', { file, options: {} });
  return (await host.ask('import.apply', { file })).action;
}

describe('on one laptop', () => {
  let alice: OpenHost;
  beforeEach(async () => {
    alice = await openPlainHost(office);
  });
  afterEach(() => alice.close());

  test('how many records an action touched is one number where it is done, undone and read again', async () => {
    const newest = async () => (await actionsOf(alice)).actions[0];
    const agrees = async (done: Pick<Done, 'count'>) =>
      expect({ count: (await newest())?.count }).toEqual({ count: done.count });
    const ana = (email: string) => ({
      kind: 'person',
      fields: { given: 'Ana' },
      sets: { emails: [{ value: email }] },
    });
    const records = ['a', 'b', 'c', 'd', 'e'].map((one) => ana(`${one}@x.example`)) as never;
    const made = await run(alice, { type: 'create', records });
    await agrees(made);
    const [a = '', b = '', c = '', d = '', e = ''] = made.ids;
    const commands: Command[] = [
      { type: 'merge', keep: a, gone: [b, c] },
      { type: 'merge-many', merges: [{ keep: d, gone: [e] }] },
      {
        type: 'edit',
        changes: [d, a, a].map((id, at) => ({
          type: 'field' as const,
          ref: person(id),
          field: at === 2 ? 'family' : 'given',
          value: `Ann${at}`,
        })),
      },
      { type: 'trash', refs: [person(a)] },
    ];
    const counts: number[] = [];
    for (const command of commands) {
      const done = await run(alice, command);
      counts.push(done.count);
      await agrees(done);
      const undone = await run(alice, { type: 'undo', action: done.action });
      expect(undone.count).toBe(done.count);
      await agrees(undone);
      await agrees(await run(alice, { type: 'redo', action: done.action }));
    }
    expect(counts.slice(0, 3)).toEqual([3, 1, 2]);
    const rows = 'First Name,Email,Company\nNia,n@x.example,Acme\nMia,m@x.example,Acme\n';
    const action = await importCsv(alice, 'two.csv', rows);
    const undone = await run(alice, { type: 'undo', action });
    // Two people, an organisation, two roles.
    expect(undone.count).toBe(5);
    await agrees(undone);
  });

  test('an undo and what is done again are of as many as the action, whatever was left alone or is still to come', async () => {
    const records = Array.from({ length: 300 }, (_, at) => ({
      kind: 'person',
      fields: { given: `P${at}` },
    }));
    const { ids } = await run(alice, { type: 'create', records });
    const changes = ids.map((id) => ({
      type: 'field' as const,
      ref: person(id),
      field: 'given',
      value: 'Ann',
    }));
    const { action, count } = await run(alice, { type: 'edit', changes });
    await set(alice, ids[7] ?? '', 'given', 'Anna');
    expect(await run(alice, { type: 'undo', action })).toMatchObject({ count: 299, left: 1 });
    await run(alice, { type: 'redo', action });
    const ofIt = (await actionsOf(alice)).actions.filter(({ changed }) => changed > 1);
    expect(ofIt.map((one) => [one.verb, one.count])).toEqual([
      ['redo', count],
      ['undo', count],
      ['edit', 300],
    ]);
  });

  test('what was never changed has no lines, and the history is whole', async () => {
    const ana = await make(alice, { kind: 'person', fields: { given: 'Ana' } });
    expect(await alice.ask('history.of', { id: ana, limit: 10 })).toEqual({
      lines: [],
      isMore: false,
      begins: 0,
    });
  });

  test('fields, entries of sets and the note stand there as they were and became', async () => {
    const ana = await make(alice, { kind: 'person', fields: { given: 'Ana' }, note: 'Old' });
    await set(alice, ana, 'given', 'Anna');
    await set(alice, ana, 'given', null);
    const item = { value: 'a@example.com', label: 'work' };
    await run(alice, {
      type: 'edit',
      changes: [
        { type: 'set-put', ref: person(ana), set: 'emails', item },
        { type: 'note', ref: person(ana), text: 'New' },
      ],
    });
    const lines = await linesOf(alice, ana);
    expect(lines.map(({ changes }) => changes)).toEqual([
      [
        { what: expect.stringMatching(/^emails\//) as string, before: null, after: item },
        { what: 'note', before: 'Old', after: 'New' },
      ],
      [{ what: 'given', before: 'Anna', after: null }],
      [{ what: 'given', before: 'Ana', after: 'Anna' }],
    ]);
    expect(lines[0]?.action).toMatchObject({ verb: 'edit', isOwn: true, isUnsure: false });
    const page = await alice.ask('history.of', { id: ana, before: lines[0]?.n, limit: 1 });
    expect(page).toMatchObject({ lines: [lines[1]], isMore: true });
  });

  test('what is undone stays in sight, and the undo with it', async () => {
    const ana = await make(alice, { kind: 'person', fields: { given: 'Ana' } });
    await set(alice, ana, 'given', 'Anna');
    await run(alice, { type: 'undo' });
    const [undo, edit] = await linesOf(alice, ana);
    expect(undo).toMatchObject({
      action: { verb: 'undo', of: 'edit', action: null },
      changes: [{ what: 'given', before: 'Anna', after: 'Ana' }],
    });
    expect(edit?.action).toMatchObject({ verb: 'edit', isUndone: true });
    await run(alice, { type: 'redo' });
    const [redo, , again] = await linesOf(alice, ana);
    expect(redo?.action).toMatchObject({ verb: 'redo', of: 'edit' });
    expect(again?.action.isUndone).toBe(false);
  });

  test('an import is one action with its file, told with its people; one it changed has its line', async () => {
    const ana = await make(alice, {
      kind: 'person',
      fields: { given: 'Ana', family: 'Roe' },
      sets: { emails: [{ value: 'ana@example.com' }] },
    });
    const rows = Array.from({ length: 700 }, (_, at) => `Person ${at},p${at}@example.com,`);
    const text = ['Name,Email,Nickname', 'Ana Roe,ana@example.com,Annie', ...rows].join('\n');
    const action = await importCsv(alice, 'spring fair.csv', text);
    const [told] = (await actionsOf(alice)).actions;
    expect(told).toMatchObject({ verb: 'import', action, made: 700, changed: 1, isUndone: false });
    const { records, total } = await alice.ask('history.touched', {
      n: told?.n ?? 0,
      offset: 600,
      limit: 200,
    });
    expect([records.length, total]).toEqual([101, 701]);
    expect(records.at(-1)).toMatchObject({ id: ana, name: 'Ana Roe', whats: ['nickname'] });
    expect(await linesOf(alice, ana)).toMatchObject([
      { row: 2, action: { source: { type: 'import', file: 'spring fair.csv' } } },
    ]);
    const { imports } = await alice.ask('history.imports', {});
    expect(imports).toMatchObject([{ file: 'spring fair.csv', skipped: 0, isUndone: false }]);
    expect(await alice.ask('history.since', { n: told?.n ?? 0 })).toEqual({ made: 0, changed: 0 });
    await set(alice, records[0]?.id ?? '', 'nickname', 'N');
    await set(alice, ana, 'nickname', 'N');
    expect(await alice.ask('history.since', { n: told?.n ?? 0 })).toEqual({ made: 1, changed: 1 });
    await run(alice, { type: 'undo', action });
    expect((await alice.ask('history.imports', {})).imports).toMatchObject([{ isUndone: true }]);
  });

  test('what is done to hundreds is one action, however many transactions it takes', async () => {
    const records = Array.from({ length: 600 }, (_, at) => ({
      kind: 'person',
      fields: { given: `P${at}` },
    }));
    const { ids } = await run(alice, { type: 'create', records });
    await run(alice, {
      type: 'edit',
      changes: ids.map((id) => ({
        type: 'set-put',
        ref: person(id),
        set: 'tags',
        item: { value: 'vip' },
      })),
    });
    await run(alice, { type: 'undo' });
    const { actions } = await actionsOf(alice);
    expect(actions.map(({ verb, made, changed }) => ({ verb, made, changed }))).toEqual([
      { verb: 'undo', made: 0, changed: 600 },
      { verb: 'edit', made: 0, changed: 600 },
      { verb: 'create', made: 600, changed: 0 },
    ]);
  });

  test('a record stands there as it was at a time', async () => {
    const ana = await make(alice, { kind: 'person', fields: { given: 'Ana' }, note: 'Old' });
    const tag = { type: 'set-put' as const, ref: person(ana), set: 'tags', item: { value: 'vip' } };
    await run(alice, { type: 'edit', changes: [tag] });
    const [{ action: { arrived } } = { action: { arrived: 0 } }] = await linesOf(alice, ana);
    // The clock of the host goes on by itself.
    await expect.poll(() => Date.now()).toBeGreaterThan(arrived);
    await set(alice, ana, 'given', 'Anna');
    await run(alice, { type: 'edit', changes: [{ type: 'note', ref: person(ana), text: 'New' }] });
    const then = { collection: 'people' as const, id: ana };
    expect(await alice.ask('history.then', { ...then, at: arrived })).toMatchObject({
      doc: { fields: { given: 'Ana' }, sets: { tags: [{ value: 'vip' }] }, note: 'Old' },
      completeSince: 0,
    });
    expect((await alice.ask('history.then', { ...then, at: 1 })).doc).toBeNull();
  });

  test('a list stands there as it was at a time: who was in it, by the names of then', async () => {
    const made = ['Ana', 'Ben', 'Cem', 'Dan', 'Eve'].map((given) =>
      make(alice, { kind: 'person', fields: { given } }),
    );
    const [ana = '', ben = '', cem = '', dan = '', eve = ''] = await Promise.all(made);
    await run(alice, { type: 'trash', refs: [person(eve)] });
    const before = Date.now();
    await expect.poll(() => Date.now()).toBeGreaterThan(before);
    await set(alice, ana, 'given', 'Zoe');
    await run(alice, { type: 'trash', refs: [person(ben)] });
    await run(alice, { type: 'merge', keep: dan, gone: [cem] });
    await run(alice, { type: 'restore', refs: [person(eve)] });
    await make(alice, { kind: 'person', fields: { given: 'New' } });
    const ask = (at: number, text = '', limit = 100) =>
      alice.ask('history.list', { collection: 'people', kind: 'person', at, text, limit });
    expect(await ask(before)).toEqual({
      rows: [
        { id: ana, name: 'Ana', isOther: true, status: 'live' },
        { id: ben, name: 'Ben', isOther: false, status: 'trashed' },
        { id: cem, name: 'Cem', isOther: false, status: 'merged' },
        { id: dan, name: 'Dan', isOther: false, status: 'live' },
      ],
      total: 4,
      completeSince: 0,
    });
    expect((await ask(Date.now())).rows.map(({ name }) => name)).toEqual([
      'Dan',
      'Eve',
      'New',
      'Zoe',
    ]);
    expect(await ask(before, 'a', 1)).toMatchObject({ rows: [{ name: 'Ana' }], total: 2 });
    expect((await ask(1)).total).toBe(0);
    await run(alice, { type: 'erase', refs: [person(ana)] });
    expect((await ask(before)).rows.map(({ name }) => name)).toEqual(['Ben', 'Cem', 'Dan']);
  });

  test('of somebody who was erased nothing is told', async () => {
    const ana = await make(alice, { kind: 'person', fields: { given: 'Ana' } });
    const ben = await make(alice, { kind: 'person', fields: { given: 'Ben' } });
    await set(alice, ana, 'nickname', 'Nana');
    await run(alice, { type: 'merge', keep: ben, gone: [ana] });
    expect(JSON.stringify(await linesOf(alice, ben))).toContain('Nana');
    await run(alice, { type: 'unmerge', gone: ana });
    await run(alice, { type: 'erase', refs: [person(ana)] });
    expect(JSON.stringify(await linesOf(alice, ben))).not.toContain('Nana');
    expect(await linesOf(alice, ana)).toEqual([]);
  });
});

test('what a teammate did is one action of theirs, and news until it was looked at', async () => {
  const [alice, bob] = await Promise.all([openPlainHost(office), openPlainHost(office)]);
  try {
    const records = ['Ana', 'Ben'].map((given) => ({ kind: 'person', fields: { given } }));
    const { ids } = await run(alice, { type: 'create', records });
    const [ana = '', ben = ''] = ids;
    await pairHosts(alice, bob);
    await expect.poll(async () => (await bob.ask('history.news', {})).count).toBe(1);
    const [made] = (await actionsOf(bob, 'others')).actions;
    expect(made).toMatchObject({ verb: 'create', made: 2, isOwn: false });
    const { latest } = await bob.ask('history.news', {});
    const came = [{ kind: 'person', made: 2, changed: 0 }];
    expect(await bob.ask('history.away', { since: 0 })).toMatchObject({
      teammates: [{ device: made?.device, kinds: came }],
    });
    await bob.ask('history.seen', { n: latest });
    const looked = await bob.ask('history.news', {});
    expect(looked).toMatchObject({ count: 0, seen: latest, seenAt: expect.any(Number) });
    expect(await bob.ask('history.away', { since: latest })).toEqual({ teammates: [] });
    await run(alice, {
      type: 'edit',
      changes: [ana, ben].map((id) => ({
        type: 'field',
        ref: person(id),
        field: 'nickname',
        value: 'N',
      })),
    });
    await expect.poll(async () => (await bob.ask('history.news', {})).count).toBe(1);
    await expect
      .poll(async () => (await actionsOf(bob, 'others', latest)).actions)
      .toMatchObject([{ verb: 'edit', by: 'Alice', changed: 2, action: null }]);
    const device = made?.device ?? '';
    const theirs = (since: number, limit = 9) =>
      bob.ask('history.theirs', { since, device, limit });
    await set(alice, ana, 'nickname', 'M');
    await expect.poll(async () => (await theirs(latest)).records[0]?.times).toBe(2);
    // Ana, touched last, stands first; that she was added is of before.
    expect(await theirs(latest)).toMatchObject({
      records: [
        { id: ana, name: 'Ana', isMade: false, times: 2 },
        { id: ben, name: 'Ben', isMade: false, times: 1 },
      ],
      total: 2,
    });
    expect(await theirs(0, 1)).toMatchObject({ records: [{ id: ana, isMade: true }], total: 2 });
    expect((await bob.ask('history.away', { since: latest })).teammates).toMatchObject([
      { kinds: [{ kind: 'person', made: 0, changed: 2 }] },
    ]);
    expect(await alice.ask('history.away', { since: 0 })).toEqual({ teammates: [] });
    expect(await linesOf(bob, ana)).toMatchObject([
      { changes: [{ what: 'nickname', before: 'N', after: 'M' }] },
      { changes: [{ what: 'nickname', before: null, after: 'N' }] },
    ]);
  } finally {
    await alice.close();
    await bob.close();
  }
});

test('a book of an earlier version says since when it has a history', async () => {
  const kept = join(import.meta.dirname, '../../fixtures/profile-files-plain');
  const host = await openPlainHost(office, kept);
  try {
    const { begins } = await host.ask('history.size', {});
    expect(begins).toBeGreaterThan(1_700_000_000_000);
    const all = { view: { of: 'people' }, zone: 'UTC', weekStart: 1 as const };
    const { ids } = await host.ask('view.ids', { ...all, offset: 0, limit: 1 });
    await set(host, ids[0] ?? '', 'nickname', 'N');
    expect(await host.ask('history.of', { id: ids[0] ?? '', limit: 10 })).toMatchObject({
      // What the undo log of that version knew comes along.
      lines: [
        { changes: [{ what: 'nickname', after: 'N' }] },
        { changes: [{ what: 'files/kept', before: null }], action: { by: 'Ada Kept' } },
      ],
      begins,
    });
  } finally {
    await host.close();
  }
});
