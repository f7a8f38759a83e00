// Attached files: a PDF is looked at in the window, by threads that reach nothing; what is too
// large is refused before it is read; the settings say what takes how much room.

import { closeSync, mkdtempSync, openSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { plainPdf } from '../support/records/plain-pdf.ts';
import { goTo } from '../support/window/browser.ts';
import { loadSample, openWindow, type OpenWindow } from '../support/window/window.ts';

let open: OpenWindow;
let page: Page;
beforeAll(async () => {
  open = await openWindow();
  ({ page } = open);
  await loadSample(page);
  await page.getByRole('row', { name: /Femi Okafor/ }).click();
});
afterAll(() => open.close());

async function look(name: string, buffer: Buffer) {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach a file' }).click();
  await (await choosing).setFiles({ name, mimeType: 'application/pdf', buffer });
  await page.getByRole('button', { name: `Look at ${name}` }).click();
  return page.getByRole('dialog', { name });
}
async function leave(): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

test('pages are drawn as they come near, and let go when they are far', async () => {
  const words = Array.from({ length: 30 }, (_, at) => `Clause ${at + 1}`);
  const dialog = await look('terms.pdf', plainPdf(words));
  const first = dialog.getByRole('group', { name: 'Page 1 of 30' });
  await first.getByText('Clause 1', { exact: true }).waitFor({ state: 'attached' });
  expect(await first.locator('canvas').evaluate(darkPixels)).toBeGreaterThan(100);
  expect(await dialog.locator('canvas').count()).toBeLessThan(8);
  const last = dialog.getByRole('group', { name: 'Page 30 of 30' });
  await last.scrollIntoViewIfNeeded();
  await last.getByText('Clause 30', { exact: true }).waitFor({ state: 'attached' });
  await first.locator('canvas').waitFor({ state: 'detached' });
  await leave();
});

test('its threads reach nothing and run nothing, and end with the dialog; nor do scripts and links of the file', async () => {
  const script =
    '<< /S /JavaScript /JS (app.alert("hello"); this.getURL("https://example.com/js")) >>';
  const link =
    '/Annots [<< /Subtype /Link /Rect [0 0 300 400] /A << /S /URI /URI (https://example.com/a) >> >>]';
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const buffer = plainPdf(['Hostile'], {
    catalogue: `/OpenAction ${script}`,
    page: `${link} /AA << /O ${script} >>`,
  });
  const dialog = await look('hostile.pdf', buffer);
  await dialog.getByText('Hostile', { exact: true }).waitFor({ state: 'attached' });
  await dialog.locator('canvas').click();
  expect(asked.filter((url) => url.includes('example.com'))).toEqual([]);
  expect(page.context().pages()).toHaveLength(1);
  const threads = page.workers().filter((worker) => worker.url().includes('/pdf-'));
  expect(threads).toHaveLength(2);
  for (const thread of threads)
    expect(await thread.evaluate(whatItCan)).toEqual(['no network', 'no eval', 'decoders']);
  open.takeFaults();
  await leave();
  const left = () => page.workers().filter((worker) => worker.url().includes('/pdf-')).length;
  await expect.poll(left).toBe(0);
});

test('what cannot be shown says why', async () => {
  const whole = plainPdf(['Whole']);
  const locked = await look('locked.pdf', plainPdf(['Secret'], { isLocked: true }));
  await locked.getByText('This PDF opens with a password only.').waitFor();
  await leave();
  const damaged = await look(
    'damaged.pdf',
    Buffer.concat([whole.subarray(0, 9), Buffer.alloc(500, 7)]),
  );
  await damaged.getByText('This PDF cannot be read').waitFor();
  await leave();
  // One that says the wrong place of its parts is put together again.
  const misled = whole.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7');
  const mended = await look('mended.pdf', Buffer.from(misled, 'latin1'));
  await mended.getByText('Whole').waitFor({ state: 'attached' });
  await leave();
});

test('a file of two gigabytes is refused at once, in words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-large-'));
  const path = join(folder, 'film.mov');
  // It takes no room on the disk.
  closeSync(openSync(path, 'w'));
  truncateSync(path, 2 * 1024 ** 3);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach a file' }).click();
  await (await choosing).setFiles(path);
  await page.getByRole('status').getByText('This file is larger than 25 MB').waitFor();
  expect(await page.getByRole('button', { name: 'Look at film.mov' }).count()).toBe(0);
  rmSync(folder, { recursive: true });
});

test('the settings say which files take how much, whose they are, and let go what nothing keeps', async () => {
  await page.getByRole('button', { name: 'Remove file terms.pdf' }).click();
  await page.getByRole('button', { name: 'Look at terms.pdf' }).waitFor({ state: 'detached' });
  await goTo(page, 'Settings');
  const space = page.getByRole('region', { name: 'Space used' });
  await space.getByText(/^On this laptop .*: the book .*, attached files .* KB/).waitFor();
  const files = space.getByRole('list', { name: 'Attached files by size' });
  await files.getByText('A file that was taken off its record').waitFor();
  const count = await files.getByRole('listitem').count();
  await space.getByRole('button', { name: /^Free \d+ KB$/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Free/ });
  await dialog.getByText('1 file that nothing keeps goes at once.').waitFor();
  await dialog.getByRole('button', { name: 'Let them go' }).click();
  await expect.poll(() => files.getByRole('listitem').count()).toBe(count - 1);
  await space.getByRole('button', { name: /^Free/ }).waitFor({ state: 'detached' });
  await files.getByRole('link', { name: 'Femi Okafor' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Femi Okafor' }).waitFor();
});

function darkPixels(canvas: Element): number {
  if (!(canvas instanceof HTMLCanvasElement)) return 0;
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  const context = copy.getContext('2d');
  context?.drawImage(canvas, 0, 0);
  const pixels = context?.getImageData(0, 0, copy.width, copy.height).data ?? [];
  return pixels.filter((value, at) => at % 4 === 0 && value < 100).length;
}

/** Runs in a thread. */
async function whatItCan(): Promise<string[]> {
  const smallest = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
  // Later, since what a test evaluates may.
  const runs = new Promise<string>((resolve) => {
    setTimeout(() => resolve(String(Reflect.construct(Function, ['return "eval"'])())));
    addEventListener('error', () => resolve('no eval'));
  });
  return [
    await fetch(location.href).then(
      () => 'network',
      () => 'no network',
    ),
    await runs,
    await WebAssembly.compile(smallest).then(
      () => 'decoders',
      () => 'no decoders',
    ),
  ];
}
