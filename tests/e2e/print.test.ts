// What comes out of the printer: a person's sheet and a list, without anything to click.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { goTo } from '../support/window/browser.ts';
import { readValue, typeValue } from '../support/window/values.ts';
import { loadSample, type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
  await loadSample(open.page);
});
afterEach(() => open.close());

/** What stands on paper, line by line. */
async function sheet(): Promise<string> {
  await open.page.emulateMedia({ media: 'print' });
  return open.page.evaluate(() => document.body.innerText);
}

test('a person is printed as a sheet: name, facts and timeline', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
  await typeValue(page, 'Birthday', '17 May 1975');
  await page.getByLabel('What happened').fill('Agreed on the lamp');
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  await page.getByRole('listitem').getByText('Agreed on the lamp').waitFor();
  let email = '';
  await expect.poll(async () => (email = await readValue(page, 'E-mail'))).not.toBe('');

  // The page turns its fields into text when it hears that it is printed.
  await page.emulateMedia({ media: 'print' });
  await page.locator('.printed').getByText('May 17, 1975').waitFor();
  const text = await sheet();
  for (const wanted of ['Femi Okafor', 'Birthday May 17, 1975', email, 'Agreed on the lamp'])
    expect(text.replaceAll(/\s+/g, ' ')).toContain(wanted);
  for (const unwanted of [
    'Settings',
    'Nickname',
    'Add to Contact',
    'Actions',
    'What happened',
    'Undo',
    'In public',
  ])
    expect(text).not.toContain(unwanted);
  // Nothing of it is a field any more, and the page is not cut off at the window's end.
  expect(await page.locator('main input:visible, main textarea:visible').count()).toBe(0);
  const [height, shown] = await page.evaluate(() => {
    const main = document.querySelector('main');
    return [main?.scrollHeight ?? 0, main?.clientHeight ?? -1];
  });
  expect(height).toBe(shown);
  expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');

  await page.emulateMedia({ media: 'screen' });
  await expect.poll(async () => readValue(page, 'Birthday')).toBe('May 17, 1975');
});

test('a list is printed whole, in dark windows too', async () => {
  const { page } = open;
  await goTo(page, 'Settings');
  await page.getByText('Dark', { exact: true }).click();
  await goTo(page, 'People');
  await page.setViewportSize({ width: 1000, height: 420 });
  await page.getByText('24 people', { exact: true }).waitFor();
  const first = await sheet();
  expect(first).not.toContain('Add person');
  await expect.poll(async () => page.getByRole('row').count()).toBe(25);
  await expect.poll(async () => page.locator('[data-on-its-way]').count()).toBe(0);
  const colour = await page.evaluate(() => getComputedStyle(document.body).color);
  expect(colour).toBe('rgb(0, 0, 0)');
});

test('the key for printing waits until the list is there', async () => {
  const { page } = open;
  await page.setViewportSize({ width: 1000, height: 420 });
  await page.evaluate(() => {
    window.print = () => {
      const rows = document.querySelectorAll('[role=row]:not([data-foot])').length;
      const waiting = document.querySelectorAll('[data-on-its-way]').length;
      document.title = `printed ${rows} rows, ${waiting} waiting`;
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await page.keyboard.press('Control+p');
  await page.waitForFunction(() => document.title.startsWith('printed'));
  expect(await page.title()).toBe('printed 25 rows, 0 waiting');
  await expect.poll(async () => page.getByRole('row').count()).toBeLessThan(25);
});
