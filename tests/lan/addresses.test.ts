// A network that passes no multicast, as some guest Wi-Fis: teammates are met by address only.

import { afterAll, beforeAll, test } from 'vitest';

import { type Lan, type Laptop, openLan } from '../support/network/lan.ts';
import { addPerson, expectAll } from '../support/network/three-laptops.ts';
import { agreed, askToJoin, confirmCode, invite, makeTeam } from '../support/sync/team.ts';
import { goTo } from '../support/window/browser.ts';

let lan: Lan;
let laptops: [Laptop, Laptop];
let people = 1;

beforeAll(async () => {
  lan = openLan(['s'], { hasDefaultRoute: false, hasMulticast: false });
  laptops = [
    await lan.laptop('alice', [{ bridge: 's', address: '10.79.1.1' }]),
    await lan.laptop('bob', [{ bridge: 's', address: '10.79.1.2' }]),
  ];
  const [alice, bob] = laptops;
  await makeTeam(alice.page, { name: 'Alice' });
  await askToJoin(bob.page, await invite(alice.page), 'Bob', '10.79.1.1');
  await confirmCode(bob.page);
  await alice.page.getByRole('button', { name: 'Accept' }).click();
  await agreed(bob.page);
  await addPerson(alice, 'At the old address');
});
afterAll(() => lan.close());

async function check({ page }: Laptop, words: RegExp): Promise<void> {
  await goTo(page, 'Team');
  await page.getByRole('button', { name: 'Check the connection' }).click();
  await page.getByText(words).waitFor();
}

test('whoever was dialled remembers who came, and finds them from an address of its own', async () => {
  const [alice] = laptops;
  alice.moveTo('10.79.1.50');
  await addPerson(alice, 'After Alice moved');
  people += 1;
  await expectAll(laptops, people);
});

test('whoever came finds those it met, too, after both have been started again', async () => {
  const [alice, bob] = laptops;
  bob.moveTo('10.79.1.60');
  await addPerson(bob, 'After Bob moved');
  people += 1;
  await expectAll(laptops, people);
  await Promise.all([alice.killHost(), bob.killHost()]);
  await addPerson(alice, 'After the start');
  people += 1;
  await expectAll(laptops, people);
});

test('the check tells what refuses from what drops, and from nobody being there', async () => {
  const [alice, bob] = laptops;
  await bob.stopHost();
  await goTo(alice.page, 'Team');
  await alice.page.getByRole('button', { name: 'Add a teammate by address' }).click();
  await alice.page.getByLabel('Addresses of teammates').fill('10.79.1.99');
  await alice.page.getByRole('button', { name: 'Save addresses' }).click();
  await check(alice, /Nobody is at 10\.79\.1\.99:47653/);
  await check(alice, /10\.79\.1\.60:47653 answers that it lets nobody in/);
  bob.drop('10.79.1.50');
  await check(alice, /10\.79\.1\.60:47653 gives no answer at all/);
});
