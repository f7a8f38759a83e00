// Pictures of posts, fetched one by one when somebody asks. What a window has redrawn
// is kept, encrypted, and shown from then on; the bytes a stranger sent are not.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { readSealed, writeSealed } from '../keys/sealed-file.ts';
import type { Vault } from '../keys/vault.ts';
import { guardedFetch, type Names } from './guarded-fetch.ts';

/** raw: as the server sent it, to be redrawn in the window's sandbox. kept: drawn before. */
export type Picture = { state: 'raw' | 'kept'; bytes: Uint8Array };

export type Pictures = {
  get: (url: string, allowed: string | undefined) => Promise<Result<Picture>>;
  keep: (url: string, bytes: Uint8Array) => void;
  /** `hash`: SHA-256 of the picture's address, in hex. */
  forget: (hash: string) => void;
};

const limits = { wireBytes: 5 * 1024 * 1024, unpackedBytes: 5 * 1024 * 1024, ms: 30_000 };
const mostKept = 2_000;

/** `isHeld`: nothing may be fetched in this network. */
export function createPictures(
  profileDir: string,
  vault: Vault,
  names?: Names,
  isHeld: () => boolean = () => false,
): Pictures {
  const kept = pictureFolder(profileDir, vault);
  return {
    get: async (url, allowed) => {
      const drawn = kept.read(hashOfUrl(url));
      if (drawn !== undefined) return ok({ state: 'kept', bytes: drawn });
      if (isHeld()) return fail('network-held');
      const got = await guardedFetch(url, {
        allowed,
        limits,
        headers: { accept: 'image/*' },
        ...(names === undefined ? {} : { names }),
      });
      if (!got.ok) return got;
      const { status, bytes } = got.value;
      if (status < 200 || status >= 300) return fail('feed-status', { status });
      return isRaster(bytes) ? ok({ state: 'raw', bytes }) : fail('not-a-picture');
    },
    keep: (url, bytes) => {
      if (!isRaster(bytes)) return;
      kept.write(hashOfUrl(url), bytes);
      dropOldest(kept.folder);
    },
    forget: kept.remove,
  };
}

const hashOfUrl = (url: string): string => createHash('sha256').update(url).digest('hex');

/** Where pictures lie, each by the hash of its address. */
export function pictureFolder(profileDir: string, vault: Vault) {
  const folder = join(profileDir, 'pictures');
  const pathOf = (hash: string): string => join(folder, `${vault.nameFor('picture', hash)}.sealed`);
  const useOf = (hash: string): string => `picture ${hash}`;
  return {
    folder,
    read: (hash: string): Uint8Array | undefined => {
      const path = pathOf(hash);
      const bytes = existsSync(path) ? readSealed(path, vault, useOf(hash)) : undefined;
      // Of its own: what is handed to a window takes along all that lies in the same memory.
      return bytes === undefined ? undefined : new Uint8Array(bytes);
    },
    write: (hash: string, bytes: Uint8Array): void => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeSealed(pathOf(hash), vault, useOf(hash), bytes);
    },
    remove: (hash: string): void => rmSync(pathOf(hash), { force: true }),
  };
}

/** JPEG, PNG, GIF, WebP or AVIF by their first bytes; a drawing with scripts (SVG) is none. */
export function isRaster(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  return (
    head.startsWith('\u00ff\u00d8\u00ff') ||
    head.startsWith('\u0089PNG') ||
    head.startsWith('GIF8') ||
    (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') ||
    /^.{4}ftypavif/s.test(head)
  );
}

function dropOldest(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= mostKept) return;
  const byAge = names
    .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .toSorted((a, b) => a.at - b.at);
  for (const { name } of byAge.slice(0, names.length - mostKept)) rmSync(join(folder, name));
}
