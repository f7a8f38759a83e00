// The acceptance suite of message carriers over real WebRTC, and what only our Peer does.

import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';

import { openBrowser } from '../support/window/browser.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  const context = await browser.newContext({ permissions: ['microphone'] });
  page = await context.newPage();
  await page.addScriptTag({ content: await bundled() });
});
afterAll(() => browser.close());

async function bundled(): Promise<string> {
  const entry = join(import.meta.dirname, '..', 'contract', 'peer', 'chromium-page.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'suite' } },
  });
  const [first] = [built].flat();
  if (first === undefined || !('output' in first)) throw new Error('nothing was built');
  return first.output[0].code;
}

const names = [
  'a message of 50 MB arrives whole, and the wire is never overfilled',
  'messages of every size keep their order and their borders',
  'both sides speak at once',
  'who is refused never speaks to y-webrtc',
  'the certificates are those that were shown, whatever a relay adds to the descriptions',
  'both begin at once: one offer gives way and they connect',
  'a teammate who starts over ends the old connection',
  'broken descriptions and candidates end the connection and nothing else',
  'nobody at the other end: it gives up by itself',
];

test('every case of the suite is run here', async () => {
  expect(await page.evaluate(() => window.caseNames)).toEqual(names);
});

test.each(names)('over WebRTC: %s', async (name) => {
  await page.evaluate((wanted) => window.runCase(wanted), name);
});
