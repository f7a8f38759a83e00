// How soon two laptops are in step again after a cut of 30 seconds, and what a team of
// five costs while nobody does anything. On networks of namespaces: Linux and root.

import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import { canMakeNamespaces } from '../support/network/cabling.ts';
import { type Laptop, openLan } from '../support/network/lan.ts';
import { letIn, makeTeam } from '../support/sync/team.ts';
import { addPerson } from '../support/network/three-laptops.ts';
import { goTo } from '../support/window/window.ts';
import { report } from './report.ts';

const cuts = 3;
const cutMs = 30_000;
const idleMs = 60_000;
const names = ['alice', 'bob', 'carol', 'dave', 'erin'];

if (!canMakeNamespaces) {
  console.error('This measure needs Linux and root.');
  process.exit(1);
}
const lan = openLan(['s'], { hasDefaultRoute: false });
const laptops: Laptop[] = [];
for (const [at, name] of names.entries())
  laptops.push(await lan.laptop(name, [{ bridge: 's', address: `10.80.1.${at + 1}` }]));
const [alice, bob] = laptops as [Laptop, Laptop];
await makeTeam(alice.page, { name: 'alice' });
for (const laptop of laptops.slice(1)) await letIn(alice.page, laptop.page, laptop.name);

let worst = 0;
for (let cut = 0; cut < cuts; cut++) {
  bob.cut();
  await addPerson(alice, `Cut ${cut}`);
  await goTo(bob.page, 'People');
  await wait(cutMs);
  bob.heal();
  const healed = performance.now();
  await bob.page.getByText(`Cut ${cut}`).waitFor();
  worst = Math.max(worst, performance.now() - healed);
}
report({
  name: 'in step after a cut of 30 s, worst of 3',
  size: 5,
  value: worst,
  unit: 'ms',
  mark: 5_000,
});

for (const { page } of laptops) await goTo(page, 'People');
// For a minute after the last change windows call out more often.
await wait(75_000);
const before = laptops.map((laptop) => usage(laptop));
await wait(idleMs);
const after = laptops.map((laptop) => usage(laptop));
const each = after.map((one, at) => ({
  bytes: ((one.bytes - (before[at]?.bytes ?? 0)) * 1_000) / idleMs,
  cpu: ((one.cpu - (before[at]?.cpu ?? 0)) * 100_000) / idleMs,
}));
const most = (values: number[]): number => Math.max(...values);
report({
  name: 'idle team of five, sent a second and device',
  size: 5,
  value: most(each.map(({ bytes }) => bytes)),
  unit: 'B/s',
  mark: 1_000,
});
report({
  name: 'idle team of five, of a core and device',
  size: 5,
  value: most(each.map(({ cpu }) => cpu)),
  unit: '%',
  mark: 1,
});
await lan.close();
process.exit(0);

/** Bytes the laptop has sent, and seconds of processor time of its host and its window. */
function usage({ sentBytes, processes }: Laptop): { bytes: number; cpu: number } {
  const cpu = processes().reduce((sum, pid) => sum + secondsOf(pid), 0);
  return { bytes: sentBytes(), cpu };
}

/** proc(5): utime and stime, in hundredths of a second. */
function secondsOf(pid: number): number {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const fields = rest.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    // Ended since it was listed.
    return 0;
  }
}
