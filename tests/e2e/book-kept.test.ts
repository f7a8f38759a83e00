// What is reached however much there is of it, and what is done when the book is lost.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { keyFileNames } from '../../src-main/host/keys/key-file.ts';
import { openKeyring } from '../../src-main/host/keys/keyring.ts';
import { bookBackups, bookPath } from '../../src-main/host/book/recovery/book.ts';
import type { JsonValue } from '../../src-shared/domain/record.ts';
import { fillProfile } from '../support/host/command-line.ts';
import { newProfile } from '../support/window/loopback.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { mountSmallDisk } from '../support/store/small-disk.ts';
import { goTo } from '../support/window/browser.ts';
import { openWindow } from '../support/window/window.ts';

const id = (kind: string, at: number): string => `${kind}${String(at).padStart(6, '0')}`;

test('the trash is emptied to its end, and every group can be chosen for export', async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  const groups = Array.from({ length: 120 }, (_, at) =>
    recordOf({ id: id('g', at), kind: 'bucket', fields: { name: `Bucket ${at}` } }),
  );
  const trashed = Array.from({ length: 1_200 }, (_, at) => {
    const fields = { given: `Gone ${at}`, trashedAt: Date.now() };
    return recordOf({ id: id('p', at), kind: 'person', fields }, 'trashed');
  });
  const here = recordOf({ id: id('q', 1), kind: 'person', fields: { given: 'Ada' } });
  await fillProfile(profileDir, [...groups, ...trashed, here]);
  const open = await openWindow(profileDir);
  try {
    const { page } = open;
    await page.getByRole('link', { name: 'Trash' }).click();
    await page.getByRole('button', { name: 'Show older' }).waitFor();
    await page.getByRole('button', { name: 'Empty trash' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click();
    await page.getByText('The trash is empty').waitFor();
    await goTo(page, 'Import & export');
    await page.getByRole('tab', { name: 'Take people out' }).click();
    const which = page.getByRole('combobox', { name: 'Which people' });
    await which.click();
    await page.getByRole('option', { name: 'Bucket 0', exact: true }).waitFor();
    await which.fill('Bucket 99');
    await page.getByRole('option', { name: 'Bucket 99', exact: true }).click();
    await expect.poll(() => which.inputValue()).toBe('Bucket 99');
  } finally {
    await open.close();
  }
});

test('what two people wrote is told by names, days and words, and a role in the trash by whom it is about', async () => {
  const stamp = { by: 'bob', device: 'other', at: 1, source: { type: 'typed' as const } };
  const conflict = (field: string, lost: JsonValue) => ({
    id: field,
    field,
    lost,
    lostBy: stamp,
    wonBy: stamp,
  });
  const call = recordOf({
    id: 'call',
    kind: 'call',
    fields: { title: 'Quote', people: ['ada'], when: Date.UTC(2026, 1, 3, 12), direction: 'in' },
  });
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, [
    recordOf({ id: 'ada', kind: 'person', fields: { given: 'Ada' } }),
    recordOf({ id: 'bob', kind: 'person', fields: { given: 'Bob' } }),
    recordOf({ id: 'acme', kind: 'organisation', fields: { name: 'Acme' } }),
    recordOf(
      { id: 'r', kind: 'tie', fields: { type: 'role', from: 'ada', to: 'acme' } },
      'trashed',
    ),
    {
      ...call,
      keys: [...call.keys, 'has:conflict'],
      conflicts: [
        conflict('people', ['ada', 'bob', 'nobody']),
        conflict('when', Date.UTC(2026, 1, 5, 12)),
        conflict('direction', 'absent'),
      ],
    },
  ]);
  const { page, close } = await openWindow(profileDir);
  try {
    await goTo(page, 'Team');
    await page.getByRole('link', { name: 'Conflicts (3)' }).click();
    const told = async (card: string) =>
      (await page.getByRole('listitem', { name: card }).textContent()) ?? '';
    await page.getByText('Ada, Bob, and something that is no longer here').waitFor();
    await expect.poll(() => told('When of Quote')).toMatch(/Feb 3, 2026.*Feb 5, 2026/);
    await expect.poll(() => told('Direction of Quote')).toMatch(/They reached us.*Nobody answered/);
    // Nothing was clicked: the keys are for the first one, and go on from there.
    const current = page.locator('[data-conflict][aria-current]');
    for (const card of ['People of Quote', 'When of Quote', 'Direction of Quote']) {
      await expect.poll(() => current.getAttribute('aria-label')).toBe(card);
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('3');
    await page.getByLabel('Direction instead of both').waitFor();
    await page.evaluate(() => (location.hash = '#/trash'));
    await page.getByRole('button', { name: 'Restore Ada, Acme' }).waitFor();
  } finally {
    await close();
  }
});

test('a damaged book offers a backup that takes a passphrase, too', async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, [
    recordOf({ id: id('p', 1), kind: 'person', fields: { given: 'Ada' } }),
  ]);
  rmSync(join(profileDir, 'backups'), { recursive: true, force: true });
  const sealed = await bookBackups(profileDir, openKeyring(profileDir)).make('kept on paper');
  if (!sealed.ok) throw new Error(sealed.error.code);
  writeFileSync(bookPath(profileDir), 'this is no database');
  const open = await openWindow(profileDir, { isDamaged: true });
  try {
    const { page } = open;
    await page.getByRole('button', { name: /^Restore the backup of .*passphrase/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Restore this backup?' });
    await dialog.getByLabel('Passphrase of the backup').fill('something else');
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await dialog.getByText('That passphrase does not open this backup').waitFor();
    await dialog.getByLabel('Passphrase of the backup').fill('kept on paper');
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await goTo(page, 'People');
    await page.getByText('Ada').first().waitFor();
  } finally {
    await open.close();
  }
});

test('a lost key of a book with a passphrase comes back with a backup, by the passphrase', async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, [
    recordOf({ id: id('p', 1), kind: 'person', fields: { given: 'Ada' } }),
  ]);
  const keys = openKeyring(profileDir);
  await keys.protect({ passphrase: 'correct horse battery', words: 'the words on paper' });
  rmSync(join(profileDir, 'backups'), { recursive: true, force: true });
  const made = await bookBackups(profileDir, keys).make();
  if (!made.ok) throw new Error(made.error.code);
  for (const name of keyFileNames) rmSync(join(profileDir, name));
  const open = await openWindow(profileDir, { isDamaged: true });
  try {
    const { page } = open;
    await page.getByText('The key of the book is not here').first().waitFor();
    await page.getByRole('button', { name: /^Restore the backup of/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Restore this backup?' });
    await dialog.getByText('It opens without a passphrase then').waitFor();
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await dialog.getByLabel('Passphrase or recovery words of then').fill('correct horse battery');
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await goTo(page, 'People');
    await page.getByText('Ada').first().waitFor();
  } finally {
    await open.close();
  }
});

test('a damaged book without a backup that opens is put aside when the owner says so', async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, [
    recordOf({ id: id('p', 1), kind: 'person', fields: { given: 'Ada' } }),
  ]);
  // Only one that its passphrase is lost of.
  rmSync(join(profileDir, 'backups'), { recursive: true, force: true });
  const sealed = await bookBackups(profileDir, openKeyring(profileDir)).make('forgotten');
  if (!sealed.ok) throw new Error(sealed.error.code);
  writeFileSync(bookPath(profileDir), 'this is no database');
  const open = await openWindow(profileDir, { isDamaged: true });
  try {
    const { page } = open;
    await page.getByText('The book could not be opened').first().waitFor();
    await page.getByRole('button', { name: 'Start with an empty book' }).click();
    await page.getByRole('button', { name: 'Start empty' }).click();
    await page.getByRole('heading', { level: 2, name: 'Bring your people in' }).waitFor();
  } finally {
    await open.close();
  }
});

/** Where mounting is allowed, a mount that fails is a failure. */
const disks = process.platform === 'linux' && process.getuid?.() === 0 ? ['full disk'] : [];

test.each(disks)('on a %s it is said what to do before an empty book is begun', async () => {
  const disk = mountSmallDisk(24);
  const profileDir = join(disk.path, 'laptop', 'book');
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, [
    recordOf({ id: id('p', 1), kind: 'person', fields: { given: 'Ada' } }),
  ]);
  rmSync(join(profileDir, 'backups'), { recursive: true, force: true });
  writeFileSync(bookPath(profileDir), 'this is no database');
  const open = await openWindow(profileDir, { isDamaged: true });
  try {
    const { page } = open;
    const begin = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Start with an empty book' }).click();
      await page.getByRole('button', { name: 'Start empty' }).click();
    };
    disk.fill();
    await begin();
    await page.getByText('The disk is full: free some space and try again.').first().waitFor();
    disk.free();
    await begin();
    await page.getByRole('heading', { level: 2, name: 'Bring your people in' }).waitFor();
  } finally {
    await open.close();
    disk.unmount();
  }
});
