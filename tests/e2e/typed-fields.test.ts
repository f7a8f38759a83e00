// What people type into the fields of a person: understood as they write it, shown as the
// owner's setting has it, and said at once where it is not understood.

import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { addPerson, goTo } from '../support/window/browser.ts';
import { openFilter } from '../support/window/filters.ts';
import {
  addTo,
  editorOf,
  openValue,
  readValue,
  typeValue,
  valueOf,
} from '../support/window/values.ts';
import { type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
  await addPerson(open.page, 'Femi Okafor');
});
afterEach(() => open.close());

/** Leaves the field by Enter, and waits until it shows what was made of the text. */
async function typeInto(label: string, text: string, shown: string): Promise<void> {
  await typeValue(open.page, label, text);
  await expect.poll(() => readValue(open.page, label)).toBe(shown);
}

/** Below a field. */
const said = (text: string) => open.page.getByRole('paragraph').filter({ hasText: text });

const hasFocus = (one: Locator): Promise<boolean> =>
  one.evaluate((element) => element === document.activeElement);

async function showDatesIn(language: string): Promise<void> {
  await goTo(open.page, 'Settings');
  await open.page.getByRole('combobox', { name: 'Dates and numbers' }).click();
  await open.page.getByRole('option', { name: language, exact: true }).click();
}

async function openFemi(): Promise<void> {
  await goTo(open.page, 'People');
  await open.page.getByRole('row', { name: /Femi Okafor/ }).click();
  await open.page.getByRole('heading', { level: 1, name: 'Femi Okafor' }).waitFor();
}

test('a birthday is understood as people write it and shown in words', async () => {
  await typeInto('Birthday', '17 May', 'May 17');
  await typeInto('Birthday', '12.03.1975', 'March 12, 1975');
  await typeInto('Birthday', '3/4/1980', 'March 4, 1980');
  await typeInto('Birthday', '1985', '1985');
});

test('every day follows the setting: birthday, other date, role, timeline, filter', async () => {
  const { page } = open;
  await typeInto('Birthday', '12.03.1975', 'March 12, 1975');
  await addTo(page, 'Contact', 'Date');
  await page.getByLabel('New date').fill('2 Feb 2001');
  await page.getByLabel('New date').press('Enter');
  await expect.poll(() => readValue(page, 'Date')).toBe('February 2, 2001');
  await page.getByRole('button', { name: 'Add role' }).click();
  await page.getByRole('combobox', { name: 'Organisation' }).fill('Lamps');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const from = page.getByLabel('From', { exact: true });
  await from.fill('10/2019');
  await from.press('Enter');
  await expect.poll(() => from.inputValue()).toBe('October 2019');
  await page.getByLabel('What happened').fill('Spoke about lamps');
  await page.getByLabel('Day', { exact: true }).fill('March 4, 2021');
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  await page.getByText('Mar 4, 2021').waitFor();

  await showDatesIn('German (Germany)');
  await openFemi();
  await expect.poll(() => readValue(page, 'Birthday')).toBe('12. März 1975');
  await expect.poll(() => readValue(page, 'Date')).toBe('2. Februar 2001');
  await page.getByText('Oktober 2019 – now').waitFor();
  await page.getByText('04.03.2021').waitFor();
  await page.getByRole('button', { name: 'Edit this note' }).click();
  await expect
    .poll(() => page.getByRole('listitem').getByLabel('Day').inputValue())
    .toBe('4. März 2021');
  await typeInto('Birthday', '1. Mai 1976', '1. Mai 1976');

  await goTo(page, 'People');
  const dialog = await openFilter(page);
  await dialog.getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: 'Birthday', exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Condition' }).selectOption('before');
  await dialog.getByRole('textbox', { name: 'Birthday' }).fill('1.2.1980');
  await dialog.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('listitem').getByText('01.02.1980').waitFor();
});

