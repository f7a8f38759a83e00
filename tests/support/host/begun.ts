// A profile whose owner has answered the questions of the first start, or passed them over.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Before the first start of a profile; one that was open already is left as it is. */
export function passOverFirstRun(profileDir: string, settings: object = {}): void {
  const path = join(profileDir, 'settings.json');
  if (existsSync(path)) return;
  mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  writeFileSync(path, JSON.stringify({ begun: true, ...settings }), { mode: 0o600 });
}
