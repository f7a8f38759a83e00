// Where a hub listens: on a port of all of this machine's addresses, IPv4 and IPv6.

import { once } from 'node:events';
import type { Server } from 'node:http';

/** Both kinds of addresses, where the machine has IPv6. */
const everywhere = ['::', '0.0.0.0'] as const;
const noIPv6: readonly unknown[] = ['EAFNOSUPPORT', 'EADDRNOTAVAIL', 'EINVAL'];
const isTaken: readonly unknown[] = ['EADDRINUSE', 'EACCES'];

export async function listenOn(
  server: Server,
  { port, host }: { port: number; host?: string },
): Promise<void> {
  const tries = (host === undefined ? everywhere : [host]).flatMap((at) => [
    { at, wanted: port, passes: port === 0 ? noIPv6 : [...isTaken, ...noIPv6] },
    { at, wanted: 0, passes: noIPv6 },
  ]);
  for (const [turn, { at, wanted, passes }] of tries.entries()) {
    const error = await listening(server, wanted, at);
    if (error === undefined) return;
    if (turn === tries.length - 1 || !passes.includes(error.code)) throw error;
  }
}

const listening = (
  server: Server,
  port: number,
  host: string,
): Promise<NodeJS.ErrnoException | undefined> =>
  new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.off('error', resolve);
      resolve(undefined);
    });
  });

export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

export function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the hub has no address');
  return address.port;
}
