// What every dialog does: the focus stays within and goes back to what opened it, keys of the
// page do nothing meanwhile, and what was typed is not thrown away unasked.

import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { goTo } from '../support/window/browser.ts';
import { undoFrom } from '../support/window/toasts.ts';
import {
  loadSample,
  type OpenWindow,
  openWindow,
  seriousFindings,
  seriousInBothLights,
} from '../support/window/window.ts';

let open: OpenWindow;
beforeAll(async () => {
  open = await openWindow();
  await loadSample(open.page);
});
afterAll(() => open.close());

const dialog = (): Locator => open.page.getByRole('dialog');
const isWithin = (): Promise<boolean> =>
  dialog().evaluate((one) => one.contains(document.activeElement));

type Opening = { opener: Locator; open: () => Promise<void> };
const byButton = async (page: string, name: string): Promise<Opening> => {
  await goTo(open.page, page);
  const opener = open.page.getByRole('button', { name, exact: true });
  return { opener, open: () => opener.click() };
};
const byMenu = async (item: RegExp): Promise<Opening> => {
  await goTo(open.page, 'People');
  await open.page.getByRole('row', { name: /Ben Abbott/ }).click();
  const opener = open.page.getByRole('button', { name: 'Actions' });
  return {
    opener,
    open: async () => {
      await opener.click();
      await open.page.getByRole('menuitem', { name: item }).click();
    },
  };
};
const follow = async (): Promise<Opening> => {
  await goTo(open.page, 'People');
  await open.page.getByRole('row', { name: /Ben Abbott/ }).click();
  const opener = open.page.getByRole('button', { name: 'Follow', exact: true });
  return { opener, open: () => opener.click() };
};

const dialogs: readonly { name: string; prepare: () => Promise<Opening>; isStill?: true }[] = [
  { name: 'Add person', prepare: () => byButton('People', 'Add person') },
  { name: 'Add organisation', prepare: () => byButton('Groups', 'Add organisation') },
  { name: 'Set a passphrase', prepare: () => byButton('Settings', 'Set a passphrase') },
  { name: 'Merge with another person', prepare: () => byMenu(/^Merge/) },
  // For who wants no motion the menu is gone before the dialog is there.
  { name: 'Erase for good?', prepare: () => byMenu(/^Erase/), isStill: true },
  { name: 'Before this laptop listens', prepare: follow },
];
/** A field of each that takes something. */
const forms = [
  ['Add organisation', 'Name'],
  ['Set a passphrase', 'New passphrase'],
] as const;

const hasFocus = (one: Locator) => expect.poll(() => one.evaluate(isActive)).toBe(true);
const isActive = (one: Element): boolean => one === document.activeElement;

async function show(name: string): Promise<Opening> {
  const opening = await dialogs.find((one) => one.name === name)?.prepare();
  if (opening === undefined) throw new Error(name);
  await opening.open();
  await open.page.getByRole('dialog', { name }).waitFor();
  await expect.poll(isWithin).toBe(true);
  return opening;
}

/** Dialogs, menus, and small forms beside a button. */
const over = '[role="dialog"], [role="menu"]';

async function expectNothingSerious(what: string): Promise<void> {
  expect(await seriousInBothLights(open.page, over), `${what} in light and dark`).toEqual([]);
}

test.each(dialogs)(
  '$name keeps the focus and the keys, and gives the focus back',
  async ({ name, isStill }) => {
    const { page } = open;
    await page.emulateMedia({ reducedMotion: isStill === true ? 'reduce' : null });
    const { opener } = await show(name);
    for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab']) {
      await page.keyboard.press(key);
      expect(await isWithin()).toBe(true);
    }
    const address = page.url();
    await dialog().focus();
    for (const key of ['?', '/', 'n', 'ControlOrMeta+k']) await page.keyboard.press(key);
    expect(page.url()).toBe(address);
    await expect.poll(() => dialog().count()).toBe(1);
    await expectNothingSerious(name);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await hasFocus(opener);
  },
);

