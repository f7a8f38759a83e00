// The encrypted book: how a plain one becomes it, what is said when its key is not there,
// and that neither a kill nor a wrong key ever costs a record.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { bookPath } from '../../src-main/host/book/recovery/book.ts';
import { type Keeper, openKeeper } from '../../src-main/host/book/open-book.ts';
import type { Keystore } from '../../src-main/host/keys/keystore.ts';
import { fillProfile } from '../support/host/command-line.ts';
import { startProcess } from '../support/host/processes.ts';
import { seededRandom, testRuns, testSeed } from '../support/seeded.ts';
import { fillPlainProfile } from '../support/store/plain-profile.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { mountSmallDisk } from '../support/store/small-disk.ts';

const marker = 'Xanthippe';
const people = 300;
const docs = Array.from({ length: people }, (_, index) =>
  recordOf({
    id: `p${1_000 + index}`,
    kind: 'person',
    fields: { given: `${marker} ${index}` },
    note: `${marker} says `.repeat(20),
  }),
);
let base = '';
let dir = '';
let keeper: Keeper | undefined;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'rapport-at-rest-'));
  dir = join(base, 'profile');
});
afterEach(async () => {
  await close();
  rmSync(base, { recursive: true, force: true });
});

async function open(where = dir, keystore?: Keystore): Promise<Keeper> {
  const opened = await openKeeper(where, {}, keystore);
  if (!opened.ok) throw new Error(opened.error.code);
  keeper = opened.value;
  await keeper.ready;
  return keeper;
}

async function close(): Promise<void> {
  await keeper?.close();
  keeper = undefined;
}

async function countPeople(): Promise<number> {
  const book = keeper?.book();
  if (book?.ok !== true) return 0;
  expect((await book.value.check()).problems).toEqual([]);
  return book.value.store.count('people');
}

const readable = (): string[] => filesWith(marker);

/** Files of the profile in which the text can be read, in whatever case. */
function filesWith(text: string, where = dir): string[] {
  const wanted = text.toLowerCase();
  const files = readdirSync(where, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => readFileSync(path).toString('latin1').toLowerCase().includes(wanted));
}

const isPlain = (): boolean =>
  readFileSync(bookPath(dir)).toString('latin1', 0, 15) === 'SQLite format 3';

