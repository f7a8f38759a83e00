// The real book, damaged at random places: what the host makes of it at the next start.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { openFile } from '../../src-main/host/book/sqlite/driver.ts';
import { openKeeper } from '../../src-main/host/book/open-book.ts';
import { bookBackups, bookPath } from '../../src-main/host/book/recovery/book.ts';
import { openKeyring } from '../../src-main/host/keys/keyring.ts';
import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { seededRandom, testRuns, testSeed } from '../support/seeded.ts';

const people = 400;
let base = '';
let dir = '';

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'rapport-torn-book-'));
  dir = join(base, 'profile');
  mkdirSync(dir);
  const docs = Array.from({ length: people }, (_, index) =>
    recordOf({
      id: `p${1_000 + index}`,
      kind: 'person',
      fields: { given: `Person ${index}` },
      note: 'n'.repeat(200),
    }),
  );
  await fillProfile(dir, docs);
  const made = await bookBackups(dir, openKeyring(dir)).make();
  if (!made.ok) throw new Error(made.error.code);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

type Look = { state: string; backups: number; readable: number };

/** Opens, checks in the background and reads everything, as a start does. */
async function look(): Promise<Look> {
  const states: string[] = [];
  const keeper = await openKeeper(dir, { onCondition: ({ state }) => states.push(state) });
  if (!keeper.ok) throw new Error(keeper.error.code);
  try {
    const book = keeper.value.book();
    let readable = 0;
    if (book.ok) {
      await book.value.check();
      readable = await countReadable(book.value.store);
    }
    const condition = keeper.value.condition();
    return {
      state: condition.state,
      backups: condition.state === 'damaged' ? condition.backups.length : 0,
      readable,
    };
  } finally {
    await keeper.value.close();
  }
}

async function countReadable(store: {
  scan(collection: 'people'): AsyncIterable<unknown[]>;
}): Promise<number> {
  let count = 0;
  try {
    for await (const docs of store.scan('people')) count += docs.length;
  } catch {
    return count;
  }
  return count;
}

test(
  'a damaged book is never shown as an empty one, and the newest backup is offered',
  { timeout: 900_000 },
  async () => {
    const whole = join(base, 'whole');
    cpSync(dir, whole, { recursive: true });
    const seen: { [state: string]: number } = {};
    for (let run = 0; run < testRuns(50); run += 1) {
      const seed = testSeed + run;
      rmSync(dir, { recursive: true });
      cpSync(whole, dir, { recursive: true });
      const hurt = hurtBook(seededRandom(seed));
      const found = await look();
      const isSafe =
        found.state === 'damaged'
          ? found.backups > 0
          : found.state === 'ok' && found.readable === people;
      expect(isSafe, `TEST_SEED=${seed} ${hurt} ${JSON.stringify(found)}`).toBe(true);
      seen[found.state] = (seen[found.state] ?? 0) + 1;
    }
    expect(seen['damaged']).toBeGreaterThan(0);
  },
);

test('damage anywhere in the list of tables is damage like any other', async () => {
  const whole = join(base, 'whole');
  cpSync(dir, whole, { recursive: true });
  const piece = 256;
  for (const { at: from, size } of pagesOf('collections')) {
    for (let at = from; at < from + size; at += piece) {
      rmSync(dir, { recursive: true });
      cpSync(whole, dir, { recursive: true });
      const bytes = readFileSync(bookPath(dir));
      bytes.fill(0xff, at, at + piece);
      writeFileSync(bookPath(dir), bytes);
      const { state, backups, readable } = await look();
      const isSafe = state === 'damaged' ? backups > 0 : readable === people;
      expect(isSafe, `${state} at ${at}`).toBe(true);
    }
  }
});

/** Where in the file a table and its indexes begin. */
function pagesOf(table: string): { at: number; size: number }[] {
  const database = openFile(bookPath(dir), { key: openKeyring(dir).key() });
  const { page_size: size } = database.prepare('PRAGMA page_size').get() as { page_size: number };
  const roots = database.prepare('SELECT rootpage FROM sqlite_schema WHERE tbl_name = ?');
  const pages = roots.all(table).map((row) => ({ at: (Number(row['rootpage']) - 1) * size, size }));
  database.close();
  if (pages.length === 0) throw new Error(`no table ${table}`);
  return pages;
}

function hurtBook(random: () => number): string {
  const path = bookPath(dir);
  const bytes = readFileSync(path);
  const at = Math.floor(random() * bytes.length);
  const way = Math.floor(random() * 4);
  if (way === 0) {
    truncateSync(path, at);
    return `cut at ${at}`;
  }
  const length = way === 1 ? 1 : Math.min(bytes.length - at, 512 * (1 + Math.floor(random() * 16)));
  for (let index = at; index < at + length; index += 1) {
    const flipped = bytes.readUInt8(index) ^ (1 << Math.floor(random() * 8));
    bytes[index] = way === 1 ? flipped : way === 2 ? 0 : Math.floor(random() * 256);
  }
  writeFileSync(path, bytes);
  return `${['', 'flipped', 'zeroed', 'overwrote'][way]} ${length} at ${at} of ${bytes.length}`;
}
