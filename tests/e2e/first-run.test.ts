// What is asked at the very first start: gone through by keyboard, or passed over at once; and
// never asked again.

import { expect, test } from 'vitest';

import { newProfile, removeProfile } from '../support/window/loopback.ts';
import { openWindow, seriousFindings } from '../support/window/window.ts';
import { wordsIn } from '../support/window/words.ts';

const shots = process.env['FIRST_RUN_SHOTS'];

test('by keyboard: who is here, in which language, a passphrase with printed words, and a sample to look at', async () => {
  const open = await openWindow(undefined, { isNew: true });
  const { page } = open;
  const shoot = async (name: string): Promise<void> => {
    expect(await seriousFindings(page)).toEqual([]);
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
  };
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  const german = wordsIn('de');

  await heading('Welcome to Rapport').waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  await shoot('1');
  const isFocused = (label: string) => () =>
    page.getByLabel(label).evaluate((one) => one === document.activeElement);
  await expect.poll(isFocused('Your name')).toBe(true);
  await page.keyboard.type('ana');
  // What is typed takes the place of what stood there, and what is no country goes nowhere.
  const country = page.getByRole('combobox', { name: 'Your country' });
  await country.click();
  await page.keyboard.type('Germ');
  await page.keyboard.press('Enter');
  await expect.poll(() => country.inputValue()).toBe('Germany');
  await country.click();
  await page.keyboard.type('Nowhere');
  await page.keyboard.press('Enter');
  await page.getByLabel('Your name').focus();
  await expect.poll(() => country.inputValue()).toBe('Germany');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Deutsch' }).waitFor();
  // Which one is marked at first is decided once the list is drawn.
  const marked = page.locator('[role=option][data-combobox-selected]');
  const markNext = async (): Promise<string[]> => {
    const now = await marked.allInnerTexts();
    if (now[0] !== 'Deutsch') await page.keyboard.press('ArrowDown');
    return now;
  };
  await expect.poll(markNext).toEqual(['Deutsch']);
  await page.keyboard.press('Enter');
  await heading(german('Welcome to Rapport')).waitFor();
  // What was typed and where one was outlive the change.
  await expect.poll(() => page.getByLabel(german('Your name')).inputValue()).toBe('ana');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('language');
  await shoot('1-de');
  await page.getByLabel(german('Your name')).press('Enter');

  await heading(german('Who may open your book?')).waitFor();
  const back = page.getByRole('button', { name: german('Back') });
  await back.click();
  await expect.poll(isFocused(german('Your name'))).toBe(true);
  await expect.poll(() => page.getByLabel(german('Your name')).inputValue()).toBe('ana');
  expect(await back.count()).toBe(0);
  await page.keyboard.press('Enter');
  await heading(german('Who may open your book?')).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await shoot('2');
  await page.keyboard.press('Enter');
  const passphrase = 'correct horse battery';
  await page.getByLabel(german('New passphrase')).fill(passphrase);
  await page.getByLabel(german('Once more')).fill(passphrase);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: german('Next') })
    .click();
  const list = page.getByRole('list', { name: german('Recovery words') });
  await list.waitFor();
  const words = await list.getByRole('listitem').allInnerTexts();
  // Paper shows the words, and nothing of the page.
  await page.emulateMedia({ media: 'print' });
  await page
    .locator('.words-sheet')
    .getByText(words[0] ?? '', { exact: true })
    .waitFor();
  await list.waitFor({ state: 'hidden' });
  await heading(german('Who may open your book?')).waitFor({ state: 'hidden' });
  await page.emulateMedia({ media: null });
  const asked = page.getByRole('dialog').getByRole('textbox');
  const label = await page
    .getByText(/\d+.*Zettel/)
    .first()
    .innerText();
  await asked.fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  await asked.press('Tab');
  await page.getByRole('button', { name: german('Lock the book') }).press('Enter');

  await heading(german('What do you want to do first?')).waitFor();
  await shoot('3');
  // The passphrase is set: it is not asked for again.
  await back.click();
  await page.getByLabel(german('Your name')).press('Enter');
  await heading(german('What do you want to do first?')).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await heading(german('People')).waitFor();
  await page.getByText('Anna Kastner').waitFor();

  await open.reload();
  await heading(german('People')).waitFor();
  await open.close();
});

test('passed over at once, and never asked again', async () => {
  const profileDir = newProfile();
  const first = await openWindow(profileDir, { isNew: true });
  await first.page.getByRole('button', { name: 'Skip all of this and start' }).click();
  await first.page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  await first.page.reload();
  await first.page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  await first.page.context().close();
  await first.shell.stop();
  const second = await openWindow(profileDir, { isNew: true });
  await second.page.getByText('Bring your people in').waitFor();
  await second.close();
  removeProfile(profileDir);
});