describe('a plain book', () => {
  test('is encrypted at the first start, its backups too, and nothing readable is left', async () => {
    const backup = await fillPlainProfile(dir, docs);
    expect(readable().length).toBeGreaterThan(1);
    const said: string[] = [];
    const parts: number[] = [];
    const opened = await openKeeper(dir, {
      onCondition: (condition) => {
        said.push(condition.state);
        if (condition.state === 'encrypting') parts.push(condition.part);
      },
    });
    if (!opened.ok) throw new Error(opened.error.code);
    keeper = opened.value;
    expect(keeper.book()).toMatchObject({ error: { code: 'store-encrypting' } });
    await keeper.ready;
    expect(await countPeople()).toBe(people);
    expect(said.at(-1)).toBe('ok');
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.length).toBeGreaterThan(3);
    await keeper.backups.makeDaily();
    expect(readable()).toEqual([]);
    const restored = await keeper.backups.restore(backup, undefined);
    expect(restored).toEqual({ ok: true, value: null });
    expect(await countPeople()).toBe(people);
    await close();
    expect(readable()).toEqual([]);
  });

  test('keeps everything when it is killed at any moment of it', { timeout: 900_000 }, async () => {
    await fillPlainProfile(dir, docs);
    const whole = join(base, 'whole');
    cpSync(dir, whole, { recursive: true });
    let cut = 0;
    for (let run = 0; run < testRuns(12); run += 1) {
      rmSync(dir, { recursive: true });
      cpSync(whole, dir, { recursive: true });
      const random = seededRandom(testSeed + run);
      const started = startProcess(
        join(import.meta.dirname, '../support/store/opening-process.ts'),
        [dir],
      );
      // After one of its steps, or in the midst of it.
      for (let steps = Math.floor(random() * 8); steps >= 0; steps -= 1) await started.nextLine();
      await wait(random() * 50);
      await started.kill();
      if (isPlain()) cut += 1;
      await open();
      expect(await countPeople(), `TEST_SEED=${testSeed + run}`).toBe(people);
      expect(isPlain()).toBe(false);
      await close();
      const left = readdirSync(dir).filter((name) => /plain|wiping|encrypting/.test(name));
      expect(left).toEqual([]);
    }
    expect(cut).toBeGreaterThan(0);
  });

  test.each([
    ['before the encrypted one was in place', ['.plain', '.encrypting']],
    ['before the plain one was overwritten', ['', '.plain']],
    ['while it was', ['', '.wiping']],
  ])('goes on after a start that ended %s', async (_, [first = '', second = '']) => {
    await fillPlainProfile(dir, docs);
    const plain = readFileSync(bookPath(dir));
    await open();
    await close();
    const encrypted = readFileSync(bookPath(dir));
    rmSync(bookPath(dir));
    const isFirstPlain = first === '.plain';
    writeFileSync(bookPath(dir) + first, isFirstPlain ? plain : encrypted);
    writeFileSync(bookPath(dir) + second, isFirstPlain ? encrypted : plain);
    await open();
    expect(await countPeople()).toBe(people);
    await keeper?.backups.makeDaily();
    expect(readable()).toEqual([]);
  });

  test('stays as it is, and in use, where the disk has no room for another', async () => {
    const disk = mountSmallDisk(16);
    try {
      dir = join(disk.path, 'profile');
      await fillPlainProfile(dir, docs);
      const size = statSync(bookPath(dir)).size;
      disk.fill();
      truncateSync(
        join(disk.path, 'ballast'),
        statSync(join(disk.path, 'ballast')).size - size / 2,
      );
      await open();
      expect(await countPeople()).toBe(people);
      expect(isPlain()).toBe(true);
      expect(keeper?.lock.protection()).toBe('none');
      await close();
      disk.free();
      await open();
      expect(await countPeople()).toBe(people);
      expect(isPlain()).toBe(false);
      expect(keeper?.lock.protection()).toBe('open');
    } finally {
      await close();
      disk.unmount();
    }
  });
});

