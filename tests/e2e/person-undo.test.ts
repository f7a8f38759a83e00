// Undo by key: the note's own inside it, the last change of the book everywhere else.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { addPerson, goTo } from '../support/window/browser.ts';
import { readValue, typeValue } from '../support/window/values.ts';
import { loadSample, type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
  await loadSample(open.page);
});
afterEach(() => open.close());

test('Ctrl+Z in the note takes back what was typed there, and nothing else', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Chen Wei/ }).click();
  const note = page.getByRole('textbox', { name: 'Note' });
  await typeValue(page, 'Nickname', 'Wei');

  const before = await note.innerText();
  await note.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Prefers tea');
  await page.keyboard.press('Control+z');
  await expect.poll(() => note.innerText()).toBe(before);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => note.innerText()).toContain('Prefers tea');
  // More often than there is anything to take back: the book is left alone.
  for (let time = 0; time < 4; time += 1) await page.keyboard.press('Control+z');
  await expect.poll(() => note.innerText()).toBe(before);
  await expect.poll(() => readValue(page, 'Nickname')).toBe('Wei');
  await open.reload();
  await expect.poll(() => note.innerText()).toBe(before);
  await expect.poll(() => readValue(page, 'Nickname')).toBe('Wei');
});

test('Ctrl+Z outside of the note takes back the last change and leaves what was typed in it', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Chen Wei/ }).click();
  const note = page.getByRole('textbox', { name: 'Note' });
  await typeValue(page, 'Nickname', 'Wei');
  await note.click();
  await page.keyboard.type('Prefers tea ');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => readValue(page, 'Nickname')).toBe('');
  await page.getByText('Undone: Changed Chen Wei').first().waitFor();
  await expect.poll(() => note.innerText()).toContain('Prefers tea');
  await open.reload();
  await note.getByText('Prefers tea').waitFor();
  await expect.poll(() => readValue(page, 'Nickname')).toBe('');
  await typeValue(page, 'Nickname', 'Wei');
  // A menu that has just been closed fades, and takes no key for itself.
  await page.getByRole('button', { name: 'Add to Contact' }).click();
  await page.getByRole('menu', { name: 'Add to Contact' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => readValue(page, 'Nickname')).toBe('');
});

test('the sample team is undone only after what was done since, and can be loaded again', async () => {
  const { page } = open;
  // The page of somebody whose adding is undone takes nothing, and can be brought back.
  await addPerson(page, 'Ada Undone');
  await page.getByRole('region', { name: 'Timeline' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: 'Not here any more' }).waitFor();
  await expect.poll(() => page.getByRole('region', { name: 'Timeline' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await typeValue(page, 'Nickname', 'Countess');
  await page.keyboard.press('Control+z');
  await expect.poll(() => readValue(page, 'Nickname')).toBe('');
  await page.keyboard.press('Control+z');
  await page.getByRole('heading', { name: 'Not here any more' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('24 people').waitFor();
  await page
    .getByRole('row', { name: /Chen Wei/ })
    .getByRole('checkbox')
    .click();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await page.getByText('23 people').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('24 people').waitFor();
  // Only what was done last has a message.
  await page.getByRole('alert').getByText('Undone').waitFor();
  await expect.poll(() => page.getByRole('alert').count()).toBe(1);
  await page.keyboard.press('Control+z');
  await page.getByText('Bring your people in').waitFor();
  await loadSample(page);
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Remove the sample team' }).click();
  await goTo(page, 'People');
  await page.getByText('Bring your people in').waitFor();
});
