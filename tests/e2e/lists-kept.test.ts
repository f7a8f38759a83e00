// A list is left for somebody's page and found again as it was: what was searched for, how it
// was sorted, who was ticked and how far it was scrolled, after Back, by the arrow of the page
// and after a reload.

import { afterAll, beforeAll, expect, test } from 'vitest';

import { makeGoogleCsv } from '../bench/google-csv.ts';
import { goTo } from '../support/window/browser.ts';
import { filterByTag } from '../support/window/filters.ts';
import { editorOf, readValue } from '../support/window/values.ts';
import { type OpenWindow, openWindow } from '../support/window/window.ts';

const many = 300;
let open: OpenWindow;
beforeAll(async () => {
  open = await openWindow();
  const { page } = open;
  await goTo(page, 'Import & export');
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'contacts.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(makeGoogleCsv(many)),
  });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Undo import' }).waitFor();
});
afterAll(() => open.close());

const grid = (name: string) => open.page.getByRole('grid', { name, exact: true });
const scrolled = (name: string): Promise<number> => grid(name).evaluate((one) => one.scrollTop);
const isShown = (): Promise<unknown> =>
  open.page.getByRole('heading', { level: 1, name: 'People', exact: true }).waitFor();
const search = () => open.page.getByLabel('Search', { exact: true });

/** Opens the person whose row is in the middle of what is in view. */
async function openSomebody(name: string): Promise<void> {
  const { page } = open;
  const box = await grid(name).boundingBox();
  if (box === null) throw new Error('there is no list');
  const [x, y] = [box.x + 120, box.y + box.height / 2];
  // Where nothing is drawn yet, or a row is on its way, a click leads nowhere.
  await expect
    .poll(() =>
      page.evaluate(
        (at) => {
          const row = document.elementFromPoint(at.x, at.y)?.closest('[role=row]');
          return row?.querySelector('[data-on-its-way]') === null;
        },
        { x, y },
      ),
    )
    .toBe(true);
  await page.mouse.click(x, y);
  await page.getByRole('button', { name: 'Actions' }).waitFor();
}

test('Back finds the list where it was, with everybody who was ticked', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await page.getByText(`${many} people`).waitFor();
  for (const row of [2, 4]) await page.getByRole('row').nth(row).getByRole('checkbox').click();
  await page.getByText('2 selected').waitFor();
  await grid('People').evaluate((one) => one.scrollTo(0, 6_000));
  await openSomebody('People');
  await page.goBack();
  await isShown();
  await expect.poll(() => scrolled('People')).toBe(6_000);
  await page.getByText('2 selected').waitFor();
  await open.reload();
  await expect.poll(() => scrolled('People')).toBe(6_000);
  await page.getByText('2 selected').waitFor();
  await openSomebody('People');
  await page.getByRole('link', { name: 'Back to People' }).click();
  await isShown();
  await expect.poll(() => scrolled('People')).toBe(6_000);
  await page.getByText('2 selected').waitFor();
  await page.getByRole('button', { name: 'Clear selection' }).click();
});

test('Back and a reload find what was searched for, in the order that was chosen', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await search().fill('an');
  const hits = page.getByRole('grid', { name: 'People found' });
  await hits.waitFor();
  /** By their addresses, below the head: roles come a moment later. */
  const names = async (): Promise<string[]> =>
    (await hits.getByRole('row').allTextContents())
      .slice(1)
      .map((row) => /\d+@/.exec(row)?.[0] ?? '');
  /** Once every row has been read: those on the way are empty. */
  const whole = async (without: readonly string[] = []): Promise<string[]> => {
    let read: string[] = [];
    await expect
      .poll(async () => {
        read = await names();
        return read.length > 5 && !read.includes('') && read.join(' ') !== without.join(' ');
      })
      .toBe(true);
    return read;
  };
  const best = await whole();
  await page.getByText('By name', { exact: true }).click();
  const byName = await whole(best);
  await hits.getByRole('row').nth(2).click();
  await page.getByRole('button', { name: 'Actions' }).waitFor();
  await page.goBack();
  await expect.poll(names).toEqual(byName);
  await expect.poll(() => search().inputValue()).toBe('an');
  await open.reload();
  await expect.poll(names).toEqual(byName);
  await page.getByText('Best match', { exact: true }).click();
  await expect.poll(names).toEqual(best);
  await page.getByRole('button', { name: 'Clear search' }).click();
  await page.getByText(`${many} people`).waitFor();
});