test.each(forms)('%s does not throw away unasked what was typed', async (name, label) => {
  const { page } = open;
  const { opener } = await show(name);
  const field = dialog().getByLabel(label, { exact: true });
  await field.fill('Typed and kept');
  await page.keyboard.press('Escape');
  await page.getByText('What you typed here is not saved.').waitFor();
  await expectNothingSerious(`${name}, asking`);
  await page.keyboard.press('Enter');
  await hasFocus(field);
  await expect.poll(() => field.inputValue()).toBe('Typed and kept');
  await page.mouse.click(5, 500);
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await dialog().waitFor({ state: 'detached' });
  await hasFocus(opener);
});

test('the dialog after “Let this laptop listen” has the focus, and keys stay in it', async () => {
  const { page } = open;
  const { opener } = await show('Before this laptop listens');
  await page.getByRole('button', { name: 'Let this laptop listen' }).click();
  await page.getByRole('dialog', { name: /^Follow/ }).waitFor();
  await expect.poll(isWithin).toBe(true);
  await page.keyboard.type('ben.example/n?');
  const typed = dialog().getByRole('textbox').first();
  await expect.poll(() => typed.inputValue()).toBe('ben.example/n?');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await hasFocus(opener);
});

test('keys of the page do nothing while a menu is open, and again after it', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('?');
  expect(await dialog().count()).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
});

test('a key is changed by pressing it, taken from another action, shown in the help and put back', async () => {
  const { page } = open;
  await page.evaluate(() => (location.hash = '#/keys'));
  await page.getByRole('heading', { level: 1, name: 'Keys' }).waitFor();
  await page.getByRole('button', { name: 'Change the key: Open the settings' }).click();
  await page.getByText('Press the new keys').waitFor();
  await page.keyboard.press('Control+c');
  await dialog()
    .getByText(/^This key is not free/)
    .waitFor();
  await page.keyboard.press('n');
  await dialog().getByText('“Add person (on People)” has this key and keeps it.').waitFor();
  await page.keyboard.press('o');
  await dialog().getByText('mark unread the post (Listening)” has this key').waitFor();
  await page.keyboard.press('?');
  await dialog().getByText('“Show the keys” has this key and would be left without.').waitFor();
  await expectNothingSerious('a key that is taken');
  await page.keyboard.press('g');
  await dialog().getByText('This key is free.').waitFor();
  await dialog().getByRole('button', { name: 'Use this key' }).click();
  await dialog().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'As usual: Open the settings' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('?');
  await dialog().getByRole('row', { name: 'G Open the settings' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await page.keyboard.press('g');
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'All as usual' }).click();
  await page
    .getByRole('button', { name: 'As usual: Open the settings' })
    .waitFor({ state: 'detached' });
  await undoFrom(page, 'All keys are as usual');
  await page.getByRole('button', { name: 'As usual: Open the settings' }).click();
  await page
    .getByRole('button', { name: 'As usual: Open the settings' })
    .waitFor({ state: 'detached' });
});

test.each(['Actions', 'Photo'])('axe finds nothing serious in the menu %s', async (button) => {
  const { page } = open;
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Ben Abbott/ }).click();
  await page.locator('button', { hasText: button }).click();
  await page.getByRole('menu').waitFor();
  await expectNothingSerious(button);
  await page.keyboard.press('End');
  await expectNothingSerious(`the last of ${button}`);
  await page.keyboard.press('Escape');
});

test('axe finds nothing serious in the palette, with and without words', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await page.keyboard.press('ControlOrMeta+k');
  const find = page.getByPlaceholder('Find a person, a group or a page');
  await find.waitFor();
  await expectNothingSerious('palette');
  await find.fill('a');
  await page.getByRole('button', { name: /Ben Abbott/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await expectNothingSerious('palette with words');
  await page.keyboard.press('Escape');
});

test('axe finds nothing serious in what is done with those who are ticked', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await page.getByRole('row').nth(2).getByRole('checkbox').click();
  await page.getByText('1 selected').waitFor();
  for (const name of ['Add tag', 'Add to bucket']) {
    await page.getByRole('button', { name }).click();
    await page.locator(over).first().waitFor();
    await expectNothingSerious(name);
    await page.keyboard.press('Escape');
    await page.locator(over).first().waitFor({ state: 'detached' });
    await hasFocus(page.getByRole('button', { name }));
  }
});
