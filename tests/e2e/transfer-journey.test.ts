import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { makeGoogleCsv } from '../bench/google-csv.ts';
import { goTo } from '../support/window/browser.ts';
import { readBack } from '../support/transfer/calendar-text.ts';
import { type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
});
afterEach(() => open.close());

const csv = (text: string, name = 'contacts.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

async function choose(file: ReturnType<typeof csv>): Promise<void> {
  await goTo(open.page, 'Import & export');
  await open.page.getByLabel('Choose a file').setInputFiles(file);
}

async function importFile(file: ReturnType<typeof csv>): Promise<void> {
  await choose(file);
  await open.page.getByRole('button', { name: 'Import', exact: true }).click();
  await open.page.getByRole('button', { name: 'Undo import' }).waitFor();
}

test('a Google file is recognised, previewed, imported, found, and undone as one step', async () => {
  const { page } = open;
  await choose(csv(makeGoogleCsv(500)));
  await page.getByText(/Google Contacts · 500 rows/).waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page
    .getByRole('alert')
    .getByText(/^500 people( and \d+ organisations)? created, 0 updated, 0 skipped/)
    .waitFor();
  await goTo(page, 'People');
  await page.getByText('500 people').waitFor();
  await page.getByLabel('Search').fill('zoe 129');
  await page.getByRole('row', { name: /zoe\..*129@example\.com/ }).waitFor();
  await page.getByLabel('Clear search').click();
  await page.getByRole('grid', { name: 'People' }).click({ position: { x: 400, y: 20 } });
  await page.keyboard.press('Control+z');
  await page.getByText('Bring your people in').waitFor();
});

test('the same file a second time changes nothing', async () => {
  await importFile(csv(makeGoogleCsv(50)));
  await open.page.getByRole('button', { name: 'Import another file' }).click();
  await open.page.getByLabel('Choose a file').setInputFiles(csv(makeGoogleCsv(50)));
  await open.page.getByText('Skip 50').waitFor();
  await expect
    .poll(() => open.page.getByRole('button', { name: 'Import', exact: true }).isDisabled())
    .toBe(true);
});

test('a row that adds to another is said to join it, and people are counted apart from organisations', async () => {
  const { page } = open;
  const head = 'First Name,Last Name,E-mail,Phone,Company\n';
  await choose(csv(`${head}Ana,Roe,ana@x.example,,Acme\nAna,Roe,ana@x.example,+49301234567,\n`));
  const row = page.getByRole('row', { name: /In the file twice: joined to line 2/ });
  await row.getByText('Join', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const report = page.getByRole('alert');
  await report.getByText('1 person and 1 organisation created, 0 updated, 1 skipped.').waitFor();
});

test('who goes back during an import is asked, and goes on with it', async () => {
  const { page } = open;
  await goTo(page, 'Groups');
  await choose(csv(makeGoogleCsv(40_000)));
  await page.getByText('Comparing with the people already here').waitFor();
  await page.goBack();
  const dialog = page.getByRole('dialog', { name: 'Stop the import?' });
  await dialog.getByRole('button', { name: 'Go on importing' }).click();
  await page.getByRole('heading', { level: 1, name: 'Import & export' }).waitFor();
  await page.getByText(/Google Contacts · 40,000 rows/).waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('Importing …').waitFor();
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  await dialog.getByRole('button', { name: 'Stop and leave' }).click();
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  await page.getByText('Bring your people in').waitFor();
});

test('undoing an import from its report takes everything back', async () => {
  await importFile(csv(makeGoogleCsv(50)));
  await open.page.getByRole('button', { name: 'Undo import' }).click();
  await open.page.getByLabel('Choose a file').waitFor({ state: 'attached' });
  await goTo(open.page, 'People');
  await open.page.getByText('Bring your people in').waitFor();
});

test('a file that is no contacts file is refused in plain words and nothing changes', async () => {
  await choose({
    name: 'photo.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2, 3, 0, 0, 0, 9, 0]),
  });
  await open.page
    .getByRole('alert')
    .getByText('This is not a contacts file: it holds no readable text.')
    .waitFor();
  await goTo(open.page, 'People');
  await open.page.getByText('Bring your people in').waitFor();
});

test('everybody leaves as CSV and comes back as the very same people', async () => {
  const { page } = open;
  await importFile(csv(makeGoogleCsv(120)));
  await page.getByRole('tab', { name: 'Take people out' }).click();
  await page.getByText('120 people').first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  // Below the header everybody, and the companies they work for.
  const rows = text.trim().split('\r\n').length - 1;
  expect(rows).toBeGreaterThan(120);
  await page.getByRole('tab', { name: 'Bring people in' }).click();
  await page.getByLabel('Choose a file').setInputFiles(csv(text, 'again.csv'));
  await page.getByText(`Skip ${rows}`).waitFor();

  // Their birthdays go into a calendar.
  const head = 'First Name,Last Name,Birthday\n';
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await page.getByLabel('Choose a file').setInputFiles(csv(`${head}Ada,Leap,2000-02-29\n`));
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Undo import' }).waitFor();
  await page.getByRole('tab', { name: 'Take people out' }).click();
  await page.getByRole('combobox', { name: 'For' }).click();
  await page.getByRole('option', { name: 'Calendar (.ics)' }).click();
  const kinds = page.getByRole('group', { name: 'What stands in it' });
  await kinds.getByRole('checkbox', { name: /^Birthdays: \d+ entr/ }).waitFor();
  const [calendar] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  expect(calendar.suggestedFilename()).toBe('rapport.ics');
  const birthdays = readBack(readFileSync(await calendar.path(), 'utf8'), Date.now());
  const leap = birthdays.find(({ title }) => title === 'Birthday: Ada Leap');
  expect(leap?.isAllDay).toBe(true);
});

test('the dry run says what Salesforce will reject before anything is written', async () => {
  const { page } = open;
  await importFile(
    csv(
      'First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value\r\nMononym,,Work,mono@example.com\r\n',
    ),
  );
  await page.getByRole('tab', { name: 'Take people out' }).click();
  await page.getByRole('combobox', { name: 'For' }).click();
  await page.getByRole('option', { name: 'Salesforce' }).click();
  await page.getByText(/1 person will be rejected: .* is missing/).waitFor();
  await page.getByRole('link', { name: 'Mononym' }).first().waitFor();

  // Left out of the file and put back, the page says so at once.
  await page.getByRole('button', { name: /^Leave out: 1 person will be rejected/ }).click();
  await page.getByText('1 person is left out: Last Name is missing.').waitFor();
  await page.getByText('There is nobody to export.').waitFor();
  await page.getByRole('button', { name: /^Put back/ }).click();
  const refused = page.getByRole('list', { name: 'Would be refused' });
  await refused.waitFor();
  await refused.getByRole('button', { name: /^Fix/ }).click();
  await page.getByRole('menuitem', { name: 'Change it here' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Family name' }).fill('Roe');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await refused.waitFor({ state: 'hidden' });
  await page.getByText('1 person, nothing is lost').waitFor();
});
