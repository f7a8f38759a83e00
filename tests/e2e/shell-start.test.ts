// `npm start` as a newcomer runs it: which shell it takes and why, options, signals.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

import { ensureTestElectron } from '../../build/test-electron.mjs';
import { openDisplay } from '../support/window/display.ts';
import { canRunElectron, desktopEnv, root } from '../support/window/electron.ts';
import { newProfile, removeProfile } from '../support/window/loopback.ts';

let profileDir = '';
afterEach(() => removeProfile(profileDir));

type Start = {
  child: ChildProcess;
  until: (text: string) => Promise<string>;
  ended: Promise<number>;
};

function npmStart(args: readonly string[], env: NodeJS.ProcessEnv): Start {
  profileDir = newProfile();
  const child = spawn('npm', ['start', '--silent', '--', ...args, '--profile', profileDir], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const ended = once(child, 'close').then(([code]) => Number(code));
  return {
    child,
    ended,
    until: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (output.includes(text)) resolve(output);
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        child.on('close', () => reject(new Error(`ended before "${text}": ${output}`)));
        look();
      }),
  };
}
const noDisplay = (): NodeJS.ProcessEnv => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  return rest;
};

test.each(['SIGINT', 'SIGTERM'] as const)(
  'without a display the browser shell starts, says why, and ends on %s',
  async (signal) => {
    const { child, until, ended } = npmStart(['--no-open', '--port', '0'], noDisplay());
    const output = await until('Rapport ready: http://127.0.0.1:');
    expect(output).toContain('Rapport in the browser (there is no display).');
    expect(output).toContain(`Your data is in ${profileDir}`);
    expect(output.match(/^Rapport ready:/gm)).toHaveLength(1);
    const [origin = ''] = /http:\/\/[\d.:]+/.exec(output) ?? [];
    expect((await fetch(origin)).status).toBe(200);
    child.kill(signal);
    expect(await ended).toBe(0);
    await expect.poll(() => existsSync(join(profileDir, 'lock.json'))).toBe(false);
    await expect(fetch(origin)).rejects.toThrow('fetch failed');
  },
);

test('asking for Electron without a display is refused in words', async () => {
  const { until, ended } = npmStart(['--shell', 'electron'], noDisplay());
  await until('Rapport cannot open in Electron: there is no display.');
  expect(await ended).toBe(1);
});

test('where Electron cannot be fetched the browser shell starts and says so', async () => {
  // A port where nobody listens stands for a network that does not let it through.
  const env = { ...noDisplay(), DISPLAY: ':0', ELECTRON_MIRROR: 'http://127.0.0.1:9/' };
  const { child, until, ended } = npmStart(['--no-open', '--port', '0'], env);
  const output = await until('Rapport ready: http://127.0.0.1:');
  expect(output).toContain('Rapport in the browser (the Electron program is not installed).');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('an option that makes no sense ends with the usage and code 2', async () => {
  const { until, ended } = npmStart(['--shell', 'teapot'], noDisplay());
  await until('Usage: npm start');
  expect(await ended).toBe(2);
});

test.runIf(canRunElectron())(
  'with Electron’s program and a display Electron starts, says why, and ends on SIGTERM',
  async () => {
    const display = await openDisplay();
    const env = { ...desktopEnv(display.name), ELECTRON_OVERRIDE_DIST_PATH: ensureTestElectron() };
    const { child, until, ended } = npmStart([], env);
    const output = await until('Your data is in');
    expect(output).toContain('Rapport in Electron (its program and a display are there).');
    expect(output).toContain(`Your data is in ${profileDir}`);
    child.kill('SIGTERM');
    await ended;
    await expect.poll(() => existsSync(join(profileDir, 'lock.json'))).toBe(false);
    await display.close();
  },
);
