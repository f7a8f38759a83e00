// A signaling server of somebody's own: our hub, on the port given.

import { openHub } from '../../../src-main/host/team/network/hub.ts';

const hub = await openHub({ port: Number(process.argv[2]), onLinks: () => undefined });
console.log(`ready ${hub.port}`);
