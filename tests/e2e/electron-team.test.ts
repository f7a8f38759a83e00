// Two desktop applications become a team; sync goes on while a window is hidden.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  type Bench,
  canRunElectron,
  openElectronBench,
  type Started,
} from '../support/window/electron.ts';
import { invite, letIn, makeTeam } from '../support/sync/team.ts';
import { addPerson } from '../support/network/three-laptops.ts';
import { goTo } from '../support/window/browser.ts';

describe.runIf(canRunElectron())('two desktop applications', () => {
  let bench: Bench;
  let [alice, bob]: Started[] = [];
  beforeAll(async () => {
    bench = await openElectronBench();
    const profileDir = join(mkdtempSync(join(tmpdir(), 'rapport-electron-')), 'bob');
    [alice, bob] = [await bench.start(), await bench.start({ profileDir })];
  });
  afterAll(() => bench.close());

  test('make a team by words, code and consent', async () => {
    await addPerson(alice!, 'Ada Lovelace');
    await makeTeam(alice!.page, { name: 'Alice' });
    const words = await invite(alice!.page);
    await alice!.page.getByRole('button', { name: 'Copy the words' }).click();
    await alice!.page.getByRole('button', { name: 'Copied.' }).waitFor();
    await expect
      .poll(() => alice!.app.evaluate(({ clipboard }) => clipboard.readText()))
      .toBe(words);
    await alice!.page.getByRole('button', { name: 'Cancel the invite' }).click();
    await letIn(alice!.page, bob!.page, 'Bob');
    await goTo(bob!.page, 'People');
    await bob!.page.getByText('Ada Lovelace').waitFor();
  });

  test('keep in step while a window is hidden to the tray', async () => {
    const showsWindow = (isShown: boolean) =>
      bob!.app.evaluate(({ BrowserWindow }, shown) => {
        const [window] = BrowserWindow.getAllWindows();
        if (shown) window?.show();
        else window?.hide();
      }, isShown);
    await showsWindow(false);
    // Longer than a silent connection is kept.
    await wait(9_000);
    await addPerson(alice!, 'Grace Hopper');
    await bob!.page.getByText('Grace Hopper').waitFor({ state: 'attached' });
    await showsWindow(true);
    await bob!.page.getByText('Grace Hopper').waitFor();
  });
});
