// A range of the list of people goes to a spreadsheet and comes back, in a real browser.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { passOverFirstRun } from '../support/host/begun.ts';
import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { newProfile } from '../support/window/loopback.ts';
import { undoFrom } from '../support/window/toasts.ts';
import { type OpenWindow, openWindow, seriousFindings } from '../support/window/window.ts';

let open: OpenWindow;

const person = (given: string, nickname: string, email: string) =>
  recordOf({
    id: `p-${given}`,
    kind: 'person',
    fields: { given, nickname, birthday: '1980-02-03' },
    sets: email === '' ? {} : { emails: [{ value: email }] },
  });

beforeEach(async () => {
  const profileDir = newProfile();
  passOverFirstRun(profileDir, { peopleColumns: ['nickname', 'birthday', 'emails'] });
  await fillProfile(profileDir, [
    person('Ann', '=1+1', 'ann@example.com'),
    person('Bob', 'Bobby', ''),
    person('Cid', 'Ci', 'cid@example.com'),
  ]);
  open = await openWindow(profileDir);
  const { page } = open;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('row', { name: 'Cid' }).getByText('Ci', { exact: true }).waitFor();
});
afterEach(() => open.close());

const cell = (name: string, column: number) =>
  open.page.getByRole('row', { name }).getByRole('gridcell').nth(column);
const [nickname, birthday, emails] = [2, 3, 4];

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await open.page.keyboard.press(key);
}
const onClipboard = (): Promise<string> => open.page.evaluate(() => navigator.clipboard.readText());
const htmlOnClipboard = (): Promise<string> =>
  open.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType('text/html'))?.text() ?? '';
  });
async function copyAs(what: string): Promise<void> {
  await open.page.getByRole('button', { name: 'Copy as' }).click();
  const menu = open.page.getByRole('menu', { name: 'Copy as' });
  await menu.getByRole('menuitem', { name: what }).click();
}

test('a range is marked by keys, Shift and a drag, and copied as spreadsheets take it', async () => {
  const { page } = open;
  await page.getByRole('grid', { name: 'People' }).focus();
  await press('ArrowDown', 'ArrowRight', 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowRight');
  await page.getByText('4 cells', { exact: true }).waitFor();
  await expect.poll(() => page.getByRole('gridcell', { selected: true }).count()).toBe(4);
  expect(await seriousFindings(page)).toEqual([]);
  await press('Control+c');
  await page.getByText('4 cells copied').first().waitFor();
  // What begins like a formula is text in the spreadsheet.
  await expect.poll(onClipboard).toBe("'=1+1\tFebruary 3, 1980\r\nBobby\tFebruary 3, 1980");
  expect(await htmlOnClipboard()).toContain("<td>'=1+1</td>");
  await cell('Cid', emails).click({ modifiers: ['Shift'] });
  await page.getByText('9 cells', { exact: true }).waitFor();
  await press('Escape', 'Escape');
  const from = await cell('Ann', birthday).boundingBox();
  const to = await cell('Bob', emails).boundingBox();
  if (from === null || to === null) throw new Error('no cells');
  await page.mouse.move(from.x + 20, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + 20, { steps: 4 });
  await page.mouse.up();
  await page.getByText('4 cells', { exact: true }).waitFor();
  await copyAs('E-mail list');
  await expect.poll(onClipboard).toBe('Ann <ann@example.com>');
  await page.getByText('1 address copied, 1 person has none').first().waitFor();
  await page.getByRole('button', { name: 'Back to whole rows' }).click();
  await page.getByRole('row', { name: 'Cid' }).getByRole('checkbox').click();
  await copyAs('CSV');
  await expect
    .poll(onClipboard)
    .toBe('Name,Nickname,Birthday,E-mail\r\nCid,Ci,"February 3, 1980",cid@example.com\r\n');
});

test('a block is looked at before it is pasted, as one step that can be undone', async () => {
  const { page } = open;
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      'Annie\t1981-05-06\tann@example.com\nRob\tsome day\tbob@example.com\n\t\tcid@new.example\nNobody\t\t\n',
    ),
  );
  await page.getByRole('grid', { name: 'People' }).focus();
  await press('ArrowDown', 'ArrowRight', 'ArrowRight', 'Control+v');
  const dialog = page.getByRole('dialog', { name: 'Paste into the table' });
  await dialog.getByText('5 cells change.').waitFor();
  await dialog.getByText('1 is already so.').waitFor();
  await dialog
    .getByText('1 row of the block finds no row in this list', { exact: false })
    .waitFor();
  await dialog.getByText('1 cell does not fit and stays as it is:').waitFor();
  await dialog.getByRole('list', { name: 'What does not fit' }).getByText('some day').waitFor();
  await dialog.getByText('2 empty cells leave what is there.', { exact: false }).waitFor();
  expect(await seriousFindings(page, '[role=dialog]')).toEqual([]);
  // Whatever is listed above them, the buttons can be seen.
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1280, height: 420 });
  const paste = dialog.getByRole('button', { name: 'Paste' });
  const isSeen = (): Promise<boolean> =>
    paste.evaluate((one) => {
      const { left, top } = one.getBoundingClientRect();
      return one.contains(document.elementFromPoint(left + 8, top + 8));
    });
  await expect.poll(isSeen).toBe(true);
  if (size !== null) await page.setViewportSize(size);
  await paste.click();
  await dialog.waitFor({ state: 'detached' });
  await cell('Ann', nickname).getByText('Annie').waitFor();
  await cell('Cid', emails).getByText('cid@new.example').waitFor();
  await expect.poll(() => cell('Cid', nickname).textContent()).toBe('Ci');
  await undoFrom(page, /Changed .*Ann/);
  await cell('Ann', nickname).getByText('=1+1').waitFor();
  await cell('Bob', emails).getByText('bob@example.com').waitFor({ state: 'detached' });
});
