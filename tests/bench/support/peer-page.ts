// Builds one page from a TypeScript entry, serves it and some data on loopback and
// opens it in Chromium, once or several times.

import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';

import { chromiumOptions } from './chromium-options.ts';

/** `data` is served as JSON text by path, such as `/rows.json`. */
export async function withPeerPage<T>(
  entry: string,
  data: Record<string, string>,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  return withPeerPages(entry, data, async (open) => use(await open()));
}

/** Each page that is opened has a storage of its own, as on another machine. */
export async function withPeerPages<T>(
  entry: string,
  data: Record<string, string>,
  use: (open: () => Promise<Page>) => Promise<T>,
): Promise<T> {
  const script = await buildScript(entry);
  const server = createServer((request, response) => {
    const found = data[request.url ?? ''];
    if (request.url === '/page.js')
      return response.setHeader('content-type', 'text/javascript').end(script);
    if (found !== undefined)
      return response.setHeader('content-type', 'application/json').end(found);
    return response
      .setHeader('content-type', 'text/html')
      .end('<script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const browser = await chromium.launch(chromiumOptions);
  try {
    return await use(async () => {
      // Chromium hides this machine's addresses from WebRTC without the permission.
      const context = await browser.newContext({ permissions: ['microphone'] });
      const page = await context.newPage();
      page.setDefaultTimeout(600_000);
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.waitForFunction(() => 'isReady' in window);
      return page;
    });
  } finally {
    await browser.close();
    server.close();
  }
}

/** A page's script as one file. */
export async function buildScript(entry: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'rapport-peer-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, lib: { entry, formats: ['es'], fileName: 'page' } },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = readFileSync(join(outDir, 'page.js'), 'utf8');
  rmSync(outDir, { recursive: true, force: true });
  return script;
}
