// Writing to somebody: a template with fields, filled in, opened by another program or saved, and
// written into the timeline by whoever sent it.

import { readFileSync } from 'node:fs';

import PostalMime from 'postal-mime';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { addPerson } from '../support/window/browser.ts';
import { addTo } from '../support/window/values.ts';
import { type OpenWindow, openWindow, seriousFindings } from '../support/window/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
});
afterEach(() => open.close());

test('a template is made, filled in for a person, saved as a draft and logged as sent', async () => {
  const { page } = open;
  await page.goto(page.url().replace(/#.*$/u, '#/templates'));
  await page.getByRole('button', { name: 'New template' }).click();
  const edit = page.getByRole('dialog', { name: 'New template' });
  await edit.getByLabel('Name').fill('Thanks');
  await edit.getByLabel('Subject').fill('Thank you, {{given}}');
  await edit.getByLabel('Text').fill('{{salutaton}},\nthank you. ');
  await edit.getByText('There is no field “salutaton”').waitFor();
  await edit.getByLabel('Text').fill('{{salutation}},\nthank you for the talk at {{org.name}}.');
  await edit.getByText('There is no field').waitFor({ state: 'detached' });
  expect(await seriousFindings(page)).toEqual([]);
  await edit.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('list', { name: 'Templates' }).getByText('Thanks').waitFor();

  await addPerson(page, 'Anna Weber');
  await addTo(page, 'Contact', 'E-mail');
  const field = page.getByRole('textbox', { name: 'E-mail' });
  await field.fill('anna@weber.example');
  await field.press('Enter');
  await page.getByText('anna@weber.example').first().waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('w');
  const write = page.getByRole('dialog', { name: 'Write to Anna Weber' });
  await write.getByRole('combobox', { name: 'Template' }).click();
  await page.getByRole('option', { name: 'Thanks' }).click();
  const text = write.getByLabel('Text');
  await expect
    .poll(() => text.inputValue())
    .toBe('Dear Anna Weber,\nthank you for the talk at {{org.name}}.');
  expect(await write.getByLabel('Subject').inputValue()).toBe('Thank you, Anna');
  await write.getByText('Nothing is known for: Their organisation').waitFor();
  await expect.poll(() => write.getByRole('button', { name: 'I sent it' }).isDisabled()).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  await text.fill('Dear Anna Weber,\nthank you for the talk.');
  const link = write.getByRole('link', { name: 'Open in the mail program' });
  await expect
    .poll(() => link.getAttribute('href'))
    .toBe(
      'mailto:anna%40weber.example?subject=Thank%20you%2C%20Anna&body=Dear%20Anna%20Weber%2C%0D%0Athank%20you%20for%20the%20talk.',
    );
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    write.getByRole('button', { name: 'Save as a draft' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Anna Weber.eml');
  const mail = await PostalMime.parse(readFileSync(await download.path()));
  expect(mail.text?.trim()).toBe('Dear Anna Weber,\r\nthank you for the talk.');
  expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
  await write.getByRole('button', { name: 'I sent it' }).click();
  await write.waitFor({ state: 'detached' });
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await timeline.getByText('Thank you, Anna').waitFor();
  await timeline.getByText('thank you for the talk.').waitFor();
});
