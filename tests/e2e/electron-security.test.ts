// Electron's security checklist, point by point, on the running application; each
// test's name is quoted in docs/security.md.
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  type Bench,
  canRunElectron,
  openElectronBench,
  type Started,
} from '../support/window/electron.ts';
import { askHost } from '../support/host/host-probe.ts';

describe.runIf(canRunElectron())('the Electron window is hardened', () => {
  let bench: Bench;
  let started: Started;
  let web: Server;
  let webRequests: string[];
  let webAddress: string;

  beforeAll(async () => {
    webRequests = [];
    web = createServer((request, response) => {
      webRequests.push(request.url ?? '');
      response.end('<script>window.evil = 1</script>');
    }).listen(0, '127.0.0.1');
    await once(web, 'listening');
    const address = web.address();
    if (typeof address !== 'object' || address === null) throw new Error('no address');
    webAddress = `http://127.0.0.1:${address.port}`;
    bench = await openElectronBench();
    started = await bench.start();
    await started.page.waitForLoadState();
  });
  afterAll(async () => {
    await bench.close();
    web.close();
  });

  test('Node and Electron cannot be reached from the page', async () => {
    const found = await started.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', '__dirname'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(found).toEqual([]);
    expect(await started.page.evaluate(() => Object.keys(window.rapportHost ?? {}))).toEqual([
      'askForPort',
      'openFolder',
      'makePdf',
      'notify',
      'hush',
    ]);
  });

  test('context isolation, sandbox and web security are on, Node and webviews off', async () => {
    const preferences = await started.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // Electron keeps the effective preferences behind this method, which its types leave out.
      return (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    // The spell checker fetches dictionaries from the internet.
    const spells = await started.app.evaluate(({ session }) =>
      session.defaultSession.isSpellCheckerEnabled(),
    );
    expect(spells).toBe(false);
    expect(preferences).not.toMatchObject({ webSecurity: false });
    expect(preferences).not.toMatchObject({ allowRunningInsecureContent: true });
    expect(preferences).not.toMatchObject({ experimentalFeatures: true });
    expect(preferences).not.toHaveProperty('enableBlinkFeatures', expect.stringMatching(/./));
  });

  test('the page’s policy refuses scripts that are inline, evaluated or from elsewhere', async () => {
    const { page } = started;
    const ran = await page.evaluate(async (address) => {
      const inline = document.createElement('script');
      inline.textContent = 'window.inlineRan = true';
      document.head.append(inline);
      const foreign = document.createElement('script');
      const settled = new Promise((resolve) => {
        foreign.onload = () => resolve('loaded');
        foreign.onerror = () => resolve('refused');
      });
      foreign.src = `${address}/evil.js`;
      document.head.append(foreign);
      const handler = document.createElement('div');
      handler.setAttribute('onclick', 'window.handlerRan = true');
      handler.click();
      return [await settled, 'inlineRan' in window, 'handlerRan' in window];
    }, webAddress);
    expect(ran).toEqual(['refused', false, false]);
    // Later, because code that DevTools runs directly is let through.
    const evaluated = await page.evaluate(
      () =>
        new Promise((resolve) => {
          setTimeout(() => {
            try {
              // oxlint-disable-next-line typescript/no-implied-eval -- what is being refused here
              resolve(new Function('return "ran"')());
            } catch (error) {
              resolve((error as Error).name);
            }
          });
        }),
    );
    expect(evaluated).toBe('EvalError');
    expect(webRequests).toEqual([]);
  });

  test('the policy that is in force is the strict one', async () => {
    const policy = await started.page.evaluate(async () => {
      const response = await fetch('/index.html');
      return response.headers.get('content-security-policy');
    });
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/);
  });

  test('the page can load nothing from any network', async () => {
    const got = await started.page.evaluate(async (address) => {
      const fetched = await fetch(address).then(
        () => 'loaded',
        () => 'refused',
      );
      const image = await new Promise((resolve) => {
        const element = new Image();
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('refused');
        element.src = `${address}/pixel.png`;
      });
      const socket = await new Promise((resolve) => {
        const opened = new WebSocket(address.replace('http', 'ws'));
        opened.onopen = () => resolve('open');
        opened.onerror = () => resolve('refused');
      });
      return [fetched, image, socket];
    }, webAddress);
    expect(got).toEqual(['refused', 'refused', 'refused']);
    expect(webRequests).toEqual([]);
  });

  test('files of the machine cannot be read, and app:// serves the build only', async () => {
    const answers = await started.page.evaluate(async () => {
      const paths = [
        'file:///etc/passwd',
        '/../main/index.js',
        '/%2e%2e/main/index.js',
        '/..%2fmain%2findex.js',
        'app://other/index.html',
        '/nothing',
      ];
      return Promise.all(
        paths.map((path) =>
          fetch(path).then(
            (response) => response.status,
            () => 'refused',
          ),
        ),
      );
    });
    expect(answers).toEqual(['refused', 404, 404, 404, expect.anything(), 404]);
    expect(answers[4]).not.toBe(200);
  });

  test.each(['navigate', 'frame', 'form'])('a %s to elsewhere is refused', async (how) => {
    const { page } = started;
    await page.evaluate(
      ([kind, address]) => {
        if (kind === 'navigate') location.href = address;
        if (kind === 'frame') {
          const frame = document.createElement('iframe');
          frame.src = address;
          document.body.append(frame);
        }
        if (kind === 'form') {
          const form = document.createElement('form');
          form.action = address;
          document.body.append(form);
          form.submit();
        }
      },
      [how, webAddress] as const,
    );
    expect(await askHost(page, 'settings.read')).toMatchObject({ ok: true });
    expect(page.url()).toMatch(/^app:\/\/rapport\//);
    expect(webRequests).toEqual([]);
  });

  test('new windows are refused, whatever their address', async () => {
    const { app, page } = started;
    const opened = await page.evaluate(() =>
      ['about:blank', 'app://rapport/', 'file:///etc/passwd', 'javascript:1'].map(
        (address) => window.open(address) === null,
      ),
    );
    expect(opened).toEqual([true, true, true, true]);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('a web link opens the owner’s browser only after they agreed, other schemes never', async () => {
    const { app, page } = started;
    await app.evaluate(({ dialog, shell }) => {
      const asked: string[] = [];
      const opened: string[] = [];
      Object.assign(globalThis, { asked, opened });
      dialog.showMessageBox = (async (options: { detail?: string }) => {
        asked.push(options.detail ?? '');
        return { response: asked.length === 1 ? 1 : 0, checkboxChecked: false };
      }) as unknown as typeof dialog.showMessageBox;
      shell.openExternal = async (url) => void opened.push(url);
    });
    await page.evaluate(() => {
      for (const address of [
        'https://one.example/',
        'file:///etc/passwd',
        'smb://host/x',
        'mailto:?attach=/etc/passwd',
        'mailto:a@b.example?attach=/etc/passwd',
        'mailto:a@b.example',
      ]) {
        window.open(address);
      }
    });
    const seen = (): Promise<unknown> =>
      app.evaluate(() => {
        const { asked, opened } = globalThis as unknown as { asked: string[]; opened: string[] };
        return [asked, opened];
      });
    await expect
      .poll(seen)
      .toEqual([['https://one.example/', 'mailto:a@b.example'], ['mailto:a@b.example']]);
  });

  test('every permission is denied when asked for', async () => {
    const answers = await started.page.evaluate(async () => {
      const refused = (work: Promise<unknown>): Promise<string> =>
        work.then(
          () => 'granted',
          () => 'denied',
        );
      return [
        await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
        await refused(navigator.mediaDevices.getUserMedia({ video: true })),
        await refused(navigator.mediaDevices.getDisplayMedia()),
        await refused(
          new Promise((resolve, reject) =>
            navigator.geolocation.getCurrentPosition(resolve, reject),
          ),
        ),
        await Notification.requestPermission(),
        await refused(navigator.clipboard.readText()),
      ];
    });
    expect(answers).toEqual(Array.from({ length: 6 }, () => 'denied'));
  });

  test('only the check for media on our own page says yes, for WebRTC’s sake', async () => {
    const states = await started.page.evaluate(async () => {
      const names = ['microphone', 'geolocation', 'notifications', 'midi'] as PermissionName[];
      return Promise.all(
        names.map(async (name) => (await navigator.permissions.query({ name })).state),
      );
    });
    expect(states).toEqual(['granted', 'denied', 'denied', 'denied']);
  });

  test('a window that is not ours gets no channel to the host', async () => {
    const { app, page } = started;
    await app.evaluate(async ({ BrowserWindow, app: electron }) => {
      const preload = `${electron.getAppPath()}/out/preload/preload.cjs`;
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await other.loadURL('app://rapport/');
      await other.webContents.executeJavaScript(`
        addEventListener('message', (event) => { if (event.data?.ask === 'mine') window.got = true });
        window.rapportHost.askForPort('mine');
      `);
    });
    // Asked later and answered, so the other question has been looked at by now.
    expect(await askHost(page, 'settings.read')).toMatchObject({ ok: true });
    const got = await app.evaluate(async ({ BrowserWindow }) => {
      const other = BrowserWindow.getAllWindows().find((window) => !window.isVisible());
      const answer = await other?.webContents.executeJavaScript('window.got === true');
      other?.destroy();
      return answer;
    });
    expect(got).toBe(false);
  });
});
