// Seeded histories of three laptops on a switch: cut off, put to sleep, killed and moved
// while all of them work. TEST_SEED=N TEST_RUNS=0.005 repeats the one history with seed N.

import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { type Lan, type Laptop, openLan } from '../support/network/lan.ts';
import { seededRandom, testRuns, testSeed } from '../support/seeded.ts';
import { letIn, makeTeam } from '../support/sync/team.ts';
import { addPerson, expectAll, importCsv } from '../support/network/three-laptops.ts';
import { addTo } from '../support/window/values.ts';
import { goTo } from '../support/window/browser.ts';

const healedWithin = 10_000;
/** To tell what is slow from what is lost. */
const lostAfter = 120_000;
const longestCut = 90;
const names = ['alice', 'bob', 'carol'] as const;
const pairs = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

/** Each laptop moves within its own quarter of the network, so that a pair stays cut. */
const addressOf = (at: number, host: number): string => `10.84.1.${at * 64 + host}`;
const quarterOf = (at: number): string => `10.84.1.${at * 64}/26`;

type Disturbance = { words: string; begin: () => unknown; end: () => unknown; seconds: number };
/** `device`: happens to one laptop, which cannot be worked on meanwhile. */
type Plan = { network: Disturbance[]; device?: Disturbance & { at: number } };
/** What was done in a history and must be everywhere after it. */
type Work = { names: string[]; addresses: string[] };

let lan: Lan;
const laptops: Laptop[] = [];
let people = 200;

beforeAll(async () => {
  lan = openLan(['s'], { hasDefaultRoute: false });
  for (const [at, name] of names.entries())
    laptops.push(await lan.laptop(name, [{ bridge: 's', address: addressOf(at, 1) }]));
  const [alice, bob, carol] = laptops as [Laptop, Laptop, Laptop];
  const rows = Array.from({ length: people }, (_, at) => `Given${at},Family${at}`);
  await importCsv(alice, `First Name,Last Name\n${rows.join('\n')}\n`, people);
  await makeTeam(alice.page, { name: 'Alice' });
  await letIn(alice.page, bob.page, 'Bob');
  await letIn(alice.page, carol.page, 'Carol');
  await expectAll(laptops, people);
});
afterAll(() => lan.close());

for (let run = 0; run < testRuns(200); run++) {
  const seed = testSeed + run;
  test(`history ${seed} is healed within ten seconds, with nothing lost`, async () => {
    const random = seededRandom(seed);
    await addPerson(laptops[0] as Laptop, `Shared ${seed}`);
    people += 1;
    await expectAll(laptops, people);
    const plan = planOf(random);
    const all = [...plan.network, ...(plan.device === undefined ? [] : [plan.device])];
    const words = all.map(({ words: what, seconds }) => `${what} for ${seconds} s`).join(', ');
    console.log(`TEST_SEED=${seed}: ${words}`);
    const work: Work = { names: [], addresses: [] };
    const ended = await Promise.allSettled([
      ...plan.network.map(pass),
      ...laptops.map((_, at) => workOn(at, seed, plan, work, random)),
    ]);
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
    const began = Date.now();
    await Promise.all(laptops.map((laptop) => expectInStep(laptop, seed, work)));
    const took = Date.now() - began;
    await Promise.all(laptops.map((laptop) => expectNames(laptop, work)));
    const size = `${work.names.length} people and ${work.addresses.length} addresses`;
    console.log(`TEST_SEED=${seed}: healed in ${took} ms, ${size} are on all laptops`);
    expect(took).toBeLessThan(healedWithin);
  });
}

