// Whoever may be here already is said before they come in twice: by a file, and by hand.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { addPerson, goTo } from '../support/window/browser.ts';
import { addTo } from '../support/window/values.ts';
import { type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
  await addPerson(open.page, 'Femi Okafor');
  await addTo(open.page, 'Contact', 'E-mail');
  await open.page.getByLabel('New e-mail').fill('femi@lamps.example');
  await open.page.getByLabel('New e-mail').press('Enter');
  await open.page.getByLabel('E-mail', { exact: true }).waitFor();
});
afterEach(() => open.close());

const file = (content: string) => ({
  name: 'people.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

const people = [
  'First Name,Last Name,Email,Phone,Country',
  'Ana,Roe,ana@x.example,,',
  'Femi,Okafor,femi@elsewhere.example,,',
  'Chen,Wei,chen@x.example,,',
  'Ada,Okafor,femi@lamps.example,,',
].join('\n');

async function choose(content: string): Promise<void> {
  await goTo(open.page, 'Import & export');
  await open.page.getByLabel('Choose a file').setInputFiles(file(content));
}

test('rows that may be somebody who is here come first, each with why and a click', async () => {
  const { page } = open;
  await choose(people);
  await page.getByText('2 new, 2 may be people you have').first().waitFor();
  const rows = page.getByRole('grid', { name: 'Rows of the file' }).getByRole('row');
  await expect
    .poll(async () => rows.nth(1).textContent())
    .toContain('May be Femi Okafor: Same name');
  await expect
    .poll(() => rows.nth(2).textContent())
    .toContain('May be Femi Okafor: Same e-mail address');
  // Side by side, what differs marked, one after the other.
  await page.getByRole('button', { name: 'Compare them side by side' }).click();
  const look = page.getByRole('dialog', { name: 'Line 3 of the file' });
  const emails = look.getByRole('row', { name: /E-mail/ });
  await emails.getByText('femi@elsewhere.example').waitFor();
  await emails.getByText('femi@lamps.example').waitFor();
  await expect.poll(() => emails.getAttribute('data-differs')).toBe('true');
  await expect
    .poll(() => look.getByRole('row', { name: /Given/ }).getAttribute('data-differs'))
    .toBe(null);
  await look.getByRole('button', { name: 'Same person' }).click();
  const second = page.getByRole('dialog', { name: 'Line 5 of the file' });
  await second.getByRole('button', { name: 'Decide later' }).click();
  await second.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Line 5 is somebody new' }).click();
  await page.getByText('3 new, 1 updated').first().waitFor();
  await expect.poll(() => rows.nth(1).textContent()).toContain('is Femi Okafor');

  // Back, and here again: nothing of it is lost.
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Femi Okafor' }).waitFor();
  await goTo(page, 'Import & export');
  await page.getByText('3 new, 1 updated').first().waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('3 people created, 1 updated, 0 skipped.').waitFor();
  await goTo(page, 'People');
  await page.getByText('4 people', { exact: true }).waitFor();
});

test('rows are compared beyond the first hundred, and with each whom they may be', async () => {
  const { page } = open;
  await addPerson(page, 'Femi Okafor');
  const rows = Array.from({ length: 120 }, (_, at) => `Femi,Okafor,femi${at}@elsewhere.example`);
  await choose(['First Name,Last Name,Email', ...rows].join('\n'));
  await page.getByRole('button', { name: 'Compare them side by side' }).click();
  const first = page.getByRole('dialog', { name: 'Line 2 of the file' });
  const others = first.getByRole('radio', { name: 'Femi Okafor' });
  await expect.poll(async () => others.count()).toBe(2);
  const emails = first.getByRole('row', { name: /E-mail/ });
  // The first of them is who came first.
  const ofTheFirst = emails.getByText('femi@lamps.example');
  await others.nth(1).click();
  await ofTheFirst.waitFor({ state: 'detached' });
  await others.nth(0).click();
  await ofTheFirst.waitFor();
  // In the page: a hundred clicks from here would take half a minute.
  await page.evaluate(async () => {
    for (let at = 2; at < 103;) {
      const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
      const isNext = dialog?.querySelector('h2')?.textContent?.includes(`Line ${at} `) === true;
      const buttons = [...(dialog?.querySelectorAll('button') ?? [])];
      const later = buttons.find(({ textContent }) => textContent === 'Decide later');
      if (isNext && later !== undefined) {
        at += 1;
        later.click();
      }
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await page.getByRole('dialog', { name: 'Line 103 of the file' }).waitFor();
});

test('the country of the numbers is that of the file’s addresses, and the one that was chosen is kept', async () => {
  const { page } = open;
  const country = page.getByRole('combobox', { name: 'Phone numbers are from' });
  await choose('First Name,Phone,Country\nAna,030 1234567,Germany\nBen,040 1234567,Germany\n');
  await page.getByText('As most addresses in the file say').waitFor();
  await expect.poll(() => country.inputValue()).toBe('Germany');
  await page.getByRole('button', { name: 'Choose another file' }).click();

  await choose('First Name,Phone\nAna,030 1234567\n');
  await expect.poll(async () => country.inputValue()).toBe('United States');
  await country.click();
  await page.getByRole('option', { name: 'Austria' }).click();
  await expect.poll(async () => country.inputValue()).toBe('Austria');
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await open.reload();
  await choose('First Name,Phone\nBen,030 1234568\n');
  await expect.poll(async () => country.inputValue()).toBe('Austria');
});

test('whoever adds a person who may be here is told while typing, and is not kept from it', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await page.getByRole('button', { name: 'Add person' }).click();
  const form = page.getByRole('dialog', { name: 'Add person' });
  await form.getByLabel('Name').fill('Ada');
  expect(await form.getByText('You may have them already').isVisible()).toBe(false);
  await form.getByLabel('E-mail').fill('Femi@lamps.example');
  await form.getByText('You may have them already').waitFor();
  await form.getByText('Same e-mail address').waitFor();
  await form.getByRole('link', { name: 'Femi Okafor' }).click();
  await page.getByRole('heading', { level: 1, name: 'Femi Okafor' }).waitFor();

  // What was begun is still there.
  await goTo(page, 'People');
  await page.getByRole('button', { name: 'Add person' }).click();
  await expect.poll(() => form.getByLabel('E-mail').inputValue()).toBe('Femi@lamps.example');
  await form.getByLabel('E-mail').fill('not-an-email');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await form.getByText('Not saved: this is not an e-mail address.').waitFor();
  await form.getByLabel('E-mail').fill('ada@lamps.example');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Ada' }).waitFor();
  await goTo(page, 'People');
  await page.getByRole('button', { name: 'Add person' }).click();
  await expect.poll(() => form.getByLabel('Name').inputValue()).toBe('');
});
