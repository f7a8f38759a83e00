// The browser shell's server, asked over plain sockets.

import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { openLoopbackServer } from '../../../src-main/loopback/server.ts';

const open = () => {
  const pageDir = mkdtempSync(join(tmpdir(), 'rapport-page-'));
  writeFileSync(join(pageDir, 'index.html'), '<!doctype html>');
  return openLoopbackServer({ port: 0, pageDir, onWindow: () => undefined });
};

it('answers that it is going once it is, and keeps no connection', async () => {
  const server = await open();
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  let answer = '';
  socket.on('data', (text) => (answer += String(text)));
  const ask = `HEAD / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n`;
  socket.write(`${ask}\r\n`);
  await expect.poll(() => answer).toMatch(/^HTTP\/1\.1 200/);
  // Half a question: a connection that is not idle when the server begins to end.
  socket.write(ask);
  await new Promise((resolve) => setImmediate(resolve));
  answer = '';
  const closed = server.close();
  socket.write('\r\n');
  await once(socket, 'close');
  await closed;
  expect(answer).toMatch(/^HTTP\/1\.1 503/);
  expect(answer).toMatch(/^connection: close/im);
});
