// One working week of a business of three: two laptops that sync, and one that is away and
// hears of it all on Friday, by a file on a stick.

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { addTo, dayOfTime } from '../../src-shared/query/calendar.ts';
import { letIn, makePair } from '../support/sync/team.ts';
import { goTo } from '../support/window/browser.ts';
import { typeValue } from '../support/window/values.ts';
import { openWindow, type OpenWindow } from '../support/window/window.ts';

let alice: OpenWindow;
let bob: OpenWindow;
let chen: OpenWindow;

beforeAll(async () => {
  [alice, bob, chen] = await Promise.all([openWindow(), openWindow(), openWindow()]);
  await makePair(alice, bob);
  await letIn(alice.page, chen.page, 'Chen');
  await goTo(chen.page, 'Team');
  await chen.page.getByRole('button', { name: 'Pause sync' }).click();
  await chen.page.getByText('Sync is paused').waitFor();
});
afterAll(async () => {
  await Promise.all([alice, bob, chen].map((one) => one.close()));
});

const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const now = dayOfTime(Date.now(), zone);
const born = `1980${now.slice(4)}`;
const bornNext = `1980${addTo(now, 1, 'day').slice(4)}`;
const csv = `Name,Company,Email,Phone,Birthday
Ana Trautwein,Bakery Trautwein,ana@trautwein.example,030 1234567,${bornNext}
Cleo Marsh,Marsh & Sons,cleo@marsh.example,,${born}
Dora Ipswich,,dora@ipswich.example,,
`;

