// Starts the built application in a real Electron (the test one, see
// build/test-electron.mjs) on a display of its own, with a fresh profile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

import { ensureTestElectron, hasTestElectron } from '../../../build/test-electron.mjs';
import { passOverFirstRun } from '../host/begun.ts';
import { openDisplay } from './display.ts';

export const root = join(import.meta.dirname, '..', '..', '..');

/**
 * Whether Electron tests run here. On Linux x64 always: there a missing program
 * fails the run. Elsewhere it is said that they were left out.
 */
export function canRunElectron(): boolean {
  if (!hasTestElectron) console.warn('Electron tests left out: their Electron is for Linux x64.');
  return hasTestElectron;
}

export type Bench = {
  profileDir: string;
  /** Environment with this bench's display and no other desktop. */
  env: Record<string, string>;
  program: string;
  start(options?: StartOptions): Promise<Started>;
  close(): Promise<void>;
};
type StartOptions = { env?: Record<string, string>; profileDir?: string };
export type Started = { app: ElectronApplication; page: Page; output: () => string };

/** One display and one profile; `start` may be called again after the application has ended. */
export async function openElectronBench(): Promise<Bench> {
  const program = join(ensureTestElectron(), 'electron');
  const display = await openDisplay();
  const profileDir = mkdtempSync(join(tmpdir(), 'rapport-electron-'));
  const running: ElectronApplication[] = [];
  const env = desktopEnv(display.name);
  return {
    profileDir,
    env,
    program,
    start: async (options = {}) => {
      passOverFirstRun(options.profileDir ?? profileDir);
      const app = await _electron.launch({
        executablePath: program,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          root,
          `--profile=${options.profileDir ?? profileDir}`,
        ],
        env: { ...env, ...options.env },
      });
      running.push(app);
      let output = '';
      app.process().stdout?.on('data', (text) => (output += text));
      app.process().stderr?.on('data', (text) => (output += text));
      return { app, page: await app.firstWindow(), output: () => output };
    },
    close: async () => {
      for (const app of running) await app.close();
      await display.close();
      rmSync(profileDir, { recursive: true, force: true });
    },
  };
}

export function desktopEnv(display: string): Record<string, string> {
  const kept = ['PATH', 'HOME', 'LANG', 'TMPDIR'];
  const own = kept.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(own), DISPLAY: display };
}
