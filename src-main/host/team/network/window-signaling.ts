// The signaling of this laptop's window, over its Port. One window meets teammates at a
// time, so a new one takes the place of one that went without a word.

import type { Emit } from '../../../../src-shared/bridge/contract.ts';
import type { Hub, LocalLine } from './hub.ts';
import type { Network } from './network.ts';

export type WindowSignaling = {
  say: (client: string, message: unknown) => void;
  leave: (client: string) => void;
};

type Line = { hub: Hub; line: LocalLine };
/** The window has one provider for the team and one for an open note. */
const mostClients = 4;

export function createWindowSignaling(network: Network, emit: Emit): WindowSignaling {
  const lines = new Map<string, Line>();
  const leave = (client: string): void => {
    lines.get(client)?.line.close();
    lines.delete(client);
  };
  const lineOf = (client: string): LocalLine | undefined => {
    const hub = network.hub();
    const known = lines.get(client);
    if (hub === undefined) return undefined;
    if (known?.hub === hub) return known.line;
    leave(client);
    const [oldest] = lines.keys();
    if (oldest !== undefined && lines.size >= mostClients) leave(oldest);
    const line = hub.local((message) => emit('hub.heard', { client, message }));
    lines.set(client, { hub, line });
    return line;
  };
  return { say: (client, message) => lineOf(client)?.say(message), leave };
}