test('what is not understood is said, waits in the field, and is kept only when asked', async () => {
  const { page } = open;
  const birthday = await editorOf(page, 'Birthday');
  await birthday.fill('some day in spring');
  await birthday.press('Enter');
  await said('Not saved: this is not a date that can be read.').waitFor();
  await expect.poll(() => hasFocus(birthday)).toBe(true);
  expect((await page.getByRole('status').allTextContents()).join()).not.toContain('Saved');

  await addTo(page, 'Contact', 'E-mail');
  const email = page.getByLabel('New e-mail');
  await email.fill('not-an-email');
  await email.press('Enter');
  await said('Not saved: this is not an e-mail address.').waitFor();
  await expect.poll(() => hasFocus(email)).toBe(true);
  // Escape gives up the new one, and not the page.
  await page.keyboard.press('Escape');
  await email.waitFor({ state: 'hidden' });
  await expect
    .poll(() => hasFocus(page.getByRole('button', { name: 'Add to Contact' })))
    .toBe(true);
  await addTo(page, 'Contact', 'E-mail');
  await email.fill('not-an-email');
  await email.press('Enter');
  await said('Not saved: this is not an e-mail address.').waitFor();
  await addTo(page, 'Contact', 'Link');
  await page.getByLabel('New link').fill('their page');
  await page.getByLabel('New link').press('Enter');
  await said('Not saved: this is not a web address.').waitFor();

  // Another page costs nothing of it.
  await openFemi();
  await expect.poll(() => birthday.inputValue()).toBe('some day in spring');
  await expect.poll(() => email.inputValue()).toBe('not-an-email');
  await said('Not saved: this is not an e-mail address.').waitFor();

  await page.getByRole('button', { name: 'Keep it as I wrote it' }).nth(1).click();
  await email.waitFor({ state: 'hidden' });
  await expect.poll(() => readValue(page, 'E-mail')).toBe('not-an-email');
  const kept = await openValue(page, 'E-mail');
  await kept.fill('neither is this');
  await kept.press('Enter');
  await said('Not saved: this is not an e-mail address.').waitFor();
  await page.getByRole('button', { name: 'Keep it as I wrote it' }).nth(1).click();
  await page.getByRole('button', { name: 'E-mail neither is this' }).waitFor();
  const mended = await openValue(page, 'E-mail');
  await mended.fill('femi@lamps.example');
  await mended.press('Enter');
  await expect.poll(() => readValue(page, 'E-mail')).toBe('femi@lamps.example');
  await page.getByRole('button', { name: 'Keep it as I wrote it' }).first().click();
  await said('Not saved: this is not a date that can be read.').waitFor({ state: 'hidden' });
  await open.reload();
  await expect.poll(() => readValue(page, 'Birthday')).toBe('some day in spring');
});

test('a telephone number is shown as it was written, and said as it is dialled', async () => {
  const { page } = open;
  await addTo(page, 'Contact', 'Phone');
  await page.getByLabel('New phone').fill('(212) 555-0100');
  await page.getByLabel('New phone').press('Enter');
  await page.getByText('Dialled as +1 212 555 0100').waitFor();
  const phone = await openValue(page, 'Phone');
  await phone.fill('ask Ben');
  await phone.press('Enter');
  await said('Not saved: this is not a phone number that can be dialled.').waitFor();
  await expect.poll(() => hasFocus(phone)).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => hasFocus(valueOf(page, 'Phone').and(page.locator('button')))).toBe(true);
  await expect.poll(() => readValue(page, 'Phone')).toBe('(212) 555-0100');
});

test('only the page scrolls, and not the window around it', async () => {
  const { page } = open;
  await page.setViewportSize({ width: 1000, height: 500 });
  await page.getByLabel('What happened').click();
  await page.getByLabel('Day', { exact: true }).waitFor();
  const [whole, shown] = await page.evaluate(() => [
    document.documentElement.scrollHeight,
    document.documentElement.clientHeight,
  ]);
  expect(whole).toBe(shown);
});

test('a changed label leaves the number and the day as they are', async () => {
  const { page } = open;
  await addTo(page, 'Contact', 'Phone');
  await page.getByLabel('New phone').fill('(212) 555-0100');
  await page.getByLabel('New phone').press('Enter');
  await openValue(page, 'Phone');
  const label = page.getByRole('combobox', { name: 'Phone 1 label' });
  await label.fill('home');
  await label.blur();
  await valueOf(page, 'Phone').getByText('home', { exact: true }).waitFor();
  await open.reload();
  await page.getByRole('button', { name: 'Phone (212) 555-0100 home' }).waitFor();
});