async function openPerson({ page }: OpenWindow, name: string): Promise<void> {
  await goTo(page, 'People');
  await page.getByRole('row', { name: new RegExp(name) }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

const timeline = (page: Page): Locator => page.getByRole('region', { name: 'Timeline' });
const today = (page: Page): Locator => page.getByRole('list', { name: 'Today' });
const rowOf = (page: Page, text: string): Locator =>
  today(page).getByRole('listitem').filter({ hasText: text });

test('Monday: the contacts come in, and a call is written down in one line', async () => {
  const { page } = alice;
  await goTo(page, 'Import & export');
  const file = { name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.getByLabel('Choose a file').setInputFiles(file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Undo import' }).waitFor();
  await openPerson(bob, 'Ana Trautwein');

  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', { name: 'Log what happened' });
  await dialog
    .getByLabel('What happened')
    .fill('call Ana and Cleo about the rye yesterday 14:00, promise: send the quote by yesterday');
  await dialog.getByText('send the quote', { exact: false }).last().waitFor();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await timeline(bob.page).getByText('the rye').first().waitFor();
  await bob.page.getByText(/We owe them: send the quote/i).waitFor();
});

test('Tuesday: what one of them does is not done by the other again', async () => {
  await goTo(alice.page, 'Today');
  await goTo(bob.page, 'Today');
  await rowOf(alice.page, 'Cleo Marsh turns').waitFor();
  await rowOf(bob.page, 'Cleo Marsh turns').getByRole('button', { name: 'Done' }).click();
  await rowOf(alice.page, 'Cleo Marsh turns').waitFor({ state: 'detached' });
  // What Alice promised is hers to do; that it is done everybody sees.
  await rowOf(alice.page, 'send the quote').getByRole('button', { name: 'Done' }).click();
  await goTo(bob.page, 'Promises');
  await bob.page.getByText(/In 90 days kept .* of 1/).waitFor();
});

test('Wednesday: somebody asks to be left alone, and everybody minds it', async () => {
  await openPerson(bob, 'Dora Ipswich');
  await bob.page.getByRole('button', { name: 'Leave alone' }).click();
  await bob.page.getByRole('menuitem', { name: 'Do not contact' }).click();
  await bob.page.getByRole('alert').filter({ hasText: 'Do not contact' }).waitFor();
  const section = bob.page.getByRole('region', { name: 'Permissions' });
  await typeValue(section, 'Why not to contact', 'Moved away');
  await openPerson(alice, 'Dora Ipswich');
  await alice.page.getByText(/Do not contact, since .*: Moved away/).waitFor();
});

test('Thursday: the same words to each, none to whoever is to be left alone, nothing by itself', async () => {
  const { page } = alice;
  await goTo(page, 'People');
  await page.getByRole('grid', { name: 'People' }).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Write to each' }).click();
  const begin = page.getByRole('dialog', { name: 'Write to each' });
  await begin.getByLabel('Subject').fill('New rye for {{given}}');
  await begin.getByLabel('Text', { exact: true }).fill('{{salutation}},\nwe bake it again.');
  await begin.getByRole('button', { name: 'Make the drafts' }).click();
  await page.getByRole('button', { name: 'To do 2' }).waitFor();
  const drafts = page.getByRole('listbox', { name: 'Drafts' });
  await expect
    .poll(() => drafts.getByRole('option', { name: /Dora Ipswich/ }).innerText())
    .toContain('Moved away');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save all as drafts' }).click();
  await saving;
  await page.getByRole('button', { name: 'Opened 2' }).waitFor();
  await openPerson(bob, 'Cleo Marsh');
  expect(await timeline(bob.page).getByText('New rye for Cleo').count()).toBe(0);
  await page.getByRole('button', { name: 'Mark all opened as sent' }).click();
  await page.getByRole('button', { name: 'I sent them' }).click();
  await page.getByRole('button', { name: 'Sent 2' }).waitFor();
  await timeline(bob.page).getByText('New rye for Cleo').waitFor();
});

test('Thursday: a comment for whoever is away', async () => {
  await openPerson(alice, 'Ana Trautwein');
  const field = alice.page.getByRole('textbox', { name: 'Comment for the team' });
  await field.fill('Can you take her next week? @');
  await alice.page.getByRole('option', { name: 'Chen' }).click();
  await alice.page.getByText('Will be told: Chen').waitFor();
  await alice.page.keyboard.press('Control+Enter');
  await alice.page.getByRole('list', { name: '1 comment' }).getByText('@Chen').waitFor();
});

test('Friday: two of them share one round, and nobody is called twice', async () => {
  const { page } = alice;
  await goTo(page, 'People');
  await page.getByRole('button', { name: 'This view' }).click();
  await page.getByRole('menuitem', { name: 'Start a round' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start a round' });
  await dialog.getByText(/It goes to 3 people/).waitFor();
  await dialog.getByLabel('Name').fill('The rye');
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByText('1 person is passed by').waitFor();
  await page.getByRole('heading', { level: 2, name: 'Ana Trautwein' }).waitFor();
  await page.keyboard.press('l');
  await page.keyboard.type('call: wants ten a day');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Cleo Marsh' }).waitFor();

  await bob.page.goto(`${bob.page.url().split('#')[0]}#/rounds`);
  await bob.page.getByRole('link', { name: 'The rye' }).click();
  await bob.page
    .getByRole('list', { name: 'Who is in this round' })
    .getByRole('button', { name: /Ana Trautwein.*Logged/ })
    .waitFor();
  await bob.page.getByRole('heading', { level: 2, name: 'Cleo Marsh' }).waitFor();
});

test('Friday: a file on a stick tells whoever was away the whole week', async () => {
  await goTo(chen.page, 'People');
  expect(await chen.page.getByText('Ana Trautwein').count()).toBe(0);
  await byStick(alice.page, chen.page);
  await goTo(chen.page, 'For me');
  const row = chen.page.getByRole('listitem').filter({ hasText: 'Alice mentioned you' });
  await row.getByRole('link', { name: 'Ana Trautwein' }).waitFor();
  await chen.page.keyboard.press('j');
  await chen.page.keyboard.press('r');
  await row.getByRole('textbox', { name: 'Answer' }).fill('Gladly');
  await chen.page.keyboard.press('Control+Enter');
  await row.getByRole('textbox').waitFor({ state: 'detached' });
  await openPerson(chen, 'Dora Ipswich');
  await chen.page.getByText(/Do not contact, since .*: Moved away/).waitFor();
  await goTo(chen.page, 'Promises');
  await chen.page.getByText(/In 90 days kept .* of 1/).waitFor();

  await byStick(chen.page, bob.page);
  await openPerson(alice, 'Ana Trautwein');
  await alice.page.getByRole('list', { name: '2 comments' }).getByText('Gladly').waitFor();
});

test('at the end nothing stands twice, and all three say the same', async () => {
  await byStick(alice.page, chen.page);
  const rows = (page: Page): Promise<string[]> => today(page).getByRole('listitem').allInnerTexts();
  for (const window of [alice, bob, chen]) {
    const { page } = window;
    await openPerson(window, 'Ana Trautwein');
    await timeline(page).getByText('the rye').first().waitFor();
    for (const once of ['the rye', 'New rye for Ana', 'wants ten a day'])
      expect(await timeline(page).getByText(once).count()).toBe(1);
    await goTo(page, 'Today');
    await rowOf(page, 'Ana Trautwein turns').waitFor();
  }
  for (const { page } of [bob, chen])
    await expect.poll(() => rows(page)).toEqual(await rows(alice.page));
});

async function byStick(from: Page, to: Page): Promise<void> {
  await goTo(from, 'Team');
  const saving = from.waitForEvent('download');
  await from.getByRole('button', { name: 'Make a file with everything' }).click();
  const path = await (await saving).path();
  await goTo(to, 'Team');
  await to.getByLabel('Choose a Rapport file').setInputFiles(path);
  await to
    .getByText(/records were read\./)
    .first()
    .waitFor();
}
