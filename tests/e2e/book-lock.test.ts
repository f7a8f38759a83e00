// The lock of the book, as its owner meets it: set in the settings, asked for at the next
// start, on the command line too.

import { cpSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { fillProfile, rapport } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { fillPlainProfile } from '../support/store/plain-profile.ts';
import { newProfile } from '../support/window/loopback.ts';
import { goTo } from '../support/window/browser.ts';
import { type OpenWindow, openWindow } from '../support/window/window.ts';

const ada = recordOf({ id: 'p000001', kind: 'person', fields: { given: 'Ada' } });
const passphrase = 'correct horse battery';

/** What the terminal says beside its own few lines. */
const complaints = ({ shell }: OpenWindow): string[] =>
  shell
    .output()
    .split('\n')
    .filter((line) => /error|^\s+at /i.test(line));

test('a passphrase is set with its recovery words, locks now, and opens the next start', async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, [ada]);
  const copy = newProfile();
  let open = await openWindow(profileDir);
  let words: string[] = [];
  try {
    const { page } = open;
    await goTo(page, 'Settings');
    await page.getByText('their key lies beside them').waitFor();
    await page.getByRole('button', { name: 'Set a passphrase' }).click();
    const next = page.getByRole('button', { name: 'Next' });
    await page.getByLabel('New passphrase').fill(passphrase);
    await page.getByLabel('Once more').fill('another one');
    await page.getByText('This is not the same').waitFor();
    await expect.poll(() => next.isDisabled()).toBe(true);
    await page.getByLabel('Once more').fill(passphrase);
    await next.click();
    const list = page.getByRole('list', { name: 'Recovery words' });
    await list.waitFor();
    words = await list.getByRole('listitem').allInnerTexts();
    expect(words).toHaveLength(12);
    const lock = page.getByRole('button', { name: 'Lock the book' });
    await expect.poll(() => lock.isDisabled()).toBe(true);
    const asked = page.getByLabel(/^Word number/);
    const [label = ''] = await page.getByText(/^Word number \d+/).allInnerTexts();
    await asked.fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
    await lock.click();
    await page.getByText('opens with your passphrase or your recovery words only').waitFor();
    await page.getByRole('button', { name: 'Lock now' }).click();
    await page.getByText('The book is locked').first().waitFor();
    cpSync(profileDir, copy, { recursive: true });
    const secret = page.getByLabel('Passphrase or recovery words');
    // The caret is in the field: whoever types need not look for it.
    await expect
      .poll(() => secret.evaluate((field) => field === document.activeElement))
      .toBe(true);
    await page.keyboard.type('wrong');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByText('neither the passphrase nor the recovery words').waitFor();
    await secret.fill(passphrase);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await page.getByRole('button', { name: 'Change the passphrase' }).click();
    const change = page.getByRole('dialog', { name: 'Change the passphrase' });
    const present = change.getByLabel('Present passphrase or recovery words');
    await present.fill('wrong');
    await change.getByRole('button', { name: 'Next' }).click();
    await change.getByText('neither the passphrase nor the recovery words').waitFor();
    expect(await change.getByLabel('New passphrase').count()).toBe(0);
    await present.fill(passphrase);
    await change.getByRole('button', { name: 'Next' }).click();
    await change.getByLabel('New passphrase').waitFor();
    await change.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Remove the passphrase' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remove the passphrase?' });
    await dialog.getByText('recovery words on your paper no longer count').waitFor();
    const remove = dialog.getByRole('button', { name: 'Remove the passphrase' });
    await expect.poll(() => remove.isDisabled()).toBe(true);
    await dialog.getByLabel('Passphrase or recovery words').fill('wrong');
    await remove.click();
    await dialog.getByText('neither the passphrase nor the recovery words').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('opens with your passphrase or your recovery words only').waitFor();
    await page.getByRole('button', { name: 'Remove the passphrase' }).click();
    await dialog.getByLabel('Passphrase or recovery words').fill(passphrase);
    await remove.click();
    await page.getByText('their key lies beside them').waitFor();
  } finally {
    await open.close();
  }
  expect(complaints(open)).toEqual([]);

  const args = ['list', '--profile', copy];
  expect(await rapport(args)).toMatchObject({ code: 1, err: expect.stringContaining('is locked') });
  const env = { RAPPORT_BOOK_PASSPHRASE: passphrase };
  expect(await rapport(args, { env })).toMatchObject({
    code: 0,
    out: expect.stringContaining('Ada'),
  });

  open = await openWindow(copy, { isDamaged: true });
  try {
    const { page } = open;
    await page.getByLabel('Passphrase or recovery words').fill(words.join(' '));
    await page.getByRole('button', { name: 'Unlock' }).click();
    await goTo(page, 'People');
    await page.getByText('Ada').first().waitFor();
  } finally {
    await open.close();
  }
  expect(complaints(open)).toEqual([]);
});

