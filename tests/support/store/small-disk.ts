// A disk of a few MB that can be filled and emptied: a tmpfs, mounted where the test
// may do so. Where it may not, the caller decides; on Linux as root that is a failure.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type SmallDisk = {
  path: string;
  /** Takes every free byte. */
  fill(): void;
  /** Gives back what `fill` took. */
  free(): void;
  remount(mode: 'ro' | 'rw'): void;
  unmount(): void;
};

/** Throws with mount's own words. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'rapport-disk-'));
  run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]);
  const ballast = join(path, 'ballast');
  return {
    path,
    fill: () => fillWith(ballast),
    free: () => rmSync(ballast, { force: true }),
    remount: (mode) => run('mount', ['-o', `remount,${mode}`, path]),
    unmount: () => {
      run('umount', ['-l', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

function fillWith(path: string): void {
  const handle = openSync(path, 'a');
  try {
    for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 2)) {
      while (canWrite(handle, size));
    }
  } finally {
    closeSync(handle);
  }
}

function canWrite(handle: number, size: number): boolean {
  try {
    return writeSync(handle, Buffer.alloc(size)) > 0;
  } catch {
    return false;
  }
}

function run(command: string, args: readonly string[]): void {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${done.stderr || String(done.error)}`);
}
