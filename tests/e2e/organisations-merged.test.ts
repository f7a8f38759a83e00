// Two organisations that are one: found among the doubles, merged, taken apart on the page of the
// one that stayed, and merged from there by hand, in a real browser.

import { mkdirSync } from 'node:fs';

import { expect, test } from 'vitest';

import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { newProfile } from '../support/window/loopback.ts';
import { openWindow, seriousFindings } from '../support/window/window.ts';

test('two organisations are merged with their people, and taken apart again', async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, [
    recordOf({ id: 'ada', kind: 'person', fields: { given: 'Ada', family: 'Kestner' } }),
    recordOf({
      id: 'weiss',
      kind: 'organisation',
      fields: { name: 'Tischlerei Weiß', industry: 'Joinery' },
      sets: { links: [{ value: 'https://weiss.example' }] },
    }),
    recordOf({
      id: 'small',
      kind: 'organisation',
      fields: { name: 'tischlerei weiss' },
      sets: { emails: [{ value: 'post@weiss.example' }] },
    }),
    recordOf({
      id: 'role',
      kind: 'tie',
      fields: { type: 'role', from: 'ada', to: 'small', title: 'Master' },
    }),
  ]);
  const { page, close } = await openWindow(profileDir);
  try {
    await page.getByRole('link', { name: 'Doubles' }).click();
    const card = page.getByRole('listitem', { name: /Tischlerei Weiß/ });
    await card.getByText('same domain weiss.example').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await card.getByRole('button', { name: 'Merge into Tischlerei Weiß' }).click();
    await card.waitFor({ state: 'hidden' });

    await page.evaluate(() => (location.hash = '#/groups/small'));
    await page.getByRole('heading', { name: 'Tischlerei Weiß' }).waitFor();
    await page.getByRole('row', { name: /Ada Kestner/ }).waitFor();
    await page.getByText('post@weiss.example').waitFor();
    await page.getByRole('button', { name: 'Take apart again' }).click();
    // Whoever most leads to had stayed, by the better written name.
    await page.getByRole('heading', { level: 1, name: 'tischlerei weiss', exact: true }).waitFor();
    await page.getByRole('row', { name: /Ada Kestner/ }).waitFor();
    await page.evaluate(() => (location.hash = '#/groups/weiss'));
    await page.getByText('Nobody has a role here yet.').waitFor();

    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: 'Merge with another organisation' }).click();
    const dialog = page.getByRole('dialog', { name: 'Merge with another organisation' });
    await dialog.getByRole('button', { name: /tischlerei weiss/ }).click();
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByRole('row', { name: /Ada Kestner/ }).waitFor();

    await page.evaluate(() => (location.hash = '#/people/ada'));
    await page.getByRole('link', { name: 'Tischlerei Weiß' }).waitFor();
  } finally {
    await close();
  }
});
