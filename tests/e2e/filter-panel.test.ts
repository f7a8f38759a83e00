// The filter built in place: quick filters, groups in groups, the count while building, and
// the sentence that says it back. A question people ask often takes four clicks.

import { mkdirSync } from 'node:fs';

import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { newProfile } from '../support/window/loopback.ts';
import { filterPanel, openFilter } from '../support/window/filters.ts';
import { type OpenWindow, openWindow, seriousInBothLights } from '../support/window/window.ts';

let open: OpenWindow;
const dayMs = 86_400_000;

const person = (given: string, tag: string, city: string) =>
  recordOf({
    id: `p-${given}`,
    kind: 'person',
    fields: { given },
    sets: { tags: [{ value: tag }], addresses: [{ value: `Hafen 1, ${city}`, more: { city } }] },
  });
const call = (given: string, daysAgo: number) =>
  recordOf({
    id: `c-${given}`,
    kind: 'call',
    fields: { when: Date.now() - daysAgo * dayMs, people: [`p-${given}`] },
  });

beforeEach(async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  await fillProfile(profileDir, [
    person('Ann', 'Customers', 'Hamburg'),
    person('Bob', 'Customers', 'Hamburg'),
    person('Cid', 'Customers', 'Köln'),
    person('Dan', 'Suppliers', 'Hamburg'),
    person('Eve', 'Customers', 'Elsewhere'),
    recordOf({
      id: 'g-port',
      kind: 'organisation',
      fields: { name: 'Port' },
      sets: { addresses: [{ value: 'Hamburg', more: { city: 'hamburg' } }] },
    }),
    recordOf({
      id: 't-eve',
      kind: 'tie',
      fields: { type: 'role', from: 'p-Eve', to: 'g-port', title: 'Buyer' },
    }),
    call('Ann', 200),
    call('Bob', 2),
    call('Dan', 200),
  ]);
  open = await openWindow(profileDir);
});
afterEach(() => open.close());

const names = (page: Page): Promise<string[]> =>
  page
    .getByRole('row', { name: /Ann|Bob|Cid|Dan|Eve/ })
    .evaluateAll((rows) =>
      rows.map((row) => /Ann|Bob|Cid|Dan|Eve/.exec(row.textContent ?? '')?.[0] ?? ''),
    );
const shows = (page: Page, wanted: string[]) => expect.poll(() => names(page)).toEqual(wanted);
const quick = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Quick filters' }).getByRole('button', { name });

test('customers in Hamburg not spoken to for 90 days are four clicks away', async () => {
  const { page } = open;
  let clicks = 0;
  const click = async (what: Locator): Promise<void> => {
    await what.click();
    clicks += 1;
  };
  await shows(page, ['Ann', 'Bob', 'Cid', 'Dan', 'Eve']);
  await click(page.getByRole('button', { name: 'Filter', exact: true }));
  await click(quick(page, /^Customers/));
  await click(quick(page, /^Hamburg/));
  await click(quick(page, /^Not spoken to in 90 days/));
  // Eve's organisation is in Hamburg, and nobody ever spoke to her.
  await shows(page, ['Ann', 'Eve']);
  expect(clicks).toBe(4);
  await filterPanel(page).getByText('2 of 5', { exact: true }).waitFor();
  const sentence =
    'People: Tag is Customers, (Town is “Hamburg” or Town of an organisation is “Hamburg”), and Not spoken to in the past 90 days';
  await page.getByText(sentence, { exact: true }).waitFor();
  await page.getByRole('grid', { name: sentence }).waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
  // A second click on one takes it away again.
  await quick(page, /^Customers/).click();
  await shows(page, ['Ann', 'Dan', 'Eve']);
});

test('what is typed finds a tag or a town, and Enter adds the first', async () => {
  const { page } = open;
  await openFilter(page);
  const find = page.getByRole('textbox', { name: 'Find a quick filter' });
  await find.fill('koln');
  await quick(page, /^Köln/).waitFor();
  await find.press('Enter');
  await shows(page, ['Cid']);
  await filterPanel(page).getByRole('button', { name: 'Clear all filters' }).click();
  await shows(page, ['Ann', 'Bob', 'Cid', 'Dan', 'Eve']);
});

