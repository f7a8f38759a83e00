// What is typed in the window stands in no file of the profile, Chromium's own among them, also
// after everything that can crash has crashed.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { askHost, hostPid } from '../support/host/host-probe.ts';
import { readableIn } from '../support/host/readable.ts';
import { addPerson, goTo } from '../support/window/browser.ts';
import { canRunElectron, openElectronBench } from '../support/window/electron.ts';

const newMarker = (): string => `zq${randomBytes(14).toString('hex')}`;

test.runIf(canRunElectron())('nothing typed is in a file, after crashes and a kill', async () => {
  const bench = await openElectronBench();
  const markers = { name: newMarker(), search: newMarker(), happened: newMarker() };
  try {
    const { app, page } = await bench.start();
    await addPerson(page, markers.name);
    await page.getByRole('textbox', { name: 'What happened' }).fill(markers.happened);
    await goTo(page, 'People');
    await page.getByText(markers.name).first().waitFor();
    await page.getByRole('textbox', { name: 'Search' }).fill(markers.search);
    await page.getByText(markers.name).first().waitFor({ state: 'hidden' });
    const crashed = page.waitForEvent('crash');
    await app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows())
        window.webContents.forcefullyCrashRenderer();
    });
    await crashed;
    const host = await hostPid(app);
    if (host !== undefined) process.kill(host, 'SIGABRT');
    const ended = once(app.process(), 'exit');
    app.process().kill('SIGKILL');
    await ended;
    expect(existsSync(join(bench.profileDir, 'window'))).toBe(true);
    expect(readableIn(bench.profileDir, markers)).toEqual([]);
  } finally {
    await bench.close();
  }
});

test.runIf(canRunElectron()).each(['suspend', 'lock-screen'] as const)(
  'the book is locked on %s where its owner wants that, and not before',
  async (event) => {
    const bench = await openElectronBench();
    try {
      const { app, page } = await bench.start();
      const happens = () =>
        app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
      const { words } = ((await askHost(page, 'lock.words')) as { value: { words: string } }).value;
      await askHost(page, 'lock.protect', { passphrase: 'correct horse battery', words });
      await happens();
      await goTo(page, 'Settings');
      await page.getByRole('switch', { name: 'Lock when the computer sleeps' }).click();
      // The bench's desktop has no keyring, and Chromium's own stand-in is none.
      await page.getByText('This computer has no keystore').waitFor();
      await happens();
      await page.getByLabel('Passphrase or recovery words').fill('correct horse battery');
      await page.getByRole('button', { name: 'Unlock' }).click();
      await goTo(page, 'Settings');
      const wanted = page.getByRole('switch', { name: 'Lock when the computer sleeps' });
      await expect.poll(() => wanted.isChecked()).toBe(true);
    } finally {
      await bench.close();
    }
  },
);
