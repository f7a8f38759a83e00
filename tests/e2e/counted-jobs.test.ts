// What people do all day takes as few clicks and keys as is said here. Keys are counted as they
// are pressed, letters of names and notes aside.

import { mkdirSync } from 'node:fs';

import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { goTo } from '../support/window/browser.ts';
import { newProfile } from '../support/window/loopback.ts';
import { type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
const person = (id: string, fullName: string, email?: string) => {
  const [given = '', family = ''] = fullName.split(' ');
  return recordOf({
    id,
    kind: 'person',
    fields: { given, family },
    sets: email === undefined ? {} : { emails: [{ value: email }] },
  });
};
beforeAll(async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, [
    person('ben', 'Ben Abbott'),
    person('bea', 'Bea Abbott'),
    person('chen', 'Chen Wu'),
    person('ana', 'Ana Trautwein', 'ana@x.example'),
    person('anna', 'Anna Trautwein', 'ana@x.example'),
    recordOf({ id: 'regulars', kind: 'bucket', fields: { name: 'Regulars' } }),
  ]);
  open = await openWindow(profileDir);
});
afterAll(() => open.close());

/** Presses and clicks, and says how many they were. */
function counter(page: Page) {
  const counted = { keys: 0, clicks: 0 };
  return {
    counted,
    press: async (key: string): Promise<void> => {
      counted.keys += 1;
      await page.keyboard.press(key);
    },
    click: async (what: Locator): Promise<void> => {
      counted.clicks += 1;
      await what.click();
    },
    /** Letters, wherever the focus is. */
    type: (words: string): Promise<void> => page.keyboard.type(words),
  };
}

const heading = (name: string): Promise<void> =>
  open.page.getByRole('heading', { level: 1, name }).waitFor();

test('a call is logged from anywhere with three keys, a name and a note', async () => {
  const { page } = open;
  const { counted, press, type } = counter(page);
  await goTo(page, 'Settings');
  await press('l');
  await page.getByRole('dialog', { name: 'Log what happened' }).waitFor();
  await expect
    .poll(() =>
      page
        .getByRole('dialog')
        .getByLabel('What happened')
        .evaluate((one) => one === document.activeElement),
    )
    .toBe(true);
  await type('ben abb');
  await press('Enter');
  await page.getByRole('dialog').getByText('Ben Abbott').waitFor();
  await type('Wants a quote for rye');
  await press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(counted).toEqual({ keys: 3, clicks: 0 });
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  const call = page.getByRole('listitem').filter({ hasText: 'Wants a quote for rye' });
  await call.getByText('Call').first().waitFor();
});

test('on a person’s page it is about them: two keys and a note', async () => {
  const { counted, press, type } = counter(open.page);
  await heading('Ben Abbott');
  await press('l');
  await open.page.getByRole('dialog').getByText('Ben Abbott').waitFor();
  await expect
    .poll(() =>
      open.page
        .getByRole('dialog')
        .getByLabel('What happened')
        .evaluate((one) => one === document.activeElement),
    )
    .toBe(true);
  await type('Took the quote');
  await press('Enter');
  await open.page.getByRole('listitem').filter({ hasText: 'Took the quote' }).waitFor();
  expect(counted).toEqual({ keys: 2, clicks: 0 });
});

test('Enter in the search opens the first hit, and one key leads back to the search', async () => {
  const { page } = open;
  const { counted, press, type } = counter(page);
  await goTo(page, 'Settings');
  await press('/');
  const search = page.getByLabel('Search', { exact: true });
  await expect.poll(() => search.evaluate((one) => one === document.activeElement)).toBe(true);
  await type('chen');
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: /Chen/ }).waitFor();
  expect(counted).toEqual({ keys: 2, clicks: 0 });
  await press('Escape');
  await heading('People');
  expect(counted).toEqual({ keys: 3, clicks: 0 });
  await expect.poll(() => search.inputValue()).toBe('chen');
});

test('Escape closes a dialog over a person’s page and stays on the page', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await heading('Ben Abbott');
  await page.keyboard.press('l');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await heading('Ben Abbott');
});

