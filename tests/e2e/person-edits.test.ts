// What can be done to one person and to many, beyond typing into fields.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { addTo, editorOf, openValue, readValue, valueOf } from '../support/window/values.ts';
import { goTo } from '../support/window/browser.ts';
import { toastOf, undoFrom } from '../support/window/toasts.ts';
import { loadSample, type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
beforeAll(async () => {
  open = await openWindow();
  await loadSample(open.page);
});
beforeEach(() => goTo(open.page, 'People'));
afterAll(() => open.close());

/** One pixel, red. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

// Where all of the page is in sight: a block is dragged across it.
test('the blocks of a page are moved, hidden and put back, on the pages of everybody', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
  const blocks = (): Promise<string[]> =>
    page
      .getByRole('region')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  const choose = async (block: string, what: string): Promise<void> => {
    await page.getByRole('button', { name: `Move or hide ${block}` }).press('Enter');
    // Named: the one before may be on its way out.
    const menu = page.getByRole('menu', { name: `Move or hide ${block}` });
    await menu.getByRole('menuitem', { name: what }).press('Enter');
  };
  await page.getByRole('region', { name: 'Timeline' }).waitFor();
  const usual = await blocks();
  await choose('Note', 'Move up');
  await page.getByRole('status').getByText('Note was moved up.').waitFor({ state: 'attached' });
  await expect
    .poll(async () => (await blocks()).filter((one) => one === 'Note' || one === 'Roles'))
    .toEqual(['Note', 'Roles']);
  await choose('Files', 'Hide on these pages');
  const filesAgain = page.getByRole('button', { name: 'Show Files again' });
  await filesAgain.waitFor();
  // By the keys, too, while it is what was done last.
  await toastOf(page, 'Files is hidden on these pages.').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('region', { name: 'Files' }).waitFor();
  await toastOf(page, 'Undone: Files is hidden').waitFor();
  await page.keyboard.press('Control+Shift+z');
  await filesAgain.waitFor();
  await undoFrom(page, /^Files is hidden/);
  await page.getByRole('region', { name: 'Files' }).waitFor();
  await choose('Files', 'Hide on these pages');
  await filesAgain.waitFor();
  const usualSize = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 1280, height: 1600 });
  await page
    .getByRole('button', { name: 'Move or hide Timeline' })
    .dragTo(page.getByRole('region', { name: 'Name' }), { targetPosition: { x: 40, y: 6 } });
  await expect.poll(async () => (await blocks())[0]).toBe('Timeline');
  await page.setViewportSize(usualSize);
  await open.reload();
  await page.getByRole('link', { name: 'Back to People' }).click();
  await page.getByRole('row', { name: /Chen Wei/ }).click();
  await page.getByRole('button', { name: 'Show Files again' }).waitFor();
  await expect.poll(async () => (await blocks())[0]).toBe('Timeline');
  expect(await blocks()).not.toContain('Files');
  await page.getByRole('button', { name: 'Show Files again' }).click();
  await page.getByRole('region', { name: 'Files' }).waitFor();
  await page.getByRole('button', { name: 'Reset order' }).click();
  await expect.poll(blocks).toEqual(usual);
});

// The first to save anything: it waits until that is said.
test('what is typed while the value before it is being saved is not lost', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
  const field = await editorOf(page, 'Nickname');
  await field.evaluate(async (input: HTMLInputElement) => {
    const type = async (value: string): Promise<void> => {
      input.focus();
      input.select();
      document.execCommand('insertText', false, value);
      // React draws in a microtask; the host's answer can only come in a task after all of this.
      for (let at = 0; at < 20; at++) await Promise.resolve();
    };
    await type('Sailor');
    input.blur();
    await type('Captain');
  });
  // Nothing but the first value has been saved, and the field is still the same one.
  await expect.poll(async () => page.getByRole('status').textContent()).toMatch(/^Saved/);
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await field.inputValue()).toBe('Captain');
  await field.press('Enter');
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
  await expect.poll(() => readValue(page, 'Nickname')).toBe('Captain');
});

test('a moment on the timeline is changed and found by its new words', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
  await page.getByLabel('What happened').fill('Agreed on the lamp');
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  const line = page.getByRole('listitem').filter({ hasText: 'Agreed on the lamp' });
  await line.getByRole('button', { name: 'Edit this note' }).click();
  await page.getByLabel('Text', { exact: true }).fill('Agreed on the turquoise lampshade');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('listitem').getByText('Agreed on the turquoise lampshade').waitFor();
  await open.reload();
  await page.getByRole('listitem').getByText('Agreed on the turquoise lampshade').waitFor();
});

test('a note turns out to have been a call on another day with somebody else', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
  await page.getByLabel('What happened').fill('Spoke about the harbour');
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  const line = page.getByRole('listitem').filter({ hasText: 'Spoke about the harbour' });
  await line.getByRole('button', { name: 'Edit this note' }).click();
  await line.getByText('Call', { exact: true }).click();
  await line.getByLabel('Day').fill('2021-03-04');
  await line.getByRole('combobox', { name: 'People' }).fill('chen');
  await page.getByRole('option', { name: 'Chen Wei' }).click();
  await line.getByRole('button', { name: 'Save', exact: true }).click();
  await line.getByRole('link', { name: 'Chen Wei' }).waitFor();
  await line.getByText('Mar 4, 2021').waitFor();
  await line.getByRole('button', { name: 'Edit this call' }).click();
  await line.getByRole('combobox', { name: 'People' }).press('Backspace');
  await line.getByRole('combobox', { name: 'People' }).press('Backspace');
  await line.getByText('Name at least one person.').waitFor();
  await expect
    .poll(() => line.getByRole('button', { name: 'Save', exact: true }).isDisabled())
    .toBe(true);
  await line.getByRole('combobox', { name: 'People' }).fill('chen');
  await page.getByRole('option', { name: 'Chen Wei' }).click();
  await line.getByRole('button', { name: 'Save', exact: true }).click();
  await line.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'Back to People' }).click();
  await page.getByRole('row', { name: /Chen Wei/ }).click();
  await line.getByRole('button', { name: 'Edit this call' }).waitFor();
  await undoFrom(page, 'Changed the call');
  await line.getByRole('link', { name: 'Femi Okafor' }).waitFor();
});

test('e-mails are moved up and down by keys, and the button that was pressed keeps the focus', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
  await valueOf(page, 'E-mail').waitFor();
  let first = '';
  await expect.poll(async () => (first = await readValue(page, 'E-mail'))).not.toBe('');
  for (const value of ['second@example.com', 'third@example.com']) {
    await addTo(page, 'Contact', 'E-mail');
    await page.getByLabel('New e-mail').fill(value);
    await page.getByLabel('New e-mail').press('Enter');
    await page.getByText(value, { exact: true }).waitFor();
  }
  const order = async (): Promise<string[]> =>
    Promise.all([1, 2, 3].map((at) => readValue(page, `E-mail ${at}`)));
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
  await openValue(page, 'E-mail 3');
  await page.getByRole('button', { name: 'Move E-mail third@example.com up' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(order).toEqual([first, 'third@example.com', 'second@example.com']);
  await page.getByRole('status').getByText('E-mail is now 2 of 3').waitFor({ state: 'attached' });
  await expect.poll(focused).toBe('Move E-mail third@example.com up');
  await page.keyboard.press('Enter');
  await expect.poll(order).toEqual(['third@example.com', first, 'second@example.com']);
  await page.getByRole('button', { name: 'Move E-mail third@example.com down' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(order).toEqual([first, 'third@example.com', 'second@example.com']);
  await expect.poll(focused).toBe('Move E-mail third@example.com down');
  await page.keyboard.press('Enter');
  await expect.poll(order).toEqual([first, 'second@example.com', 'third@example.com']);
  const down = page.getByRole('button', { name: 'Move E-mail third@example.com down' });
  await expect.poll(() => down.getAttribute('aria-disabled')).toBe('true');
});

test('an address is written part by part', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
  await addTo(page, 'Contact', 'Address');
  await page.getByLabel('New address').fill('Marina 5');
  await page.getByLabel('New address').press('Enter');
  await openValue(page, 'Address 2');
  await page.getByRole('button', { name: 'Parts of Address 2' }).click();
  await expect.poll(() => page.getByLabel('Street 2').inputValue()).toBe('Marina 5');
  await page.getByLabel('Town 2').fill('Lagos');
  await page.getByLabel('Town 2').press('Enter');
  await expect.poll(() => readValue(page, 'Address 2')).toBe('Marina 5, Lagos');
});

test('a photo is chosen, shown and taken away; what is no picture is said', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
  const choose = page.getByLabel('Choose a photo');
  await choose.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: png });
  await page.getByRole('button', { name: 'Photo', exact: true }).locator('img').waitFor();
  await choose.setInputFiles({ name: 'b.png', mimeType: 'image/png', buffer: Buffer.from('no') });
  await page
    .getByText(/is not a picture that can be shown/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Photo', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove the photo' }).click();
  await expect
    .poll(() => page.getByRole('button', { name: 'Photo', exact: true }).locator('img').count())
    .toBe(0);
});

test('everybody, or a stretch of the list, is ticked at once', async () => {
  const { page } = open;
  await page.getByLabel('Select all').click();
  await page.getByText('24 selected').waitFor();
  await page.getByRole('grid', { name: 'People' }).focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByText('24 selected').count()).toBe(0);
  const tick = (at: number) => page.getByRole('row').nth(at).getByRole('checkbox');
  await tick(2).click();
  await tick(6).click({ modifiers: ['Shift'] });
  await page.getByText('5 selected').waitFor();
  await page.getByRole('grid', { name: 'People' }).focus();
  await page.keyboard.press('Control+a');
  await page.getByText('24 selected').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('24 selected').waitFor({ state: 'detached' });
});

test('beside an address stand the way to a map and the time there; a file is looked at in the window', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
  await addTo(page, 'Contact', 'Address');
  await page.getByLabel('New address').fill('Marina 5, Kathmandu, Nepal');
  await page.getByLabel('New address').press('Enter');
  const map = page.getByRole('link', { name: 'Show Marina 5, Kathmandu, Nepal on a map' });
  await expect
    .poll(() => map.getAttribute('href'))
    .toBe('geo:0,0?q=Marina%205%2C%20Kathmandu%2C%20Nepal');
  // Its clocks show what no other country’s do.
  await page.getByText(/^About .* there$/).waitFor();

  const attach = async (name: string, buffer: Buffer): Promise<void> => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Attach a file' }).click();
    await (await choosing).setFiles({ name, mimeType: '', buffer });
    await page.getByRole('button', { name: `Look at ${name}` }).click();
  };
  await attach('terms.txt', Buffer.from('<b>Thirty</b> days “net”'));
  const dialog = page.getByRole('dialog');
  await dialog.getByText('<b>Thirty</b> days “net”').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await attach('lamp.png', png);
  await dialog.getByRole('img', { name: 'lamp.png' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await attach('odd.bin', Buffer.from([0, 255, 254, 1]));
  await dialog.getByText('This file cannot be shown here.').waitFor();
});
