// Two sites that cannot reach each other, and between them the team's own signaling
// server and TURN server (Debian's coturn).

import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, test } from 'vitest';

import { type Lan, type Laptop, openLan } from '../support/network/lan.ts';
import { agreed, askToJoin, confirmCode, invite, makeTeam } from '../support/sync/team.ts';
import { addPerson } from '../support/network/three-laptops.ts';
import { goTo } from '../support/window/browser.ts';

let lan: Lan;
let [alice, bob]: Laptop[] = [];
const servers: ChildProcess[] = [];
/** y-webrtc's own server listens here when it is not told otherwise. */
const signalingPort = 4_444;
const credentials = ['rapport', 'a-long-secret'] as const;

beforeAll(async () => {
  lan = openLan(['l', 'r'], { hasDefaultRoute: false });
  const cables = [
    { bridge: 'l', address: '10.81.1.2' },
    { bridge: 'r', address: '10.81.2.2' },
  ];
  lan.machine('relay', cables);
  const signaling = join(dirname(createRequire(import.meta.url).resolve('y-webrtc')), '..', 'bin');
  servers.push(lan.spawnIn('relay', process.execPath, [join(signaling, 'server.js')]));
  const ips = cables.flatMap(({ address }) => ['-L', address, '-E', address]);
  const user = `${credentials[0]}:${credentials[1]}`;
  const quiet = ['--no-tls', '--no-dtls', '--no-cli', '--pidfile', '/tmp/rapport-turn.pid'];
  servers.push(
    lan.spawnIn('relay', 'turnserver', [
      '-n',
      '-a',
      '--log-file=stdout',
      '--realm=rapport',
      `--user=${user}`,
      ...ips,
      ...quiet,
    ]),
  );
  alice = await lan.laptop('alice', [{ bridge: 'l', address: '10.81.1.1' }]);
  bob = await lan.laptop('bob', [{ bridge: 'r', address: '10.81.2.3' }]);
});
afterAll(async () => {
  for (const server of servers) server.kill();
  await lan.close();
});

async function reachThrough({ page }: Laptop, relay: string): Promise<void> {
  await goTo(page, 'Team');
  await page.getByRole('button', { name: 'Add a teammate by address' }).click();
  await page.getByLabel('Signaling server of your own').fill(`ws://${relay}:${signalingPort}`);
  await page.getByLabel('TURN server of your own').fill(`turn:${relay}:3478`);
  await page.getByLabel('TURN user').fill(credentials[0]);
  await page.getByLabel('TURN password').fill(credentials[1]);
  await page.getByRole('button', { name: 'Save addresses' }).click();
}

test('laptops at two sites become a team and stay in step through the team’s own servers', async () => {
  if (alice === undefined || bob === undefined) throw new Error('no laptops');
  await addPerson(alice, 'Ada by Alice');
  await makeTeam(alice.page, { name: 'Alice' });
  await reachThrough(alice, '10.81.1.2');
  const words = await invite(alice.page);
  await askToJoin(bob.page, words, 'Bob', `10.81.2.2:${signalingPort}`);
  await confirmCode(bob.page);
  await alice.page.getByRole('button', { name: 'Accept' }).click();
  await bob.page.getByRole('list', { name: 'Devices' }).waitFor();
  await reachThrough(bob, '10.81.2.2');
  await agreed(bob.page);
  await goTo(bob.page, 'People');
  await bob.page.getByText('Ada by Alice').waitFor();
  await addPerson(bob, 'Berta by Bob');
  await goTo(alice.page, 'People');
  await alice.page.getByText('Berta by Bob').waitFor();
});
