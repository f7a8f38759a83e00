// A calendar brought in as its owner does it: counted first, kept for Today, prepared for,
// logged with what came of it, and taken back.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { calendarText, eventText } from '../support/calendar/calendars.ts';
import { goTo } from '../support/window/browser.ts';
import { type OpenWindow, openWindow, seriousInBothLights } from '../support/window/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
});
afterEach(() => open.close());

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});

/** In hours from now. */
const at = (hours: number): string =>
  `:${new Date(Date.now() + hours * 3_600_000).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
const event = (uid: string, hours: number, title: string, more: object = {}) =>
  eventText({ uid, start: at(hours), end: at(hours + 0.5), title, ...more });

test('a calendar is counted, kept for Today, prepared for and logged with what came of it', async () => {
  const { page } = open;
  await goTo(page, 'Import & export');
  const choose = page.getByLabel('Choose a file');
  await choose.setInputFiles(
    file('people.csv', 'Name,E-mail,Company,Job title\nAna Roe,ana@x.example,Works,Buyer\n'),
  );
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Import another file' }).click();
  const ics = calendarText(
    [
      event('old', -30 * 24, 'Kick-off'),
      event('asked', -20, 'Offer'),
      event('soon', 2, 'Review', { more: ['LOCATION:Room 1'] }),
      event('other', 2, 'Dentist', { guests: ['stan@z.example'] }),
      event('broken', 2, 'Broken', { start: ':soon' }),
    ],
    ['X-WR-CALNAME:Work'],
  );
  await choose.setInputFiles(file('work.ics', ics));
  await page.getByText('3 meetings with 1 person you know').waitFor();
  const left = page.getByRole('list', { name: 'Left out' });
  await left.getByText('1 with nobody you know').waitFor();
  await left.getByText('1 entry cannot be read').waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
  await page.getByLabel('Do not log them').check();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('alert').getByText('Work is kept').waitFor();
  await page.getByRole('link', { name: 'See Today' }).click();

  const today = page.getByRole('list', { name: 'Today' });
  const soon = today.getByRole('listitem').filter({ hasText: 'Review' });
  await soon.getByRole('button', { name: 'Prepare' }).click();
  const card = soon.getByRole('region', { name: 'Before the meeting' });
  await card.getByText('Buyer, Works').waitFor();
  await card.getByText('Where: Room 1').waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
  const asked = today.getByRole('listitem').filter({ hasText: 'What came of “Offer”' });
  await asked.getByRole('button', { name: 'What came of it' }).click();
  const dialog = page.getByRole('dialog', { name: 'What came of it' });
  await dialog.getByRole('textbox', { name: 'What came of it' }).fill('They want a quote');
  await dialog.getByLabel('What was promised').fill('Send the quote');
  await dialog.getByRole('button', { name: 'Log meeting' }).click();
  await asked.waitFor({ state: 'detached' });
  await card.getByText('We owe them: Send the quote').waitFor();
  await card.getByText('They want a quote').waitFor();
  await page.keyboard.press('u');
  await asked.waitFor();
  await asked.getByRole('link').focus();
  await page.keyboard.press('x');
  await asked.waitFor({ state: 'detached' });

  await goTo(page, 'Import & export');
  await choose.setInputFiles(file('work.ics', ics));
  await left.getByText('1 is logged already').waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('alert').getByText('1 meeting is logged').waitFor();
  await page.getByRole('button', { name: 'Undo import' }).click();
  const kept = page.getByRole('list', { name: 'Your calendars' });
  await kept.getByText('4 meetings').waitFor();
  await page.getByLabel('Address of a calendar').fill('http://calendar.example/a.ics');
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByRole('alert').getByText('This is not the address of a calendar').waitFor();
  await page.getByRole('button', { name: 'Remove Work' }).click();
  await kept.waitFor({ state: 'detached' });
});
