// What people do with their team.

import type { Handlers } from '../../../../src-shared/bridge/server.ts';
import type { ServiceContext } from '../context.ts';
import { membershipHandlers } from './membership-handlers.ts';
import { pairingHandlers } from './pairing-handlers.ts';
import { reachHandlers } from './reach-handlers.ts';

type Served = Extract<keyof Handlers, `team.${string}`>;

export const teamHandlers = (context: ServiceContext): Pick<Handlers, Served> => ({
  ...membershipHandlers(context),
  ...pairingHandlers(context),
  ...reachHandlers(context),
});
