// What is done to more people than fit on many screens.

import { mkdirSync } from 'node:fs';

import { test } from 'vitest';

import { fillProfile } from '../support/host/command-line.ts';
import { newProfile } from '../support/window/loopback.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { openWindow } from '../support/window/window.ts';

test('thousands are selected from the first to the last, tagged while one looks around, and let go', async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  const people = Array.from({ length: 3_000 }, (_, at) => {
    const number = String(at).padStart(4, '0');
    return recordOf({ id: `p${number}`, kind: 'person', fields: { given: `Person ${number}` } });
  });
  await fillProfile(profileDir, people);
  const open = await openWindow(profileDir);
  try {
    const { page } = open;
    await page.getByText('3,000 people').waitFor();
    await page
      .getByRole('row', { name: /Person 0001/ })
      .getByRole('checkbox')
      .click();
    await page.keyboard.press('Shift+End');
    await page.getByText('2,999 selected').waitFor();
    await page.getByRole('row', { name: /Person 2999/ }).waitFor();
    await page.keyboard.press('Control+a');
    await page.getByText('3,000 selected').waitFor();
    await page.getByRole('button', { name: 'Add tag' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Tag' }).fill('mailing');
    await page.getByRole('dialog').getByRole('combobox', { name: 'Tag' }).press('Enter');
    await page.getByText('Working on 3,000 people').waitFor();
    await page.getByLabel('Search', { exact: true }).fill('person 1234');
    await page.getByText('1 found').first().waitFor();
    await page.getByText('Changed 3,000 people').first().waitFor();
    await page.getByRole('button', { name: 'Clear selection' }).click();
    await page.getByRole('row', { name: /Person 1234.*mailing/ }).waitFor();
  } finally {
    await open.close();
  }
});
