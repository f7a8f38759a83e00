// The test write by which a passing trouble is seen to have passed: large enough that
// a disk with a few free bytes does not count as well.

import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const probeBytes = 1024 * 1024;

/** Writes, syncs and removes a file in the folder. Throws the file system's error. */
export function probeDisk(dir: string): void {
  const path = join(dir, '.probe');
  try {
    const handle = openSync(path, 'w', 0o600);
    try {
      const bytes = Buffer.alloc(probeBytes, 1);
      let written = 0;
      while (written < bytes.length) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } finally {
    rmSync(path, { force: true });
  }
}
