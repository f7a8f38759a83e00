// Three laptops on a switch: they are parted for a while, work on, and are in step again
// soon after they meet. Defined here once, for a network with and one without a way out.

import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { canMakeNamespaces } from './cabling.ts';
import { type Lan, type Laptop, openLan } from './lan.ts';
import { letIn, makeTeam } from '../sync/team.ts';
import { goTo } from '../window/browser.ts';

const cuts = [5, 20, 40, 90];
const healedWithin = 30_000;

/** Defines the tests of one network. */
export function threeLaptops(hasDefaultRoute: boolean): void {
  let lan: Lan;
  let laptops: [Laptop, Laptop, Laptop];
  /** In the book of each, as far as the tests that have run have come. */
  let people = 0;

  test('networks of namespaces can be made here', () => {
    expect(canMakeNamespaces).toBe(true);
  });

  beforeAll(async () => {
    lan = openLan(['s'], { hasDefaultRoute });
    laptops = [
      await lan.laptop('alice', [{ bridge: 's', address: '10.77.1.1' }]),
      await lan.laptop('bob', [{ bridge: 's', address: '10.77.1.2' }]),
      await lan.laptop('carol', [{ bridge: 's', address: '10.77.1.3' }]),
    ];
    const [alice, bob, carol] = laptops;
    await importPeople(alice, 5_000);
    people = 5_000;
    await makeTeam(alice.page, { name: 'Alice' });
    await letIn(alice.page, bob.page, 'Bob');
    await letIn(alice.page, carol.page, 'Carol');
  });
  afterAll(() => lan.close());

  test('a team of three shares five thousand people', async () => {
    await expectAll(laptops, people);
  });

  for (const seconds of cuts) {
    test(`both sides of a cut of ${seconds} s keep what they did`, async () => {
      const [alice, bob] = laptops;
      bob.cut();
      await addPerson(alice, `Anna ${seconds}`);
      await addPerson(bob, `Berta ${seconds}`);
      await wait(seconds * 1_000);
      bob.heal();
      people += 2;
      await expectAll(laptops, people);
    });
  }

  test('a laptop that slept is in step soon after it wakes', async () => {
    const [alice, bob] = laptops;
    bob.sleep();
    await addPerson(alice, 'While Bob slept');
    await wait(20_000);
    bob.wake();
    people += 1;
    await expectAll(laptops, people);
  });

  test('a laptop that got another address is found again', async () => {
    const [alice, bob] = laptops;
    bob.moveTo('10.77.1.99');
    await addPerson(alice, 'After the move');
    people += 1;
    await expectAll(laptops, people);
  });

  test('one hub that was killed and came back loses nothing', async () => {
    const [alice, bob, carol] = laptops;
    await addPerson(bob, 'Before the end');
    await bob.killHost();
    await addPerson(carol, 'By Carol');
    await addPerson(alice, 'By Alice');
    people += 3;
    await expectAll(laptops, people);
  });

  test('all at once from nothing', async () => {
    await Promise.all(laptops.map((laptop) => laptop.killHost()));
    const [alice, bob, carol] = laptops;
    await Promise.all([addPerson(alice, 'A'), addPerson(bob, 'B'), addPerson(carol, 'C')]);
    people += 3;
    await expectAll(laptops, people);
  });
}

/** Five thousand people through the window, as an owner brings them. */
async function importPeople(laptop: Laptop, count: number): Promise<void> {
  const row = (at: number): string => `Given${at},Family${at},p${at}@example.com`;
  const rows = Array.from({ length: count }, (_, at) => row(at));
  await importCsv(laptop, `First Name,Last Name,Email\n${rows.join('\n')}\n`, count);
}

export async function importCsv({ page }: Laptop, csv: string, count: number): Promise<void> {
  await goTo(page, 'Import & export');
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const many = count.toLocaleString('en');
  await page.getByText(new RegExp(`^${many} (?:people|person)\\b.* created`)).waitFor();
  await goTo(page, 'People');
  await page.getByText(`${count.toLocaleString('en')} people`).waitFor();
}

export async function addPerson({ page }: Pick<Laptop, 'page'>, name: string): Promise<void> {
  await goTo(page, 'People');
  await page.getByRole('button', { name: 'Add person' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

export async function expectAll(laptops: readonly Laptop[], people: number): Promise<void> {
  const began = Date.now();
  await Promise.all(
    laptops.map(async ({ page }) => {
      await goTo(page, 'People');
      await page
        .getByText(`${people.toLocaleString('en')} people`)
        .waitFor({ timeout: healedWithin });
    }),
  );
  console.log(`in step ${Date.now() - began} ms after healing`);
}
