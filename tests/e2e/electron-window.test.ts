// The Electron shell as its owner meets it: a window, a menu, one instance, a place
// it remembers, an end that ends everything.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { ElectronApplication } from 'playwright-core';
import { addPerson, listenForComplaints } from '../support/window/browser.ts';
import { type Bench, canRunElectron, openElectronBench, root } from '../support/window/electron.ts';
import { startShell } from '../support/window/loopback.ts';
import { askHost, hostPid } from '../support/host/host-probe.ts';

describe.runIf(canRunElectron())('the Electron shell', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await openElectronBench();
  });
  afterEach(() => bench.close());

  test('opens a window on app:// that reaches its host, and says what it is and where the data is', async () => {
    const { page, output } = await bench.start();
    expect(page.url()).toMatch(/^app:\/\/rapport\//);
    expect(await askHost(page, 'host.info')).toMatchObject({
      ok: true,
      value: { shell: 'electron', profileDir: bench.profileDir, condition: { state: 'ok' } },
    });
    expect(output()).toContain('Rapport in Electron');
    expect(output()).toContain(`Your data is in ${bench.profileDir}`);
    expect(statSync(join(bench.profileDir, 'rapport.sqlite')).isFile()).toBe(true);
  });

  test('bytes travel from page to host unchanged', async () => {
    const { page } = await bench.start();
    // Over one channel: what is handed over ends with the one it came by.
    const received = await page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('message', ({ data, ports: [port] }) => {
            if (data?.ask !== 'bytes' || port === undefined) return;
            const request = (id: number, name: string, input: object): void =>
              port.postMessage({ type: 'request', id, name, input });
            port.onmessage = ({ data: { type, id, result } }) => {
              if (type !== 'answer') return;
              if (id === 2) return resolve(result);
              const { file } = result.value;
              request(2, 'handover.put', { file, bytes: new Uint8Array([97, 44, 98]) });
            };
            request(1, 'handover.open', { name: 'a.csv', size: 3 });
          });
          window.rapportHost?.askForPort('bytes');
        }),
    );
    expect(received).toEqual({ ok: true, value: { received: 3 } });
  });

  test('has a menu with the standard roles', async () => {
    const { app } = await bench.start();
    const roles = await app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items ?? [];
      return items.flatMap((item) => [
        item.role,
        ...(item.submenu?.items ?? []).map((sub) => sub.role),
      ]);
    });
    const wanted = [
      'editmenu',
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectall',
      'reload',
      'zoomin',
      'zoomout',
      'togglefullscreen',
      'minimize',
      'close',
      'about',
    ];
    expect(roles.map((role) => role?.toLowerCase())).toEqual(expect.arrayContaining(wanted));
  });

  test('quitting ends every process of it', async () => {
    const { app } = await bench.start();
    const pids = await app.evaluate(({ app: electron }) =>
      electron.getAppMetrics().map(({ pid }) => pid),
    );
    expect(pids.length).toBeGreaterThan(2);
    const ended = once(app.process(), 'exit');
    await app.evaluate(({ app: electron }) => electron.quit());
    expect((await ended)[0]).toBe(0);
    await expect.poll(() => pids.filter(isRunning)).toEqual([]);
    expect(existsSync(join(bench.profileDir, 'lock.json'))).toBe(false);
  });

  test('closing the window quits where no tray can bring it back', async () => {
    const { app } = await bench.start();
    const ended = once(app.process(), 'exit');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect((await ended)[0]).toBe(0);
  });

  test('closing the window hides it where there is a tray, and a second start shows it again', async () => {
    const tools = mkdtempSync(join(tmpdir(), 'rapport-desktop-'));
    // A desktop that answers: yes, tray icons are shown here.
    writeFileSync(join(tools, 'gdbus'), '#!/bin/sh\necho "(true,)"\n');
    chmodSync(join(tools, 'gdbus'), 0o755);
    const { app, page } = await bench.start({ env: { PATH: `${tools}:${process.env['PATH']}` } });
    const isVisible = (): Promise<boolean | undefined> =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(isVisible).toBe(false);
    expect(await askHost(page, 'settings.read')).toMatchObject({ ok: true });
    expect(await startAgain(bench)).toMatchObject({ code: 0 });
    await expect.poll(isVisible).toBe(true);
    rmSync(tools, { recursive: true });
  });

  test('a second start on one profile ends politely and leaves the first alone', async () => {
    const { page } = await bench.start();
    const second = await startAgain(bench);
    expect(second.code).toBe(0);
    expect(second.output).toContain('already open');
    expect(await askHost(page, 'settings.read')).toMatchObject({ ok: true });
  });

  test('remembers the window’s place and size in the profile', async () => {
    const first = await bench.start();
    await first.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 120, y: 90, width: 901, height: 702 }),
    );
    await first.app.evaluate(({ app }) => app.quit()).catch(() => undefined);
    await first.app.close();
    const file = join(bench.profileDir, 'window-state.json');
    await expect.poll(() => existsSync(file)).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ width: 901, height: 702 });
    const { app } = await bench.start();
    const bounds = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBounds(),
    );
    expect(bounds).toMatchObject({ width: 901, height: 702 });
  });

  test('a file the page hands out is written where the save dialog says', async () => {
    const { app, page } = await bench.start();
    const target = join(bench.profileDir, 'people.csv');
    await app.evaluate(({ session }, path) => {
      session.defaultSession.on('will-download', (_event, item) => item.setSavePath(path));
    }, target);
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['name\nAna\n']));
      link.download = 'people.csv';
      link.click();
    });
    await expect.poll(() => existsSync(target) && readFileSync(target, 'utf8')).toBe('name\nAna\n');
  });

  test('a killed host is started again and what was saved is there', async () => {
    const { app, page } = await bench.start();
    const before = await hostPid(app);
    if (before === undefined) throw new Error('no host');
    expect(await askHost(page, 'settings.write', { userName: 'Ana' })).toMatchObject({ ok: true });
    process.kill(before, 'SIGKILL');
    await expect.poll(() => hostPid(app)).not.toBe(before);
    expect(await askHost(page, 'settings.read')).toMatchObject({ value: { userName: 'Ana' } });
    expect(await hostPid(app)).not.toBe(before);
  });

  test('the page goes on after its host was killed: people added before and after are there', async () => {
    const { app, page } = await bench.start();
    const complaints = listenForComplaints(page);
    await addPerson(page, 'Ana Before');
    const pid = await hostPid(app);
    if (pid === undefined) throw new Error('no host');
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => hostPid(app)).not.toBe(pid);
    await addPerson(page, 'Ben After');
    await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
    await page.getByText('Ana Before').first().waitFor();
    await page.getByText('Ben After').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('a channel to a killed host is closed, so that the page can ask for another', async () => {
    const { app, page } = await bench.start();
    const closed = page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('message', ({ data, ports: [port] }) => {
            if (data?.ask !== 'watch' || port === undefined) return;
            port.addEventListener('close', () => resolve('closed'));
            port.onmessage = () => window.dispatchEvent(new Event('host-answered'));
            port.postMessage({ type: 'request', id: 1, name: 'settings.read', input: {} });
          });
          window.rapportHost?.askForPort('watch');
        }),
    );
    expect(await askHost(page, 'settings.read')).toMatchObject({ ok: true });
    const pid = await hostPid(app);
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    expect(await closed).toBe('closed');
  });

  test('no process is left when the main one is killed', async () => {
    const { app } = await bench.start();
    const pids = await app.evaluate(({ app: electron }) =>
      electron.getAppMetrics().map(({ pid }) => pid),
    );
    app.process().kill('SIGKILL');
    await expect.poll(() => pids.filter(isRunning), { timeout: 10_000 }).toEqual([]);
    const { page } = await bench.start();
    expect(await askHost(page, 'host.info')).toMatchObject({
      value: { condition: { state: 'ok' } },
    });
  });

  test('a profile that the browser shell has open is refused in words', async () => {
    const shell = await startShell(join(bench.profileDir, 'book'));
    const args = ['--no-sandbox', '--disable-gpu', root, `--profile=${shell.profileDir}`];
    const child = spawn(bench.program, args, { env: bench.env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = new Promise<string>((resolve) => {
      let words = '';
      child.stderr.on('data', (text) => {
        words += text;
        if (words.includes('already open')) resolve(words);
      });
    });
    expect(await said).toContain(
      `already open with the data in ${shell.profileDir} at ${shell.origin}`,
    );
    // The same words stand in a dialog that waits for the owner.
    child.kill('SIGKILL');
    await shell.stop();
  });

  test('a crashed page is loaded again', async () => {
    const { app, page } = await bench.start();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const before = await pageProcess(app);
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect.poll(() => pageProcess(app)).not.toBe(before);
    await expect.poll(() => headingOf(app)).toBe('People');
    expect(isRunning(app.process().pid ?? 0)).toBe(true);
  });
});

async function startAgain({
  program,
  env,
  profileDir,
}: Bench): Promise<{ code: number; output: string }> {
  const args = ['--no-sandbox', '--disable-gpu', root, `--profile=${profileDir}`];
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const [code] = await once(child, 'exit');
  return { code: Number(code), output };
}

/** The page's process; 0 while it has none. */
function pageProcess(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  );
}

/** What the page says at its top; asked through Electron, since a crashed page is closed to the driver. */
function headingOf(app: ElectronApplication): Promise<unknown> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      "document.querySelector('h1')?.textContent",
    ),
  );
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
