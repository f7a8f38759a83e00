// Who may come in to a hub, and who goes when there are too many: whoever has not proven
// to be of the team makes room, those first whose address takes up most of it.

import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';

import { addressOf } from './hub-dialling.ts';
import type { HubLine } from './hub-line.ts';

/** Teammates' lines. */
const mostConnections = 64;
/** So that one stranger's lines leave room for teammates'. */
const mostFromOne = 16;
/** Of those that have not proven anything, and of those that hold an invite or an earlier key. */
const mostGuests = 24;

/** A request may take as long as a line's proof. */
const times = { headersTimeout: 5_000, requestTimeout: 5_000, connectionsCheckingInterval: 1_000 };

/** Answers nothing but what asks for a WebSocket; few may have asked for nothing yet. */
export function openDoor(): Server {
  const server = createServer(times, (_request, response) =>
    response.writeHead(426, { connection: 'close' }).end(),
  );
  const waiting = new Map<Socket, { address: string; close: () => void }>();
  server.on('connection', (socket: Socket) => {
    makeRoom([...waiting.values()]);
    waiting.set(socket, { address: addressOf(socket), close: () => socket.destroy() });
    socket.once('close', () => waiting.delete(socket));
  });
  server.on('upgrade', ({ socket }) => waiting.delete(socket));
  return server;
}

/** Somebody has come from there: whether there is room, which others may have had to make. */
export function mayEnter(lines: ReadonlySet<HubLine>, address: string): boolean {
  const inward = [...lines].filter((line) => !line.isOutward && line.address !== '');
  const guests = inward.filter((line) => !line.isTeams());
  const fromThere = inward.filter((line) => line.address === address);
  if (inward.length - guests.length >= mostConnections) return false;
  if (fromThere.length >= mostFromOne) {
    const oldest = fromThere.find((line) => !line.isTeams());
    oldest?.close();
    return oldest !== undefined;
  }
  makeRoom(guests.filter((line) => !line.isOpen()));
  makeRoom(guests.filter((line) => line.isOpen()));
  return true;
}

/** The oldest from the address that most have come from goes, where there are too many. */
function makeRoom(guests: readonly { address: string; close: () => void }[]): void {
  if (guests.length < mostGuests) return;
  const counts = new Map<string, number>();
  for (const { address } of guests) counts.set(address, (counts.get(address) ?? 0) + 1);
  const most = Math.max(...counts.values());
  guests.find(({ address }) => counts.get(address) === most)?.close();
}