describe('the key', () => {
  beforeEach(() => fillProfile(dir, docs));

  test('is kept twice: one file may be lost or broken', async () => {
    for (const name of ['keys.json', 'keys.copy.json']) {
      writeFileSync(join(dir, name), '{"format":1,"id":');
      await open();
      expect(await countPeople()).toBe(people);
      await close();
      rmSync(join(dir, name));
      await open();
      expect(await countPeople()).toBe(people);
      await close();
      expect(readFileSync(join(dir, 'keys.json'))).toEqual(
        readFileSync(join(dir, 'keys.copy.json')),
      );
    }
  });

  test.each(['missing', 'empty', 'unreadable', "another book's"])(
    'when it is %s that is said, and nothing is touched until it is back',
    async (what) => {
      const kept = join(base, 'kept');
      cpSync(dir, kept, { recursive: true });
      const other = join(base, 'other');
      await fillProfile(other, []);
      for (const name of ['keys.json', 'keys.copy.json']) {
        const path = join(dir, name);
        if (what === 'missing') rmSync(path);
        else if (what === 'empty') truncateSync(path);
        else if (what === 'unreadable') truncateSync(path, 20);
        else cpSync(join(other, name), path);
      }
      const before = readFileSync(bookPath(dir));
      const keysBefore = readdirSync(dir).filter((name) => name.startsWith('keys'));
      await open();
      expect(keeper?.condition().state).toBe('no-key');
      expect(keeper?.book()).toMatchObject({ error: { code: 'no-key' } });
      await close();
      expect(readFileSync(bookPath(dir)).equals(before)).toBe(true);
      expect(readdirSync(dir).filter((name) => name.startsWith('keys'))).toEqual(keysBefore);
      for (const name of ['keys.json', 'keys.copy.json']) cpSync(join(kept, name), join(dir, name));
      await open();
      expect(await countPeople()).toBe(people);
    },
  );

  test('comes back with a backup; the book that it did not open is kept with what was there', async () => {
    await open();
    const made = await keeper?.backups.make(undefined);
    if (made?.ok !== true) throw new Error('no backup');
    await close();
    const before = readFileSync(bookPath(dir));
    for (const name of ['keys.json', 'keys.copy.json']) truncateSync(join(dir, name), 20);
    await open();
    const condition = keeper?.condition();
    expect(condition).toMatchObject({ state: 'no-key', backups: [{ name: made.value.name }] });
    expect(await keeper?.backups.restore(made.value.name, undefined)).toMatchObject({ ok: true });
    expect(await countPeople()).toBe(people);
    const aside = readdirSync(join(dir, 'aside'));
    const book = aside.find((name) => name.endsWith('rapport.sqlite')) ?? '';
    expect(readFileSync(join(dir, 'aside', book)).equals(before)).toBe(true);
    expect(aside.filter((name) => name.endsWith('keys.json'))).toHaveLength(1);
  });

  test('of a backup opens it in another profile; within a seal the passphrase is enough', async () => {
    await open();
    const plain = await keeper?.backups.make(undefined);
    const sealed = await keeper?.backups.make('correct horse');
    if (plain?.ok !== true || sealed?.ok !== true) throw new Error('no backup');
    await close();
    for (const { name } of [plain.value, sealed.value]) {
      const other = join(base, `other-${name}`);
      await fillProfile(other, []);
      const keys = readFileSync(join(other, 'keys.json'));
      cpSync(join(dir, 'backups', name), join(other, 'backups', name));
      await open(other);
      const passphrase = name.endsWith('.sealed') ? 'correct horse' : undefined;
      expect(await keeper?.backups.restore(name, passphrase)).toMatchObject({ ok: true });
      expect(await countPeople()).toBe(people);
      await close();
      expect(readFileSync(join(other, 'keys.json')).equals(keys)).toBe(true);
      await open(other);
      expect(await countPeople()).toBe(people);
      await close();
    }
  });

  test('is not lost where a book is begun again', async () => {
    for (const name of ['keys.json', 'keys.copy.json'])
      renameSync(join(dir, name), join(base, name));
    await open();
    expect(await keeper?.backups.startEmpty()).toMatchObject({ ok: true });
    expect(await countPeople()).toBe(0);
    await close();
    const [book = ''] = readdirSync(join(dir, 'aside'));
    cpSync(join(dir, 'aside', book), bookPath(dir));
    for (const name of ['keys.json', 'keys.copy.json']) cpSync(join(base, name), join(dir, name));
    rmSync(join(dir, 'book.json'));
    await open();
    expect(await countPeople()).toBe(people);
    expect(existsSync(`${bookPath(dir)}-wal`)).toBe(true);
    expect(readable()).toEqual([]);
  });
});

