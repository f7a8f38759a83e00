// What would be installed: packs the application on the test Electron, looks inside,
// reads the fuses back and starts it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { ensureTestElectron } from '../../build/test-electron.mjs';
import { openDisplay } from '../support/window/display.ts';
import { canRunElectron, desktopEnv, root } from '../support/window/electron.ts';
import { rss, startFeedServer } from '../support/feeds/server.ts';
import { askHost } from '../support/host/host-probe.ts';

describe.runIf(canRunElectron())('the packed application', () => {
  let folder: string;
  let archive: string;
  let program: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapport-pack-'));
    const args = ['--dir', `--electron-dist=${ensureTestElectron()}`, `--output=${folder}`];
    const packed = spawnSync(process.execPath, [join(root, 'build', 'pack.mjs'), ...args], {
      encoding: 'utf8',
    });
    if (packed.status !== 0) throw new Error(packed.stdout + packed.stderr);
    program = join(folder, 'linux-unpacked', 'rapport');
    archive = join(folder, 'linux-unpacked', 'resources', 'app.asar');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds the build and nothing else: no test, source map, dependency or dev file', () => {
    const files = listPackage(archive, { isPack: false }).map((name) => name.slice(1));
    const own = files.filter((name) => !name.startsWith('node_modules'));
    const odd = own.filter(
      (name) => !/^(package\.json|out(\/(main|preload|renderer)(\/|$).*)?)$/.test(name),
    );
    expect(odd).toEqual([]);
    const wrong = own.filter((name) =>
      /\.(map|tsx?|mts|tsbuildinfo|md)$|test|spec|loopback|\.built/.test(name),
    );
    expect(wrong).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining([
        'out/main/index.js',
        'out/main/utility.js',
        'out/preload/preload.cjs',
        'out/renderer/index.html',
      ]),
    );
    const scripts = own.filter((name) => /\.c?js$/.test(name));
    const mapped = scripts.filter((name) =>
      extractFile(archive, name).includes('sourceMappingURL='),
    );
    expect(mapped).toEqual([]);
    expect(readdirSync(join(folder, 'linux-unpacked', 'resources'))).not.toContain('app');
  });

  test('of SQLite it holds what runs it, and the binary of its own system only', () => {
    const sqlite = 'node_modules/better-sqlite3-multiple-ciphers/';
    const files = listPackage(archive, { isPack: false }).map((name) => name.slice(1));
    const parts = files.filter((name) => name.startsWith('node_modules/') && /\.\w+$/.test(name));
    expect(
      parts.filter((name) => !new RegExp(`^${sqlite}(package\\.json|lib/.*\\.js)$`).test(name)),
    ).toEqual([`${sqlite}prebuilds/linux-x64.node`]);
    const unpacked = readdirSync(`${archive}.unpacked`, { recursive: true, withFileTypes: true });
    expect(unpacked.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([
      'linux-x64.node',
    ]);
  });

  test('its own description names no dev dependency and no script', () => {
    const description: unknown = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
    expect(description).toMatchObject({ name: 'rapport', main: 'out/main/index.js' });
    for (const part of ['devDependencies', 'scripts']) {
      expect(Object.keys((description as Record<string, object>)[part] ?? {})).toEqual([]);
    }
  });

  test('its fuses are set: no Node by switch or environment, only the archive, no file:// rights', async () => {
    const wire = await getCurrentFuseWire(program);
    expect({
      runAsNode: wire[FuseV1Options.RunAsNode],
      nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
      inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
      integrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
      onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
      fileRights: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
    }).toEqual({
      runAsNode: FuseState.DISABLE,
      nodeOptions: FuseState.DISABLE,
      inspect: FuseState.DISABLE,
      integrity: FuseState.ENABLE,
      onlyAsar: FuseState.ENABLE,
      fileRights: FuseState.DISABLE,
    });
  });

  test('starts, shows its page and reaches its host', async () => {
    const display = await openDisplay();
    const profileDir = join(folder, 'profile');
    const args = [
      '--no-sandbox',
      '--disable-gpu',
      '--remote-debugging-port=0',
      `--profile=${profileDir}`,
    ];
    const child = spawn(program, args, {
      env: desktopEnv(display.name),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const address = await new Promise<string>((resolve, reject) => {
      let words = '';
      child.stderr.on('data', (text) => {
        words += text;
        const found = /DevTools listening on (ws:\S+)/.exec(words)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.on('exit', () => reject(new Error(words)));
    });
    const browser = await chromium.connectOverCDP(address);
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (page === undefined) throw new Error('no page');
    await page.waitForLoadState();
    expect(page.url()).toMatch(/^app:\/\/rapport\//);
    expect(await askHost(page, 'host.info')).toMatchObject({
      value: { shell: 'electron', profileDir },
    });
    // Feeds are read in a thread of the host's own, out of the archive.
    const server = await startFeedServer();
    server.route('/feed', rss('Ada', [{ title: 'Hello' }]));
    const typed = { text: `${server.origin}/feed`, hint: '', allowed: '127.0.0.1' };
    expect(await askHost(page, 'feeds.preview', typed)).toMatchObject({
      value: { found: [{ title: 'Ada', latest: [{ words: 'Hello' }] }] },
    });
    await server.close();
    const ended = once(child, 'exit');
    await page.close();
    expect((await ended)[0]).toBe(0);
    await display.close();
  });

  test('does not run as Node when told to', async () => {
    const display = await openDisplay();
    const env = { ...desktopEnv(display.name), ELECTRON_RUN_AS_NODE: '1' };
    const child = spawn(program, ['-e', 'console.log("ran as " + "node")'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let words = '';
    child.stdout.on('data', (text) => (words += text));
    await once(child, 'close');
    expect(words).not.toContain('ran as node');
    await display.close();
  });
});
