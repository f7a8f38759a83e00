// Somebody asks to be left alone, allows one thing and not another, and is looked after by all.

import { readFileSync } from 'node:fs';

import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { goTo } from '../support/window/browser.ts';
import { typeValue } from '../support/window/values.ts';
import { undoFrom } from '../support/window/toasts.ts';
import { loadSample, type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
beforeAll(async () => {
  open = await openWindow();
  await loadSample(open.page);
  await open.page.getByRole('row', { name: /Femi Okafor/ }).click();
});
afterAll(() => open.close());

test('do not contact stands before every button, and one contact has its reason in the timeline', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'Leave alone' }).click();
  await page.getByRole('menuitem', { name: 'Do not contact' }).click();
  const said = page.getByRole('alert').filter({ hasText: 'Do not contact' });
  await said.waitFor();
  const section = page.getByRole('region', { name: 'Permissions' });
  await typeValue(section, 'Why not to contact', 'Asked us on the phone');
  await said.getByText(/Do not contact, since .*: Asked us on the phone/).waitFor();
  const write = page.getByRole('button', { name: /^Write to .*Do not contact/ }).first();
  await write.click();
  const dialog = page.getByRole('dialog', { name: 'Contact them all the same?' });
  await dialog.getByText(/Asked us on the phone/).waitFor();
  expect(await dialog.getByRole('button', { name: /^Write to/ }).isDisabled()).toBe(true);
  await dialog.getByLabel('Reason').fill('The lamp comes a day late');
  await dialog.getByRole('button', { name: /^Write to/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page
    .getByRole('region', { name: 'Timeline' })
    .getByText('The lamp comes a day late')
    .waitFor();
  await page
    .getByRole('button', { name: 'They want to hear from us again: Do not contact' })
    .click();
  await said.waitFor({ state: 'detached' });
  await page
    .getByRole('link', { name: /^Write to/ })
    .first()
    .waitFor();
});

test('what they said is two clicks, stays in the log, and is taken back by undo', async () => {
  const { page } = open;
  const section = page.getByRole('region', { name: 'Permissions' });
  const say = async (what: string): Promise<void> => {
    await section.getByRole('button', { name: 'They said: Marketing' }).click();
    await page.getByRole('menuitem', { name: what, exact: true }).click();
  };
  await say('Said yes');
  const log = section.getByRole('list', { name: 'What they said' });
  await log.getByText(/Said yes: Marketing \(any way\)/).waitFor();
  await say('Took it back');
  await log.getByText(/Took it back: Marketing/).waitFor();
  await undoFrom(page, /./);
  await log.getByText('written by mistake').waitFor();
  await section.getByText('Said yes', { exact: true }).waitFor();

  await section.getByRole('button', { name: 'They said: Research' }).click();
  await page.getByRole('menuitem', { name: 'With way, source and wording' }).click();
  const dialog = page.getByRole('dialog', { name: 'Research: what they said' });
  await dialog.getByLabel('Where they said it').fill('Form of May');
  await dialog.getByRole('button', { name: 'Write it down' }).click();
  await log.getByText(/Form of May/).waitFor();
});

test('everything about somebody is saved as one file', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'Actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save everything about them' }).click();
  const dialog = page.getByRole('dialog', { name: 'Everything about Femi Okafor' });
  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the file' }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('Femi Okafor.zip');
  const files = unzipSync(readFileSync(await download.path()));
  const html = strFromU8(files['everything.html'] ?? new Uint8Array());
  for (const said of [
    'femi@studio-okafor.example',
    'The lamp comes a day late',
    'Form of May',
    'Studio Okafor',
  ])
    expect(html).toContain(said);
  const json = JSON.parse(strFromU8(files['everything.json'] ?? new Uint8Array())) as {
    people: unknown[];
    moments: unknown[];
  };
  expect(json.people).toHaveLength(1);
  expect(json.moments.length).toBeGreaterThan(1);
});

test('the team’s own rules hold on every page: enough contacts for now', async () => {
  const { page } = open;
  // The one contact that was made in spite of it.
  const count = page.getByRole('button', { name: /^1 contact by us in 30 days, of 4/ });
  await count.click();
  await page
    .getByRole('list', { name: 'Contacts by us in 30 days' })
    .getByText('The lamp comes a day late')
    .waitFor();
  await page.keyboard.press('Escape');
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Rules for contacting people' }).click();
  await page.getByRole('heading', { level: 1, name: 'Rules for contacting people' }).waitFor();
  await page.getByRole('button', { name: 'Write down our own rules' }).click();
  await typeValue(page, 'Contacts with one person in 30 days', '1');
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
  await page.getByText('Enough for now').waitFor();
});
