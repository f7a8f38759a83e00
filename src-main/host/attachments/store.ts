// Attached files of this profile, and the beginnings of those that are on their way, in `files/`.
// Each is encrypted with a key of its own, under a name that only the book's key can make of the
// hash of its bytes:
//
//   "RAPVAULT" | id of the data key, 8 bytes | the hash, sealed | the bytes, sealed in pieces

import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

import { isFileHash, longestAttachment } from '../../../src-shared/domain/attachment.ts';
import { moveIntoPlace } from '../book/backup/files.ts';
import { appendPieces, bytesIn, bytesOf, type Pieces, readPieces } from '../keys/pieces.ts';
import { sealedHead, sealedHeadBytes } from '../keys/sealed-file.ts';
import { seal, sealedMore, unseal, type Vault } from '../keys/vault.ts';
import { putAside } from '../profile/json-file.ts';

export type FileStore = {
  /** Answers with the hash. */
  keep: (bytes: Uint8Array) => string;
  has: (hash: string) => boolean;
  /** Size in bytes of what is here, whole or begun. */
  size: (hash: string) => number;
  /** Undefined where the file was damaged: it is put aside then, and can be fetched again. */
  read: (hash: string, from: number, length: number) => Uint8Array | undefined;
  /** It is wanted, also after the next start: nothing is here of it yet, or some. */
  begin: (hash: string) => void;
  /** What was begun and is not whole. */
  begun: () => string[];
  /** Puts a piece behind what is there; `done` when the file is whole and what it should be. */
  append: (hash: string, from: number, size: number, bytes: Uint8Array) => 'more' | 'done' | 'bad';
  /** Counts as just brought. */
  touch: (hash: string) => void;
  /** What is here of it, whole or begun. */
  remove: (hash: string) => void;
  /** Everything that this key opens. */
  list: () => StoredFile[];
  /** Removes what no record has named for a day. */
  sweep: (isNamed: (hash: string) => Promise<boolean>) => Promise<void>;
};

/** `bytes`: on the disk. `at`: when it was brought, or last seen to be named. */
export type StoredFile = { hash: string; bytes: number; isWhole: boolean; at: number };

/** So long after a file was taken off its record, undo finds it. */
export const keptFor = 24 * 60 * 60 * 1000;
const hashBytes = 32;
const headBytes = sealedHeadBytes + hashBytes + sealedMore;
const begunEnding = '.part';
const aboutHash = 'hash of a file';
export const filesFolder = (profileDir: string): string => join(profileDir, 'files');

export function createFileStore(profileDir: string, vault: Vault): FileStore {
  const folder = filesFolder(profileDir);
  const whole = (hash: string): string => join(folder, `${vault.nameFor('file', hash)}.sealed`);
  const begun = (hash: string): string => `${whole(hash)}${begunEnding}`;
  const sizeOf = (path: string): number =>
    existsSync(path) ? bytesIn(Math.max(0, statSync(path).size - headBytes)) : 0;
  const make = (): void => void mkdirSync(folder, { recursive: true, mode: 0o700 });
  const read: FileStore['read'] = (hash, from, length) => {
    const path = whole(hash);
    const bytes = within(path, 'r', (handle) =>
      readPieces(piecesOf(vault, hash, handle), from, length),
    );
    if (bytes === undefined) putAside(profileDir, path);
    return bytes;
  };
  return {
    keep: (bytes) => {
      const hash = hashOf(bytes);
      make();
      if (!existsSync(whole(hash))) {
        const draft = `${whole(hash)}.new`;
        try {
          within(draft, 'w', (handle) => {
            writeHead(vault, hash, handle);
            appendPieces(piecesOf(vault, hash, handle), bytes, true);
            fsyncSync(handle);
          });
          moveIntoPlace(draft, whole(hash));
        } catch (error) {
          // A full disk is not made fuller.
          rmSync(draft, { force: true });
          throw error;
        }
      }
      return hash;
    },
    has: (hash) => isFileHash(hash) && existsSync(whole(hash)),
    size: (hash) => sizeOf(whole(hash)) || sizeOf(begun(hash)),
    read,
    begin: (hash) => {
      if (!isFileHash(hash) || existsSync(whole(hash)) || existsSync(begun(hash))) return;
      make();
      within(begun(hash), 'w', (handle) => writeHead(vault, hash, handle));
    },
    begun: () => begunIn(folder, vault),
    append: (hash, from, size, bytes) => {
      make();
      const path = begun(hash);
      const here = sizeOf(path);
      if (from !== here || size > longestAttachment || here + bytes.length > size) return 'bad';
      const isLast = here + bytes.length === size;
      const isThere = existsSync(path);
      const isIt = within(path, isThere ? 'r+' : 'w+', (handle) => {
        const pieces = piecesOf(vault, hash, handle);
        if (!isThere) writeHead(vault, hash, handle);
        // What a crash tore off is asked for again.
        if (!appendPieces(pieces, bytes, isLast)) return undefined;
        if (!isLast) return undefined;
        fsyncSync(handle);
        const all = readPieces(pieces, 0, bytesOf(pieces));
        return all !== undefined && hashOf(all) === hash;
      });
      if (isIt === undefined) return 'more';
      if (!isIt) {
        rmSync(path, { force: true });
        return 'bad';
      }
      moveIntoPlace(path, whole(hash));
      return 'done';
    },
    touch: (hash) => utimesSync(whole(hash), new Date(), new Date()),
    remove: (hash) => {
      if (!isFileHash(hash)) return;
      for (const path of [whole(hash), begun(hash)]) rmSync(path, { force: true });
    },
    list: () => listIn(folder, vault),
    sweep: (isNamed) => sweepIn(folder, vault, isNamed),
  };
}

