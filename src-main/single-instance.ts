// One Electron for each profile: a second start shows the first one's window and
// ends. Chromium's own files live in the profile too, apart from the book.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

import { say } from './say.ts';

export type SingleInstance = { onSecondStart: (show: () => void) => void };

/** Null in the second start, which is then on its way out. Call before anything else. */
export function openSingleInstance(profileDir: string): SingleInstance | null {
  app.setName('Rapport');
  const windowDir = join(profileDir, 'window');
  mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  mkdirSync(windowDir, { recursive: true, mode: 0o700 });
  app.setPath('userData', windowDir);
  app.setPath('sessionData', windowDir);
  // Chromium keys the lock by the userData folder set just above.
  if (!app.requestSingleInstanceLock()) {
    console.error(say('shell.alreadyOpen', { folder: profileDir }));
    app.exit(0);
    return null;
  }
  return { onSecondStart: (show) => app.on('second-instance', show) };
}
