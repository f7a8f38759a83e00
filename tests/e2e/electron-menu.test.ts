// The menus of the Electron shell: what Rapport does is in them, and what a right click
// offers for text and links.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ElectronApplication, Page } from 'playwright-core';

import { editorOf } from '../support/window/values.ts';
import { addPerson, goTo } from '../support/window/browser.ts';
import { type Bench, canRunElectron, openElectronBench } from '../support/window/electron.ts';

describe.runIf(canRunElectron())('the menus of the Electron shell', () => {
  let bench: Bench;
  let app: ElectronApplication;
  let page: Page;
  beforeEach(async () => {
    bench = await openElectronBench();
    ({ app, page } = await bench.start());
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterEach(() => bench.close());

  const choose = (id: string): Promise<void> =>
    app.evaluate(({ Menu }, wanted) => {
      Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
    }, id);

  test('File offers what Rapport does, each with a key of its own', async () => {
    const menus = await app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => ({
        label,
        items: (submenu?.items ?? [])
          .filter(({ type }) => type !== 'separator')
          .map((item) => ({ label: item.label, key: String(item.accelerator ?? '') })),
      })),
    );
    expect(menus.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Window', 'Help']);
    expect(menus[0]?.items.map(({ label }) => label)).toEqual([
      'New person',
      'Import …',
      'Export …',
      'Back up …',
      'Print …',
      'Save as PDF …',
      'Lock the book',
      'Settings …',
      'Close the window',
      'Quit Rapport',
    ]);
    const keys = menus.flatMap(({ items }) =>
      items.flatMap(({ key }) => (key === '' ? [] : [key])),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('what is chosen there happens in the window', async () => {
    await choose('add-person');
    await page.getByRole('dialog', { name: 'Add person' }).waitFor();
    await page.keyboard.press('Escape');
    await choose('export');
    await page.getByRole('tab', { name: 'Take people out', selected: true }).waitFor();
    await choose('import');
    await page.getByRole('tab', { name: 'Bring people in', selected: true }).waitFor();
    await choose('backup');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Make a backup now');
    await choose('keys');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await choose('lock');
    await page.getByText('Set a passphrase first').first().waitFor();
  });

  test('a person’s sheet is saved as a PDF under their name, and looked at in the window', async () => {
    await addPerson(page, 'Ada Lovelace');
    const target = join(bench.profileDir, 'sheet.pdf');
    const named = app.evaluate(
      ({ session }, path) =>
        new Promise<string>((resolve) => {
          session.defaultSession.once('will-download', (_event, item) => {
            item.setSavePath(path);
            resolve(item.getFilename());
          });
        }),
      target,
    );
    await choose('save-pdf');
    expect(await named).toBe('Ada Lovelace.pdf');
    const read = () => (existsSync(target) ? readFileSync(target, 'latin1') : '');
    await expect.poll(read).toMatch(/^%PDF-[^]*%%EOF\s*$/);
    // The page is as it was, and shows what came out.
    await page.getByRole('button', { name: 'Attach a file' }).waitFor();
    await page
      .getByRole('region', { name: 'Files' })
      .locator('input[type=file]')
      .setInputFiles(target);
    await page.getByRole('button', { name: 'Look at sheet.pdf' }).click();
    const sheet = page.getByRole('dialog', { name: 'sheet.pdf' });
    await sheet
      .getByText(/Ada Lovelace/)
      .first()
      .waitFor({ state: 'attached' });
    expect(await sheet.getByText(/Attach a file|Settings/).count()).toBe(0);
  });

  test('a right click offers what can be done with the text or the link under it', async () => {
    await app.evaluate(({ Menu }) => {
      const shown: unknown[] = [];
      Object.assign(globalThis, { shown });
      Menu.prototype.popup = function popup(this: Electron.Menu) {
        shown.push(this.items.map(({ label, type }) => (type === 'separator' ? '' : label)));
        Object.assign(globalThis, { last: this });
      };
    });
    const offered = (): Promise<unknown> =>
      app.evaluate(() => (globalThis as unknown as { shown: unknown[] }).shown.splice(0)[0]);

    await addPerson(page, 'Femi Okafor');
    await (await editorOf(page, 'Nickname')).click({ button: 'right' });
    await expect.poll(offered).toEqual(['Cut', 'Copy', 'Paste', '', 'Select all']);

    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), {
        href: 'mailto:femi@lamps.example',
        textContent: 'Write to Femi',
      });
      document.querySelector('main, .main')?.prepend(link);
    });
    await page.getByText('Write to Femi').click({ button: 'right' });
    await expect
      .poll(async () => JSON.stringify(await offered()))
      .toContain('Copy the e-mail address');
    await app.evaluate(({ clipboard }) => {
      clipboard.clear();
      const { last } = globalThis as unknown as { last: Electron.Menu };
      last.items.find(({ label }) => label === 'Copy the e-mail address')?.click();
    });
    await expect
      .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
      .toBe('femi@lamps.example');

    // Nothing to copy: no menu, and the next one that is shown is that of the field.
    await goTo(page, 'Settings');
    await page
      .getByRole('heading', { level: 1 })
      .click({ button: 'right', position: { x: 1, y: 1 } });
    await page.getByLabel('Your name').click({ button: 'right' });
    await expect.poll(offered).toEqual(['Cut', 'Copy', 'Paste', '', 'Select all']);
  });
});
