// The browser shell's own server with nothing behind it: it serves the bare page.

import { join } from 'node:path';

import { openLoopbackServer } from '../../../../src-main/loopback/server.ts';

const server = await openLoopbackServer({
  port: 0,
  pageDir: join(import.meta.dirname, '..', 'renderer'),
  onWindow: () => undefined,
});
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
console.log(`Rapport ready: ${server.address}`);