describe('a passphrase', () => {
  const passphrase = 'correct horse battery';

  async function protect(): Promise<string> {
    await open();
    const words = keeper?.lock.proposeWords() ?? '';
    expect(await keeper?.lock.protect({ passphrase, words })).toMatchObject({ ok: true });
    return words;
  }
  const tryAll = async (secrets: readonly string[]) => {
    const codes: string[] = [];
    for (const secret of secrets) {
      await open();
      expect(keeper?.condition().state).toBe('locked');
      expect(keeper?.book()).toMatchObject({ error: { code: 'book-locked' } });
      const opened = await keeper?.lock.unlock(secret);
      codes.push(opened?.ok === true ? String(await countPeople()) : (opened?.error.code ?? ''));
      await close();
    }
    return codes;
  };
  const spread = (words: string): string => ` ${words.toUpperCase().replaceAll(' ', '\n ')} `;

  test('opens the book, as the recovery words do, and nothing else does', async () => {
    await fillProfile(dir, docs);
    await open();
    const made = await keeper?.backups.make(undefined);
    await close();
    const key = String(JSON.parse(readFileSync(join(dir, 'keys.json'), 'utf8')).wrappers[0].key);
    const words = await protect();
    await close();
    const other = words.split(' ').reverse().join(' ');
    expect(await tryAll([passphrase, spread(words), 'Correct horse battery', other, key])).toEqual([
      String(people),
      String(people),
      'wrong-secret',
      'wrong-secret',
      'wrong-secret',
    ]);
    // In no file: neither the key nor a secret; a backup made before does not give it away.
    expect(made?.ok).toBe(true);
    for (const secret of [key, passphrase, words.split(' ').slice(0, 2).join(' ')])
      expect(filesWith(secret)).toEqual([]);
  });

  test('locks at once, and gives way to another or to none', async () => {
    await fillProfile(dir, docs);
    await protect();
    expect(await keeper?.lock.lock()).toMatchObject({ ok: true });
    expect(keeper?.condition().state).toBe('locked');
    expect(await keeper?.lock.remove(passphrase)).toMatchObject({
      error: { code: 'store-closed' },
    });
    expect(await keeper?.lock.unlock(passphrase)).toMatchObject({ ok: true });
    expect(await countPeople()).toBe(people);
    const words = keeper?.lock.proposeWords() ?? '';
    const other = { passphrase: 'another one', words };
    for (const present of [undefined, 'wrong', words])
      expect(await keeper?.lock.protect(other, present)).toMatchObject({
        error: { code: 'wrong-secret' },
      });
    expect(await keeper?.lock.protect(other, passphrase)).toMatchObject({ ok: true });
    await close();
    expect(await tryAll([passphrase, 'another one'])).toEqual(['wrong-secret', String(people)]);
    await open();
    await keeper?.lock.unlock('another one');
    expect(await keeper?.lock.remove(passphrase)).toMatchObject({
      error: { code: 'wrong-secret' },
    });
    expect(keeper?.lock.protection()).toBe('passphrase');
    expect(await keeper?.lock.remove(spread(words))).toMatchObject({ ok: true });
    await close();
    await open();
    expect(await countPeople()).toBe(people);
    expect(await keeper?.lock.lock()).toMatchObject({ error: { code: 'changed-since' } });
  });

  test('is asked for before anything is restored or begun anew', async () => {
    await fillProfile(dir, docs);
    await protect();
    const made = await keeper?.backups.make(undefined);
    if (made?.ok !== true) throw new Error('no backup');
    await close();
    const keys = readFileSync(join(dir, 'keys.json'));
    writeFileSync(bookPath(dir), 'not a book any more');
    await open();
    expect(await keeper?.backups.startEmpty()).toMatchObject({ error: { code: 'changed-since' } });
    expect(await keeper?.lock.unlock(passphrase)).toMatchObject({ ok: true });
    expect(keeper?.condition().state).toBe('damaged');
    expect(await keeper?.backups.restore(made.value.name, undefined)).toMatchObject({ ok: true });
    expect(await countPeople()).toBe(people);
    expect(readFileSync(join(dir, 'keys.json')).equals(keys)).toBe(true);
  });

  test('of another profile opens its backup here', async () => {
    await fillProfile(dir, docs);
    const words = await protect();
    const made = await keeper?.backups.make(undefined);
    if (made?.ok !== true) throw new Error('no backup');
    const { name } = made.value;
    await close();
    const other = join(base, 'other');
    await fillProfile(other, []);
    cpSync(join(dir, 'backups', name), join(other, 'backups', name));
    await open(other);
    for (const wrong of [undefined, 'wrong'])
      expect(await keeper?.backups.restore(name, wrong)).toMatchObject({
        error: { code: 'wrong-passphrase' },
      });
    expect(await keeper?.backups.restore(name, words)).toMatchObject({ ok: true });
    expect(await countPeople()).toBe(people);
    expect(keeper?.lock.protection()).toBe('open');
  });
});

