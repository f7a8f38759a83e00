// Networks without IPv4: one whose addresses are of the site (fd00::/8), and one where every
// laptop has only the address that it gives itself (fe80::/10).

import { afterAll, beforeAll, describe, test } from 'vitest';

import { type Lan, type Laptop, openLan } from '../support/network/lan.ts';
import { addPerson, expectAll } from '../support/network/three-laptops.ts';
import { askToJoin, confirmCode, invite, letIn, makeTeam } from '../support/sync/team.ts';
import { goTo } from '../support/window/browser.ts';

describe('where each laptop has only its own address', () => {
  let lan: Lan;
  let laptops: [Laptop, Laptop];

  beforeAll(async () => {
    lan = openLan(['s'], { hasDefaultRoute: false });
    laptops = [
      await lan.laptop('alice', [{ bridge: 's', address: '' }]),
      await lan.laptop('bob', [{ bridge: 's', address: '' }]),
    ];
  });
  afterAll(() => lan.close());

  test('laptops find each other and become a team, and the check says why nothing is synced', async () => {
    const [alice, bob] = laptops;
    await makeTeam(alice.page, { name: 'Alice' });
    await askToJoin(bob.page, await invite(alice.page), 'Bob');
    await confirmCode(bob.page);
    await alice.page.getByRole('button', { name: 'Accept' }).click();
    await bob.page.getByRole('list', { name: 'Devices' }).waitFor();
    await bob.page.getByRole('button', { name: 'Check the connection' }).click();
    await bob.page.getByText(/This laptop is in a network \(fe80:/).waitFor();
    await bob.page.getByText(/Linked to \[fe80:/).waitFor();
    await bob.page.getByText(/only those that they make up themselves/).waitFor();
  });
});

describe('where addresses are of the site alone', () => {
  let lan: Lan;
  let laptops: [Laptop, Laptop];

  beforeAll(async () => {
    lan = openLan(['s'], { hasDefaultRoute: false });
    laptops = [
      await lan.laptop('alice', [{ bridge: 's', address: 'fd00:77::1' }]),
      await lan.laptop('bob', [{ bridge: 's', address: 'fd00:77::2' }]),
    ];
  });
  afterAll(() => lan.close());

  test('laptops find each other, become a team and stay in step', async () => {
    const [alice, bob] = laptops;
    await makeTeam(alice.page, { name: 'Alice' });
    await letIn(alice.page, bob.page, 'Bob');
    await addPerson(alice, 'Ada by Alice');
    await addPerson(bob, 'Berta by Bob');
    await expectAll(laptops, 2);
  });

  test('the check of the connection finds nothing in the way', async () => {
    const [alice] = laptops;
    await goTo(alice.page, 'Team');
    await alice.page.getByRole('button', { name: 'Check the connection' }).click();
    await alice.page.getByText(/This laptop is in a network \(fd00:77::1/).waitFor();
    await alice.page.getByText('Nothing wrong was found.').waitFor({ state: 'attached' });
    await alice.page.getByText('Connected to 1 teammate’s laptop.').waitFor();
  });
});
