// A hostile web page in the browser in which Rapport is open: what it can do to the browser
// shell from a tab of its own, and through a name that leads to this machine.

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openBrowser } from '../support/window/browser.ts';
import { removeProfile, type Shell, startShell } from '../support/window/loopback.ts';

const evilName = 'evil.example';

let shell: Shell;
let web: Server;
let evilOrigin: string;
let browser: Browser;
let context: BrowserContext;
let ours: Page;
let evil: Page;

beforeAll(async () => {
  shell = await startShell();
  web = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Evil</title>');
  }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  const address = web.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  evilOrigin = `http://${evilName}:${address.port}`;
  browser = await openBrowser([
    `--host-resolver-rules=MAP ${evilName} 127.0.0.1`,
    // What not every browser does by itself.
    '--disable-features=LocalNetworkAccessChecks',
  ]);
  context = await browser.newContext();
  ours = await context.newPage();
  await ours.goto(shell.address);
  await ours.getByRole('heading', { level: 1 }).waitFor();
  evil = await context.newPage();
  await evil.goto(evilOrigin);
});
afterAll(async () => {
  await browser.close();
  web.close();
  await shell.stop();
  removeProfile(shell.profileDir);
});

/** The page that is open is ours still, and its host answers. */
async function expectOursWorks(): Promise<void> {
  expect(ours.url()).toContain(`${shell.origin}/`);
  await ours.reload();
  await ours.getByRole('heading', { level: 1 }).waitFor();
}

test('it reads, runs and frames nothing of ours', async () => {
  const script = await ours.evaluate(
    () => document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '',
  );
  const got = await evil.evaluate(
    async ([page, code]) => {
      const settled = (work: Promise<Response>): Promise<string> =>
        work.then(
          (response) => response.type,
          () => 'refused',
        );
      const loaded = (tag: 'script' | 'img' | 'link', address: string): Promise<string> =>
        new Promise((resolve) => {
          const element = document.createElement(tag);
          element.addEventListener('load', () => resolve('loaded'));
          element.addEventListener('error', () => resolve('refused'));
          if (element instanceof HTMLLinkElement) {
            element.rel = 'stylesheet';
            element.href = address;
          } else element.src = address;
          document.body.append(element);
        });
      return Promise.all([
        settled(fetch(page)),
        settled(fetch(page, { mode: 'no-cors' })),
        settled(fetch(code, { mode: 'no-cors', credentials: 'include' })),
        settled(fetch(page, { method: 'POST', mode: 'no-cors', body: '{}' })),
        loaded('script', code),
        loaded('img', `${page}favicon.ico`),
        loaded('link', code),
        navigator.serviceWorker === undefined
          ? 'refused'
          : navigator.serviceWorker.register(code).then(
              () => 'registered',
              () => 'refused',
            ),
      ]);
    },
    [`${shell.origin}/`, script] as const,
  );
  expect(got).toEqual(Array.from({ length: 8 }, () => 'refused'));
  await evil.evaluate(
    (address) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.addEventListener('load', resolve);
        frame.src = address;
        document.body.append(frame);
      }),
    shell.address,
  );
  const framed = (): string[] =>
    evil
      .frames()
      .filter((frame) => frame !== evil.mainFrame())
      .map((frame) => frame.url());
  await expect.poll(framed).toEqual(['chrome-error://chromewebdata/']);
  await expectOursWorks();
});

test('it opens no way to the host, not even with the token', async () => {
  const heard = await evil.evaluate(
    ([address, token]) =>
      Promise.all(
        [
          [],
          ['rapport'],
          ['rapport', 'token.'],
          ['rapport', `token.${'A'.repeat(43)}`],
          ['rapport', `token.${token}`],
        ].map(
          (protocols) =>
            new Promise((resolve) => {
              const socket = new WebSocket(address, protocols);
              socket.addEventListener('open', () => resolve('open'));
              socket.addEventListener('error', () => resolve('refused'));
            }),
        ),
      ),
    [`${shell.origin.replace('http', 'ws')}/host`, shell.token] as const,
  );
  expect(heard).toEqual(Array.from({ length: 5 }, () => 'refused'));
  await expectOursWorks();
});

test('a name of its own that leads to this machine gets no page and no host', async () => {
  const { port } = new URL(shell.origin);
  const rebound = await context.newPage();
  // Its first answer comes from its own server, all later ones from ours.
  await rebound.route('**/first', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Evil</title>' }),
  );
  await rebound.goto(`http://${evilName}:${port}/first`);
  const got = await rebound.evaluate(async (token) => {
    const { host } = location;
    const page = await fetch('/');
    const heard = await new Promise((resolve) => {
      const socket = new WebSocket(`ws://${host}/host`, ['rapport', `token.${token}`]);
      socket.addEventListener('open', () => resolve('open'));
      socket.addEventListener('error', () => resolve('refused'));
    });
    return [page.status, await page.text(), heard];
  }, shell.token);
  expect(got).toEqual([403, '', 'refused']);
  await rebound.close();
});

test('a form that it sends is refused', async () => {
  const opened = context.waitForEvent('page');
  const answered = context.waitForEvent('response', (answer) => answer.url().endsWith('/posted'));
  await evil.evaluate((address) => {
    const form = document.createElement('form');
    const how = { method: 'post', target: '_blank', enctype: 'text/plain' };
    Object.assign(form, { ...how, action: address });
    document.body.append(form);
    form.submit();
  }, `${shell.origin}/posted`);
  expect((await answered).status()).toBe(403);
  await (await opened).close();
  await expectOursWorks();
});

test('it keeps no hold of a tab in which Rapport is opened', async () => {
  const opening = context.waitForEvent('page');
  await evil.evaluate(() => {
    Object.assign(window, { held: window.open('about:blank', 'held') });
  });
  const tab = await opening;
  expect(await evil.evaluate(() => (window as unknown as { held: Window }).held.closed)).toBe(
    false,
  );
  await tab.goto(shell.address);
  await tab.getByRole('heading', { level: 1 }).waitFor();
  expect(await tab.evaluate(() => [window.opener, window.name])).toEqual([null, '']);
  await evil.evaluate((address) => {
    (window as unknown as { held: Window }).held.location.href = address;
    window.open(address, 'held')?.close();
  }, `${evilOrigin}/phishing`);
  expect(await evil.evaluate(() => (window as unknown as { held: Window }).held.closed)).toBe(true);
  await tab.reload();
  await tab.getByRole('heading', { level: 1 }).waitFor();
  expect(tab.url()).toContain(`${shell.origin}/`);
  await tab.close();
});

test('an address with a token of its making spoils no tab that is open', async () => {
  const opening = context.waitForEvent('page');
  await evil.evaluate(
    (address) => {
      window.open(address);
    },
    `${shell.origin}/#token=${'A'.repeat(43)}`,
  );
  const tab = await opening;
  await tab
    .getByText(/token|address/i)
    .first()
    .waitFor();
  await tab.close();
  await expectOursWorks();
});
