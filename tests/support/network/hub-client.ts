// A client of a hub, as another hub is one: it proves that it holds the keys it was given.

import { once } from 'node:events';

import { WebSocket } from 'ws';

import { createHubProof, type HubKey } from '../../../src-main/host/team/network/hub-proof.ts';

export type HubClient = {
  socket: WebSocket;
  /** The hub's own. */
  hubId: string;
  /** What was said to it since it has proven itself. */
  heard: { type: string; topic?: string; data?: unknown }[];
  say: (message: object) => void;
  /** What it has proven itself with. */
  macs: readonly string[];
  /** Whatever was said before has been worked on when it resolves. */
  answered: () => Promise<void>;
};

/** Resolves when the hub has looked at the proof; with no keys it has proven nothing. */
export async function openHubClient(
  port: number,
  keys: readonly HubKey[],
  options: { localAddress?: string; id?: string } = {},
): Promise<HubClient> {
  const { id = 'client', localAddress = '127.0.0.1' } = options;
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { localAddress });
  const nothing = (): void => undefined;
  const proof = createHubProof({
    isDialler: true,
    keys: () => keys,
    trusted: () => 'all',
    onOpens: nothing,
    onLate: nothing,
  });
  const heard: HubClient['heard'] = [];
  const say = (message: object): void => socket.send(JSON.stringify(message));
  const macs: string[] = [];
  const pongs: (() => void)[] = [];
  const greeted = new Promise<string>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as HubClient['heard'][number];
      if (message.type === 'hub') {
        const hub = message as unknown as { id: string; nonce: string };
        proof.hearNonce(hub.nonce);
        say({ type: 'hub', id, nonce: proof.nonce });
        macs.push(...(proof.newMacs() ?? []));
        say({ type: 'proof', macs });
        resolve(hub.id);
      } else if (message.type === 'pong') pongs.shift()?.();
      else heard.push(message);
    });
  });
  const answered = (): Promise<void> =>
    new Promise((resolve) => {
      pongs.push(resolve);
      say({ type: 'ping' });
    });
  await once(socket, 'open');
  const hubId = await greeted;
  await answered();
  heard.length = 0;
  return { socket, hubId, heard, say, macs, answered };
}
