// The bytes that a window carries between this host and a teammate's.

import { ok } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import { createWindowSignaling } from '../team/network/window-signaling.ts';
import type { ServiceContext } from './context.ts';

type Served = Extract<keyof Handlers, `link.${string}` | `hub.${string}` | 'net.config'>;

export function linkHandlers({ team, emit }: ServiceContext): Pick<Handlers, Served> {
  const signaling = createWindowSignaling(team.network, emit);
  return {
    'hub.say': ({ client, message }) => {
      signaling.say(client, message);
      return ok(null);
    },
    'hub.leave': ({ client }) => {
      signaling.leave(client);
      return ok(null);
    },
    'net.config': () => ok(team.netConfig()),
    'link.open': (request) => {
      team.links.open(request);
      return ok(null);
    },
    'link.in': ({ link, bytes }) => {
      team.links.receive(link, bytes);
      return ok(null);
    },
    'link.close': ({ link }) => {
      team.links.close(link);
      return ok(null);
    },
  };
}
