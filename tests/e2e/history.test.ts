// The history of a person and of everything: seen, put back, taken back.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { goTo } from '../support/window/browser.ts';
import { newProfile } from '../support/window/loopback.ts';
import { readValue, typeValue } from '../support/window/values.ts';
import { loadSample, type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
let profile: string;
beforeEach(async () => {
  profile = newProfile();
  open = await openWindow(profile);
  await loadSample(open.page);
});
afterEach(() => open.close());

test('a value that stood there before is put back from the history', async () => {
  const { page } = open;
  await page.getByRole('row', { name: /Chen Wei/ }).click();
  for (const text of ['Weiwei', 'Weibo']) await typeValue(page, 'Nickname', text);
  await page.getByRole('button', { name: 'Show the history' }).click();
  const changes = page.getByRole('list', { name: 'Changes' }).getByRole('listitem');
  await expect.poll(() => changes.count()).toBe(2);
  await changes.first().getByText('Weibo').waitFor();
  await page.getByRole('button', { name: 'Restore this value: Nickname: Weiwei' }).click();
  await expect.poll(() => readValue(page, 'Nickname')).toBe('Weiwei');
  await expect.poll(() => changes.count()).toBe(3);
  await page.getByRole('button', { name: 'As it was on a day' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Weiwei', { exact: true }).waitFor();
});

test('the list of people stands there as it was on a day', async () => {
  const { page } = open;
  const past = async (): Promise<void> => {
    await page.getByRole('button', { name: 'This view' }).click();
    await page.getByRole('menuitem', { name: 'As it was on a day' }).click();
  };
  await past();
  const dialog = page.getByRole('dialog', { name: 'As it was on a day' });
  await dialog.getByText(/^24 were in the book at the end of/).waitFor();
  await dialog.getByLabel('Only names with').fill('femi');
  const names = dialog.getByRole('list', { name: 'On that day' });
  await expect.poll(() => names.getByRole('listitem').count()).toBe(1);
  await dialog.getByLabel('At the end of this day').first().fill('3 May 2001');
  await dialog.getByText(/^0 were in the book at the end of May 3, 2001/).waitFor();
});

test('how long the history is kept whole is chosen in the settings', async () => {
  const { page } = open;
  await goTo(page, 'Settings');
  const history = page.getByRole('region', { name: 'History' });
  await history.getByText('The last 90 days are kept whole').waitFor();
  await history.getByRole('combobox', { name: 'Keep every change for' }).click();
  await page.getByRole('option', { name: 'A year' }).click();
  await history.getByText('The last 365 days are kept whole').waitFor();
});

test('what I did is listed, taken back one by one and back to a point', async () => {
  const { page } = open;
  const chen = page.getByRole('row', { name: /Chen Wei/ });
  await chen.getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Move to trash' }).click();
  await page.getByText('23 people', { exact: true }).waitFor();
  await page.getByRole('row', { name: /Ana/ }).first().click();
  for (const text of ['Nana', 'Annie']) await typeValue(page, 'Nickname', text);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+Alt+z');
  await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
  const mine = page.getByRole('list', { name: 'What I did' });
  await expect.poll(() => mine.locator('> li').count()).toBe(4);
  // The oldest but the sample itself, by itself.
  await page.getByRole('button', { name: /^Undo: Moved .*Chen Wei.* to the trash/ }).click();
  await expect.poll(() => mine.locator('> li').count()).toBe(5);
  await mine.locator('> li').nth(3).getByText('taken back').waitFor();
  await page.getByRole('button', { name: /^More about: Moved .*Chen Wei/ }).click();
  await page.getByRole('menuitem', { name: 'Go back to here' }).click();
  await page.getByRole('dialog').getByText('2 changes', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Take them back' }).click();
  await expect.poll(() => mine.locator('> li').count()).toBe(7);
  await goTo(page, 'People');
  await page.getByText('24 people', { exact: true }).waitFor();
});

test('an import of before is undone from the list, and says what was changed since', async () => {
  const { page } = open;
  await goTo(page, 'Import & export');
  const text = 'Name,Email\nAbe Aaronson,abe@example.com\nYan Quill,yan@example.com\n';
  const file = { name: 'fair.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel('Choose a file').setInputFiles(file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('link', { name: 'See the people' }).click();
  await page.getByRole('row', { name: /Abe Aaronson/ }).click();
  await typeValue(page, 'Nickname', 'Abie');
  await goTo(page, 'Import & export');
  const past = page.getByRole('list', { name: 'Past imports' });
  await past.getByText('2 new records').waitFor();
  await page.getByRole('button', { name: 'What came with fair.csv' }).click();
  await past.getByRole('link', { name: 'Yan Quill' }).waitFor();
  await page.getByRole('button', { name: 'Undo the import of fair.csv' }).click();
  await page.getByRole('dialog').getByText('1 of the new records was changed').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click();
  await past.getByText('taken back', { exact: true }).waitFor();
  await goTo(page, 'People');
  await page.getByText('24 people', { exact: true }).waitFor();
  await goTo(page, 'Import & export');
  await page.getByRole('button', { name: 'Do the import of fair.csv again' }).click();
  await past.getByText('taken back', { exact: true }).waitFor({ state: 'detached' });
  await goTo(page, 'People');
  await page.getByText('26 people', { exact: true }).waitFor();
});

test('a backup is restored from a chosen file, and it is said what became of the book', async () => {
  const { page } = open;
  await goTo(page, 'Settings');
  await page.getByLabel('Passphrase (optional)').fill('correct horse');
  await page.getByLabel('Once more').fill('correct horse');
  await page.getByRole('button', { name: 'Make a backup now' }).click();
  await page.getByText('By hand, sealed').waitFor();
  const folder = join(profile, 'backups');
  const sealed = readdirSync(folder).find((name) => name.endsWith('.sealed')) ?? '';
  const buffer = readFileSync(join(folder, sealed));
  await page.getByRole('button', { name: 'Remove the sample team' }).click();
  await goTo(page, 'People');
  await page.getByText('Bring your people in').waitFor();
  await goTo(page, 'Settings');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Restore from a file …' }).click();
  const mimeType = 'application/octet-stream';
  await (await chooser).setFiles({ name: 'from a stick.sealed', mimeType, buffer });
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Your book of today, with 0 people, is put aside.').waitFor();
  await dialog.getByRole('button', { name: 'Restore' }).click();
  const passphrase = dialog.getByLabel('Passphrase or recovery words of then');
  await passphrase.fill('wrong');
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await dialog.getByText('That passphrase does not open this backup').waitFor();
  await passphrase.fill('correct horse');
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await page.getByText('The book has 24 people now.').waitFor();
});
