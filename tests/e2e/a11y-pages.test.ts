// The pages that a journey passes only in one state, looked at by axe in light and in
// dark: an import being decided, both its tables, the export, the trash empty and full.

import { afterAll, beforeAll, expect, test } from 'vitest';

import { makeGoogleCsv } from '../bench/google-csv.ts';
import { goTo } from '../support/window/browser.ts';
import {
  loadSample,
  type OpenWindow,
  openWindow,
  seriousInBothLights,
} from '../support/window/window.ts';

let open: OpenWindow;
beforeAll(async () => {
  open = await openWindow();
  await loadSample(open.page);
});
afterAll(() => open.close());

async function expectNothingSerious(what: string): Promise<void> {
  expect(await seriousInBothLights(open.page), `${what} in light and dark`).toEqual([]);
}

async function openTrash(): Promise<void> {
  await open.page.evaluate(() => {
    location.hash = '#/trash';
  });
  await open.page.getByRole('heading', { level: 1, name: 'Trash' }).waitFor();
}

test('axe finds nothing serious while an import is being decided and after it', async () => {
  const { page } = open;
  await goTo(page, 'Import & export');
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'contacts.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(makeGoogleCsv(40)),
  });
  await page.getByText(/Google Contacts · 40 rows/).waitFor();
  await expectNothingSerious('preview');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Undo import' }).waitFor();
  await expectNothingSerious('report');
  await page.getByRole('button', { name: 'Undo import' }).click();
  await page.getByLabel('Choose a file').waitFor({ state: 'attached' });
});

test('axe finds nothing serious where people are taken out', async () => {
  const { page } = open;
  await goTo(page, 'Import & export');
  await page.getByRole('tab', { name: 'Take people out' }).click();
  await page.getByRole('button', { name: 'Export', exact: true }).waitFor();
  await expectNothingSerious('export');
});

test('axe finds nothing serious in an empty trash and in one with somebody in it', async () => {
  const { page } = open;
  await openTrash();
  await page.getByText('The trash is empty').waitFor();
  await expectNothingSerious('empty trash');
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: /trash/i }).click();
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  await openTrash();
  await page.getByRole('button', { name: 'Restore Ben Abbott' }).waitFor();
  await expectNothingSerious('trash');
  await page.getByRole('button', { name: 'Restore Ben Abbott' }).click();
  await page.getByText('The trash is empty').waitFor();
});
