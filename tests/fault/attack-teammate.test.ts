// A full member of the team whose program says over its link whatever it likes, to hosts as
// they run in the app.

import { deflateRawSync } from 'node:zlib';

import * as Y from 'yjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { toBase64 } from '../../src-shared/records/base64.ts';
import { genesisState } from '../../src-shared/records/state.ts';
import { partitionOf } from '../../src-shared/sync/digest.ts';
import { linked, sayBytes, sayTo } from '../support/network/hostile-link.ts';
import {
  handOver,
  joinWindows,
  type OpenHost,
  openPlainHost,
  pairHosts,
} from '../support/network/host-pair.ts';

const at = 1_700_000_000_000;
const origin = { by: 'Mallory', device: 'mallory', at, source: { type: 'typed' as const } };
const row = { kind: 'person', createdAt: at, origin, sets: {}, note: '' };

let alice: OpenHost;
let bob: OpenHost;
let wire: ReturnType<typeof joinWindows>;
beforeAll(async () => {
  const office = 'f4:92:bf:00:00:01';
  [alice, bob] = await Promise.all([openPlainHost(office), openPlainHost(office)]);
  wire = await pairHosts(alice, bob);
  await linked(alice, bob);
});
afterAll(async () => {
  await alice.close();
  await bob.close();
});

const give = (host: OpenHost, ...items: object[]): Promise<void> =>
  sayTo(host, { t: 'give', items: items.map((item) => ({ c: 'people', ...item })) });

const person = (id: string, fields: object): object => ({ id, row: { ...row, fields } });

async function isFound(host: OpenHost, text: string): Promise<boolean> {
  return (await host.ask('search.run', { text, limit: 10 })).hits.length > 0;
}

/** Both laptops compare, and find that they hold the same. */
async function comeToAgree(): Promise<void> {
  const since = Date.now();
  await alice.ask('team.compare', {});
  for (const host of [alice, bob])
    await host.team(({ devices }) =>
      devices.some((one) => !one.isMe && !one.differs && (one.agreedAt ?? 0) >= since),
    );
}

async function edit(host: OpenHost, id: string, field: string, value: string): Promise<void> {
  const ref = { collection: 'people', id };
  const changes = [{ type: 'field', ref, field, value }];
  await host.ask('command.run', { command: { type: 'edit', changes } as never });
}

describe('one record told to two laptops in two ways', () => {
  /** The same author says two things in the same place. */
  const written = (id: string, family: string): object => {
    const doc = new Y.Doc();
    const content = { fields: { given: 'Eve' }, sets: {}, note: '' };
    Y.applyUpdate(doc, genesisState({ ...row, scope: 'team' }, content));
    doc.clientID = 777;
    doc.getMap('fields').set('family', family);
    doc.getMap('meta').set('family', { stamp: origin, vector: { mallory: 5 } });
    return { id, state: toBase64(Y.encodeStateAsUpdate(doc)) };
  };

  test.each<[string, object, object]>([
    ['as-made', person('as-made', { given: 'Made1' }), person('as-made', { given: 'Made2' })],
    [
      'longer',
      person('longer', { given: 'Longer1', job: 'x' }),
      person('longer', { given: 'Longer2' }),
    ],
    ['edited', written('edited', 'Edited1'), written('edited', 'Edited2')],
  ])(
    '%s: they come to agree, and what is edited after that reaches both',
    async (id, one, other) => {
      const [first, second] = ['1', '2'].map((end) => id.replace(/^as-/, '') + end) as [
        string,
        string,
      ];
      await give(alice, one);
      await give(bob, other);
      for (const host of [alice, bob])
        await expect
          .poll(async () => (await isFound(host, first)) || (await isFound(host, second)))
          .toBe(true);
      await comeToAgree();
      for (const text of [first, second])
        expect(await isFound(alice, text)).toBe(await isFound(bob, text));
      await edit(alice, id, 'given', `Honest${id}`);
      await expect.poll(() => isFound(bob, `Honest${id}`), { timeout: 20_000 }).toBe(true);
    },
  );

  test('states of a feed that differ in nothing but when they were made: they come to agree', async () => {
    const fields = { owner: 'p', said: at, url: 'https://a.example/' };
    const state = (createdAt: number): object => ({
      c: 'work',
      id: 'a-feed',
      row: { ...row, kind: 'feed-state', createdAt, fields },
    });
    await give(alice, state(at));
    await give(bob, state(at + 1));
    await comeToAgree();
    expect(wire.spoken()).toContain('"id":"a-feed"');
  });
});

const oddTexts = [
  '%',
  '%E0%A4',
  '../x',
  '/',
  '?a=b',
  '#/team',
  ' ',
  "'",
  '"',
  '<img src=x>',
  '*',
  '_',
  '__proto__',
  'constructor',
  'toString',
  'length',
  'null',
  'undefined',
  '0',
  '-1',
  '1e9',
  '\ud800',
  '\udfff',
  '\u0000',
  'a\u0000b',
  '\ufeff',
  '\u2028',
  '\u202e',
  'é',
  'e\u0301',
  'A',
  'a',
  'x'.repeat(64),
  'sync:x',
  'erased:x',
];

