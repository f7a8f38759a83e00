// The browser shell's server on 127.0.0.1: the page's files over http, the host over
// one WebSocket for each tab.

import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

import type { Port } from '../../src-shared/bridge/port.ts';
import { portOverSocket, type Socket } from '../../src-shared/bridge/socket-port.ts';
import { findPageFiles, type PageFile } from '../page-files.ts';
import { pageHeaders } from '../page-policy.ts';
import { createToken, type Door, mayReachHost, mayReadFiles } from './guard.ts';

export type LoopbackServer = { address: string; port: number; close(): Promise<void> };

/** A piece of an imported file is far below this. */
const maxMessageBytes = 64 * 1024 * 1024;
const goingAway = 1001;

/** `port` 0 takes any free one. Rejects with EADDRINUSE or EACCES where the port cannot be had. */
export async function openLoopbackServer(options: {
  port: number;
  pageDir: string;
  onWindow: (port: Port) => void;
}): Promise<LoopbackServer> {
  const files = findPageFiles(options.pageDir);
  const door: Door = { port: 0, token: createToken() };
  // Connections that are kept alive bring requests for as long as it takes to end.
  const server = createServer((request, response) =>
    server.listening ? answer(request, response, files, door) : end(response, 503),
  );
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    handleProtocols: () => 'rapport',
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (request.url !== '/host' || !mayReachHost(request.headers, door)) return refuse(stream);
    sockets.handleUpgrade(request, stream, head, (socket) => accept(socket, options.onWindow));
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  door.port = portOf(server);

  return {
    port: door.port,
    address: `http://127.0.0.1:${door.port}/#token=${door.token}`,
    close: () => closeAll(server, sockets),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  files: Map<string, PageFile>,
  door: Door,
): void {
  if (!mayReadFiles(request.headers, door)) return end(response, 403);
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
  const file = files.get((request.url ?? '').split('?')[0] ?? '');
  if (file === undefined) return end(response, 404);
  response.writeHead(200, {
    ...pageHeaders([`ws://127.0.0.1:${door.port}`], file.isAlone),
    'Content-Type': file.type,
    // Built files carry a hash in their names; the page itself does not.
    'Cache-Control': file.isPage ? 'no-store' : 'private, max-age=31536000, immutable',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...pageHeaders([]), Connection: 'close' }).end();
}

function refuse(stream: Duplex): void {
  stream.on('error', () => stream.destroy());
  stream.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function accept(socket: WebSocket, onWindow: (port: Port) => void): void {
  // A socket's error is always followed by its close, which the port announces.
  socket.on('error', () => socket.terminate());
  onWindow(portOverSocket(socket as Socket));
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no address');
  return address.port;
}

/** Windows are told; one that does not answer is cut off after half a second. */
async function closeAll(server: Server, sockets: WebSocketServer): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  for (const socket of sockets.clients) socket.close(goingAway);
  const cutOff = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
  }, 500);
  await closed;
  clearTimeout(cutOff);
}
