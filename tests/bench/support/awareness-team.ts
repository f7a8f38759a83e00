// The least that a team can be: one browser on each machine, all connected by stock
// y-webrtc, which tells nothing but who is there.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { Page } from 'playwright-core';

import type { BareBrowser, Lan } from '../../support/network/lan.ts';
import { buildScript } from './peer-page.ts';

const entry = join(import.meta.dirname, '..', 'pages', 'awareness.ts');
const hub = '10.80.1.100';
/** y-webrtc's own server listens here when it is not told otherwise. */
const hubPort = 4_444;
const address = 'http://localhost:9/';
const longestMs = 60_000;

/** Resolves when everybody is connected to everybody. */
export async function openAwarenessTeam(
  lan: Lan,
  names: readonly string[],
): Promise<BareBrowser[]> {
  lan.machine('hub', [{ bridge: 's', address: hub }]);
  const package_ = dirname(createRequire(import.meta.url).resolve('y-webrtc'));
  const server = lan.spawnIn('hub', process.execPath, [join(package_, '..', 'bin', 'server.js')]);
  process.on('exit', () => server.kill());
  const script = await buildScript(entry);
  const machines: BareBrowser[] = [];
  for (const [at, name] of names.entries()) {
    const machine = await lan.browser(`b-${name}`, [
      { bridge: 's', address: `10.80.1.${at + 50}` },
    ]);
    await open(machine.page, script);
    machines.push(machine);
  }
  for (const [at, { page }] of machines.entries())
    await page.evaluate(`join('ws://${hub}:${hubPort}', '${names[at]}')`);
  const began = performance.now();
  while (!(await areTogether(machines))) {
    if (performance.now() - began > longestMs) throw new Error('the bare team did not meet');
    await wait(500);
  }
  for (const { page } of machines) await page.evaluate('leaveSignaling()');
  server.kill();
  return machines;
}

/** The page comes from no server, so that none takes part. */
async function open(page: Page, script: string): Promise<void> {
  // Chromium asks before a page speaks to a server of the local network.
  await page.context().grantPermissions(['microphone', 'local-network-access']);
  await page.route('**/*', (route) =>
    route.fulfill(
      route.request().url().endsWith('page.js')
        ? { contentType: 'text/javascript', body: script }
        : { contentType: 'text/html', body: '<script type="module" src="/page.js"></script>' },
    ),
  );
  await page.goto(address);
  await page.waitForFunction(() => 'isReady' in window);
  await page.unroute('**/*');
}

async function areTogether(machines: readonly BareBrowser[]): Promise<boolean> {
  for (const { page } of machines)
    if ((await page.evaluate<number>('present()')) < machines.length - 1) return false;
  return true;
}
