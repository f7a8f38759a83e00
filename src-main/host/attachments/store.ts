// Attached files of this profile, each under the hash of its bytes, and the beginnings of
// those that are on their way.

import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { isFileHash, longestAttachment } from '../../../src-shared/domain/attachment.ts';

export type FileStore = {
  /** Answers with the hash. */
  keep: (bytes: Uint8Array) => string;
  has: (hash: string) => boolean;
  /** Size in bytes of what is here, whole or begun. */
  size: (hash: string) => number;
  read: (hash: string, from: number, length: number) => Uint8Array;
  /** Puts a piece behind what is there; `done` when the file is whole and what it should be. */
  append: (hash: string, from: number, size: number, bytes: Uint8Array) => 'more' | 'done' | 'bad';
  /** Removes what no record names any more and was not just brought. */
  sweep: (isNamed: (hash: string) => Promise<boolean>) => Promise<void>;
};

const day = 24 * 60 * 60 * 1000;

export function createFileStore(profileDir: string): FileStore {
  const folder = join(profileDir, 'files');
  const whole = (hash: string): string => join(folder, hash);
  const begun = (hash: string): string => join(folder, `${hash}.part`);
  const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);
  const make = (): void => void mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    keep: (bytes) => {
      const hash = hashOf(bytes);
      make();
      if (!existsSync(whole(hash))) {
        // Whole or not at all: a name that is a hash must not stand for half a file.
        writeFileSync(`${whole(hash)}.new`, bytes, { mode: 0o600 });
        renameSync(`${whole(hash)}.new`, whole(hash));
      }
      return hash;
    },
    has: (hash) => isFileHash(hash) && existsSync(whole(hash)),
    size: (hash) => sizeOf(whole(hash)) || sizeOf(begun(hash)),
    read: (hash, from, length) => {
      const bytes = new Uint8Array(length);
      const handle = openSync(whole(hash), 'r');
      try {
        return bytes.subarray(0, readSync(handle, bytes, 0, length, from));
      } finally {
        closeSync(handle);
      }
    },
    append: (hash, from, size, bytes) => {
      make();
      const path = begun(hash);
      const here = sizeOf(path);
      if (from !== here || size > longestAttachment || here + bytes.length > size) return 'bad';
      appendFileSync(path, bytes, { mode: 0o600 });
      if (here + bytes.length < size) return 'more';
      if (hashOf(readFileSync(path)) !== hash) {
        rmSync(path, { force: true });
        return 'bad';
      }
      renameSync(path, whole(hash));
      return 'done';
    },
    sweep: async (isNamed) => {
      if (!existsSync(folder)) return;
      for (const name of readdirSync(folder)) {
        const hash = name.split('.')[0] ?? '';
        const path = join(folder, name);
        const isOld = Date.now() - statSync(path).mtimeMs > day;
        if (isOld && (!isFileHash(hash) || !(await isNamed(hash)))) rmSync(path, { force: true });
      }
    },
  };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
