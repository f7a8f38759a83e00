// Two browser shells of this machine with a window each, about to become a team.

import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';

import { chromium, type Page } from 'playwright-core';

import { openBookFile } from './book.ts';
import { databaseName } from '../../../src-shared/schema/collections.ts';
import { askToJoin, confirmCode, invite, makeTeam } from '../../support/sync/team.ts';
import { newProfile, startShell } from '../../support/window/loopback.ts';
import { goTo } from '../../support/window/browser.ts';
import { chromiumOptions } from './chromium-options.ts';

export type TwoLaptops = {
  a: Page;
  b: Page;
  /** Milliseconds from Accept until the other has all of it in the list and on the disk. */
  handOver: (rows: Readonly<Record<string, number>>) => Promise<number>;
  close: () => Promise<void>;
};

/** `dir` holds the book of the first; the second's is empty. */
export async function openTwoLaptops(dir: string): Promise<TwoLaptops> {
  const newcomerDir = newProfile();
  const [alice, bob] = [await startShell(dir), await startShell(newcomerDir)];
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
  await confirmCode(b);
  await a.getByRole('button', { name: 'Accept' }).waitFor();
  await goTo(b, 'People');
  return {
    a,
    b,
    handOver: async (rows) => {
      const people = (rows['people'] ?? 0).toLocaleString('en');
      const began = performance.now();
      await a.getByRole('button', { name: 'Accept' }).click();
      await b.getByText(`${people} people`).waitFor({ timeout: 600_000 });
      await untilStored(newcomerDir, rows);
      return performance.now() - began;
    },
    close: async () => {
      await browser.close();
      await Promise.all([alice.stop(), bob.stop()]);
    },
  };
}

/** What is committed is indexed, too: rows and full text are one transaction. */
async function untilStored(dir: string, rows: Readonly<Record<string, number>>): Promise<void> {
  const book = openBookFile(join(dir, 'rapport.sqlite'));
  const find = book.prepare('SELECT number FROM collections WHERE database = ? AND collection = ?');
  for (const [collection, wanted] of Object.entries(rows)) {
    const number = Number(find.get(databaseName, collection)?.['number']);
    const count = book.prepare(`SELECT count(*) AS count FROM docs_${number}`);
    while (Number(count.get()?.['count']) < wanted) await wait(25);
  }
  book.close();
}