test('records with odd ids, names, texts and entries, edited then: both agree', async () => {
  const items = oddTexts.flatMap((odd, n) => [
    person(odd, { given: 'Odd' }),
    person(`field-${n}`, { given: 'Odd', [odd]: 'x' }),
    person(`text-${n}`, { given: odd, job: `Odd ${odd}` }),
    { id: `set-${n}`, row: { ...row, fields: {}, sets: { [odd]: [{ id: 'x', value: 'x' }] } } },
    { id: `item-${n}`, row: { ...row, fields: {}, sets: { tags: [{ id: odd, value: odd }] } } },
    { id: `note-${n}`, row: { ...row, fields: { given: 'Odd' }, note: odd } },
  ]);
  await give(alice, ...items);
  await comeToAgree();
  const { ids } = await alice.ask('view.ids', {
    view: { of: 'people' },
    zone: 'UTC',
    weekStart: 1,
    limit: 1_000,
  });
  expect(ids).toEqual(expect.arrayContaining(oddTexts));
  for (const id of ids) await edit(alice, id, 'family', 'Changed');
  await comeToAgree();
});

test('what is private is neither given, changed nor erased, whoever asks and however', async () => {
  const command = {
    type: 'create',
    records: [{ kind: 'person', scope: 'private', fields: { given: 'Secretive' } }],
  } as never;
  const id = (await alice.ask('command.run', { command })).ids[0] ?? '';
  const attached = await handOver(alice, 'a.txt', 'secret words');
  const { hash } = await alice.ask('files.keep', { file: attached });
  const item = { value: hash, label: 'a.txt', more: { size: '12' } };
  const ref = { collection: 'people', id };
  const changes = [{ type: 'set-put', ref, set: 'files', item }];
  await alice.ask('command.run', { command: { type: 'edit', changes } as never });
  // Somebody who is shared names the same file.
  const files = [{ id: 'x', value: hash, label: 'mine' }];
  await give(alice, { id: 'thief', row: { ...row, fields: { given: 'Thief' }, sets: { files } } });
  await sayTo(alice, { t: 'want', c: 'people', ids: [id] });
  await sayTo(alice, { t: 'want', c: 'posts', ids: [id] });
  const parts = Array.from({ length: 256 }, (_, part) => part);
  await sayTo(alice, { t: 'ids', lists: [{ c: 'people', parts, ids: [[id, 1]] }] });
  await sayTo(alice, { t: 'file-want', hash, from: 0 });
  const erased = { kind: 'person', at, keys: [], origin };
  await give(alice, { id, erased }, person(id, { given: 'Taken' }), { id, c: 'groups', erased });
  await sayTo(alice, { t: 'ack', epoch: 'x', at: {}, whole: true });
  // In the order of what was said: all before it is dealt with.
  await give(alice, person('marker', { given: 'Marker' }));
  await expect.poll(() => isFound(alice, 'Marker'), { timeout: 20_000 }).toBe(true);
  await expect.poll(wire.spoken, { timeout: 20_000 }).toContain(`"file-none","hash":"${hash}"`);
  expect(await isFound(alice, 'Secretive')).toBe(true);
  expect(await isFound(alice, 'Taken')).toBe(false);
  expect(wire.spoken()).not.toContain('Secretive');
  expect(wire.spoken()).not.toContain(Buffer.from('secret words').toString('base64'));
});

test('what can never be repaired keeps nobody from repairing the rest', async () => {
  let count = 0;
  const idIn = (part: number): string => {
    for (;;) {
      const id = `part-${count++}`;
      if (partitionOf(id) === part) return id;
    }
  };
  // Of another kind at each: a record stays what it was made as.
  const poisoned = Array.from({ length: 16 }, (_, part) => idIn(part));
  const group = (id: string, kind: string): object => ({
    c: 'groups',
    id,
    row: { ...row, kind, fields: { name: kind } },
  });
  const last = idIn(255);
  await give(alice, ...poisoned.map((id) => group(id, 'organisation')), group(last, 'bucket'));
  await give(bob, ...poisoned.map((id) => group(id, 'community')));
  const other = {
    c: 'groups',
    id: last,
    row: { ...row, kind: 'bucket', fields: { name: 'Other' } },
  };
  await give(bob, other);
  const isSame = async (): Promise<boolean> =>
    (await isFound(alice, 'Other')) === (await isFound(bob, 'Other'));
  for (const host of [alice, bob])
    await expect
      .poll(async () => (await isFound(host, 'Other')) || (await isFound(host, 'bucket')))
      .toBe(true);
  await alice.ask('team.compare', {});
  await expect.poll(isSame, { timeout: 30_000 }).toBe(true);
});

test('a message that grows to twenty million objects costs its sender the link', async () => {
  const json = `{"t":"give","items":[${'{},'.repeat(20_000_000)}0]}`;
  await sayBytes(alice, Buffer.concat([Uint8Array.of(1), deflateRawSync(json, { level: 1 })]));
  await alice.team(({ devices }) => devices.every(({ link }) => link === 'none'));
  expect(await isFound(alice, 'Secretive')).toBe(true);
});
