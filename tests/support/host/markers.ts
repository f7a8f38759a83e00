// Markers: words that stand nowhere else, and everything in which a profile may hold one:
// its files as they are, its book and the book's log decrypted page by page, free pages
// too, and whatever of that is base64 (states of records, photos).

import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { bookPath } from '../../../src-main/host/book/recovery/book.ts';
import { openFile } from '../../../src-main/host/book/sqlite/driver.ts';
import { type DataKey } from '../../../src-main/host/keys/data-key.ts';
import { openKeyring } from '../../../src-main/host/keys/keyring.ts';

/** Ends every marker: what an index leaves of a word that begins like its neighbour. */
const ending = 'mkqzx';
const pattern = new RegExp(`[a-z]{0,3}${ending}`, 'g');

/** The `n`th marker: three letters of its own and the common ending. */
export const markerOf = (n: number): string =>
  [n / 676, n / 26, n].map((at) => String.fromCharCode(97 + (Math.floor(at) % 26))).join('') +
  ending;

/** Where each marker, or what is left of one, stands. */
export type Found = Map<string, Set<string>>;

/**
 * `without`: folders of the profile that are left out. `log`: as the whole of the book's log
 * tells it, or only the end of it.
 */
export function markersIn(
  profileDir: string,
  { without = [], log = 'whole' }: { without?: readonly string[]; log?: 'whole' | 'last' } = {},
): Found {
  const copy = mkdtempSync(join(tmpdir(), 'rapport-markers-'));
  const found: Found = new Map();
  const look = (bytes: Buffer, place: string): void => {
    for (const text of textsOf(bytes))
      for (const [marker] of text.toLowerCase().matchAll(pattern))
        found.set(marker, (found.get(marker) ?? new Set()).add(place));
  };
  try {
    cpSync(profileDir, copy, { recursive: true });
    const files = readdirSync(copy, { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile())) {
      const path = join(file.parentPath, file.name);
      const name = relative(copy, path);
      if (without.some((folder) => name.startsWith(folder))) continue;
      look(readFileSync(path), name);
      look(Buffer.from(file.name), 'the names of files');
    }
    for (const [bytes, place] of pagesOf(copy, log)) look(bytes, place);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  return found;
}

/** Those in these bytes, whole. */
export function markersOf(bytes: Buffer): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of textsOf(bytes)) {
    for (const [marker] of text.toLowerCase().matchAll(pattern)) found.add(marker);
  }
  return found;
}

/** As it is, and what of it is base64: from every offset, for pages cut values in two. */
function* textsOf(bytes: Buffer): Iterable<string> {
  const text = bytes.toString('latin1');
  yield text;
  for (const [run] of text.matchAll(/[\w+/-]{24,}/g))
    for (let from = 0; from < 4; from += 1)
      yield Buffer.from(run.slice(from), 'base64').toString('latin1');
}

/** The book's file decrypted, and again as each commit in its log, or only the last, left it. */
function* pagesOf(profileDir: string, log: 'whole' | 'last'): Iterable<[Buffer, string]> {
  const path = bookPath(profileDir);
  const key = openKeyring(profileDir).key();
  const wal = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0);
  let book = readFileSync(path);
  yield [decrypted(book, key), 'the book'];
  const commits = [...commitsOf(wal, log)];
  for (const [at, frames] of commits.entries()) {
    for (const { page, bytes } of frames) {
      const from = (page - 1) * bytes.length;
      const missing = from + bytes.length - book.length;
      if (missing > 0) book = Buffer.concat([book, Buffer.alloc(missing)]);
      bytes.copy(book, from);
    }
    if (log === 'whole' || at === commits.length - 1)
      yield [decrypted(book, key), 'the log of the book'];
  }
}

type Frame = { page: number; bytes: Buffer };

/** The frames of each transaction since the log began anew; in the whole of it nothing else may stand. */
function* commitsOf(wal: Buffer, log: 'whole' | 'last'): Iterable<Frame[]> {
  if (wal.length < 32) return;
  const size = wal.readUInt32BE(8);
  const salt = wal.subarray(16, 24);
  let frames: Frame[] = [];
  for (let at = 32; at + 24 + size <= wal.length; at += 24 + size) {
    if (!wal.subarray(at + 8, at + 16).equals(salt)) {
      if (log === 'whole') throw new Error('the log holds what was before it began anew');
      return;
    }
    const bytes = wal.subarray(at + 24, at + 24 + size);
    frames.push({ page: wal.readUInt32BE(at), bytes });
    if (wal.readUInt32BE(at + 4) === 0) continue;
    yield frames;
    frames = [];
  }
}

function decrypted(book: Buffer, key: DataKey | undefined): Buffer {
  const dir = mkdtempSync(join(tmpdir(), 'rapport-pages-'));
  try {
    const path = join(dir, 'book');
    writeFileSync(path, book);
    const file = openFile(path, { key });
    file.exec(`PRAGMA journal_mode = DELETE; PRAGMA journal_mode = OFF; PRAGMA rekey = ''`);
    file.close();
    return readFileSync(path);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
