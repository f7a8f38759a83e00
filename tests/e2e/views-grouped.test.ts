// The views that come with Rapport, what is not saved yet, groups of the list and the feet of
// its columns, in a real browser.

import { mkdirSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { filterPanel, openFilter } from '../support/window/filters.ts';
import { newProfile } from '../support/window/loopback.ts';
import { type OpenWindow, openWindow, seriousInBothLights } from '../support/window/window.ts';

let open: OpenWindow;
const sales = 'x:01a22760-de72-7790-8378-02c77698a319';

const person = (given: string, tags: string[], city: string, amount: string, currency: string) =>
  recordOf({
    id: `p-${given}`,
    kind: 'person',
    fields: { given, [sales]: { amount, currency } },
    sets: {
      tags: tags.map((value) => ({ value })),
      addresses: [{ value: city, more: { city } }],
      emails: given === 'Ann' ? [] : [{ value: `${given}@example.com` }],
    },
  });

beforeEach(async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, [
    recordOf({
      id: sales.slice(2),
      kind: 'field',
      fields: { label: 'Sales', for: 'person', type: 'money', currency: 'EUR' },
    }),
    person('Ann', ['vip', 'press'], 'Bonn', '10', 'EUR'),
    person('Bob', ['vip'], 'Celle', '20.50', 'EUR'),
    person('Cid', [], 'Bonn', '5', 'USD'),
    recordOf({
      id: 'v-sales',
      kind: 'view',
      fields: {
        name: 'Sales',
        of: 'people',
        columns: [{ field: 'tags' }, { field: sales, footer: 'sum' }],
      },
    }),
    recordOf({
      id: 'v-gone',
      kind: 'view',
      fields: {
        name: 'Old field',
        of: 'people',
        conditions: {
          all: [
            { field: 'x:gone', op: 'isNotEmpty' },
            { field: 'tag', op: 'hasAnyOf', arg: ['vip'] },
          ],
        },
        sorts: [{ field: 'x:gone', order: 'asc' }],
        groupBy: [{ field: 'x:gone' }],
      },
    }),
    recordOf({
      id: 'v-newer',
      kind: 'view',
      fields: {
        name: 'Newer',
        of: 'people',
        conditions: { field: 'tag', op: 'soundsLike', arg: 'vip' },
      },
    }),
  ]);
  open = await openWindow(profileDir);
});
afterEach(() => open.close());

const rows = (page: Page): Promise<string[]> =>
  page
    .getByRole('grid')
    .getByRole('row')
    .evaluateAll((all) =>
      all
        .map(
          (row) =>
            /Ann|Bob|Cid|(?:vip|press|Bonn|Celle|Nothing there)\d/.exec(
              row.textContent ?? '',
            )?.[0] ?? '',
        )
        .filter((text) => text !== ''),
    );
const shows = (page: Page, wanted: string[]) => expect.poll(() => rows(page)).toEqual(wanted);
const view = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Saved views' }).getByRole('button', { name });

async function groupBy(page: Page, label: string, field: string): Promise<void> {
  const menu = page.getByRole('dialog', { name: 'Group by' });
  if ((await menu.count()) === 0) await page.getByRole('button', { name: 'Group by' }).click();
  await menu.getByRole('combobox', { name: label, exact: true }).fill(field);
  await menu.getByRole('option', { name: field, exact: true }).click();
}

async function closeGroupBy(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Group by' }).waitFor({ state: 'detached' });
}

test('views come with Rapport, are taken away, brought back, and changed only by saving', async () => {
  const { page } = open;
  await view(page, 'Missing an e-mail').click();
  await shows(page, ['Ann']);
  const panel = await openFilter(page);
  await panel.getByRole('button', { name: 'Clear all filters' }).click();
  await shows(page, ['Ann', 'Bob', 'Cid']);
  await page.getByRole('img', { name: 'Changed' }).waitFor();
  await page.getByRole('button', { name: 'Reset' }).click();
  await shows(page, ['Ann']);
  await page.getByRole('img', { name: 'Changed' }).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'This view' }).click();
  await page.getByRole('menuitem', { name: 'Delete view' }).click();
  await view(page, 'Missing an e-mail').waitFor({ state: 'detached' });
  await open.reload();
  await view(page, 'New this month').waitFor();
  expect(await view(page, 'Missing an e-mail').count()).toBe(0);
  await page.getByRole('button', { name: 'This view' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Missing an e-mail' }).click();
  await page.keyboard.press('Escape');
  await view(page, 'Missing an e-mail').waitFor();
  await page.getByRole('link', { name: 'Possible duplicates' }).click();
  await page.getByRole('heading', { level: 1, name: 'Doubles' }).waitFor();
});

