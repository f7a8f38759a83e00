// Today, worked through: why each row is there, the keys, what is one's own and what the
// team's, and what a page with nothing on it says.

import { afterAll, beforeAll, expect, test } from 'vitest';

import type { NewRecord, RecordId } from '../../src-shared/domain/record.ts';
import { makeRecord } from '../../src-shared/records/content.ts';
import { addTo, dayOfTime } from '../../src-shared/query/calendar.ts';
import { goTo } from '../support/window/browser.ts';
import { filledProfile } from '../support/store/filled-profile.ts';
import { openReplica } from '../support/sync/replica.ts';
import { openValue } from '../support/window/values.ts';
import { type OpenWindow, openWindow, seriousInBothLights } from '../support/window/window.ts';

const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const today = dayOfTime(Date.now(), zone);
const dayMs = 86_400_000;
const idOf = (name: string): RecordId =>
  `01900000-0000-7000-8000-${name.padEnd(12, '0')}` as RecordId;

const person = (given: string, more: Partial<NewRecord> = {}): NewRecord => ({
  ...more,
  id: idOf(given.toLowerCase()),
  kind: 'person',
  fields: { given, ...more.fields },
});
const moment = (kind: string, who: string, daysAgo: number, direction = 'out'): NewRecord => ({
  id: idOf(`m${who}${daysAgo}`),
  kind,
  fields: { people: [idOf(who)], when: Date.now() - daysAgo * dayMs, direction },
});

let open: OpenWindow;
beforeAll(async () => {
  const { context } = openReplica('alice');
  const made = (...records: NewRecord[]) => records.map((one) => makeRecord(one, context));
  const inBucket = { sets: { buckets: [{ value: idOf('customers') }] } };
  open = await openWindow(
    await filledProfile(
      new Map([
        [
          'people',
          made(
            person('Cleo', inBucket),
            person('Dora', { fields: { birthday: `1980-${today.slice(5)}` } }),
            person('Ella'),
            person('Finn'),
          ),
        ],
        [
          'groups',
          made({
            id: idOf('customers'),
            kind: 'bucket',
            fields: { name: 'Customers', rhythm: 'P6W' },
          }),
        ],
        ['moments', made(moment('call', 'cleo', 60), moment('message', 'ella', 3, 'in'))],
        [
          'work',
          made(
            {
              id: idOf('offer'),
              kind: 'reminder',
              fields: { text: 'Ask about the offer', at: `${addTo(today, -1, 'day')}T09:00`, zone },
              sets: { people: [{ value: idOf('finn') }] },
            },
            {
              id: idOf('quote'),
              kind: 'promise',
              fields: {
                text: 'Send the quote',
                by: 'ours',
                due: addTo(today, -2, 'day'),
                people: [idOf('finn')],
                state: 'open',
              },
            },
          ),
        ],
      ]),
    ),
  );
});
afterAll(() => open.close());

const row = (text: string | RegExp) =>
  open.page.getByRole('list', { name: 'Today' }).getByRole('listitem').filter({ hasText: text });
const order = async (): Promise<string[]> =>
  (await open.page.getByRole('list', { name: 'Today' }).getByRole('listitem').allInnerTexts()).map(
    (text) => /Cleo|Dora|Ella|offer|quote/.exec(text)?.[0] ?? text,
  );

test('is the first page once there is something to say, from the top of the ladder', async () => {
  const { page } = open;
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await row(/We promised Finn/).waitFor();
  await expect.poll(order).toEqual(['quote', 'Ella', 'Dora', 'offer', 'Cleo']);
  await row('Ella wrote 3 days ago and waits for an answer').waitFor();
  await row('Dora turns').waitFor();
  await row(/Last in touch with Cleo on .*, meant to be every 6 weeks: 18 days over/).waitFor();
  await expect.poll(() => row('Send the quote').innerText()).toMatch(/counts as broken/);
  expect(await seriousInBothLights(page)).toEqual([]);
});

test('each number shows its rows', async () => {
  const { page } = open;
  await page.getByRole('button', { name: '1 reminder' }).click();
  await expect.poll(order).toEqual(['offer']);
  await page.getByRole('button', { name: '1 reminder' }).click();
  await expect.poll(order).toEqual(['quote', 'Ella', 'Dora', 'offer', 'Cleo']);
});

