// Mail brought in as its owner does it: chosen, looked at, made, found on the person's page.

import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { mailText, mboxOf } from '../support/mail/mails.ts';
import { goTo } from '../support/window/browser.ts';
import { type OpenWindow, openWindow } from '../support/window/window.ts';

let open: OpenWindow;
beforeEach(async () => {
  open = await openWindow();
});
afterEach(() => open.close());

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});

const from = (id: string, who: string, subject: string, more: object = {}) =>
  mailText({ id: `${id}@x.example`, from: who, subject, ...more });

test('mail is counted before anything, strangers become people, and one undo takes it back', async () => {
  const { page } = open;
  await goTo(page, 'Import & export');
  await page
    .getByLabel('Choose a file')
    .setInputFiles(file('people.csv', 'Name,E-mail\nAna Roe,ana@x.example\n'));
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Import another file' }).click();
  const mbox = mboxOf([
    from('1', 'Ana Roe <ana@x.example>', 'Offer'),
    from('2', 'Ana Roe <ana+work@x.example>', 'Re: Offer', {
      text: 'Fine.\n\nOn Monday, Me wrote:\n> Is it?',
      more: ['References: <1@x.example>'],
    }),
    from('3', 'Stan Lee <stan@z.example>', 'Hello'),
    from('4', 'news@shop.example', 'Buy', { more: ['List-Unsubscribe: <http://a.example>'] }),
  ]);
  await page
    .getByLabel('Choose a file')
    .setInputFiles([file('mail', mbox), file('notes.txt', 'no mail')]);
  await page.getByText('2 messages come in, with 1 person you know').waitFor();
  await page.getByText('1 other file holds no mail and was left out.').waitFor();
  const left = page.getByRole('list', { name: 'Left out' });
  await left.getByText('1 newsletter or message of a program').waitFor();
  await left.getByText('1 with nobody you know').waitFor();
  expect(await page.getByLabel('Your own addresses').inputValue()).toBe('me@own.example');
  await page.getByRole('button', { name: 'Make stan@z.example a person' }).click();
  await page.getByText('3 messages come in, with 2 people you know').waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('alert').getByText('3 messages are in').waitFor();
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Ana Roe/ }).click();
  const fine = page.getByRole('listitem').filter({ hasText: 'Re: Offer' });
  await fine.getByText('2 messages in this conversation').waitFor();
  await fine.getByText('Only on this laptop').waitFor();
  await fine.getByRole('button', { name: 'Show what it answers' }).click();
  await fine.getByText('> Is it?').waitFor();
  await goTo(page, 'Import & export');
  await page
    .getByRole('list', { name: 'Past imports' })
    .getByText('mail', { exact: true })
    .waitFor();
  await page.getByLabel('Choose a file').setInputFiles(file('mail', mbox));
  await page.getByText('Nothing comes in').waitFor();
  await left.getByText('3 are here already').waitFor();
  await page.getByRole('list', { name: 'People you know' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await page.getByRole('button', { name: 'Undo the import of mail' }).click();
  const dialog = page.getByRole('dialog', { name: 'Undo the import of mail?' });
  await dialog.getByText('3 records that came with it go again.').waitFor();
  await dialog.getByRole('button', { name: 'Undo import' }).click();
  await page.getByText('taken back').waitFor();
  await chatComesIn(page);
});

/** A chat in a zip, as a phone sends it: who is meant is said, then its days come in. */
async function chatComesIn(page: Page): Promise<void> {
  const chat = zipSync({
    '_chat.txt': strToU8('[03.11.26, 10:15:22] Ana Roe: Tea?\n[04.11.26, 09:00:01] Me: Yes'),
    'PHOTO.jpg': new Uint8Array(100),
  });
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'WhatsApp Chat - Ana Roe.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(chat),
  });
  await page.getByText('Nothing comes in').waitFor();
  await page.getByRole('button', { name: 'Yes, Ana Roe is Ana Roe' }).click();
  await page.getByText('2 days of chats come in, with 1 person you know').waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('alert').getByText('2 messages are in').waitFor();
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Ana Roe/ }).click();
  await page.getByRole('listitem').filter({ hasText: '10:15 Ana Roe: Tea?' }).waitFor();
}