test('the list is grouped twice, folded, and kept with a view', async () => {
  const { page } = open;
  await groupBy(page, 'Group by', 'Tag');
  await shows(page, ['press1', 'Ann', 'vip2', 'Ann', 'Bob', 'Nothing there1', 'Cid']);
  await page.getByText('3 people in 4 places').waitFor();
  await closeGroupBy(page);
  await page.getByRole('button', { name: 'Below E-mail: nothing' }).click();
  await page.getByRole('menuitemradio', { name: 'Empty', exact: true }).click();
  await page.getByRole('button', { name: 'Below E-mail: Empty 1' }).waitFor();
  await groupBy(page, 'Then by', 'Town');
  await closeGroupBy(page);
  await shows(page, [
    'press1',
    'Bonn1',
    'Ann',
    'vip2',
    'Bonn1',
    'Ann',
    'Celle1',
    'Bob',
    'Nothing there1',
    'Bonn1',
    'Cid',
  ]);
  await page.getByRole('button', { name: /^vip/, expanded: true }).click();
  await shows(page, ['press1', 'Bonn1', 'Ann', 'vip2', 'Nothing there1', 'Bonn1', 'Cid']);
  await page.getByText('3 people in 4 places').waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
  await open.reload();
  await shows(page, ['press1', 'Bonn1', 'Ann', 'vip2', 'Nothing there1', 'Bonn1', 'Cid']);
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('dialog', { name: 'Save view' }).getByLabel('Name').fill('By tag');
  await page.keyboard.press('Enter');
  await view(page, 'By tag').waitFor();
  await view(page, 'Everybody').click();
  await shows(page, ['Ann', 'Bob', 'Cid']);
  await view(page, 'By tag').click();
  await expect.poll(() => rows(page)).toContain('press1');
});

test('columns have feet, of all and of each group, and currencies are not added', async () => {
  const { page } = open;
  await page.keyboard.press('Control+k');
  await page.getByLabel('Find', { exact: true }).fill('missing an');
  await page.getByRole('button', { name: /^Missing an e-mail.*View/ }).click();
  // Its key opens it again once it is gone.
  await page.getByLabel('Find', { exact: true }).waitFor({ state: 'detached' });
  await shows(page, ['Ann']);
  await page.keyboard.press('Control+k');
  await page.getByLabel('Find', { exact: true }).fill('sál');
  await page.getByRole('button', { name: /^Sales.*View/ }).click();
  await page.getByRole('button', { name: 'Below Sales: Sum €30.50, $5.00' }).waitFor();
  await page.getByRole('button', { name: 'Below Tag: nothing' }).click();
  await page.getByRole('menuitemradio', { name: 'Empty', exact: true }).click();
  await page.getByRole('button', { name: 'Below Tag: Empty 1' }).waitFor();
  await groupBy(page, 'Group by', 'Tag');
  await closeGroupBy(page);
  await page.getByRole('row', { name: /^vip.*€30\.50/ }).waitFor();
  await page.getByRole('row', { name: /^Nothing there.*\$5\.00/ }).waitFor();
});

test('a view says what it asks for that is not known here, and one of a later version is left as it is', async () => {
  const { page } = open;
  await view(page, 'Old field').click();
  await page.getByText('This no longer exists here and is left out').waitFor();
  await shows(page, ['Ann', 'Bob']);
  await groupBy(page, 'Then by', 'Town');
  await closeGroupBy(page);
  await shows(page, ['Bonn1', 'Ann', 'Celle1', 'Bob']);
  await view(page, 'Newer').click();
  await page.getByText('only a later version of Rapport knows').waitFor();
  await shows(page, ['Ann', 'Bob', 'Cid']);
  expect(await page.getByRole('button', { name: 'Filter', exact: true }).count()).toBe(0);
  expect(await filterPanel(page).count()).toBe(0);
});