test('is worked through by keys, and each act is taken back by one', async () => {
  const { page } = open;
  await row('Send the quote').getByRole('link').focus();
  await page.keyboard.press('x');
  await expect.poll(order).toEqual(['Ella', 'Dora', 'offer', 'Cleo']);
  await page.keyboard.press('u');
  await expect.poll(order).toEqual(['quote', 'Ella', 'Dora', 'offer', 'Cleo']);
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await expect.poll(order).toEqual(['quote', 'Dora', 'offer', 'Cleo']);
  await page.getByRole('button', { name: '1 put off or not yours' }).click();
  const away = page.getByRole('dialog', { name: 'Put off, or not mine' });
  expect(await seriousInBothLights(page)).toEqual([]);
  await away.getByRole('button', { name: /Bring back: Ella/ }).click();
  await away.getByRole('listitem').waitFor({ state: 'detached' });
  await expect.poll(order).toEqual(['quote', 'Ella', 'Dora', 'offer', 'Cleo']);
  await row('Ella').getByRole('link').focus();
  await page.keyboard.press('n');
  await expect.poll(order).toEqual(['quote', 'Dora', 'offer', 'Cleo']);
  await row('Dora').getByRole('link').focus();
  await page.keyboard.press('d');
  await page.getByRole('dialog', { name: 'Write to Dora' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Write to Dora' }).waitFor({ state: 'detached' });
  await row('Dora').getByRole('link').focus();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Put off' });
  await dialog.getByText('Only for you, on this laptop').waitFor();
  // Why it cannot be put off is said; a day is typed as people say it.
  const submit = dialog.getByRole('button', { name: 'Put off' });
  await dialog.getByLabel('Until a day').fill('yesterday');
  await dialog.getByText('This day is not after today.').waitFor();
  await expect.poll(() => submit.isDisabled()).toBe(true);
  await dialog.getByLabel('Until a day').fill('in 2 weeks');
  await expect.poll(() => submit.isDisabled()).toBe(false);
  await submit.click();
  await expect.poll(order).toEqual(['quote', 'offer', 'Cleo']);
  await row('Cleo').getByRole('link').focus();
  await page.keyboard.press('p');
  await row('Cleo').getByText('Pinned').waitFor();
  await row('offer').getByRole('button', { name: 'Done' }).click();
  await expect.poll(order).toEqual(['quote', 'Cleo']);
  await row('quote').getByRole('button', { name: 'Done' }).click();
  await expect.poll(order).toEqual(['Cleo']);
});

test('a call that is written down is what was due', async () => {
  const { page } = open;
  await row('Cleo').getByRole('link').focus();
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', { name: 'Log what happened' });
  await dialog.getByText('Cleo').waitFor();
  await dialog.getByLabel('What happened').fill('All well');
  await dialog.getByRole('button', { name: 'Log', exact: true }).click();
  await page.getByText('Nothing is waiting on this laptop').waitFor();
});

test('how often one is in touch is said on the page of a person', async () => {
  const { page } = open;
  await goTo(page, 'People');
  await page.getByRole('row', { name: /Cleo/ }).click();
  const section = page.getByRole('region', { name: 'Keep in touch' });
  await section.getByText(/every 6 weeks, from the bucket Customers; next by/).waitFor();
  await openValue(section, 'How often');
  await section.getByRole('textbox', { name: 'Every', exact: true }).fill('2');
  await section.getByRole('button', { name: 'Save' }).click();
  await section.getByText(/every 2 weeks; next by/).waitFor();
  await section.getByRole('button', { name: 'Remind me' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remind me about Cleo' });
  await dialog.getByLabel('Remind of').fill('Send the photos');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const reminder = section.getByRole('listitem').filter({ hasText: 'Send the photos' });
  await reminder.waitFor();
  await reminder.getByRole('button', { name: 'Done: Send the photos' }).click();
  await reminder.waitFor({ state: 'detached' });
});

test('what falls due is said wherever one is, and done from there; done already, it goes', async () => {
  const { page } = open;
  const section = page.getByRole('region', { name: 'Keep in touch' });
  const remind = async (text: string): Promise<void> => {
    await section.getByRole('button', { name: 'Remind me' }).click();
    const dialog = page.getByRole('dialog', { name: 'Remind me about Cleo' });
    await dialog.getByLabel('Remind of').fill(text);
    await dialog.getByLabel('Day').fill(today);
    await dialog.getByLabel('Time').fill(new Date().toTimeString().slice(0, 5));
    await dialog.getByRole('button', { name: 'Save' }).click();
  };
  await remind('Send the first photos');
  const first = page.getByRole('alert').filter({ hasText: 'Remember: Send the first photos' });
  await first.waitFor();
  expect(await seriousInBothLights(page)).toEqual([]);
  await first.getByRole('button', { name: 'Done' }).click();
  await first.waitFor({ state: 'detached' });
  const listed = section.getByRole('listitem').filter({ hasText: 'Send the first photos' });
  await listed.waitFor({ state: 'detached' });
  await remind('Send the second photos');
  const second = page.getByRole('alert').filter({ hasText: 'Remember: Send the second photos' });
  await second.waitFor();
  await section.getByRole('button', { name: 'Done: Send the second photos' }).click();
  await second.waitFor({ state: 'detached' });
});
