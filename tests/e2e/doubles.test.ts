// People who may be one: found, merged with who stays chosen, told apart for good, by mouse
// and by keys, in a real browser.

import { mkdirSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { newProfile } from '../support/window/loopback.ts';
import { undoFrom } from '../support/window/toasts.ts';
import {
  type OpenWindow,
  openWindow,
  seriousFindings,
  seriousInBothLights,
} from '../support/window/window.ts';

let open: OpenWindow;

type Told = { given: string; family: string; email?: string; phone?: string; birthday?: string };

const person = (id: string, { given, family, email, phone, birthday }: Told) =>
  recordOf({
    id,
    kind: 'person',
    fields: { given, family, ...(birthday === undefined ? {} : { birthday }) },
    sets: {
      ...(email === undefined ? {} : { emails: [{ value: email }] }),
      ...(phone === undefined ? {} : { phones: [{ value: phone }] }),
    },
  });

beforeEach(async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  const family = 'Trautwein';
  const [email, phone] = ['ana@x.example', '+491715550101'];
  await fillProfile(profileDir, [
    person('ana', { given: 'Ana', family, email, phone, birthday: '1980-02-03' }),
    person('anna', { given: 'Ana', family, email: 'ANA@x.example' }),
    person('bob', { given: 'Robert', family: 'Kestner', phone: '+491715550102' }),
    person('robert', { given: 'Bob', family: 'Kestner', phone: '+491715550102' }),
    person('cy', { given: 'Cy', family: 'Rabenau' }),
  ]);
  open = await openWindow(profileDir);
});
afterEach(() => open.close());

const card = (page: Page, name: RegExp) => page.getByRole('listitem', { name });

async function look(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Doubles' }).click();
  await page.getByText('5 people and organisations were compared.').waitFor();
}

test('doubles are shown with what speaks for them, merged and taken back', async () => {
  const { page } = open;
  await look(page);
  await card(page, /Ana Trautwein/)
    .getByText('same e-mail')
    .waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
  await card(page, /Ana Trautwein/)
    .getByRole('button', { name: 'Merge into Ana Trautwein' })
    .click();
  await card(page, /Ana Trautwein/).waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await expect.poll(() => page.getByRole('row', { name: 'Ana Trautwein' }).count()).toBe(1);
  await undoFrom(page, /merged/i);
  await expect.poll(() => page.getByRole('row', { name: 'Ana Trautwein' }).count()).toBe(2);
});

test('who is somebody else is not shown again', async () => {
  const { page, reload } = open;
  await look(page);
  await card(page, /Kestner/)
    .getByRole('button', { name: 'Not the same' })
    .click();
  await card(page, /Kestner/).waitFor({ state: 'hidden' });
  await reload();
  await page.getByText('5 people and organisations were compared.').waitFor();
  await card(page, /Ana Trautwein/).waitFor();
  expect(await card(page, /Kestner/).count()).toBe(0);
});

test('what was told apart is seen at the foot, taken back, and told apart once more', async () => {
  const { page } = open;
  await look(page);
  const notTheSame = () =>
    card(page, /Kestner/)
      .getByRole('button', { name: 'Not the same' })
      .click();
  const decided = page.getByText('Decided: 1 pair is not the same');
  await notTheSame();
  await decided.click();
  const pairs = page.getByRole('list', { name: 'Pairs that are not the same' });
  await pairs.getByText('Robert Kestner').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await pairs.getByRole('button', { name: /may be the same after all/ }).click();
  await decided.waitFor({ state: 'hidden' });
  await card(page, /Kestner/).waitFor();
  await notTheSame();
  await decided.waitFor();
});

test('all that are certain are merged in one step, but for who is left out, and taken back', async () => {
  const { page } = open;
  await look(page);
  await page.getByRole('button', { name: 'Merge all certain (2)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge all certain doubles' });
  const joins = (name: string) => dialog.getByRole('checkbox', { name: new RegExp(name) });
  await dialog.getByText('can be taken apart by itself later').waitFor();
  await joins('Ana Trautwein \\(.*ANA@x.example.*\\) joins').waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
  await joins('Kestner').click();
  await dialog.getByRole('button', { name: 'Merge 1 record' }).waitFor();
  await joins('Kestner').click();
  await dialog.getByRole('button', { name: 'Merge 2 records' }).click();
  await page.getByRole('alert').getByText('2 people merged', { exact: true }).waitFor();
  await page.getByText('No doubles').waitFor();
  await undoFrom(page, '2 people merged');
  await page.getByRole('alert').getByText('Undone: 2 people merged').waitFor();
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByRole('button', { name: 'Merge all certain (2)' }).click();
  await joins('Kestner').click();
  await dialog.getByRole('button', { name: 'Merge 1 record' }).click();
  await card(page, /Ana Trautwein/).waitFor({ state: 'hidden' });
  await card(page, /Kestner/).waitFor();
});

test('by keys alone: who stays, merge, the next one is another', async () => {
  const { page } = open;
  await look(page);
  await card(page, /Ana Trautwein/).focus();
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await card(page, /Ana Trautwein/).waitFor({ state: 'hidden' });
  await card(page, /Kestner/).focus();
  await page.keyboard.press('n');
  await card(page, /Kestner/).waitFor({ state: 'hidden' });
});

test('value by value, by keys alone: merged as chosen, taken back, merged again and taken apart', async () => {
  const { page } = open;
  await look(page);
  await card(page, /Kestner/).focus();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Choose what stays' });
  const given = (name: string) => dialog.getByRole('radio', { name: new RegExp(`^${name}`) });
  await dialog.getByRole('radio', { name: /1: / }).waitFor();
  await expect
    .poll(() =>
      dialog.getByRole('radio', { name: /1: / }).evaluate((one) => one === document.activeElement),
    )
    .toBe(true);
  await dialog.getByText(/2 fields are the same/).waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
  const isFirst = await dialog.getByRole('radio').first().innerText();
  const other = isFirst.includes('Robert') ? 'Bob' : 'Robert';
  // The first stays, and is called as the second.
  await page.keyboard.press('1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('2');
  await expect.poll(() => given(other).getAttribute('aria-checked')).toBe('true');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await card(page, /Kestner/).waitFor({ state: 'hidden' });
  await undoFrom(page, /merged/i);
  await page
    .getByRole('alert')
    .getByText(/^Undone/)
    .waitFor();
  await page.getByRole('button', { name: 'Look again' }).click();
  await card(page, /Kestner/)
    .getByRole('button', { name: 'Choose what stays' })
    .click();
  await page.keyboard.press('1');
  await given(other).click();
  await dialog.getByRole('button', { name: /^Merge into/ }).click();
  await card(page, /Kestner/).waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'People', exact: true }).click();
  const row = page.getByRole('row', { name: /Kestner/ });
  await expect.poll(() => row.count()).toBe(1);
  await row.click();
  await page.getByRole('heading', { level: 1, name: `${other} Kestner` }).waitFor();
  await page.getByRole('button', { name: 'Take apart again' }).click();
  const own = other === 'Bob' ? 'Robert' : 'Bob';
  await page.getByRole('heading', { level: 1, name: `${own} Kestner` }).waitFor();
});