test('a filter is added to what is searched for, and Back takes only the filter away', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await search().fill('a');
  await page.getByRole('grid', { name: 'People found' }).waitFor();
  await filterByTag(page, 'nobody has this');
  await page.getByText('Nobody found').waitFor();
  await expect.poll(() => search().inputValue()).toBe('a');
  await page.goBack();
  await page.getByRole('grid', { name: 'People found' }).waitFor();
  await expect.poll(() => search().inputValue()).toBe('a');
});

test('the row that was active is so again, and the arrow keys go on from it', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await page.getByText(`${many} people`).waitFor();
  await grid('People').focus();
  for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Actions' }).waitFor();
  await page.goBack();
  await isShown();
  const active = (): Promise<string | null> => grid('People').getAttribute('aria-activedescendant');
  await expect.poll(active).toBe('row-39');
  await expect
    .poll(() => grid('People').evaluate((one) => one === document.activeElement))
    .toBe(true);
  await page.keyboard.press('ArrowDown');
  await expect.poll(active).toBe('row-40');
});

test('everybody of a list is gone through by keys and buttons, and the list is found at the last of them', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await page.getByText(`${many} people`).waitFor();
  await grid('People').evaluate((one) => one.scrollTo(0, 0));
  const nameAt = (row: number): Promise<string> =>
    grid('People')
      .locator(`#row-${row} .person-name, #row-${row} [role="gridcell"]`)
      .nth(1)
      .innerText();
  // A row that is on its way has no name yet.
  let names: string[] = [];
  await expect
    .poll(async () => (names = [await nameAt(1), await nameAt(2), await nameAt(3)]))
    .not.toContain('');
  const title = (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
  const isTitled = (name = '') =>
    expect
      .poll(async () => {
        const now = await title();
        return now !== '' && name.includes(now);
      })
      .toBe(true);
  await page.getByRole('row').nth(2).getByRole('checkbox').click();
  await page.getByText('1 selected').waitFor();
  await grid('People').locator('#row-1').click();
  await page.getByText(`2 of ${many}`).waitFor();
  await isTitled(names[0]);
  await page.keyboard.press('j');
  await page.getByText(`3 of ${many}`).waitFor();
  await isTitled(names[1]);
  await page.getByRole('button', { name: 'Next in the list' }).click();
  await page.getByText(`4 of ${many}`).waitFor();
  await isTitled(names[2]);
  // The button that was pressed has the focus on the next page, too.
  for (let at = 5; at <= 20; at += 1) {
    await page.keyboard.press('Enter');
    await page.getByText(`${at} of ${many}`).waitFor();
  }
  await page.keyboard.press('k');
  await page.getByText(`19 of ${many}`).waitFor();
  await open.reload();
  await page.getByText(`19 of ${many}`).waitFor();
  const last = await title();
  await page.keyboard.press('Escape');
  await isShown();
  const active = (): Promise<string | null> => grid('People').getAttribute('aria-activedescendant');
  await expect.poll(active).toBe('row-18');
  await grid('People').locator('#row-18').getByText(last).first().waitFor();
  await page.getByText('1 selected').waitFor();
  await page.getByRole('button', { name: 'Clear selection' }).click();
});

