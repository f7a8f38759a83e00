// Erasing between two hosts as they run in the app: of two hundred markers, of every kind
// and in every place, none is left in any file of either laptop.

import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createCommandContext } from '../../../src-main/host/command-context.ts';
import { asideNames, dropAside } from '../../../src-main/host/book/backup/aside.ts';
import { type Keeper, openKeeper } from '../../../src-main/host/book/open-book.ts';
import { openAllowed } from '../../../src-main/host/feeds/allowed.ts';
import { openVault, type Vault } from '../../../src-main/host/keys/vault.ts';
import { openSettings } from '../../../src-main/host/profile/settings.ts';
import { asideDays, type KeptCopy } from '../../../src-shared/bridge/erase-types.ts';
import type { Kind } from '../../../src-shared/domain/kind.ts';
import { kinds } from '../../../src-shared/domain/kinds.ts';
import type { RecordDoc } from '../../../src-shared/domain/record.ts';
import { newMark } from '../../../src-shared/domain/today-mark.ts';
import { ok } from '../../../src-shared/domain/result.ts';
import type { Command, Done, Ref } from '../../../src-shared/records/command.ts';
import { makeRecord } from '../../../src-shared/records/content.ts';
import { runCommand } from '../../../src-shared/records/run-command.ts';
import type { RecordStore } from '../../../src-shared/store/record-store.ts';
import { type FeedServer, rss, startFeedServer } from '../../support/feeds/server.ts';
import { markerOf, markersIn } from '../../support/host/markers.ts';
import {
  handOver,
  type OpenHost,
  openPlainHost,
  pairHosts,
} from '../../support/network/host-pair.ts';
import { markedRecord } from '../../support/records/marked.ts';

/**
 * How a record of each kind goes when Ana is erased: by itself (it is erased, too), or
 * along with her. Every kind has its case: one that is added must say what it is.
 */
const cases: { readonly [kind: string]: 'by itself' | 'along' } = {
  person: 'by itself',
  organisation: 'by itself',
  bucket: 'by itself',
  community: 'by itself',
  view: 'by itself',
  field: 'by itself',
  tag: 'by itself',
  template: 'by itself',
  policy: 'by itself',
  tie: 'along',
  note: 'along',
  call: 'along',
  meeting: 'along',
  message: 'along',
  'kept-post': 'along',
  promise: 'along',
  post: 'along',
  'feed-state': 'along',
  proposal: 'along',
  verdict: 'along',
  comment: 'along',
  reminder: 'along',
  'draft-run': 'along',
  'today-mark': 'along',
  round: 'by itself',
  run: 'by itself',
  'run-part': 'by itself',
  'run-visit': 'along',
  'run-claim': 'along',
};

const copies = ['backups', 'aside'];
const day = 86_400_000;
const notes = ['kind:notice', 'kind:follow'];
const nothing = [0, 0, 0, 0, 0, 0, 0];

test('every kind of record says how it goes when somebody is erased', () => {
  expect(Object.keys(cases).toSorted()).toEqual([...kinds.keys()].toSorted());
});

