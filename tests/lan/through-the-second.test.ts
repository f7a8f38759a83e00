// Alice and Carol are in different networks and only Bob is in both: what Alice writes
// reaches Carol through Bob's laptop.

import { afterAll, beforeAll, test } from 'vitest';

import { type Lan, type Laptop, openLan } from '../support/network/lan.ts';
import { letIn, makeTeam } from '../support/sync/team.ts';
import { addPerson, expectAll } from '../support/network/three-laptops.ts';

let lan: Lan;
let laptops: [Laptop, Laptop, Laptop];
/** In the book of each, as far as the tests that have run have come. */
let people = 0;

beforeAll(async () => {
  lan = openLan(['l', 'r'], { hasDefaultRoute: false });
  laptops = [
    await lan.laptop('alice', [{ bridge: 'l', address: '10.78.1.1' }]),
    await lan.laptop('bob', [
      { bridge: 'l', address: '10.78.1.2' },
      { bridge: 'r', address: '10.78.2.2' },
    ]),
    await lan.laptop('carol', [{ bridge: 'r', address: '10.78.2.3' }]),
  ];
  const [alice, bob, carol] = laptops;
  await makeTeam(alice.page, { name: 'Alice' });
  await letIn(alice.page, bob.page, 'Bob');
  await letIn(bob.page, carol.page, 'Carol');
});
afterAll(() => lan.close());

test('the first and the third agree without ever meeting', async () => {
  const [alice, , carol] = laptops;
  await addPerson(alice, 'Ada by Alice');
  await addPerson(carol, 'Cleo by Carol');
  people += 2;
  await expectAll(laptops, people);
});

test('what was done while the middle one was away passes through it later', async () => {
  const [alice, bob, carol] = laptops;
  bob.cut('l');
  bob.cut('r');
  await addPerson(alice, 'Second by Alice');
  await addPerson(carol, 'Second by Carol');
  bob.heal('l');
  bob.heal('r');
  people += 2;
  await expectAll(laptops, people);
});
