// What is decided on the Conflicts page stays decided, however the conflict came to be.

import { mkdirSync } from 'node:fs';

import { expect, test } from 'vitest';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { storeDelivery } from '../../src-shared/sync/delivery.ts';
import { toItem } from '../../src-shared/sync/item.ts';
import { openNet } from '../support/sync/record-net.ts';
import { openReplica, type Replica } from '../support/sync/replica.ts';
import { fillProfile } from '../support/host/command-line.ts';
import { seededRandom } from '../support/seeded.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { goTo } from '../support/window/browser.ts';
import { newProfile } from '../support/window/loopback.ts';
import { openWindow, seriousFindings } from '../support/window/window.ts';

/** People whose nickname two laptops wrote apart; of the first what is said of them, too. */
async function inConflict(names: readonly string[]): Promise<RecordDoc[]> {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const net = openNet([alice, bob], seededRandom(1));
  const { ids } = await alice.done({
    type: 'create',
    records: names.map((given) => ({ kind: 'person', fields: { given } })),
  });
  await net.heal();
  for (const replica of [alice, bob])
    for (const [at, id] of ids.entries()) {
      const ref = { collection: 'people' as const, id };
      const value = `By ${replica.name}`;
      for (const field of at === 0 ? ['nickname', 'pronouns'] : ['nickname'])
        await replica.done({ type: 'edit', changes: [{ type: 'field', ref, field, value }] });
    }
  await net.heal();
  return Promise.all(ids.map((id) => alice.doc('people', id)));
}

/** A row that holds a conflict, and no history that it came from. */
function withoutHistory(id: string): RecordDoc {
  const stamp = { by: 'bob', device: 'other', at: 1, source: { type: 'typed' as const } };
  const doc = recordOf({ id, kind: 'person', fields: { given: id, nickname: 'Shown' } });
  const conflict = { id: 'one', field: 'nickname', lost: 'Lost', lostBy: stamp, wonBy: stamp };
  return { ...doc, keys: [...doc.keys, 'has:conflict'], conflicts: [conflict] };
}

test('keeping what is shown closes a conflict, one by one and all at once, also after a reload', async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  const docs = await inConflict(['Ada', 'Grace', 'Mary']);
  await fillProfile(profileDir, [...docs, withoutHistory('Edith'), withoutHistory('Hedy')]);
  const open = await openWindow(profileDir);
  const { page } = open;
  const cards = page.getByRole('listitem', { name: /^Nickname of/ });
  const keep = async (name: string): Promise<void> => {
    const card = page.getByRole('listitem', { name: `Nickname of ${name}` });
    await card.getByRole('button', { name: 'Keep what is shown' }).click();
    await card.waitFor({ state: 'detached' });
  };
  try {
    await goTo(page, 'Team');
    // Two of them are of one person.
    await page.getByTitle('6 open conflicts.').waitFor();
    await page.getByRole('link', { name: 'Conflicts (6)' }).click();
    await keep('Ada');
    await keep('Edith');
    await open.reload();
    await expect.poll(() => cards.count()).toBe(3);
    await page.getByRole('button', { name: 'Keep current for all (4)' }).click();
    await page.getByText('No conflicts').waitFor();
    await open.reload();
    await page.getByText('No conflicts').waitFor();
  } finally {
    await open.close();
  }
});

/** Two laptops with these people: each does something, then all is one book. */
async function apart(
  names: readonly string[],
  does: (replica: Replica, ids: readonly string[]) => Promise<unknown>,
): Promise<RecordDoc[]> {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const { ids } = await alice.done({
    type: 'create',
    records: names.map((given) => ({
      id: given.toLowerCase() as RecordDoc['id'],
      kind: 'person',
      fields: { given },
    })),
  });
  for (const id of ids) await give(alice, bob, id);
  for (const replica of [alice, bob]) await does(replica, ids);
  for (let turn = 0; turn < 2; turn++)
    for (const id of ids) {
      await give(alice, bob, id);
      await give(bob, alice, id);
    }
  return Promise.all(ids.map((id) => alice.doc('people', id)));
}

async function give(from: Replica, to: Replica, id: string): Promise<void> {
  const item = toItem('people', await from.doc('people', id));
  if (item === undefined) throw new Error('private');
  const delivery = { device: from.name, items: [item], unreadable: [] };
  const stored = await storeDelivery(to.store, delivery, to.context);
  if (!stored.ok) throw new Error(stored.error.code);
}

test('merges made apart are said on the page, by names, and closed there', async () => {
  const profileDir = newProfile();
  mkdirSync(profileDir, { recursive: true });
  const circle = await apart(['Ada', 'Ava'], (laptop, [one = '', two = '']) =>
    laptop.done({
      type: 'merge',
      keep: laptop.name === 'alice' ? one : two,
      gone: [laptop.name === 'alice' ? two : one],
    }),
  );
  const trashed = await apart(['Mary', 'Marie'], (laptop, [one = '', two = '']) =>
    laptop.name === 'alice'
      ? laptop.done({ type: 'trash', refs: [{ collection: 'people', id: one }] })
      : laptop.done({ type: 'merge', keep: one, gone: [two] }),
  );
  const written = await apart(['Grace', 'Gracie'], (laptop, [one = '', two = '']) => {
    const ref = { collection: 'people' as const, id: two };
    const change = { type: 'field' as const, ref, field: 'nickname', value: 'Amazing' };
    return laptop.name === 'alice'
      ? laptop.done({ type: 'merge', keep: one, gone: [two] })
      : laptop.done({ type: 'edit', changes: [change] });
  });
  const twice = await apart(['Hedy', 'Edith', 'Judith'], (laptop, ids) =>
    laptop.done({
      type: 'merge',
      keep: ids[laptop.name === 'alice' ? 0 : 1] ?? '',
      gone: [ids[2] ?? ''],
    }),
  );
  await fillProfile(profileDir, [...circle, ...trashed, ...written, ...twice]);
  const open = await openWindow(profileDir);
  const { page } = open;
  const card = (name: string) => page.getByRole('listitem', { name });
  try {
    await goTo(page, 'Team');
    await page.getByRole('link', { name: 'Conflicts (4)' }).click();
    await card('Merged with of Ada').getByText('were merged into each other').waitFor();
    await card('Merged with of Marie')
      .getByText(/merged into Mary, who is in the trash/)
      .waitFor();
    await card('Nickname of Grace')
      .getByText(/This was written to Gracie/)
      .waitFor();
    for (const name of ['Hedy', 'Edith'])
      await expect.poll(() => card('Merged with of Judith').textContent()).toContain(name);
    expect(await seriousFindings(page)).toEqual([]);
    await card('Merged with of Marie').getByRole('button', { name: 'Keep it so' }).click();
    await card('Merged with of Marie').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Keep current for all (3)' }).click();
    await page.getByText('No conflicts').waitFor();
    await goTo(page, 'People');
    await page.getByText('Marie', { exact: true }).waitFor();
    await page.getByText('Ada', { exact: true }).waitFor();
    expect(await page.getByText('Ava', { exact: true }).count()).toBe(0);
  } finally {
    await open.close();
  }
});
