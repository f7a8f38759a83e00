import {
  copyFileSync,
  cpSync,
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

import { afterEach, beforeEach, expect, test } from 'vitest';

import {
  noteData,
  type Opened,
  openOrRecover,
  startEmpty,
} from '../../src-main/host/book/recovery/recovery.ts';
import { type SqlFile } from '../../src-main/host/book/sqlite/driver.ts';
import { seededRandom, testRuns, testSeed } from '../support/seeded.ts';
import {
  addEntries,
  countEntries,
  openToy,
  toyBackups,
  toyOpening,
  toyPath,
  toyVersion,
} from '../support/sync/toy-book.ts';

let base = '';
let dir = '';

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'rapport-torn-'));
  dir = join(base, 'profile');
  mkdirSync(dir);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

async function recover(): Promise<Opened<SqlFile>> {
  const opened = await openOrRecover(toyOpening(dir));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function mustOpen(): Promise<SqlFile> {
  const opened = await recover();
  if (opened.state !== 'open') throw new Error(opened.state);
  return opened.book;
}

/** A profile with `entries` entries, one backup, and `late` entries still in the log of a process that died. */
async function fillProfile(entries: number, late: number): Promise<void> {
  const book = await mustOpen();
  addEntries(book, entries);
  noteData(toyOpening(dir));
  book.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const made = await toyBackups(dir).make();
  if (!made.ok) throw new Error(made.error.code);
  addEntries(book, late);
  leaveAsKilled(book);
}

/** Closing would fold the log in; a killed process leaves it, so the files are taken while open. */
function leaveAsKilled(book: SqlFile): void {
  const files = ['', '-wal'].map((ending) => toyPath(dir) + ending);
  for (const file of files) copyFileSync(file, `${file}.kept`);
  book.close();
  for (const file of files) copyFileSync(`${file}.kept`, file);
  for (const file of files) rmSync(`${file}.kept`);
}

test(
  'torn and bit-flipped files never give an empty book, and the newest backup is offered',
  { timeout: 600_000 },
  async () => {
    await fillProfile(300, 60);
    const whole = join(base, 'whole');
    cpSync(dir, whole, { recursive: true });
    const seen = { damaged: 0, open: 0 };
    for (let run = 0; run < testRuns(50); run += 1) {
      const seed = testSeed + run;
      rmSync(dir, { recursive: true });
      cpSync(whole, dir, { recursive: true });
      const hurt = hurtFiles(seededRandom(seed));
      const outcome = await lookAfterDamage();
      const isSafe =
        outcome.state === 'damaged' ? outcome.backups.length > 0 : outcome.entries >= 300;
      expect(isSafe, `TEST_SEED=${seed} ${hurt} ${JSON.stringify(outcome)}`).toBe(true);
      seen[outcome.state] += 1;
    }
    expect(seen.damaged).toBeGreaterThan(0);
  },
);

type Look = { state: 'damaged'; backups: unknown[] } | { state: 'open'; entries: number };

/** What the host does: open, then check in the background. */
async function lookAfterDamage(): Promise<Look> {
  const opened = await recover();
  if (opened.state !== 'open')
    return { state: 'damaged', backups: opened.state === 'damaged' ? opened.backups : [] };
  try {
    const [found] = opened.book.prepare('PRAGMA quick_check').all();
    if (found?.['quick_check'] !== 'ok')
      return { state: 'damaged', backups: toyBackups(dir).list() };
    return { state: 'open', entries: countEntries(opened.book) };
  } catch {
    return { state: 'damaged', backups: toyBackups(dir).list() };
  } finally {
    opened.book.close();
  }
}

function hurtFiles(random: () => number): string {
  const file = random() < 0.7 ? toyPath(dir) : `${toyPath(dir)}-wal`;
  const bytes = readFileSync(file);
  const at = Math.floor(random() * bytes.length);
  const way = Math.floor(random() * 4);
  if (way === 0) {
    truncateSync(file, at);
    return `cut ${file} at ${at}`;
  }
  const length = way === 1 ? 1 : Math.min(bytes.length - at, 512 * (1 + Math.floor(random() * 16)));
  for (let index = at; index < at + length; index += 1) {
    bytes[index] =
      way === 1
        ? bytes.readUInt8(index) ^ (1 << Math.floor(random() * 8))
        : way === 2
          ? 0
          : Math.floor(random() * 256);
  }
  writeFileSync(file, bytes);
  return `${['', 'flipped', 'zeroed', 'overwrote'][way]} ${length} of ${file} at ${at}`;
}

test('a missing, empty or blank file beside signs of data is damaged, not a new book', async () => {
  await fillProfile(20, 0);
  const blank = join(base, 'blank.sqlite');
  openToy(blank).close();
  const ways = [
    () => rmSync(toyPath(dir)),
    () => writeFileSync(toyPath(dir), ''),
    () => writeFileSync(toyPath(dir), Buffer.alloc(8192)),
    () => copyFileSync(blank, toyPath(dir)),
  ];
  for (const way of ways) {
    rmSync(`${toyPath(dir)}-wal`, { force: true });
    way();
    expect(await recover()).toMatchObject({ state: 'damaged', backups: [{ kind: 'manual' }] });
  }
  rmSync(join(dir, 'book.json'));
  rmSync(toyPath(dir));
  expect((await recover()).state).toBe('damaged');
});

test('edits that were acknowledged before a broken place in the log are not dropped in silence', async () => {
  await fillProfile(10, 40);
  const log = `${toyPath(dir)}-wal`;
  const bytes = readFileSync(log);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 4, middle);
  writeFileSync(log, bytes);
  expect(await recover()).toMatchObject({ state: 'damaged', reason: 'cut' });
});

test('a torn tail of the log costs the torn transaction only', async () => {
  await fillProfile(10, 40);
  const log = `${toyPath(dir)}-wal`;
  truncateSync(log, readFileSync(log).length - 100);
  const book = await mustOpen();
  expect(countEntries(book)).toBe(49);
  book.close();
});

test('a new profile opens as an empty book, and again', async () => {
  for (let start = 0; start < 2; start += 1) {
    const book = await mustOpen();
    expect(countEntries(book)).toBe(0);
    book.close();
  }
});

test('an owner who decides to start over keeps the damaged files', async () => {
  await fillProfile(10, 0);
  writeFileSync(toyPath(dir), 'broken');
  startEmpty({ database: toyPath(dir) }, Date.now());
  for (const { name } of toyBackups(dir).list()) rmSync(join(dir, 'backups', name));
  const book = await mustOpen();
  expect(countEntries(book)).toBe(0);
  book.close();
  expect(readdirSync(join(dir, 'aside')).length).toBeGreaterThan(0);
});

test('a book of a newer version is refused and left byte for byte as it was', async () => {
  await fillProfile(10, 5);
  const book = await mustOpen();
  book.exec(`PRAGMA user_version = ${toyVersion + 1}`);
  leaveAsKilled(book);
  const before = new Map(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map(read),
  );
  expect(await recover()).toEqual({ state: 'newer', version: toyVersion + 1 });
  const after = new Map(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map(read),
  );
  expect(after).toEqual(before);
});

const read = (entry: { parentPath: string; name: string }): [string, string] => [
  join(entry.parentPath, entry.name),
  readFileSync(join(entry.parentPath, entry.name)).toString('base64'),
];