describe('what two laptops hold of somebody', () => {
  let alice: OpenHost;
  let bob: OpenHost;
  let server: FeedServer;
  let dirs: { alice: string; bob: string };
  let refs: Ref[];
  /** The address of a picture of hers. */
  let picture: string;
  let planted: Set<string>;
  const mark = (): string => {
    const marker = markerOf(planted.size);
    planted.add(marker);
    return marker;
  };

  beforeEach(async () => {
    planted = new Set();
    server = await startFeedServer();
    const book = mkdtempSync(join(tmpdir(), 'rapport-marked-'));
    refs = await fillBook(book);
    [alice, bob] = await Promise.all([openPlainHost(office, book), openPlainHost(office)]);
    rmSync(book, { recursive: true });
    dirs = {
      alice: (await alice.ask('host.info', {})).profileDir,
      bob: (await bob.ask('host.info', {})).profileDir,
    };
  });
  afterEach(async () => {
    await alice.close();
    await bob.close();
    await server.close();
  });

  /** One record of each kind about Ana, as typed, imported and fetched. */
  async function fillBook(dir: string): Promise<Ref[]> {
    const keeper = await openKeeper(dir);
    if (!keeper.ok) throw new Error(keeper.error.code);
    const store = storeIn(keeper.value);
    const context = createCommandContext(openSettings(dir, vaultOf(keeper.value)))();
    const run = async (command: Command): Promise<Done> => {
      const done = await runCommand(store, command, context);
      if (!done.ok) throw new Error(done.error.code);
      return done.value;
    };
    const nowhere = { people: '', groups: '' };
    const typed = async (kind: Kind, targets = nowhere): Promise<Ref> => {
      const record = markedRecord(kind, targets, mark);
      const made = await run({ type: 'create', records: [record as never] });
      return { collection: kind.collection, id: made.ids[0] ?? '' } as Ref;
    };
    const person = kinds.get('person') as Kind;
    const [ana, shop] = [await typed(person), await typed(kinds.get('organisation') as Kind)];
    const found = [ana, shop];
    const targets = { people: ana.id, groups: shop.id };
    for (const kind of kinds.values()) {
      if (['person', 'organisation'].includes(kind.kind)) continue;
      if (kind.combine === undefined) {
        const ref = await typed(kind, targets);
        if (cases[kind.kind] === 'by itself') found.push(ref);
        continue;
      }
      const doc = makeRecord(markedRecord(kind, targets, mark) as never, context);
      const [shown] = (doc.fields['media'] ?? []) as { url: string }[];
      picture = shown?.url ?? picture;
      await store.write((tx) => ok(tx.put(kind.collection, [doc])));
    }
    await keeper.value.close();
    return found;
  }

  const run = (host: OpenHost, command: Command): Promise<Done> =>
    host.ask('command.run', { command });
  const make = async (host: OpenHost, record: object): Promise<string> => {
    const { ids } = await run(host, { type: 'create', records: [record as never] });
    return ids[0] ?? '';
  };
  const personRef = (id: string): Ref => ({ collection: 'people', id });
  const person = (): object =>
    markedRecord(kinds.get('person') as Kind, { people: '', groups: '' }, mark);
  const set = (host: OpenHost, ref: Ref, field: string, value: string): Promise<Done> =>
    run(host, { type: 'edit', changes: [{ type: 'field', ref, field, value }] });
  const markers = (host: 'alice' | 'bob'): string[] => [
    ...markersIn(dirs[host], { without: copies, log: 'last' }).keys(),
  ];

  /** What this laptop alone says of her: a row put off, whom it follows, what was read. */
  async function leaveNotes(host: OpenHost, ana: Ref): Promise<void> {
    const row = { about: ana.id, row: mark(), says: 'snoozed', at: Date.now() } as const;
    await make(host, newMark(row));
    const id = await make(host, { kind: 'comment', fields: { on: ana.id }, note: mark() });
    await host.ask('together.mark', { marks: [{ id, why: 'yours', state: 'done' }] });
    await host.ask('together.follow', { id: ana.id, isFollowed: true });
  }

  /** What is kept beside the book: files, pictures, words about feeds, exports not fetched. */
  async function leaveTraces(host: OpenHost, ana: Ref): Promise<void> {
    const path = `/${mark()}`;
    const url = server.origin + path;
    server.route(
      path,
      rss(mark(), [
        { title: mark(), link: 'https://ana.example/1', date: new Date().toUTCString() },
      ]),
    );
    await host.ask('feeds.allow', { url, address: '127.0.0.1' });
    await host.ask('settings.write', { feeds: 'on', recentSearches: ['ana'] });
    const item = { value: url, label: 'web', more: { title: '' } };
    await run(host, { type: 'edit', changes: [{ type: 'set-put', ref: ana, set: 'feeds', item }] });
    await host.ask('feeds.look', { owner: ana.id });
    await expect
      .poll(async () => (await host.ask('feeds.log', {})).length, { timeout: 10_000 })
      .toBeGreaterThan(0);
    const bytes = new TextEncoder().encode('GIF8');
    await host.ask('posts.keepPicture', { url: picture, bytes });
    await host.ask('posts.mute', { owner: ana.id, isMuted: true });
    const scope = { type: 'selection' as const, ids: [ana.id] };
    await host.ask('export.make', { format: 'rapport-csv', scope });
  }

  test('is gone from every file of both, at once and for good', { timeout: 120_000 }, async () => {
    const [ana] = refs as [Ref];
    // An old name and an undone one, a duplicate, and somebody whom others took in.
    await set(alice, ana, 'nickname', mark());
    await set(alice, ana, 'nickname', 'N');
    await run(alice, { type: 'undo' });
    await run(alice, { type: 'merge', keep: ana.id, gone: [await make(alice, person())] });
    const keep = await make(alice, { kind: 'person', fields: { given: 'Keeper' } });
    const taken = await make(alice, person());
    await run(alice, { type: 'merge', keep, gone: [taken] });
    // A file that she came by, one that is attached to her, and copies of the book.
    const csv = await handOver(alice, `${mark()}.csv`, `Name,Email\nCsv,${mark()}@example.com\n`);
    await alice.ask('import.read', { file: csv, options: {} });
    await alice.ask('import.plan', { file: csv, options: {} });
    await alice.ask('import.apply', { file: csv });
    const all = { view: { of: 'people' }, zone: 'UTC', weekStart: 1 as const };
    const { ids } = await alice.ask('view.ids', { ...all, offset: 0, limit: 100 });
    const attached = await handOver(alice, 'a.txt', 'attached');
    const { hash } = await alice.ask('files.keep', { file: attached });
    const item = { value: hash, label: mark(), more: { size: '20' } };
    await run(alice, {
      type: 'edit',
      changes: [{ type: 'set-put', ref: ana, set: 'files', item }],
    });
    const backup = await alice.ask('backup.make', {});
    await alice.ask('backup.restore', { name: backup.name });
    await pairHosts(alice, bob);
    // With others: the moment stays, its words are theirs.
    const quinn = await make(alice, { kind: 'person', fields: { given: 'Quinn' } });
    const together = await make(alice, {
      kind: 'call',
      fields: { people: [ana.id, quinn] },
      note: 'Spoke',
    });
    await leaveTraces(alice, ana);
    await leaveNotes(alice, ana);
    await expect.poll(() => markers('bob').length, { timeout: 20_000 }).toBeGreaterThan(200);
    await bob.ask('files.want', { hash });
    await set(bob, ana, 'maidenName', mark());
    await set(bob, ana, 'maidenName', 'M');
    const secret = await make(bob, { kind: 'person', scope: 'private', fields: { given: 'Q' } });
    await make(bob, { kind: 'note', fields: { people: [ana.id] }, note: mark() });
    const own = await make(bob, {
      kind: 'call',
      fields: { people: [ana.id, secret] },
      note: 'Own',
    });
    await leaveTraces(bob, ana);
    await leaveNotes(bob, ana);
    await expect
      .poll(() => alice.ask('files.states', { hashes: [hash] }))
      .toMatchObject([{ state: 'here' }]);
    await expect

      .poll(
        () => {
          const found = new Set([...markers('alice'), ...markers('bob')]);
          return [...planted].filter((marker) => !found.has(marker));
        },
        { timeout: 20_000 },
      )
      .toEqual([]);
    expect(planted.size).toBeGreaterThanOrEqual(200);
    for (const dir of Object.values(dirs)) expect(await besideBook(dir)).not.toContain(0);

    const csvPeople = ids.filter((id) => ![ana.id, keep, taken, quinn].includes(id));
    const erased = [...refs, personRef(taken), ...csvPeople.map(personRef)];
    const look = await alice.ask('erase.look', { refs: erased });
    await run(alice, { type: 'erase', refs: erased });
    expect(markersIn(dirs.alice, { without: copies })).toEqual(new Map());
    await expect
      .poll(() => markersIn(dirs.bob, { without: copies }), { timeout: 20_000 })
      .toEqual(new Map());

    expect(await besideBook(dirs.alice)).toEqual(nothing);
    await expect.poll(() => besideBook(dirs.bob), { timeout: 20_000 }).toEqual(nothing);
    // What stays names her no more.
    for (const [host, ids] of [
      ['alice', [together]],
      ['bob', [together, own]],
    ] as const) {
      const docs = await momentsIn(dirs[host], ids);
      expect(docs.map(({ status }) => status)).toEqual(ids.map(() => 'live'));
      for (const doc of docs) {
        const state = Buffer.from(doc.state ?? '', 'base64').toString('latin1');
        expect(JSON.stringify(doc) + state).not.toContain(ana.id);
      }
    }
    // What is said beforehand and afterwards.
    expect(look).toMatchObject({ laptops: ['Bob'], outOfReach: [] });
    await bob.ask('team.compare', {});
    await expect
      .poll(async () => (await alice.ask('erase.list', {})).erasures, { timeout: 20_000 })
      .toMatchObject([{ counts: look.counts, waiting: [] }]);
    const kept = async (): Promise<KeptCopy[]> => (await alice.ask('erase.list', {})).copies;
    const aside = (await kept()).filter(({ where }) => where === 'aside');
    expect(aside.map(({ at, until }) => (until ?? 0) - at)).toEqual([asideDays * day]);
    expect((await kept()).map(({ name }) => name)).toContain(backup.name);
    dropAside(dirs.alice, asideNames(dirs.alice, Date.now()));
    expect((await kept()).map(({ where }) => where)).not.toContain('aside');
    expect(readdirSync(join(dirs.alice, 'aside'))).toEqual([]);
  });
});

