// What is decided on the Conflicts page stays decided, however the conflict came to be.

import { mkdirSync } from 'node:fs';

import { expect, test } from 'vitest';

import type { RecordDoc } from '../../src-shared/domain/record.ts';
import { openNet } from '../support/sync/record-net.ts';
import { openReplica } from '../support/sync/replica.ts';
import { fillProfile } from '../support/host/command-line.ts';
import { seededRandom } from '../support/seeded.ts';
import { recordOf } from '../support/store/sample-records.ts';
import { goTo } from '../support/window/browser.ts';
import { newProfile } from '../support/window/loopback.ts';
import { openWindow } from '../support/window/window.ts';

/** People whose nickname two laptops wrote apart. */
async function inConflict(names: readonly string[]): Promise<RecordDoc[]> {
  const [alice, bob] = [openReplica('alice'), openReplica('bob')];
  const net = openNet([alice, bob], seededRandom(1));
  const { ids } = await alice.done({
    type: 'create',
    records: names.map((given) => ({ kind: 'person', fields: { given } })),
  });
  await net.heal();
  for (const replica of [alice, bob])
    for (const id of ids) {
      const ref = { collection: 'people' as const, id };
      const value = `By ${replica.name}`;
      await replica.done({
        type: 'edit',
        changes: [{ type: 'field', ref, field: 'nickname', value }],
      });
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
    await page.getByRole('link', { name: 'Conflicts (5)' }).click();
    await keep('Ada');
    await keep('Edith');
    await open.reload();
    await expect.poll(() => cards.count()).toBe(3);
    await page.getByRole('button', { name: 'Keep current for all (3)' }).click();
    await page.getByText('No conflicts').waitFor();
    await open.reload();
    await page.getByText('No conflicts').waitFor();
  } finally {
    await open.close();
  }
});
