// A newcomer receives a whole team's people over WebRTC, against the local import of the
// same rows; and how soon an edit in one window is seen in the other's.

import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { chromium, type Page } from 'playwright-core';

import { startShell, newProfile } from '../support/window/loopback.ts';
import { askToJoin, invite, makeTeam } from '../support/sync/team.ts';
import { goTo } from '../support/window/window.ts';
import { percentile, report } from './report.ts';
import { chromiumOptions } from './support/chromium-options.ts';
import { importPeople, openBenchBook } from './support/book.ts';
import { withPeerPage } from './support/peer-page.ts';
import { receiveByRxdb } from './support/rxdb-peer.ts';

const sizes = (process.env['BENCH_SIZE'] ?? '10000,100000').split(',').map(Number);
const edits = 60;
/** Rows that RxDB's replication asks for at a time: what it does by itself, and what is fastest. */
const batches = [20, 1_000];
const mostMinutes = 10;
/** In ms; an edit that takes longer is lost. */
const mostWait = 30_000;
for (const size of sizes) await measure(size);
process.exit(0);

async function measure(size: number): Promise<void> {
  const book = await openBenchBook();
  const imported = await importPeople(book, size);
  const people = await book.store.count('people');
  const rows: unknown[] = [];
  for await (const docs of book.store.scan('people')) rows.push(...docs);
  await book.keeper.close();
  const [alice, bob] = [await startShell(book.dir), await startShell(newProfile())];
  const browser = await chromium.launch(chromiumOptions);
  const open = async (address: string): Promise<Page> => {
    const context = await browser.newContext({ permissions: ['microphone'] });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    return page;
  };
  const [a, b] = [await open(alice.address), await open(bob.address)];
  await makeTeam(a, { name: 'Alice' });
  await askToJoin(b, await invite(a), 'Bob');
  await a.getByRole('button', { name: 'Accept' }).waitFor();
  await goTo(b, 'People');
  const began = performance.now();
  await a.getByRole('button', { name: 'Accept' }).click();
  await b.getByText(`${people.toLocaleString('en')} people`).waitFor({ timeout: 600_000 });
  const received = performance.now() - began;
  report({
    name: 'a newcomer receives everything, against the local import',
    size,
    value: received,
    unit: 'ms',
    peer: 'import of the same rows on this machine',
    peerValue: imported,
    mark: 2,
  });
  if (size === Math.min(...sizes)) await measureEdits(a, b, size);
  await browser.close();
  const ydoc = await withPeerPage(
    join(import.meta.dirname, 'pages', 'ydoc-sync.ts'),
    { '/rows.json': JSON.stringify(rows) },
    (page) => page.evaluate<number>('syncAll()'),
  );
  report({
    name: 'a newcomer receives everything, against one Y.Doc',
    size,
    value: received,
    unit: 'ms',
    peer: 'one Y.Doc with framing added and y-indexeddb, people only',
    peerValue: ydoc,
    mark: 5,
    atLeast: true,
  });
  for (const batch of batches) {
    const byRxdb = await receiveByRxdb(rows, batch, mostMinutes * 60_000);
    report({
      name: 'a newcomer receives everything, against RxDB’s replication-webrtc',
      size,
      value: received,
      unit: 'ms',
      peer: `RxDB’s replication-webrtc on Dexie, ${batch} rows at a time, people only`,
      peerValue: byRxdb ?? `did not finish in ${mostMinutes} minutes`,
      mark: 5,
      atLeast: true,
    });
  }
  await Promise.all([alice.stop(), bob.stop()]);
  rmSync(book.dir, { recursive: true, force: true });
}

/** From Enter in one window to the new value on the other's screen, both on one person. */
async function measureEdits(a: Page, b: Page, size: number): Promise<void> {
  for (const page of [a, b]) {
    await goTo(page, 'People');
    await page.getByRole('row').nth(3).click();
    await page.getByLabel('Nickname').waitFor();
  }
  const samples: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const value = `Name ${edit}`;
    const seen = b.evaluate(
      ([wanted, most]) =>
        new Promise<number>((resolve, reject) => {
          const began = performance.now();
          const look = (): void => {
            const field = [...document.querySelectorAll('input')].find(
              (one) => one.value === wanted,
            );
            if (performance.now() - began > most) reject(new Error(`${wanted} was never seen`));
            else if (field === undefined) setTimeout(look, 1);
            else resolve(performance.timeOrigin + performance.now());
          };
          look();
        }),
      [value, mostWait] as const,
    );
    await a.getByLabel('Nickname').fill(value);
    const pressed = a.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const note = (event: KeyboardEvent): void =>
            resolve(performance.timeOrigin + event.timeStamp);
          document.addEventListener('keydown', note, { once: true, capture: true });
        }),
    );
    await a.getByLabel('Nickname').press('Enter');
    samples.push((await seen) - (await pressed));
  }
  const name = 'an edit is seen in the other window';
  report({ name: `${name}, p50`, size, value: percentile(samples, 0.5), unit: 'ms', mark: 40 });
  report({ name: `${name}, p95`, size, value: percentile(samples, 0.95), unit: 'ms', mark: 120 });
}
