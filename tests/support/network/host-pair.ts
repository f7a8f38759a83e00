// Hosts as they run in the app, each with a window's place taken by the test: it carries
// the hosts' bytes as long as both are told what to meet with, as windows do over WebRTC.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { type NetworkInterfaceInfo, tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Host, openHost } from '../../../src-main/host/host.ts';
import { decodeLinkMessage } from '../../../src-main/host/team/links/link-codec.ts';
import type { NetworkSight } from '../../../src-main/host/team/network/own-networks.ts';
import { createHostClient, type HostClient } from '../../../src-shared/bridge/client.ts';
import type { InputOf, OutputOf, RequestName } from '../../../src-shared/bridge/contract.ts';
import { createMemoryPorts } from '../../../src-shared/bridge/memory-port.ts';
import type { NetConfig, TeamInfo } from '../../../src-shared/bridge/team-types.ts';

export type OpenHost = {
  client: HostClient;
  /** The answer's value; throws its code where it failed. */
  ask: <N extends RequestName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;
  /** Resolves with the team as soon as it is as wanted. */
  team: (isWanted: (info: TeamInfo) => boolean) => Promise<TeamInfo>;
  /** As if the laptop was carried into the network of this router. */
  moveTo: (gateway: string) => void;
  close: () => Promise<void>;
  /** The program ends; it is started again with `openPlainHost` and this folder as `kept`. */
  stop: () => Promise<string>;
};

/** `kept`: a folder that the profile begins as a copy of. */
export async function openPlainHost(gateway: string, kept?: string): Promise<OpenHost> {
  const dir = mkdtempSync(join(tmpdir(), 'rapport-host-'));
  if (kept !== undefined) cpSync(kept, dir, { recursive: true });
  let sight = networkOf(gateway);
  const opened = await openHost({
    profileDir: dir,
    shell: 'browser',
    onBug: (error) => {
      throw error;
    },
    networks: () => sight,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const host: Host = opened.value;
  const [ofHost, ofWindow] = createMemoryPorts();
  host.attach(ofHost);
  const client = createHostClient(ofWindow);
  await encrypted(client);
  const ask: OpenHost['ask'] = async (name, input) => {
    const answer = await client.request(name, input);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  return {
    client,
    ask,
    team: (isWanted) =>
      new Promise((resolve, reject) => {
        const look = async (): Promise<void> => {
          const info = await ask('team.info', {});
          if (!isWanted(info)) return;
          stop();
          resolve(info);
        };
        const stop = client.on('team.changed', () => void look().catch(reject));
        look().catch(reject);
      }),
    moveTo: (next) => {
      sight = networkOf(next);
    },
    stop: async () => {
      await host.close();
      return dir;
    },
    close: async () => {
      await host.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The first start of a profile that an earlier version left. */
async function encrypted(client: HostClient): Promise<void> {
  const opened = new Promise((resolve) => client.on('store.replaced', resolve));
  const info = await client.request('host.info', {});
  if (info.ok && info.value.condition.state === 'encrypting') await opened;
}

/** The Wi-Fi of a router, `f4:92:bf:00:00:01` or another address of its maker. */
function networkOf(mac: string): NetworkSight {
  const own: NetworkInterfaceInfo = {
    address: '192.168.43.7',
    netmask: '255.255.255.0',
    family: 'IPv4',
    mac: '8c:8d:28:00:00:01',
    internal: false,
    cidr: '192.168.43.7/24',
  };
  return {
    interfaces: { wlan0: [own] },
    routes: 'Iface\nwlan0 00000000 012BA8C0 0003 0 0 600 00000000 0 0 0',
    neighbours: `IP\n192.168.43.1 0x1 0x2 ${mac} * wlan0`,
  };
}

/** Carries what both hosts say while both may meet. `carried`: bytes so far; `spoken`: what they say. */
export function joinWindows(
  a: OpenHost,
  b: OpenHost,
): { carried: () => number; spoken: () => string } {
  const spoken: string[] = [];
  let carried = 0;
  let links = 0;
  let open: string | undefined;
  const configs = new Map<OpenHost, NetConfig | null>();
  const meet = (): void => {
    const [ofA, ofB] = [configs.get(a), configs.get(b)];
    const isToMeet = ofA?.epoch !== undefined && ofA.room === ofB?.room;
    if (open !== undefined && !isToMeet) {
      for (const host of [a, b]) void host.client.request('link.close', { link: open });
      open = undefined;
    }
    if (open !== undefined || !isToMeet) return;
    open = `link-${++links}`;
    const { epoch } = ofA;
    const request = { link: open, epoch, purpose: 'records' as const };
    void a.client.request('link.open', { ...request, fingerprints: ['a', 'b'] });
    void b.client.request('link.open', { ...request, fingerprints: ['b', 'a'] });
  };
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const take = (config: NetConfig | null): void => {
      configs.set(from, config);
      meet();
    };
    from.client.on('net.config', ({ config }) => take(config));
    void from.ask('net.config', {}).then(take);
    from.client.on('link.out', ({ link, bytes }) => {
      carried += bytes.length;
      spoken.push(JSON.stringify(decodeLinkMessage(bytes)));
      void to.client.request('link.in', { link, bytes: bytes.slice() });
    });
  }
  return { carried: () => carried, spoken: () => spoken.join('\n') };
}

/** Makes a team with an invite: its words, and where the hub is. */
export async function invitingHost(alice: OpenHost): Promise<{ words: string; port: number }> {
  await alice.ask('team.make', { name: 'T', memberName: 'Alice', share: 'everything' });
  await alice.ask('team.invite', {});
  const { invite, hub } = await alice.team((info) => info.hub !== undefined);
  return { words: invite?.words ?? '', port: hub?.port ?? 0 };
}

/** What the team gets of what a newcomer has already. */
type Share = 'everything' | 'nothing';

/** Lets the second in with what the first has given it. */
export async function letInHost(
  alice: OpenHost,
  bob: OpenHost,
  { words, port }: { words: string; port: number },
  share: Share = 'everything',
): Promise<void> {
  const address = `127.0.0.1:${port}`;
  await bob.ask('team.ask', { words, memberName: 'Bob', address, share });
  const { requests } = await alice.team((info) => info.requests.length > 0);
  await bob.team(({ joining }) => joining?.state === 'code');
  await bob.ask('team.confirm', {});
  await alice.ask('team.answer', { ask: requests[0]?.ask ?? '', accept: true });
  await bob.team((info) => info.team !== undefined && info.hub !== undefined);
}

/** Makes a team of the first, lets the second in, and joins them. */
export async function pairHosts(
  alice: OpenHost,
  bob: OpenHost,
  share: Share = 'everything',
): Promise<ReturnType<typeof joinWindows>> {
  await letInHost(alice, bob, await invitingHost(alice), share);
  return joinWindows(alice, bob);
}

/** Bytes that a window hands to its host under a name. */
export async function handOver(host: OpenHost, name: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const { file } = await host.ask('handover.open', { name, size: bytes.length });
  await host.ask('handover.put', { file, bytes });
  return file;
}
