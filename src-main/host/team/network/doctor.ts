// Tests what teammates need to find each other, one thing at a time, and says what is
// wrong by name. The window turns names into words and advice.

import { connect } from 'node:net';

import type { Finding } from '../../../../src-shared/bridge/team-types.ts';
import type { TeamFile } from '../identity/team-file.ts';
import { addressIn, hostOf, isLinkLocal, portOf, urlOf, urlsOf } from './address.ts';
import type { HeldNetworks } from './held-networks.ts';
import type { Network } from './network.ts';
import { ownZones, plainAddresses } from './own-networks.ts';

export type Examined = {
  file: TeamFile;
  network: Network;
  held: HeldNetworks;
  /** Devices with a direct link. */
  links: { linked: () => ReadonlySet<string> };
};

/** The system takes three seconds to find that nobody has an address. */
const patienceMs = 4_500;
/** It hears at once from whoever does not let it in. */
const atOnceMs = 1_500;
const mostTried = 12;

export async function diagnose(team: Examined): Promise<Finding[]> {
  if (team.held.isHeld()) return [{ test: 'allowed', state: 'bad', detail: 'held' }];
  if (team.file.read().isPaused) return [{ test: 'allowed', state: 'bad', detail: 'paused' }];
  const hub = team.network.hub();
  const discovery = team.network.discovery();
  const addresses = discovery?.addresses() ?? [];
  const trouble = discovery?.trouble();
  discovery?.ask();
  const [address] = addresses;
  const isOpen =
    hub !== undefined &&
    address !== undefined &&
    (await knock(urlOf(address, hub.port))) === 'open';
  const linked = hub?.linked() ?? [];
  const direct = team.links.linked().size;
  const foundAt = team.network.foundAt();
  const findings: Finding[] = [
    {
      test: 'network',
      state: addresses.length > 0 ? 'good' : 'bad',
      detail: plainAddresses(addresses).join(', '),
    },
    { test: 'port', state: isOpen ? 'good' : 'bad', detail: String(hub?.port ?? '') },
    {
      test: 'multicast',
      state: discovery === undefined || trouble !== undefined ? 'bad' : 'good',
      detail: trouble ?? '',
    },
    { test: 'found', state: foundAt === undefined ? 'unknown' : 'good' },
  ];
  const teammates = await tryTeammates(team);
  // That nobody is linked either follows from it: it is said once.
  if (foundAt === undefined && linked.length + direct === 0) return [...findings, ...teammates];
  return [
    ...findings,
    {
      test: 'linked',
      state: linked.length > 0 ? 'good' : 'unknown',
      detail: linked.map(addressIn).join(', '),
    },
    ...teammates,
    directly(direct, addresses),
  ];
}

/** Windows connect over no address that is good in a single network only (fe80::/10). */
function directly(direct: number, addresses: readonly string[]): Finding {
  const hasNone = addresses.length > 0 && addresses.every(isLinkLocal);
  if (direct === 0 && hasNone) return { test: 'direct', state: 'bad', why: 'elsewhere' };
  const state = direct > 0 ? 'good' : 'unknown';
  return { test: 'direct', state, detail: String(direct), why: 'open' };
}

/** Where teammates should be and are not: what answers there. */
async function tryTeammates({ file, network }: Examined): Promise<Finding[]> {
  const { addresses, lastMet } = file.read();
  const hub = network.hub();
  const here = new Set([...(hub?.teammates() ?? []), ...(hub?.linked() ?? []).map(hostOf)]);
  const urls = [...addresses, ...lastMet].flatMap((one) => urlsOf(one, ownZones()));
  const missing = [...new Set(urls)].filter((url) => !here.has(hostOf(url))).slice(0, mostTried);
  return Promise.all(
    missing.map(async (url): Promise<Finding> => {
      const why = await knock(url);
      const state = why === 'open' ? 'unknown' : 'bad';
      return { test: 'teammate', state, detail: addressIn(url), why };
    }),
  );
}

type Answer = NonNullable<Finding['why']>;

/** As a teammate would: what lies between, such as a firewall, shows in how it fails. */
function knock(url: string): Promise<Answer> {
  const began = Date.now();
  return new Promise((resolve) => {
    const socket = connect({ host: hostOf(url), port: portOf(url) });
    const answer = (why: Answer): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(why);
    };
    const timer = setTimeout(() => answer('silent'), patienceMs);
    socket.on('connect', () => answer('open'));
    socket.on('error', ({ code }: NodeJS.ErrnoException) =>
      answer(answerOf(code, Date.now() - began)),
    );
  });
}

function answerOf(code: string | undefined, ms: number): Answer {
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET') return 'refused';
  // A firewall's word that it is forbidden is the same as nobody's being there, but comes at once.
  if (code === 'EHOSTUNREACH' || code === 'EHOSTDOWN') return ms < atOnceMs ? 'refused' : 'away';
  if (code === 'ETIMEDOUT') return 'silent';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unnamed';
  return 'elsewhere';
}