function begunIn(folder: string, vault: Vault): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(begunEnding));
  return names.flatMap((name) => hashIn(vault, join(folder, name)) ?? []);
}

function listIn(folder: string, vault: Vault): StoredFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const hash = name.endsWith('.new') ? undefined : hashIn(vault, path);
    if (hash === undefined) return [];
    const { size, mtimeMs } = statSync(path);
    return [{ hash, bytes: size, isWhole: !name.endsWith(begunEnding), at: mtimeMs }];
  });
}

async function sweepIn(
  folder: string,
  vault: Vault,
  isNamed: (hash: string) => Promise<boolean>,
): Promise<void> {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const isYoung = Date.now() - statSync(path).mtimeMs <= keptFor;
    if (name.endsWith('.new')) {
      if (!isYoung) rmSync(path, { force: true });
      continue;
    }
    const hash = hashIn(vault, path);
    // What another key sealed is somebody's.
    if (hash === undefined) continue;
    // The day counts from when it was last named: what was taken off comes back by undo.
    if (await isNamed(hash)) utimesSync(path, new Date(), new Date());
    else if (!isYoung) rmSync(path, { force: true });
  }
}

export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Of which bytes it is; undefined where the key does not open it. */
function hashIn(vault: Vault, path: string): string | undefined {
  const head = Buffer.alloc(headBytes);
  within(path, 'r', (handle) => readSync(handle, head, 0, headBytes, 0));
  if (!head.subarray(0, sealedHeadBytes).equals(sealedHead(vault))) return undefined;
  return unseal(vault.keyFor(aboutHash), aboutHash, head.subarray(sealedHeadBytes))?.toString(
    'hex',
  );
}

/** A whole file, wherever it lies; undefined where it is damaged or the key does not open it. */
export function openSealedFile(
  vault: Vault,
  path: string,
): { hash: string; bytes: Uint8Array } | undefined {
  const hash = hashIn(vault, path);
  if (hash === undefined) return undefined;
  const bytes = within(path, 'r', (handle) => {
    const pieces = piecesOf(vault, hash, handle);
    return readPieces(pieces, 0, bytesOf(pieces));
  });
  return bytes === undefined || hashOf(bytes) !== hash ? undefined : { hash, bytes };
}

function writeHead(vault: Vault, hash: string, handle: number): void {
  const sealed = seal(vault.keyFor(aboutHash), aboutHash, Buffer.from(hash, 'hex'));
  writeSync(handle, Buffer.concat([sealedHead(vault), sealed]), 0, headBytes, 0);
}

const piecesOf = (vault: Vault, hash: string, handle: number): Pieces => ({
  handle,
  start: headBytes,
  key: vault.keyFor('file', hash),
});

function within<T>(path: string, flags: string, work: (handle: number) => T): T {
  const handle = openSync(path, flags, 0o600);
  try {
    return work(handle);
  } finally {
    closeSync(handle);
  }
}
