// Cells of the list of people, edited in place by keys and by the mouse, in a real browser.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { passOverFirstRun } from '../support/host/begun.ts';
import { fillProfile } from '../support/host/command-line.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { newProfile } from '../support/window/loopback.ts';
import { toastOf, undoFrom } from '../support/window/toasts.ts';
import { type OpenWindow, openWindow, seriousFindings } from '../support/window/window.ts';

let open: OpenWindow;
const stage = 'x:01a22760-de72-7790-8378-02c77698a319';

const person = (given: string, more: { stage?: string; email?: string; birthday?: string } = {}) =>
  recordOf({
    id: `p-${given}`,
    kind: 'person',
    fields: {
      given,
      ...(more.birthday === undefined ? {} : { birthday: more.birthday }),
      ...(more.stage === undefined ? {} : { [stage]: more.stage }),
    },
    sets: more.email === undefined ? {} : { emails: [{ value: more.email, label: 'work' }] },
  });

beforeEach(async () => {
  const profileDir = newProfile();
  passOverFirstRun(profileDir, {
    peopleColumns: ['given', 'birthday', 'emails', 'tags', stage],
  });
  await fillProfile(profileDir, [
    recordOf({
      id: stage.slice(2),
      kind: 'field',
      fields: { label: 'Stage', for: 'person', type: 'choice' },
      sets: {
        options: [
          { value: 'new', more: { label: 'New' } },
          { value: 'won', more: { label: 'Won' } },
        ],
      },
    }),
    person('Ann', { stage: 'new', email: 'ann@example.com', birthday: '1980-02-03' }),
    person('Bob', { stage: 'new' }),
    person('Cid', { stage: 'won' }),
  ]);
  open = await openWindow(profileDir);
  const { page } = open;
  await page.getByRole('columnheader', { name: 'Stage' }).waitFor();
  await page.getByRole('row', { name: 'Cid' }).waitFor();
});
afterEach(() => open.close());

const row = (name: string) => open.page.getByRole('row', { name });
const cell = (name: string, column: number) => row(name).getByRole('gridcell').nth(column);
const [birthday, emails, tags, stages] = [3, 4, 5, 6];

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await open.page.keyboard.press(key);
}
const head = () => open.page.locator('[data-head-cell]');

test('arrows lead into the cells, typing edits, Enter and Tab go on, and it is undone', async () => {
  const { page } = open;
  await page.getByRole('grid', { name: 'People' }).focus();
  await press('ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await expect.poll(() => head().textContent()).toBe('ann@example.com');
  expect(await seriousFindings(page)).toEqual([]);
  await press('F2');
  await page.keyboard.type('ann@new.example');
  await press('Enter');
  await cell('Ann', emails).getByText('ann@new.example').waitFor();
  // Bob's, below it.
  await page.keyboard.type('bob@example.com');
  await press('Tab');
  await cell('Bob', emails).getByText('bob@example.com').waitFor();
  await page.keyboard.type('choir');
  await press('Enter', 'Enter');
  await cell('Bob', tags).getByText('choir').waitFor();
  await press('Enter');
  await page.keyboard.type('never kept');
  await press('Escape');
  await expect.poll(() => head().textContent()).toBe('');
  await undoFrom(page, 'Saved: Tag');
  await cell('Bob', tags).getByText('choir').waitFor({ state: 'hidden' });
});

test('what is typed on a cell is no key of the page, and one that is only read says so', async () => {
  const { page } = open;
  await page.getByRole('grid', { name: 'People' }).focus();
  await press('ArrowDown', 'ArrowRight');
  await page.keyboard.type('nomail');
  await page.getByText('Nothing can be typed here.').waitFor();
  await press('ArrowRight');
  await page.getByText('Nothing can be typed here.').waitFor({ state: 'hidden' });
  await page.keyboard.type('nel');
  const editor = page.getByRole('textbox', { name: 'Given name, Ann' });
  await expect.poll(() => editor.inputValue()).toBe('nel');
  await press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('what is not understood is said below the cell, and waits there', async () => {
  const { page } = open;
  const box = await cell('Ann', birthday).boundingBox();
  if (box === null) throw new Error('no cell');
  await page.mouse.click(box.x + box.width - 10, box.y + box.height / 2);
  const editor = page.getByRole('textbox', { name: 'Birthday, Ann' });
  await editor.fill('some day');
  await press('Enter');
  await page
    .getByText('is not a date', { exact: false })
    .or(page.getByText('date'))
    .first()
    .waitFor();
  await expect.poll(() => editor.inputValue()).toBe('some day');
  await editor.fill('4 March 1980');
  // Before the host can answer anything: what is on its way is what is taken back.
  await editor.evaluate(async (input) => {
    const press = (target: Element, key: string, ctrlKey: boolean): boolean =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true }));
    press(input, 'Enter', false);
    // React draws in a microtask; an answer can only come in a task after all of this.
    for (let at = 0; at < 20; at++) await Promise.resolve();
    press(document.body, 'z', true);
  });
  await toastOf(page, 'Undone').waitFor();
  await cell('Ann', birthday).getByText('February 3, 1980').waitFor();
  await press('Control+Shift+z');
  await cell('Ann', birthday).getByText('March 4, 1980').waitFor();
});

test('a row that fits no longer holds still until the list is refreshed', async () => {
  const { page } = open;
  const view = {
    conditions: { all: [{ field: stage, op: 'isAnyOf', arg: ['new'] }] },
    sorts: [],
  };
  await page.evaluate((q) => {
    location.hash = `#/people?q=${encodeURIComponent(q)}`;
  }, JSON.stringify(view));
  await page.getByText('2 people', { exact: true }).waitFor();
  await page.getByRole('grid').focus();
  const across = Array.from({ length: stages }, () => 'ArrowRight');
  await press('ArrowDown', ...across, 'Enter');
  await page.getByRole('option', { name: 'Won' }).click();
  await cell('Ann', stages).getByText('Won').waitFor();
  const refresh = page.getByRole('button', { name: '1 row moved, refresh' });
  await refresh.waitFor();
  await expect.poll(() => row('Ann').isVisible()).toBe(true);
  await refresh.click();
  await row('Ann').waitFor({ state: 'detached' });
  await page.getByText('1 person', { exact: true }).waitFor();
});
