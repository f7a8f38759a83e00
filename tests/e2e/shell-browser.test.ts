// The page in a real browser behind the browser shell: the token, a reload, tabs that
// see each other's changes, an end and a new start of the host.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { addPerson, listenForComplaints, openBrowser } from '../support/window/browser.ts';
import { removeProfile, type Shell, startShell } from '../support/window/loopback.ts';

let browser: Browser;
let shell: Shell;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  shell = await startShell();
});
afterEach(async () => {
  await shell.stop();
  removeProfile(shell.profileDir);
});

test('the page opens from the printed address, hides the token and survives a reload', async () => {
  const page = await browser.newPage();
  const complaints = listenForComplaints(page);
  await page.goto(shell.address);
  await addPerson(page, 'Ana Alvarez');
  expect(page.url()).not.toContain(shell.token);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Ana Alvarez' }).waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test('the page loads nothing from anywhere but its own address', async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  await page.goto(shell.address);
  await page.getByRole('button', { name: 'Add person' }).waitFor();
  expect([...new Set(asked)].filter((origin) => origin !== 'null')).toEqual([shell.origin]);
  await page.close();
});

test('a tab without the token is refused and told so', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(shell.origin);
  await page.getByRole('alert', { name: 'Part of the address is missing' }).waitFor();
  expect(await page.getByRole('button', { name: 'Add person' }).count()).toBe(0);
  await context.close();
});

test('a second tab sees at once what the first one adds', async () => {
  const first = await browser.newPage();
  const second = await browser.newPage();
  await first.goto(shell.address);
  await second.goto(shell.address);
  await second.getByRole('button', { name: 'Add person' }).waitFor();
  await addPerson(first, 'Ben Brown');
  await expect.poll(() => second.getByText('Ben Brown').count()).toBeGreaterThan(0);
  await first.close();
  await second.close();
});

test('a page whose shell has ended says that somebody has to start it, and keeps what was typed', async () => {
  const page = await browser.newPage();
  await page.goto(shell.address);
  await addPerson(page, 'Chen Wei');
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  const search = page.getByLabel('Search', { exact: true });
  await search.fill('Che');
  // As a shell answers that is still ending, over a connection that is kept alive.
  await page.route(`${shell.origin}/`, (route) => route.fulfill({ status: 503 }));
  await shell.stop();
  const told = page.getByRole('alert', { name: 'Rapport is not running' });
  await told.getByText('Start it again with the command you started it with').waitFor();
  expect(await told.textContent()).not.toContain('is being started again');
  await expect.poll(() => search.inputValue()).toBe('Che');
  await page.close();
});

test('a page whose shell was started again is told, and the new address shows what was saved', async () => {
  const page = await browser.newPage();
  await page.goto(shell.address);
  await addPerson(page, 'Chen Wei');
  const { port } = new URL(shell.origin);
  await shell.stop('SIGKILL');
  shell = await startShell(shell.profileDir, [`--port=${port}`]);
  await page.getByRole('alert', { name: 'This address belongs to an earlier start' }).waitFor();
  await page.goto(shell.address);
  await expect.poll(() => page.getByText('Chen Wei').count()).toBeGreaterThan(0);
  await page.close();
});

test('a page whose parts the browser gave up loading is opened all the same', async () => {
  const page = await browser.newPage();
  await page.goto(shell.address);
  await page.getByRole('button', { name: 'Add person' }).waitFor();
  const given = new Map<string, number>();
  await page.route('**/assets/*.js', async (route) => {
    const { pathname } = new URL(route.request().url());
    const times = (given.get(pathname) ?? 0) + 1;
    given.set(pathname, times);
    // As when the laptop joins another network, twice in a row.
    await (times <= 2 ? route.abort('connectionaborted') : route.continue());
  });
  await page.getByRole('link', { name: 'Groups' }).click();
  await page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor();
  expect([...given.values()].some((times) => times > 2)).toBe(true);
  await page.close();
});
