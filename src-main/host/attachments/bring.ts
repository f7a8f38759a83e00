// Brings attached files of a backup into a profile: under its key, whatever they were sealed
// with. Those that are there are left as they are, and those that cannot be opened left out.

import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { linkOrCopy } from '../book/backup/held-files.ts';
import type { DataKey } from '../keys/data-key.ts';
import { openVault } from '../keys/vault.ts';
import { createFileStore, filesFolder, openSealedFile } from './store.ts';

export async function bringFiles(
  paths: readonly string[],
  from: DataKey,
  to: { profileDir: string; key: DataKey },
): Promise<void> {
  const old = openVault(from);
  const store = createFileStore(to.profileDir, openVault(to.key));
  const folder = filesFolder(to.profileDir);
  if (paths.length > 0) mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const path of paths) {
    const file = openSealedFile(old, path);
    if (file !== undefined && !store.has(file.hash)) {
      const target = join(folder, basename(path));
      if (from.id === to.key.id) linkOrCopy(path, target);
      else store.keep(file.bytes);
    }
    if (file !== undefined) store.touch(file.hash);
    await setImmediate();
  }
}
