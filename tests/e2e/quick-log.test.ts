// What happened is written down in one line, in English and in German, and understood: with
// whom, when, what about, and what was promised.

import { mkdirSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { newProfile } from '../support/window/loopback.ts';
import { type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
const person = (id: string, fullName: string) => {
  const [given = '', family = ''] = fullName.split(' ');
  return recordOf({ id, kind: 'person', fields: { given, family } });
};
beforeAll(async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, [
    person('ana', 'Ana Trautwein'),
    person('ben', 'Ben Abbott'),
    person('bens', 'Ben Weber'),
    recordOf({
      id: 'chen',
      kind: 'person',
      fields: { given: 'Chen', family: 'Wu' },
      sets: { phones: [{ value: '+4930123456' }] },
    }),
  ]);
  open = await openWindow(profileDir);
});
afterAll(() => open.close());

const openLog = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  await expect
    .poll(() =>
      dialog
        .getByRole('textbox')
        .first()
        .evaluate((one) => one === document.activeElement),
    )
    .toBe(true);
};

test('one line says whom, when, what about and what was promised', async () => {
  const { page } = open;
  await openLog(page, 'Log what happened');
  await page.keyboard.type(
    'call Ana and Ben about the quote yesterday 14:00, outcome: they like it, call again in 2 weeks, promise: send it by Fri',
  );
  const chips = page.getByRole('group', { name: 'Understood' });
  await chips.getByText('the quote').waitFor();
  await chips.getByText(/^send it, by /).waitFor();
  await chips.getByText(/, 14:00$/).waitFor();
  await chips.getByText(/^call again, /).waitFor();
  // There are two Bens: Enter asks which.
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /Ben Abbott/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Log what happened' });
  for (const name of ['Ana Trautwein', 'Ben Abbott'])
    await dialog.getByText(name).first().waitFor();
  // A promise is put right where it stands.
  await chips.getByRole('button', { name: /^We promise/ }).click();
  const promise = page.getByRole('dialog', { name: 'We promise' });
  await promise.getByLabel('What is promised').fill('send the price list');
  await promise.getByRole('button', { name: 'Done' }).click();
  await chips.getByText(/^send the price list, by /).waitFor();
  await dialog.getByRole('button', { name: 'Log', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByText(
      'Logged a call with Ana Trautwein and Ben Abbott. 1 promise noted. You are reminded.',
    )
    .first()
    .waitFor();
  await page.goto(`${page.url().split('#')[0]}#/people/ben`);
  const call = page.getByRole('listitem').filter({ hasText: 'the quote' }).first();
  await call.getByText('Call', { exact: true }).waitFor();
  await call.getByRole('link', { name: 'Ana Trautwein' }).waitFor();
  await call.getByText('Outcome: they like it').waitFor();
  await page.getByRole('region', { name: 'Keep in touch' }).getByText('call again').waitFor();
  await call.getByRole('button', { name: 'Edit this call' }).click();
  await call.getByLabel('Topic').fill('the new quote');
  await call.getByLabel('Time').fill('15:30');
  await call.getByRole('combobox', { name: 'Mood' }).click();
  await page.getByRole('option', { name: 'Good' }).click();
  await call.getByRole('button', { name: 'Save' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'the new quote' })
    .getByText('Mood: Good')
    .waitFor();
  // The timeline is narrowed, which stands in the address.
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const filters = page.getByRole('dialog', { name: 'Filter' });
  await filters.getByRole('checkbox', { name: 'Meeting' }).check();
  await page.getByText('Nothing that happened fits all of these filters.').waitFor();
  await expect.poll(() => page.url()).toContain('tl-kind=meeting');
  await filters.getByRole('checkbox', { name: 'Meeting' }).uncheck();
  await filters.getByLabel('About').fill('new quote');
  await page.keyboard.press('Escape');
  await filters.waitFor({ state: 'detached' });
  await page.getByRole('listitem').filter({ hasText: 'the new quote' }).waitFor();
  await page.getByRole('button', { name: 'Take off: About' }).click();
  await expect.poll(() => page.url()).not.toContain('tl-');
});

test('what was understood is taken off and stays text, and a new person is made with it', async () => {
  const { page } = open;
  await openLog(page, 'Log what happened');
  await page.keyboard.type('met Zoe Kern and Chen about rye');
  const chips = page.getByRole('group', { name: 'Understood' });
  // Enter asks for whoever is not known before anything is logged; Enter again adds them.
  const unknown = chips.getByRole('button', { name: 'New person: Zoe Kern' });
  await unknown.waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => unknown.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await unknown.waitFor({ state: 'detached' });
  await chips.getByRole('button', { name: 'Take off: Topic' }).click();
  await chips.getByText('rye').waitFor({ state: 'detached' });
  await page.getByRole('dialog').getByLabel('What happened').press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goto(`${page.url().split('#')[0]}#/people/chen`);
  const met = page.getByRole('listitem').filter({ hasText: 'about rye' }).first();
  await met.getByText('Meeting', { exact: true }).waitFor();
  await met.getByRole('link', { name: 'Zoe Kern' }).click();
  await page.getByRole('heading', { level: 1, name: 'Zoe Kern' }).waitFor();
  // What lies ahead is not logged: one is reminded of it.
  await openLog(page, 'Log what happened');
  await page.keyboard.type('call Chen tomorrow about barley');
  await chips.getByText('Nothing is logged yet, you are reminded.').waitFor();
  await chips.getByText(/^call Chen about barley, /).waitFor();
  await page.getByRole('dialog').getByLabel('What happened').press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page
    .getByText(/^You will be reminded of .*Chen Wu/)
    .first()
    .waitFor();
});

test('a part of what was said is marked as a promise, a fact or a question', async () => {
  const { page } = open;
  await openLog(page, 'Log what happened');
  await page.keyboard.type('call Chen: What does rye cost?');
  await page.getByRole('dialog').getByLabel('What happened').press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goto(`${page.url().split('#')[0]}#/people/chen`);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const said = timeline.getByRole('listitem').filter({ hasText: 'What does rye cost?' });
  const dialog = page.getByRole('dialog', { name: 'Mark a part' });
  // By the keys alone.
  for (const as of ['Question', 'We promise']) {
    await said.getByRole('button', { name: 'Mark a part' }).press('Enter');
    await dialog.getByLabel('What was said').press('Control+a');
    await dialog.getByText(as, { exact: true }).click();
    await dialog.getByRole('button', { name: 'Mark', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  const marked = page.getByRole('region', { name: 'Facts and questions' });
  await marked.getByText(/^Question/).waitFor();
  const promise = page.getByRole('list', { name: 'Open promises' });
  await promise.getByRole('link', { name: /^Call, / }).click();
  await page.getByRole('dialog', { name: 'Call' }).getByText('What does rye cost?').waitFor();
  await page.goBack();
  await marked.getByRole('button', { name: 'Answered: What does rye cost?' }).click();
  await marked.waitFor({ state: 'detached' });
});

test('a call that is begun goes on over the pages and is logged on return, if wanted', async () => {
  const { page } = open;
  await page.goto(`${page.url().split('#')[0]}#/people/chen`);
  const call = page.getByRole('link', { name: /^Call / });
  await call.waitFor();
  // No program here takes the link.
  await page.evaluate(() =>
    addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link?.getAttribute('href')?.startsWith('tel:') === true) event.preventDefault();
    }),
  );
  await call.click();
  const bar = page.getByRole('region', { name: 'Call', exact: true });
  await bar.getByText('Chen Wu').waitFor();
  await bar.getByRole('button', { name: 'Do not log' }).click();
  await bar.waitFor({ state: 'detached' });
  await call.click();
  await page.getByRole('link', { name: 'Groups' }).click();
  await page.getByRole('heading', { level: 1, name: 'Groups' }).waitFor();
  await bar.getByRole('button', { name: 'Stop and log' }).click();
  const dialog = page.getByRole('dialog', { name: 'Log what happened' });
  const chips = dialog.getByRole('group', { name: 'Understood' });
  await chips.getByText('We reached them').waitFor();
  await dialog.getByText('Chen Wu').first().waitFor();
  await page.keyboard.type('about oats');
  await chips.getByText('oats').waitFor();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Logged a call with Chen Wu.').first().waitFor();
  await page.goBack();
  const logged = page.getByRole('listitem').filter({ hasText: 'oats' }).first();
  await logged.getByText('We reached them · 1 minute').waitFor();
  await page.getByRole('button', { name: /^Message / }).click();
  await expect
    .poll(() => page.getByRole('menuitem', { name: 'WhatsApp' }).getAttribute('href'))
    .toBe('https://wa.me/4930123456');
  await page.keyboard.press('Escape');
});

test('in German', async () => {
  const { page } = open;
  const german = new URL(page.url());
  german.search = '?language=de';
  german.hash = '#/people/ana';
  await page.goto(german.href);
  await page.getByRole('heading', { level: 1, name: 'Ana Trautwein' }).waitFor();
  await openLog(page, 'Eintragen, was war');
  await page.keyboard.type(
    'gestern 14 Uhr angerufen wegen Angebot, Versprechen: schicken bis Freitag',
  );
  const chips = page.getByRole('group', { name: 'Verstanden' });
  await chips.getByText('Angebot').waitFor();
  await chips.getByText(/^schicken, bis /).waitFor();
  await page.keyboard.press('Enter');
  const call = page.getByRole('listitem').filter({ hasText: 'Angebot' }).first();
  await call.getByText('Anruf', { exact: true }).waitFor();
});