test('a book of an earlier version is there after its first start, encrypted', async () => {
  const profileDir = newProfile();
  await fillPlainProfile(profileDir, [ada]);
  const open = await openWindow(profileDir, { isDamaged: true });
  try {
    const { page } = open;
    await goTo(page, 'People');
    await page.getByText('Ada').first().waitFor();
    await goTo(page, 'Settings');
    await page.getByText('their key lies beside them').waitFor();
  } finally {
    await open.close();
  }
});

test('whoever lost both is told what is left, and it works as it is said', async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, [ada]);
  let open = await openWindow(profileDir);
  try {
    const { page, shell } = open;
    await goTo(page, 'Settings');
    await page.getByLabel('Passphrase (optional)').fill('of the backup');
    await page.getByLabel('Once more').fill('of the backup');
    await page.getByRole('button', { name: 'Make a backup now' }).click();
    await page.getByText('By hand, sealed').waitFor();
    await page.getByRole('button', { name: 'Set a passphrase' }).click();
    const setting = page.getByRole('dialog');
    await setting.getByLabel('New passphrase').fill(passphrase);
    await setting.getByLabel('Once more').fill(passphrase);
    await setting.getByRole('button', { name: 'Next' }).click();
    const list = setting.getByRole('list', { name: 'Recovery words' });
    await list.waitFor();
    const words = await list.getByRole('listitem').allInnerTexts();
    const [label = ''] = await setting.getByText(/^Word number \d+/).allInnerTexts();
    const number = Number(/\d+/.exec(label)?.[0]);
    await setting.getByLabel(/^Word number/).fill(words[number - 1] ?? '');
    await setting.getByRole('button', { name: 'Lock the book' }).click();
    await page.getByRole('button', { name: 'Lock now' }).click();
    await page.getByText('The book is locked').first().waitFor();
    await page.getByRole('button', { name: 'I have neither of them any more' }).click();
    await page.getByText('nobody can send you a new passphrase').waitFor();
    await page.getByText(`give the folder ${profileDir} another name`).waitFor();
    await page.getByText('let a teammate invite you').waitFor();
    await shell.stop();

    const old = `${profileDir} old`;
    renameSync(profileDir, old);
    open.takeFaults();
    await page.context().close();
    open = await openWindow(profileDir);
    await open.page.getByText('Bring your people in').waitFor();
    mkdirSync(join(profileDir, 'backups'), { recursive: true });
    const [sealed = ''] = readdirSync(join(old, 'backups')).filter((name) =>
      name.endsWith('.sealed'),
    );
    cpSync(join(old, 'backups', sealed), join(profileDir, 'backups', sealed));
    await goTo(open.page, 'Settings');
    await open.page.getByRole('button', { name: /^Restore the backup of/ }).click();
    const dialog = open.page.getByRole('dialog', { name: 'Restore this backup?' });
    await dialog.getByLabel('Passphrase of the backup').fill('of the backup');
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await goTo(open.page, 'People');
    await open.page.getByRole('row', { name: /Ada/ }).waitFor();
  } finally {
    await open.close();
  }
});
