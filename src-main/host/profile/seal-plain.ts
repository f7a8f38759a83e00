// Files beside the book as earlier versions left them, for everybody to read: each is sealed
// under its new name before the plain one is overwritten. A crash at any point leaves the plain
// one, the sealed one or both, and the next start goes on.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { fail, ok, type Result } from '../../../src-shared/domain/result.ts';
import { createFileStore, hashOf } from '../attachments/store.ts';
import { isLeftOfWiping, wipeFile } from '../book/backup/files.ts';
import { failureOfDisk } from '../book/condition/errors.ts';
import { pictureFolder } from '../feeds/pictures.ts';
import { readSealed, writeSealed } from '../keys/sealed-file.ts';
import type { Vault } from '../keys/vault.ts';
import { sealedPath } from './sealed-json.ts';

type Plain = { path: string; size: number; seal: (vault: Vault) => void };

/** Nobody has any of the files open. Those that were not reached stay as they are. */
export async function sealPlainFiles(
  profileDir: string,
  vault: Vault,
  onProgress: (part: number) => void = () => undefined,
): Promise<Result<null>> {
  const plain = plainFilesIn(profileDir);
  const all = plain.reduce((sum, { size }) => sum + size, 1);
  let done = 0;
  try {
    for (const { path, size, seal } of plain) {
      if (!hasRoomFor(profileDir, size)) return fail('disk-full');
      seal(vault);
      if (existsSync(path)) wipeFile(path);
      done += size;
      onProgress(done / all);
      await setImmediate();
    }
    return ok(null);
  } catch (error) {
    const failure = failureOfDisk(error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
}

/** The book itself must still be opened afterwards. */
function hasRoomFor(profileDir: string, size: number): boolean {
  const { bavail, bsize } = statfsSync(profileDir);
  return bavail * bsize > size + spareBytes;
}
const spareBytes = 1024 * 1024;

/** What is left of an earlier version, or of a start that was cut off. */
export function plainFilesIn(profileDir: string): Plain[] {
  return [
    ...(['device', 'team', 'feeds'] as const).flatMap((name) =>
      filesIn(
        profileDir,
        (file) => file === `${name}.json`,
        (path) => (vault) => sealOnce(profileDir, path, sealedPath(profileDir, name), vault, name),
      ),
    ),
    ...filesIn(
      join(profileDir, 'files'),
      isPlainName,
      (path) => (vault) => sealAttached(profileDir, path, vault),
    ),
    ...filesIn(
      join(profileDir, 'pictures'),
      (file) => file.endsWith('.webp'),
      (path) => (vault) =>
        pictureFolder(profileDir, vault).write(basename(path, '.webp'), readFileSync(path)),
    ),
    ...filesIn(
      join(profileDir, 'aside'),
      isPlainAside,
      (path) => (vault) => writeSealed(`${path}.sealed`, vault, 'aside', readFileSync(path)),
    ),
  ];
}

const isPlainName = (name: string): boolean => /^[\da-f]{64}(\.new|\.part)?$/.test(name);
const isPlainAside = (name: string): boolean => /-(device|team)\.json$/.test(name);

function filesIn(
  folder: string,
  isPlain: (name: string) => boolean,
  sealing: (path: string) => Plain['seal'],
): Plain[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder);
  for (const name of names.filter(isLeftOfWiping)) rmSync(join(folder, name), { force: true });
  return names.filter(isPlain).map((name) => {
    const path = join(folder, name);
    return { path, size: statSync(path).size, seal: sealing(path) };
  });
}

/** Where both are there and differ, an earlier version was started again meanwhile: nothing is lost. */
function sealOnce(profileDir: string, from: string, to: string, vault: Vault, use: string): void {
  const bytes = readFileSync(from);
  if (!existsSync(to)) return writeSealed(to, vault, use, bytes);
  if (readSealed(to, vault, use)?.equals(bytes) !== true)
    sealAside(profileDir, basename(from), bytes, vault);
}

function sealAttached(profileDir: string, path: string, vault: Vault): void {
  const [hash = '', ending] = basename(path).split('.');
  // Never whole: what was half brought was not acknowledged.
  if (ending === 'new') return;
  const bytes = readFileSync(path);
  const store = createFileStore(profileDir, vault);
  if (ending === 'part') {
    // A start that was cut off may have sealed some of it.
    if (store.has(hash) || store.size(hash) >= bytes.length) return;
    store.remove(hash);
    store.append(hash, 0, bytes.length + 1, bytes);
  } else if (hashOf(bytes) === hash) store.keep(bytes);
  else sealAside(profileDir, hash, bytes, vault);
}

/** What is not what its name says is kept all the same. */
function sealAside(profileDir: string, name: string, bytes: Uint8Array, vault: Vault): void {
  const folder = join(profileDir, 'aside');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const time = new Date().toISOString().replace(/[:.]/g, '-');
  writeSealed(join(folder, `${time}-${name}.sealed`), vault, 'aside', bytes);
}
