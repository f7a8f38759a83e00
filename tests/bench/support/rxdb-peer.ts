// Measures RxDB's own replication over WebRTC, with a signaling server of ours on
// loopback: RxDB's says on stdout who has left, where only measures belong.

import { once } from 'node:events';
import { join } from 'node:path';

import { type WebSocket, WebSocketServer } from 'ws';

import { withPeerPages } from './peer-page.ts';

const page = join(import.meta.dirname, '..', 'pages', 'rxdb-webrtc.ts');

/** Milliseconds until a newcomer has stored the rows; undefined: not within `mostMs`. */
export async function receiveByRxdb(
  rows: readonly unknown[],
  batchSize: number,
  mostMs: number,
): Promise<number | undefined> {
  const signaling = await openSignaling();
  const data = { '/rows.json': JSON.stringify(rows) };
  try {
    return await withPeerPages(page, data, async (open) => {
      const [holder, newcomer] = [await open(), await open()];
      const token = await holder.evaluate<string>('holdAll()');
      await newcomer.evaluate(`beEmpty(${JSON.stringify(token)})`);
      const room = JSON.stringify({ signaling: signaling.url, batchSize });
      await holder.evaluate(`meet(${room})`);
      const took = await newcomer.evaluate<number | null>(
        `receive(${room}, ${rows.length}, ${mostMs})`,
      );
      return took ?? undefined;
    });
  } finally {
    signaling.close();
  }
}

/** What RxDB's simple-peer handler says to its server; everybody is in one room. */
async function openSignaling(): Promise<{ url: string; close: () => void }> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  const sockets = new Map<string, WebSocket>();
  server.on('connection', (socket) => {
    const yourPeerId = `peer-${sockets.size}`;
    sockets.set(yourPeerId, socket);
    socket.send(JSON.stringify({ type: 'init', yourPeerId }));
    socket.on('message', (raw: Buffer) => {
      const message = JSON.parse(raw.toString()) as { type: string; receiverPeerId: string };
      const joined = JSON.stringify({ type: 'joined', otherPeerIds: [...sockets.keys()] });
      if (message.type === 'join') for (const each of sockets.values()) each.send(joined);
      if (message.type === 'signal') sockets.get(message.receiverPeerId)?.send(raw.toString());
    });
  });
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return { url: `ws://127.0.0.1:${address.port}`, close: () => server.close() };
}
