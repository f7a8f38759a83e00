// Groups as a table with views of its own, and what is done with everybody of a group, in a real
// browser on the sample team.

import { expect, test } from 'vitest';

import { goTo } from '../support/window/browser.ts';
import { openWindow, seriousFindings } from '../support/window/window.ts';

test('organisations are narrowed, sorted, grouped and saved as a view; a group is written to and logged for', async () => {
  const { page, close } = await openWindow();
  const shots = process.env['SHOTS'];
  const shot = async (name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
  };
  try {
    await page.getByRole('button', { name: 'Look around with a sample team' }).click();
    await page.getByRole('row', { name: /Ana Castillo/ }).waitFor();
    await page.evaluate(() => (location.hash = '#/groups'));
    const list = page.getByRole('grid', { name: 'Organisations' });
    const joinery = list.getByRole('row', { name: /Baumann Joinery/ });
    await joinery.getByRole('link', { name: '4 people of Baumann Joinery' }).waitFor();
    await shot('organisations');
    expect(await seriousFindings(page)).toEqual([]);

    const bulk = page.getByRole('dialog', { name: 'Edit 2 groups' });
    await page.getByRole('checkbox', { name: 'Select Baumann Joinery' }).click();
    await page.getByRole('checkbox', { name: 'Select Northlight Optics' }).click();
    await page.getByText('2 selected', { exact: true }).waitFor();
    await page.keyboard.press('e');
    await bulk.getByRole('combobox', { name: 'Field' }).fill('Industry');
    await page.getByRole('option', { name: 'Industry', exact: true }).click();
    await bulk.getByLabel('Value').fill('Craft');
    await bulk.getByText('2 groups change').waitFor();
    await shot('organisations-edited');
    expect(await seriousFindings(page, '[role=dialog]')).toEqual([]);
    await bulk.getByRole('button', { name: 'Change 2 groups' }).click();
    await bulk.waitFor({ state: 'hidden' });
    await joinery.getByText('Craft', { exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await joinery.getByText('Furniture', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Clear selection' }).click();
    await list.focus();
    for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowUp');
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
    await page.getByText('1 cell', { exact: true }).waitFor();
    await page.keyboard.type('Joiners');
    await page.keyboard.press('Enter');
    await joinery.getByText('Joiners', { exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await joinery.getByText('Furniture', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Cards', { exact: true }).click();
    await page.getByRole('gridcell', { name: /Baumann Joinery.*4 people/ }).waitFor();
    await shot('organisations-as-cards');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByText('Table', { exact: true }).click();

    await list.getByRole('button', { name: 'People', exact: true }).click();
    await list.getByRole('button', { name: 'People', exact: true }).click();
    await expect.poll(() => list.getByRole('row').nth(1).innerText()).toMatch(/Northlight Optics/);
    await page.getByLabel('Search').fill('bakery');
    await page.getByText('1 organisation', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Clear search' }).click();

    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('button', { name: 'Without people' }).last().click();
    await page.getByText('0 of 6', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Without people' }).last().click();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Most people');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const saved = page.getByRole('button', { name: 'Most people', exact: true });
    await expect.poll(() => saved.getAttribute('aria-current')).toBe('true');
    await page.getByText('Buckets', { exact: true }).click();
    await page.getByRole('grid', { name: 'Buckets' }).waitFor();
    expect(await page.getByRole('button', { name: 'Most people', exact: true }).count()).toBe(0);
    await page.getByText('Organisations', { exact: true }).click();
    await page.getByRole('button', { name: 'Group by' }).click();
    await page.getByRole('combobox', { name: 'Group by' }).fill('Industry');
    await page.getByRole('option', { name: 'Industry' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Furniture/ }).waitFor();
    await shot('grouped');

    await page.getByRole('row', { name: /Baumann Joinery/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Baumann Joinery' }).waitFor();
    await page.getByText('People (4)').waitFor();
    await shot('organisation');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Write to all' }).click();
    const dialog = page.getByRole('dialog');
    const mail = dialog.getByRole('link', { name: 'Begin the mail' });
    await expect
      .poll(() => mail.getAttribute('href'))
      .toMatch(/^mailto:\?bcc=[^,]+%40[^,]+(?:,[^,]+%40[^,]+)*$/);
    await shot('write');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Log for all' }).click();
    await dialog.getByText('It is logged for 4 people, for each on their own timeline.').waitFor();
    await dialog
      .getByLabel('What happened')
      .fill('met, promise: send pictures by Fri, Shown round the new workshop');
    await shot('log');
    await dialog.getByRole('button', { name: 'Log', exact: true }).click();
    await expect.poll(() => page.getByText('Shown round the new workshop').count()).toBe(4);
    await shot('organisation-after');
    // No key is heard behind a dialog, nor while it goes.
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByText('Shown round the new workshop').count()).toBe(0);

    await page.getByRole('button', { name: 'Not spoken to in 90 days' }).click();
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await page
      .getByText(/Baumann Joinery/)
      .first()
      .waitFor();
    await shot('not-spoken-to');

    const filtered = (conditions: unknown): Promise<unknown> =>
      page.evaluate(
        (q) => (location.hash = `#/people?${new URLSearchParams({ q }).toString()}`),
        JSON.stringify({ conditions }),
      );
    const saveAs = async (name: string): Promise<void> => {
      await page.getByRole('button', { name: 'This view' }).click();
      await page.getByRole('menuitem', { name: 'Save as a smart bucket' }).click();
      await dialog.getByLabel('Name').fill(name);
    };
    await filtered({ all: [{ field: 'org.name', op: 'contains', arg: 'Joinery' }] });
    await page.getByText('4 people', { exact: true }).waitFor();
    await saveAs('Joiners');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Joiners' }).waitFor();
    await page.getByText('People (4)').waitFor();
    expect(await page.getByRole('combobox', { name: 'Add a person' }).count()).toBe(0);
    await shot('smart');
    expect(await seriousFindings(page)).toEqual([]);
    const id = new URL(page.url()).hash.split('/').at(-1) ?? '';
    await filtered({ all: [{ field: 'bucket', op: 'hasAnyOf', arg: [id] }] });
    await page.getByText('4 people', { exact: true }).waitFor();
    await saveAs('joiners');
    await dialog.getByText(/^These filters ask for Joiners itself/).waitFor();
    await shot('circle');
    await page.evaluate((hash) => (location.hash = hash), `#/groups/${id}`);
    await page.getByRole('button', { name: 'Freeze who is in it now' }).click();
    await page.getByRole('combobox', { name: 'Add a person' }).waitFor();
    await page.getByText('People (4)').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Freeze who is in it now' }).waitFor();
    await page.getByText('People (4)').waitFor();

    await goTo(page, 'What happened');
    const happened = page.getByRole('grid', { name: 'All moments' });
    await page.getByText('60 entries', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('button', { name: 'Call 18' }).click();
    await page.getByText('18 of 60', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    const calls = page.getByRole('grid').first();
    await calls.getByRole('checkbox', { name: 'Select all' }).click();
    await page.getByText('18 selected', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Move to trash' }).click();
    const away = page.getByRole('dialog', { name: 'Edit 18 entries' });
    await away.getByText('18 entries change').waitFor();
    await away.getByRole('button', { name: 'Move to trash' }).click();
    await away.waitFor({ state: 'hidden' });
    await page.getByText('Nothing found here').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('18 entries', { exact: true }).waitFor();
    await page.getByLabel('Search').fill('oak');
    await page.getByText('Nothing found here').waitFor();
    await page.getByRole('button', { name: 'Clear search' }).click();
    await page.getByRole('button', { name: /^Remove filter/ }).click();
    await page.getByText('60 entries', { exact: true }).waitFor();
    await shot('happened');
    expect(await seriousFindings(page)).toEqual([]);
    await happened.getByRole('row').nth(1).click();
    await dialog.getByRole('button', { name: /^Move this \w+ to the trash$/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('59 entries', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Group by' }).click();
    await page.getByRole('combobox', { name: 'Group by' }).fill('Kind');
    await page.getByRole('option', { name: 'Kind', exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Meeting \d/ }).waitFor();
  } finally {
    await close();
  }
});