test('conditions stand in groups of all, any and none, three levels deep', async () => {
  const { page } = open;
  await openFilter(page);
  await quick(page, /^Customers/).click();
  await shows(page, ['Ann', 'Bob', 'Cid', 'Eve']);
  const groups = filterPanel(page).getByRole('group', { name: 'Group of filters' });
  const addTown = async (level: number, town: string): Promise<void> => {
    await groups.nth(level).getByRole('button', { name: 'Condition' }).first().click();
    const form = page.getByRole('dialog', { name: 'Condition' });
    await form.getByRole('combobox', { name: 'Field' }).fill('Town');
    await form.getByRole('option', { name: 'Town', exact: true }).click();
    await form.getByRole('combobox', { name: 'Town', exact: true }).fill(town);
    await form.getByRole('button', { name: 'Add to this group' }).click();
    await form.waitFor({ state: 'detached' });
  };
  await groups.first().getByRole('button', { name: 'Group', exact: true }).click();
  await addTown(1, 'Hamburg');
  await shows(page, ['Ann', 'Bob']);
  await addTown(1, 'Elsewhere');
  await shows(page, ['Ann', 'Bob', 'Eve']);
  await groups.nth(1).getByRole('button', { name: 'Group', exact: true }).first().click();
  await groups.nth(2).getByRole('combobox', { name: 'How many must hold' }).selectOption('none');
  await addTown(2, 'Elsewhere');
  // Whoever does not live there counts as well now.
  await shows(page, ['Ann', 'Bob', 'Cid', 'Eve']);
  expect(await groups.nth(2).getByRole('button', { name: 'Group', exact: true }).count()).toBe(0);
  await groups
    .nth(1)
    .getByRole('combobox', { name: 'How many must hold' })
    .first()
    .selectOption('none');
  await shows(page, []);
  await page.goBack();
  await shows(page, ['Ann', 'Bob', 'Cid', 'Eve']);
  await filterPanel(page).getByRole('button', { name: 'Done' }).click();
  const chips = page.getByRole('list', { name: 'Filters' }).getByRole('listitem');
  await expect.poll(() => chips.count()).toBe(2);
  // A chip of a group leads back to where it is built.
  await chips.nth(1).getByRole('button').first().click();
  await groups.nth(2).waitFor();
});

test('over a link it is said whether one, every or none of them is meant', async () => {
  const { page } = open;
  await openFilter(page);
  const panel = filterPanel(page);
  await panel.getByRole('combobox', { name: 'Field' }).fill('Town of an');
  await page.getByRole('option', { name: 'Town of an organisation' }).click();
  await panel.getByRole('combobox', { name: 'Town of an organisation' }).fill('Hamburg');
  await panel.getByText('leaves 1', { exact: true }).waitFor();
  await panel.getByRole('combobox', { name: 'Of them' }).selectOption('none');
  await panel.getByText('leaves 4', { exact: true }).waitFor();
  await panel.getByRole('button', { name: 'Add filter' }).click();
  await shows(page, ['Ann', 'Bob', 'Cid', 'Dan']);
});

test('values that are there come up while one is typed, and Escape closes them alone', async () => {
  const { page } = open;
  const panel = await openFilter(page);
  await panel.getByRole('combobox', { name: 'Field' }).fill('Town');
  await page.getByRole('option', { name: 'Town', exact: true }).click();
  const town = panel.getByRole('combobox', { name: 'Town', exact: true });
  const options = page.getByRole('listbox', { name: 'Town' }).getByRole('option');
  await town.press('ArrowDown');
  await expect.poll(() => options.allTextContents()).toEqual(['Hamburg3', 'Elsewhere1', 'Köln1']);
  expect(await seriousInBothLights(page)).toEqual([]);
  await town.fill('kolN');
  await expect.poll(() => options.allTextContents()).toEqual(['Köln1']);
  await town.press('Escape');
  await expect.poll(() => options.count()).toBe(0);
  expect(await town.inputValue()).toBe('kolN');
  await town.press('ArrowDown');
  await options.first().waitFor();
  await town.press('ArrowDown');
  await town.press('Enter');
  expect(await town.inputValue()).toBe('Köln');
  await town.press('Enter');
  await shows(page, ['Cid']);
  await panel.getByRole('button', { name: 'Done' }).click();

  // In the small form of a chip: first the list is closed, then the form.
  const chip = page.getByRole('list', { name: 'Filters' }).getByRole('button', { name: /^Town/ });
  await chip.click();
  const form = page.getByRole('dialog', { name: /^Town/ });
  const inForm = form.getByRole('combobox', { name: 'Town', exact: true });
  await inForm.fill('ham');
  await form.getByRole('option', { name: 'Hamburg 3' }).waitFor();
  await inForm.press('Escape');
  await form.getByRole('option').first().waitFor({ state: 'hidden' });
  expect(await inForm.inputValue()).toBe('ham');
  await inForm.press('Escape');
  await form.waitFor({ state: 'detached' });
  await expect.poll(() => chip.evaluate((node) => node === document.activeElement)).toBe(true);
});

test('of several tags with commas the last is looked for', async () => {
  const { page } = open;
  const panel = await openFilter(page);
  const tag = panel.getByRole('combobox', { name: 'Tag', exact: true });
  await tag.fill('Customers, supp');
  await page.getByRole('option', { name: 'Suppliers 1' }).click();
  expect(await tag.inputValue()).toBe('Customers, Suppliers');
  await tag.press('Enter');
  await page.getByText('Tag is Customers or Suppliers').first().waitFor();
  await shows(page, ['Ann', 'Bob', 'Cid', 'Dan', 'Eve']);
});
