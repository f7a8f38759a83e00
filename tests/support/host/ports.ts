// The three ways a Port is carried, opened as a joined pair for the acceptance suite.
// Node's worker_threads channel stands for Electron's; the real one is driven by
// tests/e2e/electron-window.test.ts.
import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { WebSocket, WebSocketServer } from 'ws';

import { createMemoryPorts } from '../../../src-shared/bridge/memory-port.ts';
import { portOverWebPort, type WebPort } from '../../../src-shared/bridge/message-port.ts';
import type { Port } from '../../../src-shared/bridge/port.ts';
import { portOverSocket, type Socket } from '../../../src-shared/bridge/socket-port.ts';

export type PortPair = { window: Port; host: Port; dispose(): Promise<void> };

export const portPairsByName: Record<string, () => Promise<PortPair>> = {
  memory: async () => {
    const [window, host] = createMemoryPorts();
    return { window, host, dispose: async () => window.close() };
  },
  'message channel': async () => {
    const { port1, port2 } = new MessageChannel();
    const window = portOverWebPort(port1 as unknown as WebPort);
    const host = portOverWebPort(port2 as unknown as WebPort);
    return {
      window,
      host,
      dispose: async () => {
        window.close();
        host.close();
      },
    };
  },
  'web socket': async () => {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no address');
    const client = new WebSocket(`ws://127.0.0.1:${address.port}`);
    const [[accepted]] = await Promise.all([once(server, 'connection'), once(client, 'open')]);
    const window = portOverSocket(client as Socket);
    const host = portOverSocket(accepted as Socket);
    return {
      window,
      host,
      dispose: async () => {
        window.close();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  },
};