describe('the keystore of the system', () => {
  const passphrase = 'correct horse battery';
  /** Of one computer: it opens what it wrapped itself. */
  function computer(): Keystore & { refuse: (isRefusing: boolean) => void } {
    const kept = new Map<string, string>();
    let isRefusing = false;
    return {
      wrap: async (text) => {
        if (isRefusing) return undefined;
        const sealed = `sealed ${kept.size}`;
        kept.set(sealed, text);
        return sealed;
      },
      unwrap: async (sealed) => (isRefusing ? undefined : kept.get(sealed)),
      refuse: (next) => (isRefusing = next),
    };
  }

  test('opens the book unasked, on its own computer only, and beside the passphrase only', async () => {
    await fillProfile(dir, docs);
    const own = computer();
    await open(dir, own);
    const key = keeper?.keys.key()?.hex ?? '';
    expect(await keeper?.lock.useKeystore(true, passphrase)).toMatchObject({ ok: false });
    const words = keeper?.lock.proposeWords() ?? '';
    await keeper?.lock.protect({ passphrase, words });
    expect(await keeper?.lock.useKeystore(true, 'wrong')).toMatchObject({
      error: { code: 'wrong-secret' },
    });
    own.refuse(true);
    expect(await keeper?.lock.useKeystore(true, passphrase)).toMatchObject({
      error: { code: 'keystore-refused' },
    });
    expect(keeper?.lock.keystore()).toBe('unused');
    own.refuse(false);
    expect(await keeper?.lock.useKeystore(true, passphrase)).toMatchObject({ ok: true });
    const made = await keeper?.backups.make(undefined);
    if (made?.ok !== true) throw new Error('no backup');
    await close();
    expect(filesWith(key)).toEqual([]);
    expect(filesWith('sealed 0').every((path) => path.includes('keys.'))).toBe(true);

    await open(dir, own);
    expect(await countPeople()).toBe(people);
    expect(keeper?.lock.keystore()).toBe('used');
    // Locked by hand it stays locked.
    expect(await keeper?.lock.lock()).toMatchObject({ ok: true });
    expect(keeper?.condition().state).toBe('locked');
    await close();
    own.refuse(true);
    for (const elsewhere of [own, computer(), undefined]) {
      await open(dir, elsewhere);
      expect(keeper?.condition().state).toBe('locked');
      expect(keeper?.lock.keystore()).toBe(elsewhere === undefined ? 'none' : 'used');
      expect(await keeper?.lock.unlock(passphrase)).toMatchObject({ ok: true });
      expect(await countPeople()).toBe(people);
      await close();
    }
  });

  test('goes on through another passphrase, and ends when it is taken out or the passphrase is', async () => {
    await fillProfile(dir, docs);
    const own = computer();
    await open(dir, own);
    const words = keeper?.lock.proposeWords() ?? '';
    await keeper?.lock.protect({ passphrase, words });
    await keeper?.lock.useKeystore(true, passphrase);
    await keeper?.lock.protect({ passphrase: 'another one', words }, passphrase);
    await close();
    await open(dir, own);
    expect(await countPeople()).toBe(people);
    expect(await keeper?.lock.useKeystore(false, 'another one')).toMatchObject({ ok: true });
    await close();
    await open(dir, own);
    expect(keeper?.condition().state).toBe('locked');
    await keeper?.lock.unlock('another one');
    await keeper?.lock.useKeystore(true, words);
    expect(await keeper?.lock.remove(words)).toMatchObject({ ok: true });
    expect(keeper?.lock.keystore()).toBe('unused');
    expect(readFileSync(join(dir, 'keys.json'), 'utf8')).not.toContain('sealed');
  });
});
