// The conflicts and the trash are left for somebody's page and found again where they were.

import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { recordOf } from '../support/store/sample-records.ts';
import { filledProfile } from '../support/store/filled-profile.ts';
import { goTo } from '../support/window/browser.ts';
import { type OpenWindow, openWindow } from '../support/window/window.ts';

const many = 60;
let open: OpenWindow;
beforeAll(async () => {
  const stamp = { by: 'bob', device: 'other', at: 1, source: { type: 'typed' as const } };
  const conflict = { id: 'one', field: 'nickname', lost: 'Lost', lostBy: stamp, wonBy: stamp };
  const numbered = (at: number): string => String(at).padStart(2, '0');
  const inConflict = Array.from({ length: many }, (_, at) => {
    const fields = { given: `Ada ${numbered(at)}`, nickname: 'Shown' };
    const doc = recordOf({ id: `conflict-${at}`, kind: 'person', fields });
    return { ...doc, keys: [...doc.keys, 'has:conflict'], conflicts: [conflict] };
  });
  const inTrash = Array.from({ length: many }, (_, at) =>
    recordOf(
      { id: `trash-${at}`, kind: 'person', fields: { given: `Zed ${numbered(at)}` } },
      'trashed',
    ),
  );
  open = await openWindow(await filledProfile(new Map([['people', [...inConflict, ...inTrash]]])), {
    fetchesAhead: true,
  });
});
afterAll(() => open.close());

const heading = (name: string): Promise<void> =>
  open.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const topOf = (scroller: Locator): Promise<number> =>
  scroller.evaluate((one) => Math.round(one.scrollTop));

test('the conflicts are found again where they were scrolled to, with the one that was chosen', async () => {
  const { page } = open;
  await goTo(page, 'Team');
  await page.getByRole('link', { name: `Conflicts (${many})` }).click();
  await heading('Conflicts');
  const scroller = page.getByRole('main');
  const card = page.getByRole('listitem', { name: 'Nickname of Ada 40' });
  await card.scrollIntoViewIfNeeded();
  const top = await topOf(scroller);
  expect(top).toBeGreaterThan(1_000);
  await card.getByRole('link', { name: 'Ada 40' }).click();
  await heading('Ada 40');
  await page.goBack();
  await heading('Conflicts');
  await expect.poll(() => topOf(scroller)).toBe(top);
  await expect.poll(() => card.getAttribute('aria-current')).toBe('true');
  await open.reload();
  await expect.poll(() => topOf(scroller)).toBe(top);
  await expect.poll(() => card.getAttribute('aria-current')).toBe('true');
});

test('the trash is found again where it was scrolled to', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await page.getByRole('link', { name: 'Trash' }).click();
  await heading('Trash');
  const scroller = page.getByRole('grid', { name: 'Trash' });
  await scroller.getByRole('row').nth(1).waitFor();
  const top = 900;
  await scroller.evaluate((one, to) => one.scrollTo(0, to), top);
  await expect.poll(() => topOf(scroller)).toBe(top);
  await goTo(page, 'Groups');
  await page.goBack();
  await heading('Trash');
  await expect.poll(() => topOf(scroller)).toBe(top);
  await open.reload();
  await expect.poll(() => topOf(scroller)).toBe(top);
});
