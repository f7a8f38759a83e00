// The files beside the book, as the version before left them: encrypted at the first start,
// whenever that is cut off, and nothing of them lost.
import { randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { createFileStore, hashOf } from '../../src-main/host/attachments/store.ts';
import { openKeeper } from '../../src-main/host/book/open-book.ts';
import { openAllowed } from '../../src-main/host/feeds/allowed.ts';
import { createPictures } from '../../src-main/host/feeds/pictures.ts';
import { openKeyring } from '../../src-main/host/keys/keyring.ts';
import { openVault } from '../../src-main/host/keys/vault.ts';
import { openSettings } from '../../src-main/host/profile/settings.ts';
import { openIdentity } from '../../src-main/host/team/identity/identity.ts';
import { fillProfile } from '../support/host/command-line.ts';
import { openPlainHost } from '../support/network/host-pair.ts';
import { startProcess } from '../support/host/processes.ts';
import { seededRandom, testRuns, testSeed } from '../support/seeded.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { mountSmallDisk } from '../support/store/small-disk.ts';

const marker = 'Xanthippe';
const ada = recordOf({ id: 'p000001', kind: 'person', fields: { given: marker } });
const files = [20, 3_000, 700_000, 5_000_000].map((size) =>
  Buffer.concat([Buffer.from(marker), randomBytes(size)]),
);
const begun = Buffer.concat([Buffer.from(marker), randomBytes(300_000)]);
const begunHash = hashOf(Buffer.concat([begun, begun]));
const picture = Buffer.from(`GIF89a${marker}`);
const url = 'https://example.com/picture';
const fixture = join(import.meta.dirname, '../fixtures/team-before-logs/alice');
let base = '';
let dir = '';

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'rapport-files-'));
  dir = join(base, 'profile');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

/** The book is encrypted already, what lies beside it is not. */
async function fillAsBefore(where: string): Promise<void> {
  await fillProfile(where, [ada]);
  for (const folder of ['files', 'pictures', 'aside']) mkdirSync(join(where, folder));
  for (const bytes of files) writeFileSync(join(where, 'files', hashOf(bytes)), bytes);
  writeFileSync(join(where, 'files', `${begunHash}.part`), begun);
  writeFileSync(join(where, 'files', `${'0'.repeat(64)}.new`), `${marker} half`);
  writeFileSync(join(where, 'pictures', `${hashOf(Buffer.from(url))}.webp`), picture);
  for (const name of ['team.json', 'device.json']) cpSync(join(fixture, name), join(where, name));
  writeFileSync(join(where, 'feeds.json'), JSON.stringify({ addresses: { [url]: marker } }));
  const settings = { theme: 'dark', watchWords: [marker], userName: marker };
  writeFileSync(join(where, 'settings.json'), JSON.stringify(settings));
  writeFileSync(join(where, 'aside', '2026-01-01T00-00-00-000Z-team.json'), `{"${marker}":`);
}

async function start(): Promise<void> {
  const keeper = await openKeeper(dir);
  if (!keeper.ok) throw new Error(keeper.error.code);
  await keeper.value.ready;
  expect(keeper.value.condition()).toEqual({ state: 'ok' });
  await keeper.value.close();
}

async function expectEverything(): Promise<void> {
  const key = openKeyring(dir).key();
  if (key === undefined) throw new Error('no key');
  const vault = openVault(key);
  const store = createFileStore(dir, vault);
  for (const bytes of files)
    expect(Buffer.from(store.read(hashOf(bytes), 0, bytes.length)!).equals(bytes)).toBe(true);
  expect(store.size(begunHash)).toBe(begun.length);
  expect(store.append(begunHash, begun.length, begun.length * 2, begun)).toBe('done');
  const kept = await createPictures(dir, vault).get(url, undefined);
  expect(kept).toMatchObject({ ok: true, value: { state: 'kept' } });
  expect(openAllowed(dir, vault).addressOf(url)).toBe(marker);
  const settings = openSettings(dir, vault);
  expect(settings.read()).toMatchObject({ theme: 'dark', watchWords: [marker] });
  expect(settings.deviceAside).toBeUndefined();
  const { state } = openIdentity(dir, vault, settings);
  expect(state.membership()?.members.get(settings.device.id)?.state).toBe('here');
  expect(readable(settings.keys.sign.secretKey)).toEqual([]);
}

function readable(text = marker): string[] {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));
}
const hashes = files.map(hashOf);
const named = (): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    hashes.some((hash) => name.includes(hash)),
  );

test('what lies beside the book is encrypted at the first start, under names that tell nothing', async () => {
  await fillAsBefore(dir);
  expect(readable().length).toBeGreaterThan(8);
  expect(named()).toHaveLength(files.length);
  await start();
  await expectEverything();
  expect(readable()).toEqual([]);
  expect(named()).toEqual([]);
  expect(
    readdirSync(dir, { recursive: true }).filter((name) => /wiping|\.new/.test(String(name))),
  ).toEqual([]);
});

test('what a start that was cut off sealed of a begun file is sealed again', async () => {
  await fillAsBefore(dir);
  const plain = join(dir, 'files', `${begunHash}.part`);
  const bytes = readFileSync(plain);
  await start();
  const sealed = readdirSync(join(dir, 'files')).find((name) => name.endsWith('.sealed.part'));
  truncateSync(join(dir, 'files', sealed!), 131_072);
  writeFileSync(plain, bytes);
  await start();
  expect(existsSync(plain)).toBe(false);
  await expectEverything();
});