test('what is searched for is gone through in its order, and whoever leaves the list is passed by', async () => {
  const { page } = open;
  await search().fill('an');
  const hits = page.getByRole('grid', { name: 'People found' });
  await hits.waitFor();
  await search().press('Enter');
  const place = page.getByRole('group', { name: 'In the list' });
  await place.getByText(/^1 of /).waitFor();
  const count = Number((await place.innerText()).split(' of ')[1]);
  await page.keyboard.press('j');
  await place.getByText(`2 of ${count}`).waitFor();
  await page.keyboard.press('j');
  await place.getByText(`3 of ${count}`).waitFor();
  const third = page.url();
  await page.keyboard.press('k');
  await place.getByText(`2 of ${count}`).waitFor();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await hits.waitFor();
  await search().press('Enter');
  await place.getByText(`1 of ${count - 1}`).waitFor();
  await page.keyboard.press('j');
  await place.getByText(`2 of ${count - 1}`).waitFor();
  await expect.poll(() => page.url()).toBe(third);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear search' }).click();
  await page.keyboard.press('Control+z');
  await page.getByText(`${many} people`).waitFor();
});

test('groups are found again by their kind, and where they were scrolled to', async () => {
  const { page } = open;
  await goTo(page, 'Groups');
  await page.getByText('Buckets').click();
  await page.getByRole('button', { name: 'Add bucket' }).waitFor();
  await open.reload();
  await page.getByRole('button', { name: 'Add bucket' }).waitFor();
  await page.getByText('Organisations').click();
  await grid('Organisations').waitFor();
  let top = 0;
  // It can be scrolled once there are rows.
  await expect
    .poll(async () => {
      await grid('Organisations').evaluate((one) => one.scrollTo(0, 300));
      return (top = await scrolled('Organisations'));
    })
    .toBeGreaterThan(0);
  await openSomebody('Organisations');
  await page.goBack();
  await expect.poll(() => scrolled('Organisations')).toBe(top);
});

test('a page longer than the window is found again where it was scrolled to', async () => {
  const { page } = open;
  await goTo(page, 'Settings');
  const main = page.getByRole('main');
  await page.getByRole('button', { name: 'Make a backup now' }).scrollIntoViewIfNeeded();
  const top = await main.evaluate((one) => Math.round(one.scrollTop));
  expect(top).toBeGreaterThan(100);
  await goTo(page, 'Groups');
  await expect.poll(() => main.evaluate((one) => one.scrollTop)).toBe(0);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  await expect.poll(() => main.evaluate((one) => Math.round(one.scrollTop))).toBe(top);
});

test('people of one name are told apart where they are chosen', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await search().fill('ana');
  await page.getByRole('grid', { name: 'People found' }).getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: /^Merge/ }).click();
  const offered = page.getByRole('group', { name: 'People found' }).getByRole('button');
  await expect
    .poll(async () => {
      const texts = await offered.allTextContents();
      return texts.length > 1 && texts.every((text) => text.includes('@example'));
    })
    .toBe(true);
  await page.keyboard.press('Escape');
  await page.getByLabel('What happened').click();
  await page.getByRole('combobox', { name: 'With other people' }).fill('ana');
  const options = page.getByRole('option', { name: /@example/ });
  await expect.poll(() => options.count()).toBeGreaterThan(1);
});

test('a field that is being typed in is not lost by a reload', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await grid('People').getByRole('row').nth(3).click();
  await (await editorOf(page, 'Nickname')).fill('Not lost');
  await open.reload();
  await expect.poll(() => readValue(page, 'Nickname')).toBe('Not lost');
});

test('what happened is not lost by a reload while it is written down, and gone once it is logged', async () => {
  const { page } = open;
  const box = page.getByLabel('What happened');
  await box.fill('The lamp came in one piece');
  await open.reload();
  await expect.poll(() => box.inputValue()).toBe('The lamp came in one piece');
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  await page.getByRole('listitem').filter({ hasText: 'The lamp came in one piece' }).waitFor();
  await expect.poll(() => box.inputValue()).toBe('');
  await open.reload();
  await expect.poll(() => box.inputValue()).toBe('');
});
