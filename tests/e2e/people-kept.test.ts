// What must not get lost in the people pages: words that were being typed when the
// host went or the page was left, and what belongs to the other half of a merge.
import { afterEach, beforeEach, expect, test } from 'vitest';

import { filterByTag } from '../support/window/filters.ts';
import { editorOf, readValue } from '../support/window/values.ts';
import { loadSample, type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
});
afterEach(() => open.close());

test('a merged person shows the moments and roles of both, and the old address leads to them', async () => {
  const { page } = open;
  await loadSample(page);
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Ben Abbott' }).waitFor();
  const oldAddress = new URL(page.url()).hash;
  await page.getByLabel('What happened').fill('Lunch about the roof');
  await page.getByRole('combobox', { name: 'With other people' }).fill('chen');
  await page.getByRole('option', { name: 'Chen Wei' }).click();
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  const moment = page.getByRole('listitem').filter({ hasText: 'Lunch about the roof' });
  await moment.getByRole('link', { name: 'Chen Wei' }).waitFor();

  await page.getByRole('link', { name: 'Back to People' }).click();
  await page.getByRole('row', { name: /Ana Castillo/ }).click();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Merge with another person' }).click();
  await page.getByLabel('Find the other one').fill('Ben');
  await page.getByRole('button', { name: 'Ben Abbott' }).click();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await moment.waitFor();
  await page.getByText(/^Workshop lead at/).waitFor();
  await page.evaluate((hash) => (location.hash = hash), oldAddress);
  await page.getByRole('heading', { level: 1, name: 'Ana Castillo' }).waitFor();
});

test('what is half typed stays while the connection is made again, and is saved after', async () => {
  const { page } = open;
  const sockets: { close(): Promise<void> }[] = [];
  await page.routeWebSocket(/\/host/, (socket) => {
    const server = socket.connectToServer();
    sockets.push({
      close: async () => {
        await socket.close();
        await server.close();
      },
    });
  });
  await open.reload();
  await loadSample(page);
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await page.getByLabel('What happened').fill('Half typed words');
  await sockets[0]?.close();
  await expect.poll(() => sockets.length).toBeGreaterThan(1);
  await expect.poll(() => page.getByLabel('What happened').inputValue()).toBe('Half typed words');
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: 'Half typed words' }).waitFor();
});

test('a field that is left by the Back button is saved', async () => {
  const { page } = open;
  await loadSample(page);
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await (await editorOf(page, 'Nickname')).fill('Benny');
  await page.goBack();
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await expect.poll(() => readValue(page, 'Nickname')).toBe('Benny');
});

test('a filter holds while searching', async () => {
  const { page } = open;
  await loadSample(page);
  await filterByTag(page, 'supplier');
  await page.getByRole('listitem').getByText('Tag is supplier').waitFor();
  await page.getByLabel('Search', { exact: true }).fill('elif');
  await page.getByRole('row', { name: /Elif Yıldız/ }).waitFor();
  await page.getByLabel('Search', { exact: true }).fill('okafor');
  await page.getByText('Nobody found').waitFor();
});

test('a person is added from the finder on any page', async () => {
  const { page } = open;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByLabel('Find', { exact: true }).fill('add per');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('Name').fill('Grace Hopper');
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Grace Hopper' }).waitFor();
});

test('what is on a timeline is found by the finder and by the search of people', async () => {
  const { page } = open;
  await loadSample(page);
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await page.getByLabel('What happened').fill('Met at the harbour fair');
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: 'Met at the harbour fair' }).waitFor();
  await page.getByRole('link', { name: 'Back to People' }).click();
  await page.getByLabel('Search', { exact: true }).fill('harbour');
  await page.getByRole('row', { name: /Ben Abbott.*Timeline: Met at the harbour fair/ }).waitFor();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByLabel('Find', { exact: true }).fill('harbour fair');
  await page.getByRole('button', { name: /Met at the harbour fair.*Ben Abbott/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Ben Abbott' }).waitFor();
});
