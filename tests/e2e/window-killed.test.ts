// The window's process is killed at random moments while somebody works: what was said
// to be saved is there in the next window.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { editorOf, readValue, typeValue, valueOf } from '../support/window/values.ts';
import { newProfile, removeProfile, type Shell, startShell } from '../support/window/loopback.ts';
import { seededRandom, testRuns, testSeed } from '../support/seeded.ts';
import { openBrowser } from '../support/window/browser.ts';

const profileDir = newProfile();
let shell: Shell;
let browser: Browser;

beforeAll(async () => {
  shell = await startShell(profileDir);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await shell.stop();
  removeProfile(profileDir);
});

async function openPage(): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(shell.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function addPerson(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Add person' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Ada Lovelace');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Add to Name' }).waitFor();
  return page.url().split('#')[1] ?? '';
}

/** Tells the messages that are shown from those that come. */
const markMessages = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const message of document.querySelectorAll('[role="alert"]'))
      message.setAttribute('data-seen', '');
  });

/** Ends the page's process with SIGKILL's effect: nothing of it runs on. */
async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = new Promise((resolve) => page.once('crash', resolve));
  // Never answered: whoever would answer is gone.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.context().close();
}

test('a killed window loses nothing that was said to be saved', async () => {
  const random = seededRandom(testSeed);
  let page = await openPage();
  const path = await addPerson(page);
  let typed = 0;
  for (let run = 0; run < testRuns(6); run++) {
    const edits = 1 + Math.floor(random() * 4);
    let saved = '';
    for (let edit = 0; edit < edits; edit++) {
      const value = `Name ${typed++}`;
      await markMessages(page);
      await typeValue(page, 'Nickname', value);
      // A new message says so only when the host's commit has returned.
      await page.locator('[role="alert"]:not([data-seen])', { hasText: 'Saved' }).waitFor();
      saved = value;
    }
    // One more is on its way: it may be kept or not.
    const last = `Name ${typed++}`;
    const nickname = await editorOf(page, 'Nickname');
    await nickname.fill(last);
    if (random() < 0.7) await nickname.press('Enter');
    await kill(page);
    page = await openPage();
    await page.goto(`${shell.origin}/#${path}`);
    await valueOf(page, 'Nickname').waitFor();
    await expect
      .poll(async () => [saved, last].includes(await readValue(page, 'Nickname')))
      .toBe(true);
  }
});
