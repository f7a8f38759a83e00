// Ten thousand tags, and some that nobody would give: the page opens, finds, scrolls to the end
// and does things to all of them at once.

import { mkdirSync } from 'node:fs';

import { expect, test } from 'vitest';

import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { newProfile } from '../support/window/loopback.ts';
import { openWindow, seriousFindings } from '../support/window/window.ts';

const long = 'l'.repeat(500);
const odd = ['q', long, '   ', '🦊', 'وسم عربي', 'a\u202eb', '<b>bold</b>'];

test('ten thousand tags are opened, looked through and changed at once', async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  const tagsOf = (at: number) =>
    Array.from({ length: 50 }, (_, n) => ({
      value: `tag ${String(at * 50 + n).padStart(5, '0')}`,
    }));
  await fillProfile(profileDir, [
    ...Array.from({ length: 200 }, (_, at) =>
      recordOf({
        id: `p${at}`,
        kind: 'person',
        fields: { given: `P${at}` },
        sets: { tags: tagsOf(at) },
      }),
    ),
    recordOf({
      id: 'odd',
      kind: 'organisation',
      fields: { name: 'Odd' },
      sets: { tags: odd.map((value) => ({ value })) },
    }),
  ]);
  const open = await openWindow(profileDir);
  try {
    const { page } = open;
    await page.getByRole('link', { name: 'Tags', exact: true }).click();
    await page.getByText('10,007 tags').waitFor();
    // Only what is in view is there.
    expect(await page.getByRole('row').count()).toBeLessThan(80);
    await page.getByRole('grid', { name: 'Tags' }).focus();
    await page.keyboard.press('End');
    await page.getByRole('row', { name: /وسم عربي/ }).waitFor();
    const search = page.getByLabel('Search tags');
    await search.fill('fox');
    await page.getByText('0 tags').waitFor();
    await search.fill('lllll');
    await page.getByText('1 tag', { exact: true }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1)).toBe(
      true,
    );
    await search.fill('');
    await page.getByText('10,007 tags').waitFor();
    await page.keyboard.press('Home');
    await page.getByText('Only spaces').waitFor();

    // An organisation's count leads to it.
    await search.fill('🦊');
    await page.getByRole('link', { name: 'Organisations with 🦊: 1' }).click();
    await page.getByRole('row', { name: /Odd/ }).waitFor();
    await page.getByText('Tag is 🦊').first().waitFor();
    await page.goBack();
    await page.getByText('10,007 tags').waitFor();

    await page.getByRole('checkbox', { name: 'Select all' }).click();
    await page.getByText('10,007 selected').waitFor();
    await page.getByRole('button', { name: 'Make them one' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make 10,007 tags one' });
    await dialog.getByText('On 200 people and 1 organisation.').waitFor();
    await dialog.getByLabel('Name of the one').fill('everything');
    await dialog.getByRole('button', { name: 'Make them one' }).click();
    await page.getByText('1 tag', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'People with everything: 200' }).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('10,007 tags').waitFor();
  } finally {
    await open.close();
  }
});
