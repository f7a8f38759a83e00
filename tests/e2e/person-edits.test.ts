// What can be done to one person and to many, beyond typing into fields.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { loadSample, type OpenWindow, openWindow } from '../support/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
  await loadSample(open.page);
});
afterEach(() => open.close());

/** One pixel, red. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

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

test('a second e-mail becomes the main one', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
  await page.getByRole('button', { name: 'Add e-mail' }).click();
  await page.getByLabel('New e-mail').fill('second@example.com');
  await page.getByLabel('New e-mail').press('Enter');
  await page.getByRole('button', { name: 'Move E-mail second@example.com up' }).click();
  await expect
    .poll(() => page.getByLabel('E-mail 1', { exact: true }).inputValue())
    .toBe('second@example.com');
});

test('an address is written part by part', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
  await page.getByRole('button', { name: 'Add address' }).click();
  await page.getByLabel('New address').fill('Marina 5');
  await page.getByLabel('New address').press('Enter');
  await page.getByRole('button', { name: 'Parts of Address 2' }).click();
  expect(await page.getByLabel('Street 2').inputValue()).toBe('Marina 5');
  await page.getByLabel('Town 2').fill('Lagos');
  await page.getByLabel('Town 2').press('Enter');
  const line = page.getByLabel('Address 2', { exact: true });
  await expect.poll(() => line.inputValue()).toBe('Marina 5, Lagos');
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
});