function planOf(random: () => number): Plan {
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  const at = Math.floor(random() * names.length);
  const laptop = laptops[at] as Laptop;
  const name = names[at] as string;
  const nothing = (): void => undefined;
  const cable = {
    words: `${name}'s cable out`,
    begin: () => laptop.cut(),
    end: () => laptop.heal(),
  };
  const cutPairs = pairs.filter(() => random() < 0.4).map(([a, b]) => pairCut(a, b));
  const cuts = random() < 0.3 ? [cable] : cutPairs;
  const network = cuts.map((cut) => ({ ...cut, seconds: upTo(longestCut) }));
  if (network.length > 0 && random() < 0.4) return { network };
  const whose = Math.floor(random() * names.length);
  const one = laptops[whose] as Laptop;
  const address = addressOf(whose, upTo(60));
  const devices = [
    { words: `${one.name} sleeps`, begin: one.sleep, end: one.wake, seconds: upTo(60) },
    { words: `${one.name}'s hub killed`, begin: one.killHost, end: nothing, seconds: upTo(5) },
    {
      words: `${one.name} moves to ${address}`,
      begin: () => one.moveTo(address),
      end: nothing,
      seconds: upTo(20),
    },
  ];
  const device = devices[Math.floor(random() * devices.length)] as Disturbance;
  return { network, device: { ...device, at: whose } };
}

/** The two hear nothing of each other that is not said to everybody. */
function pairCut(a: number, b: number): Omit<Disturbance, 'seconds'> {
  const both = async (what: 'add' | 'del'): Promise<void> => {
    await routeInto(a, what, quarterOf(b));
    await routeInto(b, what, quarterOf(a));
  };
  return {
    words: `${names[a]} and ${names[b]} cut off from each other`,
    begin: () => both('add'),
    end: () => both('del'),
  };
}

async function routeInto(at: number, what: 'add' | 'del', quarter: string): Promise<void> {
  const child = lan.spawnIn(names[at] as string, 'ip', ['route', what, 'blackhole', quarter]);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`ip route ${what} ${quarter} ended with ${String(code)}`);
}

async function pass({ begin, end, seconds }: Disturbance): Promise<void> {
  await begin();
  await wait(seconds * 1_000);
  await end();
}

/** What the owner of one laptop does during a history. */
async function workOn(
  at: number,
  seed: number,
  { network, device }: Plan,
  work: Work,
  random: () => number,
): Promise<void> {
  const laptop = laptops[at] as Laptop;
  // Drawn before anything is waited for, so that a seed gives the same history again.
  const [first, middle, isLast, kinds] = [random(), random(), random() < 0.7, [random(), random()]];
  const longest = Math.max(5, ...network.map(({ seconds }) => seconds));
  await wait(first * 3_000);
  await edit(laptop, seed, work, kinds[0] ?? 0);
  await wait(middle * longest * 500);
  if (device?.at === at) await pass(device);
  if (isLast) await edit(laptop, seed, work, kinds[1] ?? 0);
}

async function edit(laptop: Laptop, seed: number, work: Work, kind: number): Promise<void> {
  if (kind < 0.5) {
    const name = `History ${seed} by ${laptop.name} ${work.names.length}`;
    await addPerson(laptop, name);
    work.names.push(name);
    people += 1;
    return;
  }
  const address = `${laptop.name}${work.addresses.length}@example.com`;
  await openPerson(laptop, `Shared ${seed}`);
  await addTo(laptop.page, 'Contact', 'E-mail');
  await laptop.page.getByLabel('New e-mail').fill(address);
  await laptop.page.getByLabel('New e-mail').press('Enter');
  await expect.poll(() => addressesOn(laptop)).toContain(address);
  work.addresses.push(address);
}

async function openPerson({ page }: Laptop, name: string): Promise<void> {
  await goTo(page, 'People');
  await page.getByLabel('Search').fill(name);
  const found = page.getByRole('grid', { name: 'People found' }).getByText(name, { exact: true });
  await found.click({ timeout: lostAfter });
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

const addressesOn = ({ page }: Laptop): Promise<string[]> =>
  page
    .getByLabel(/^E-mail( \d+)?$/)
    .locator('bdi')
    .allInnerTexts();

/** Waits until a laptop has as many people as there should be, and all shared addresses. */
async function expectInStep(laptop: Laptop, seed: number, work: Work): Promise<void> {
  await goTo(laptop.page, 'People');
  const count = laptop.page.getByText(`${people.toLocaleString('en')} people`);
  await count.waitFor({ timeout: lostAfter });
  await openPerson(laptop, `Shared ${seed}`);
  await expect
    .poll(async () => (await addressesOn(laptop)).toSorted(), { timeout: lostAfter })
    .toEqual(work.addresses.toSorted());
}

async function expectNames(laptop: Laptop, { names: added }: Work): Promise<void> {
  for (const name of added) await openPerson(laptop, name);
}
