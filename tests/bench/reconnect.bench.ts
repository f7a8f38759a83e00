// How soon two laptops are in step again after a cut of 30 seconds, and what a team of
// five costs while nobody does anything, against bare WebRTC connections of the same
// number in the same minute. On networks of namespaces: Linux and root.

import { setTimeout as wait } from 'node:timers/promises';

import { canMakeNamespaces } from '../support/network/cabling.ts';
import { type Laptop, openLan } from '../support/network/lan.ts';
import { letIn, makeTeam } from '../support/sync/team.ts';
import { addPerson } from '../support/network/three-laptops.ts';
import { goTo } from '../support/window/browser.ts';
import { report } from './report.ts';
import { openAwarenessTeam } from './support/awareness-team.ts';
import { usageOf } from './support/usage.ts';

const cuts = Number(process.env['BENCH_CUTS'] ?? 3);
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
});

for (const { page } of laptops) await goTo(page, 'People');
const bare = await openAwarenessTeam(lan, names);
// For a minute after the last change windows call out more often.
await wait(75_000);
const idle = await usageOf([...laptops, ...bare], idleMs);
const [ours, peers] = [idle.slice(0, laptops.length), idle.slice(laptops.length)];
const peer =
  'bare WebRTC connections of the same number, y-webrtc awareness only, in the same minute';
report({
  name: 'idle team of five, sent by each device',
  size: 5,
  value: mean(ours.map(({ bytes }) => bytes)),
  unit: 'B/s',
  peer,
  peerValue: mean(peers.map(({ bytes }) => bytes)),
  mark: 1.5,
});
report({
  name: 'idle team of five, processor time of each device (host and window)',
  size: 5,
  value: mean(ours.map(({ core }) => core)),
  unit: '% of a core',
  peer,
  peerValue: mean(peers.map(({ core }) => core)),
  mark: 1.5,
});
await lan.close();
process.exit(0);

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
