// Writing to somebody: a template with fields, filled in, opened by another program or saved, and
// written into the timeline by whoever sent it.

import { readFileSync } from 'node:fs';

import { unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { addPerson } from '../support/window/browser.ts';
import { undoFrom } from '../support/window/toasts.ts';
import { addTo } from '../support/window/values.ts';
import {
  loadSample,
  type OpenWindow,
  openWindow,
  seriousFindings,
} from '../support/window/window.ts';

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

test('everybody of a list gets a draft; what is missing and who is left out is said first', async () => {
  const { page } = open;
  await loadSample(page);
  await addPerson(page, 'Nobody Reaches');
  await addPerson(page, 'Left Alone');
  await page.goto(page.url().replace(/#.*$/u, '#/people'));
  const list = page.getByRole('grid', { name: 'People' });
  await list.focus();
  await page.keyboard.press('Control+a');
  await page.getByText('26 selected', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Write to each' }).click();
  const begin = page.getByRole('dialog', { name: 'Write to each' });
  await begin.getByText('26 drafts are made').waitFor();
  await begin.getByLabel('Subject').fill('News for {{given}}');
  const body = begin.getByLabel('Text', { exact: true });
  await body.fill('{{salutation}},\n{{lunch}}');
  await begin.getByText('There is no field “lunch”').waitFor();
  const make = begin.getByRole('button', { name: 'Make the drafts' });
  expect(await make.isDisabled()).toBe(true);
  await body.fill('{{salutation}},\nhow are things at {{org.name|"work"}}?');
  expect(await seriousFindings(page, '[role=dialog]')).toEqual([]);
  await make.click();

  const drafts = page.getByRole('listbox', { name: 'Drafts' });
  await page.getByRole('button', { name: '2 have no e-mail' }).waitFor();
  await expect
    .poll(() => drafts.getByRole('option').first().innerText())
    .toContain('No e-mail address');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'To do 24' }).click();
  await drafts.focus();
  await page.keyboard.press('Home');
  const draft = page.getByRole('region', { name: 'Draft to Ana Castillo' });
  await draft.waitFor();
  const text = draft.getByLabel('Text');
  expect(await text.inputValue()).toBe('Dear Ana Castillo,\nhow are things at Baumann Joinery?');
  await text.fill('Dear Ana,\nsee you.');
  await drafts.focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('region', { name: 'Draft to Ben Abbott' }).waitFor();
  await page.keyboard.press('s');
  await page.getByRole('region', { name: 'Draft to Chen Wei' }).waitFor();
  await page.getByRole('button', { name: 'Skipped 1' }).waitFor();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save all as drafts' }).click(),
  ]);
  const files = unzipSync(readFileSync(await download.path()));
  expect(Object.keys(files)).toHaveLength(23);
  const mail = await PostalMime.parse(files['Ana Castillo.eml'] ?? new Uint8Array());
  expect(mail.text?.trim()).toBe('Dear Ana,\r\nsee you.');
  expect(mail.messageId).toMatch(/^<.+@rapport\.invalid>$/u);
  await page.getByRole('button', { name: 'Opened 23' }).waitFor();
  await page.getByRole('button', { name: 'Mark all opened as sent' }).click();
  await page.getByRole('button', { name: 'I sent them' }).click();
  await page.getByRole('button', { name: 'Sent 23' }).waitFor();
  await undoFrom(page, /20 more/u);
  await page.getByRole('button', { name: 'Opened 23' }).waitFor();
  await open.reload();
  await page.getByRole('button', { name: 'Opened 23' }).click();
  await drafts.getByRole('option', { name: /Ana Castillo/u }).click();
  await expect.poll(() => draft.getByLabel('Text').inputValue()).toBe('Dear Ana,\nsee you.');
  await drafts.focus();
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Sent 1' }).waitFor();
});
