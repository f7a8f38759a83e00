// A round, from a bucket: gone through by keys, each step taken back by one, printed, and done.

import { afterAll, beforeAll, expect, test } from 'vitest';

import type { NewRecord, RecordId } from '../../src-shared/domain/record.ts';
import { makeRecord } from '../../src-shared/records/content.ts';
import { filledProfile } from '../support/store/filled-profile.ts';
import { openReplica } from '../support/sync/replica.ts';
import { type OpenWindow, openWindow, seriousInBothLights } from '../support/window/window.ts';

const dayMs = 86_400_000;
const idOf = (name: string): RecordId =>
  `01900000-0000-7000-8000-${name.padEnd(12, '0')}` as RecordId;
const bucket = idOf('customers');

const person = (given: string, fields: NewRecord['fields'] = {}): NewRecord => ({
  id: idOf(given.toLowerCase()),
  kind: 'person',
  fields: { given, ...fields },
  sets: {
    buckets: [{ value: bucket }],
    phones: [{ value: '+4940123456', label: 'work' }],
    emails: [{ value: `${given.toLowerCase()}@example.com` }],
  },
});

let open: OpenWindow;
beforeAll(async () => {
  const { context } = openReplica('alice');
  const made = (...records: NewRecord[]) => records.map((one) => makeRecord(one, context));
  open = await openWindow(
    await filledProfile(
      new Map([
        [
          'people',
          made(
            person('Ada'),
            person('Ben', { noPhone: true, noContactReason: 'asked in March' }),
            person('Cleo'),
            person('Dora'),
          ),
        ],
        ['groups', made({ id: bucket, kind: 'bucket', fields: { name: 'Customers' } })],
        [
          'moments',
          made({
            id: idOf('spoke'),
            kind: 'call',
            fields: { people: [idOf('ada')], when: Date.now() - 40 * dayMs, direction: 'out' },
            note: 'She wants a blue one',
          }),
        ],
        [
          'work',
          made({
            id: idOf('quote'),
            kind: 'promise',
            fields: {
              text: 'Send the quote',
              by: 'ours',
              due: '2020-01-02',
              people: [idOf('ada')],
              state: 'open',
            },
          }),
        ],
      ]),
    ),
  );
});
afterAll(() => open.close());

const onTurn = (name: string): Promise<void> =>
  open.page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
const queue = () => open.page.getByRole('list', { name: 'Who is in this round' });
const far = (text: string): Promise<void> =>
  open.page.getByRole('status').filter({ hasText: text }).first().waitFor();

test('starts from a bucket, and says what is known of whoever has the turn', async () => {
  const { page } = open;
  await page.goto(`${page.url().split('#')[0]}#/groups/${bucket}`);
  await page.getByRole('button', { name: 'Start a round' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start a round' });
  await dialog.getByText(/It goes to 4 people/).waitFor();
  expect(await dialog.getByLabel('Name').inputValue()).toBe('Customers');
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  await onTurn('Ada');
  await page.getByText('She wants a blue one').waitFor();
  await page.getByText(/We owe them: Send the quote/).waitFor();
  await page
    .getByRole('list', { name: 'Suggested next step' })
    .getByText(/We promised Ada/)
    .waitFor();
  await page.getByText('1 person is passed by').waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
});

test('is gone through by keys alone, each step taken back by one', async () => {
  const { page } = open;
  await page.keyboard.press('n');
  // Ben is not to be called.
  await onTurn('Cleo');
  await page.keyboard.press('p');
  await onTurn('Ada');
  await page.keyboard.press('l');
  await page.keyboard.type('call: she takes the blue one');
  await page.keyboard.press('Enter');
  await onTurn('Cleo');
  await far('1 of 3');
  await queue()
    .getByRole('button', { name: /Ada.*Logged/ })
    .waitFor();
  await page.keyboard.press('s');
  await onTurn('Dora');
  await far('2 of 3');
  await page.keyboard.press('u');
  await onTurn('Cleo');
  await far('1 of 3');
  await page.keyboard.press('z');
  await onTurn('Dora');
  await page.keyboard.press('u');
  await onTurn('Cleo');
  await page.keyboard.press('u');
  await onTurn('Ada');
  await far('0 of 3');
  await page.getByText('she takes the blue one').waitFor({ state: 'detached' });
});

test('goes on paper for a day without the laptop, in the same order', async () => {
  const { page } = open;
  await page.keyboard.press('x');
  await far('1 of 3');
  await page.evaluate(() => {
    window.print = () => {
      const rows = [...document.querySelectorAll('.call-sheet li')];
      document.title = rows.map((row) => row.textContent).join(' | ');
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await page.getByRole('button', { name: 'Print a call sheet' }).click();
  await expect.poll(() => page.title()).toBe('3Cleo+4940123456 (work) | 4Dora+4940123456 (work)');
  await page.keyboard.press('u');
  await onTurn('Ada');
  await far('0 of 3');
});

test('ends with what was done, and the next time is planned', async () => {
  const { page } = open;
  for (const [name, key] of [
    ['Ada', 'x'],
    ['Cleo', 's'],
    ['Dora', 's'],
  ] as const) {
    await onTurn(name);
    await page.keyboard.press(key);
  }
  const done = page.getByRole('list', { name: 'What was done' });
  await done.getByText('2 skipped').waitFor();
  await done.getByText('1 with nothing to do').waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
  await page.getByRole('button', { name: 'Plan next round in 3 weeks' }).click();
  await page.getByRole('button', { name: 'Planned' }).waitFor();
  const first = page.url();
  await page.getByRole('button', { name: 'Go round again' }).click();
  await far('0 of 3');
  expect(page.url()).not.toBe(first);
  for (const name of ['Ada', 'Cleo', 'Dora']) {
    await onTurn(name);
    await page.getByRole('button', { name: 'Skip', exact: true }).click();
  }
  const twice = page.getByRole('region', { name: 'Skipped twice' });
  await expect.poll(() => twice.getByRole('link').allInnerTexts()).toEqual(['Cleo', 'Dora']);
  await page.goto(`${page.url().split('#')[0]}#/rounds`);
  const row = page.getByRole('list', { name: 'Rounds' }).getByRole('listitem');
  await row.filter({ hasText: '3 of 3' }).waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
});
