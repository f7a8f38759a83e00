// A stranger on the same switch listens to everything two teammates say to each other.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startCapture } from '../support/network/capture.ts';
import { type Lan, type Laptop, openLan } from '../support/network/lan.ts';
import { letIn, makeTeam } from '../support/sync/team.ts';
import { addPerson, expectAll, importCsv } from '../support/network/three-laptops.ts';

let lan: Lan;
let laptops: [Laptop, Laptop];

beforeAll(async () => {
  lan = openLan(['s'], { hasDefaultRoute: true });
  laptops = [
    await lan.laptop('alice', [{ bridge: 's', address: '10.79.1.1' }]),
    await lan.laptop('bob', [{ bridge: 's', address: '10.79.1.2' }]),
  ];
});
afterAll(() => lan.close());

test('a stranger reads none of a thousand markers, and nothing leaves the network', async () => {
  const [alice, bob] = laptops;
  const markers = Array.from({ length: 1_000 }, (_, at) => `Marker${at}Zebra`);
  const rows = markers.map((marker) => `${marker},Roe,${marker}@example.com,Note ${marker}`);
  const path = join(mkdtempSync(join(tmpdir(), 'rapport-capture-')), 'lan.pcap');
  const capture = await startCapture(lan.switches, 'switch-s', path);
  await importCsv(alice, `First Name,Last Name,Email,Notes\n${rows.join('\n')}\n`, 1_000);
  await makeTeam(alice.page, { name: 'MarkerAlice' });
  await letIn(alice.page, bob.page, 'MarkerBob');
  await addPerson(bob, 'MarkerLast Zebra');
  await expectAll(laptops, 1_001);
  const { bytes, targets } = await capture.end();

  // The capture is of this very session.
  expect(bytes.length).toBeGreaterThan(50_000);
  expect(bytes.includes('_rapport')).toBe(true);
  const text = bytes.toString('latin1');
  const read = [...markers, 'MarkerAlice', 'MarkerBob', 'MarkerLast', 'Our team'].filter((one) =>
    text.includes(one),
  );
  expect(read).toEqual([]);
  const isLocal = (target: string): boolean =>
    /^(10\.79\.1\.|224\.0\.0\.|255\.255\.255\.255)/.test(target) || /^(ff|fe80)/.test(target);
  expect([...targets].filter((target) => !isLocal(target))).toEqual([]);
});