test('what is typed right after the key that opens a dialog again is all there', async () => {
  const { page } = open;
  await page.keyboard.press('Escape');
  await heading('People');
  await page.keyboard.press('l');
  const what = page.getByRole('dialog').getByLabel('What happened');
  await expect.poll(() => what.evaluate((one) => one === document.activeElement)).toBe(true);
  // The keys come faster than any timer: what is asked is where the next letter would go.
  const found = await page.evaluate(async () => {
    const drawn = async (): Promise<void> => {
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    };
    const buttons = document.querySelectorAll<HTMLElement>('[role=dialog] button');
    [...buttons].find((one) => one.textContent === 'Cancel')?.click();
    await drawn();
    const isClosed = document.querySelector('[role=dialog]') === null;
    const key = new KeyboardEvent('keydown', { key: 'l', code: 'KeyL', bubbles: true });
    (document.activeElement ?? document.body).dispatchEvent(key);
    await drawn();
    const box = document.activeElement;
    let isLost = false;
    box?.addEventListener('blur', () => (isLost = true));
    await new Promise((resolve) => setTimeout(() => setTimeout(resolve)));
    const label = box instanceof HTMLInputElement ? box.labels?.[0]?.textContent : undefined;
    return { isClosed, label, isLost };
  });
  expect(found).toEqual({ isClosed: true, label: 'What happened', isLost: false });
  await page.keyboard.type('ben abb');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByText('Ben Abbott').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('everybody who is found goes into a bucket with three clicks', async () => {
  const { page } = open;
  const { counted, click } = counter(page);
  await goTo(page, 'People');
  await page.getByLabel('Search', { exact: true }).fill('abbot');
  await page.getByText('2 found').first().waitFor();
  await click(page.getByLabel('Select all'));
  await click(page.getByRole('button', { name: 'Add to bucket' }));
  await click(page.getByRole('menuitem', { name: 'Regulars' }));
  expect(counted).toEqual({ keys: 0, clicks: 3 });
  await goTo(page, 'Groups');
  await page.getByText('Buckets').click();
  await page.getByText('Regulars').first().click();
  await page.getByText('Ben Abbott').first().waitFor();
  await page.getByText('Bea Abbott').first().waitFor();
});

test('two who are one are merged with two clicks', async () => {
  const { page } = open;
  const { counted, click } = counter(page);
  await goTo(page, 'People');
  await page.getByLabel('Search', { exact: true }).fill('');
  await click(page.getByRole('link', { name: 'Doubles' }));
  await click(page.getByRole('button', { name: /^Merge into/ }).first());
  expect(counted).toEqual({ keys: 0, clicks: 2 });
  await goTo(page, 'People');
  await page.getByText('4 people').waitFor();
});

test('the palette shows kinds with their counts, where the words stood, and what was searched for', async () => {
  const { page } = open;
  await goTo(page, 'Settings');
  const find = page.getByLabel('Find', { exact: true });
  await page.keyboard.press('Control+k');
  await find.fill('abbot');
  const tabs = page.getByRole('group', { name: 'Show only' });
  await tabs.getByRole('button', { name: 'People 2' }).click();
  await page.getByRole('button', { name: /^Ben Abbott/ }).waitFor();
  // What is found best is what Enter opens, however late it came.
  await tabs.getByRole('button', { name: 'All' }).click();
  await expect
    .poll(() => page.locator('[data-action]').first().getAttribute('data-selected'))
    .toBe('true');
  await find.fill('quote');
  const told = tabs.getByRole('button', { name: 'What happened, and roles 2' });
  await told.click();
  await expect.poll(() => told.getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('button', { name: /Wants a quote for rye/ }).click();
  await heading('Ben Abbott');
  await find.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('button', { name: 'quote', exact: true }).click();
  await expect.poll(() => find.inputValue()).toBe('quote');
  await find.fill('');
  await page.getByRole('button', { name: 'Clear what was searched for' }).click();
  await page.getByRole('button', { name: 'quote', exact: true }).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await find.waitFor({ state: 'detached' });
});

test('what can be done stands in the palette with its key', async () => {
  const { page } = open;
  await page.keyboard.press('Control+k');
  await page.getByLabel('Find', { exact: true }).fill('log what');
  const action = page.getByRole('button', { name: /Log what happened/ });
  await expect.poll(() => action.locator('kbd').innerText()).toBe('L');
  await action.click();
  await page.getByRole('dialog', { name: 'Log what happened' }).waitFor();
});
