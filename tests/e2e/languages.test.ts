// The language of the owner: chosen in Settings, heard by every window, kept; and what pages
// look like in each.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { rapport } from '../support/host/command-line.ts';
import { layoutFindings } from '../support/window/layout.ts';
import {
  loadSample,
  type OpenWindow,
  openWindow,
  seriousInBothLights,
} from '../support/window/window.ts';
import { wordsIn } from '../support/window/words.ts';

const german = wordsIn('de');
const arabic = wordsIn('ar');
const shots = process.env['LANGUAGE_SHOTS'];

let open: OpenWindow;
beforeAll(async () => {
  open = await openWindow();
  await loadSample(open.page);
});
afterAll(() => open.close());

const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true });
const isFocused = (page: Page, id: string) =>
  expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);

async function goThere(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => (location.hash = `#${to}`), path);
}

/** By its own name, whatever is spoken. */
async function choose(page: Page, name: string): Promise<void> {
  await goThere(page, '/settings');
  await page.locator('#language').click();
  await page.getByRole('option', { name, exact: true }).click();
}

test('the language is chosen in Settings; every window follows at once, and it is kept', async () => {
  const { page } = open;
  const other = await page.context().newPage();
  await other.goto(open.shell.address);
  await heading(other, 'People').waitFor();

  await choose(page, 'Deutsch');
  await heading(page, german('Settings')).waitFor();
  await isFocused(page, 'language');
  await heading(other, german('People')).waitFor();
  await expect
    .poll(() => other.evaluate(() => [document.documentElement.lang, document.documentElement.dir]))
    .toEqual(['de', 'ltr']);

  await choose(page, 'العربية');
  await heading(page, arabic('Settings')).waitFor();
  await heading(other, arabic('People')).waitFor();
  await expect
    .poll(() => other.evaluate(() => [document.documentElement.lang, document.documentElement.dir]))
    .toEqual(['ar', 'rtl']);
  await other.close();

  await open.reload();
  await heading(page, arabic('Settings')).waitFor();
  const said = await rapport(['find', 'Ana', '--profile', open.shell.profileDir]);
  expect(said.err).toMatch(/\p{Script=Arabic}/u);

  await choose(page, 'English');
  await heading(page, 'Settings').waitFor();
});

test('a fresh profile speaks the language of the system', async () => {
  const fresh = await openWindow(undefined, { system: 'de-AT' });
  await heading(fresh.page, german('People')).waitFor();
  await goThere(fresh.page, '/settings');
  await heading(fresh.page, german('Settings')).waitFor();
  await fresh.close();
});

const paths = ['/people', '/people/sample-person-00', '/groups', '/transfer', '/team', '/settings'];

test.each([
  ['de', 'Deutsch'],
  ['ar', 'العربية'],
] as const)(
  '%s: nothing is cut off at 1024, and axe finds nothing serious in light and dark',
  async (language, name) => {
    const { page } = open;
    await choose(page, name);
    await heading(page, wordsIn(language)('Settings')).waitFor();
    await page.setViewportSize({ width: 1024, height: 768 });
    const findings: { [place: string]: string[] } = {};
    for (const path of paths) {
      await goThere(page, path);
      await page.locator(`.page`).waitFor();
      await page.getByRole('heading', { level: 1 }).waitFor();
      const found = (await layoutFindings(page)).filter((one) => !one.startsWith('English: '));
      if (found.length > 0) findings[path] = found;
      if (shots !== undefined)
        await page.screenshot({
          path: `${shots}/${language}${path.replaceAll('/', '-')}-1024.png`,
        });
      const serious = await seriousInBothLights(page);
      if (serious.length > 0) findings[`${path} to axe`] = serious;
    }
    expect(findings).toEqual({});
  },
);
