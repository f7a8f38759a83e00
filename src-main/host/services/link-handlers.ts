// The bytes that a window carries between this host and a teammate's.

import { ok } from '../../../src-shared/domain/result.ts';
import type { Handlers } from '../../../src-shared/bridge/server.ts';
import type { ServiceContext } from './create-services.ts';

type Served = Extract<keyof Handlers, `link.${string}` | 'net.config'>;

export function linkHandlers({ team }: ServiceContext): Pick<Handlers, Served> {
  return {
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
