// Replaces a small file in one step, so that a crash leaves the old or the new one. A
// disk that does not take it is not worth stopping for: this is for conveniences.

import { renameSync, writeFileSync } from 'node:fs';

export function writeFileWhole(path: string, text: string): void {
  try {
    writeFileSync(`${path}.new`, text, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  } catch (error) {
    console.error(`${path} could not be written: ${String(error)}`);
  }
}