test(
  'nothing of it is lost when it is killed at any moment of it',
  { timeout: 900_000 },
  async () => {
    const whole = join(base, 'whole');
    await fillAsBefore(whole);
    let cut = 0;
    for (let run = 0; run < testRuns(8); run += 1) {
      rmSync(dir, { recursive: true, force: true });
      cpSync(whole, dir, { recursive: true });
      const random = seededRandom(testSeed + run);
      const started = startProcess(
        join(import.meta.dirname, '../support/store/opening-process.ts'),
        [dir],
      );
      for (let steps = Math.floor(random() * 10); steps >= 0; steps -= 1) await started.nextLine();
      await wait(random() * 30);
      await started.kill();
      if (existsSync(join(dir, 'files', hashes[3]!))) cut += 1;
      await start();
      await expectEverything();
      expect(readable(), `TEST_SEED=${testSeed + run}`).toEqual([]);
    }
    expect(cut).toBeGreaterThan(0);
  },
);

test('what is not what its name says is kept aside, and a file of both kinds is not lost', async () => {
  await fillAsBefore(dir);
  const other = Buffer.from(`${marker} other bytes`);
  writeFileSync(join(dir, 'files', hashes[0]!), other);
  await start();
  const aside = readdirSync(join(dir, 'aside')).filter((name) => name.includes(hashes[0]!));
  expect(aside).toHaveLength(1);
  expect(readable()).toEqual([join(dir, 'settings.json')]);
  // The version before was started again meanwhile, and made a team of its own.
  cpSync(join(fixture, '../bob/team.json'), join(dir, 'team.json'));
  const sealed = readFileSync(join(dir, 'team.sealed'));
  await start();
  expect(readFileSync(join(dir, 'team.sealed')).equals(sealed)).toBe(true);
  expect(existsSync(join(dir, 'team.json'))).toBe(false);
  expect(
    readdirSync(join(dir, 'aside')).filter((name) => name.endsWith('Z-team.json.sealed')),
  ).toHaveLength(2);
});

test('where the disk has no room for it they stay as they are until there is', async () => {
  const disk = mountSmallDisk(24);
  try {
    dir = join(disk.path, 'profile');
    await fillAsBefore(dir);
    disk.fill();
    await start();
    expect(named().length).toBeGreaterThan(0);
    const vault = openVault(openKeyring(dir).key()!);
    const settings = openSettings(dir, vault);
    const { state } = openIdentity(dir, vault, settings);
    expect(state.membership()?.members.get(settings.device.id)?.state).toBe('here');
    disk.free();
    await start();
    await expectEverything();
    expect(readable()).toEqual([]);
  } finally {
    disk.unmount();
  }
});

test('a locked book has no team, no settings and no files until it is unlocked', async () => {
  const passphrase = 'correct horse battery';
  const host = await openPlainHost('f4:92:bf:00:00:01');
  const { client, ask } = host;
  try {
    await ask('team.make', { name: 'Ours', memberName: marker, share: 'nothing' });
    await ask('settings.write', { theme: 'dark', watchWords: [marker] });
    const made = await ask('host.info', {});
    const { words } = await ask('lock.words', {});
    await ask('lock.protect', { passphrase, words });
    await ask('lock.now', {});
    const refused = await Promise.all([
      client.request('team.info', {}),
      client.request('settings.write', { theme: 'light' }),
      client.request('files.states', { hashes }),
      client.request('feeds.log', {}),
      client.request('backup.make', {}),
    ]);
    for (const answer of refused) expect(answer).toMatchObject({ error: { code: 'book-locked' } });
    expect(await ask('settings.read', {})).toMatchObject({ theme: 'dark', watchWords: [] });
    expect(await ask('host.info', {})).toMatchObject({ device: { id: '' } });
    await ask('lock.open', { secret: passphrase });
    expect((await ask('team.info', {})).team?.name).toBe('Ours');
    expect(await ask('settings.read', {})).toMatchObject({ watchWords: [marker] });
    expect((await ask('host.info', {})).device).toEqual(made.device);
  } finally {
    await host.close();
  }
});

test('a profile as the version before left it has everything it had', async () => {
  const kept = join(import.meta.dirname, '../fixtures/profile-files-plain');
  const words = Buffer.from('kept words of an attached file\n'.repeat(200));
  const hash = hashOf(words);
  const before = JSON.parse(readFileSync(join(kept, 'device.json'), 'utf8')) as { id: string };
  const { client, ask, close } = await openPlainHost('f4:92:bf:00:00:01', kept);
  try {
    expect((await ask('host.info', {})).device.id).toBe(before.id);
    expect((await ask('team.info', {})).team?.name).toBe('Kept team');
    expect(await ask('settings.write', { feeds: 'on' })).toMatchObject({
      theme: 'dark',
      userName: 'Ada Kept',
      watchWords: ['kept word'],
    });
    const found = await ask('search.run', { text: 'Lovelace', limit: 5 });
    expect(found.hits.map(({ name }) => name)).toEqual(['Kept Lovelace']);
    expect(await ask('files.states', { hashes: [hash] })).toMatchObject([{ state: 'here' }]);
    const { file } = await ask('files.take', { hash });
    expect(Buffer.from((await ask('handover.get', { file, from: 0 })).bytes)).toEqual(words);
    const picture = await client.request('posts.picture', {
      url: 'https://kept.example/picture',
      feed: 'https://kept.example/feed',
    });
    expect(picture).toMatchObject({ ok: true, value: { state: 'kept' } });
  } finally {
    await close();
  }
});