function vaultOf({ keys }: Keeper): Vault {
  const key = keys.key();
  if (key === undefined) throw new Error('no key');
  return openVault(key);
}

/**
 * How much lies beside the records, sealed: files, pictures, exports, feeds that are allowed,
 * searches, comments that were read, records that are followed.
 */
async function besideBook(dir: string): Promise<number[]> {
  const files = ['files', 'pictures', 'outgoing'].map((name) => {
    const folder = join(dir, name);
    return existsSync(folder) ? readdirSync(folder).length : 0;
  });
  return withCopy(dir, async (keeper, copy) => {
    const found = await storeIn(keeper).byKeys('local', notes);
    return [
      ...files,
      openAllowed(copy, vaultOf(keeper)).urls().length,
      openSettings(copy, vaultOf(keeper)).read().recentSearches.length,
      ...notes.map((key) => found.get(key)?.length ?? 0),
    ];
  });
}

const momentsIn = (dir: string, ids: readonly string[]): Promise<RecordDoc[]> =>
  withCopy(dir, async (keeper) => [...(await storeIn(keeper).get('moments', ids)).values()]);

function storeIn(keeper: Keeper): RecordStore {
  const book = keeper.book();
  if (!book.ok) throw new Error(book.error.code);
  return book.value.store;
}

async function withCopy<T>(
  dir: string,
  read: (keeper: Keeper, copy: string) => Promise<T>,
): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), 'rapport-copy-'));
  cpSync(dir, copy, { recursive: true });
  const keeper = await openKeeper(copy);
  if (!keeper.ok) throw new Error(keeper.error.code);
  try {
    return await read(keeper.value, copy);
  } finally {
    await keeper.value.close();
    rmSync(copy, { recursive: true });
  }
}

const office = 'f4:92:bf:00:00:01';
