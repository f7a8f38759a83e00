// An attached PDF is looked at in the window, by threads that reach nothing.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { plainPdf } from '../support/records/plain-pdf.ts';
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
