// Networks of their own on this machine: namespaces as machines, virtual cables, bridges as
// switches. Needs root on Linux.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';

/**
 * Which switch a machine is plugged into, and its address there (all networks are /24, of IPv6
 * /64). Where it is empty there is only the address of IPv6 that every cable gives itself.
 */
export type Cable = { bridge: string; address: string };

export type Cabling = {
  /**
   * Where the bridges and the outer ends of all cables are. A namespace too: a browser on the
   * machine itself gives up what it is loading when an interface comes or goes.
   */
  switches: string;
  /** Makes a machine's namespace, named after it, and plugs it in. */
  plugIn: (name: string, cables: readonly Cable[]) => string;
  setCable: (name: string, bridge: string, state: 'up' | 'down') => void;
  /** Bytes that came in at the switch's end of a cable, that is, have left the machine. */
  sentBytes: (name: string, bridge: string) => number;
  close: () => void;
};

export const canMakeNamespaces =
  process.platform === 'linux' && process.getuid?.() === 0 && ip(['netns', 'list']).ok;

/** Names are new at every call: nothing a run left behind is in the way of the next. */
export function openCabling(
  bridges: readonly string[],
  options: { hasDefaultRoute: boolean; hasMulticast?: boolean },
): Cabling {
  const made: string[] = [];
  const prefix = `rapport-${randomBytes(4).toString('hex')}`;
  const add = (name: string): string => {
    const space = `${prefix}-${name}`;
    must(['netns', 'add', space]);
    made.push(space);
    return space;
  };

  const switches = add('switches');
  for (const name of bridges) {
    inside(switches, ['link', 'add', bridgeOf(name), 'type', 'bridge']);
    if (options.hasMulticast === false)
      inside(switches, ['link', 'set', bridgeOf(name), 'type', 'bridge', 'mcast_snooping', '0']);
    inside(switches, ['link', 'set', bridgeOf(name), 'up']);
  }
  return {
    switches,
    plugIn: (name, cables) => {
      const space = add(name);
      inside(space, ['link', 'set', 'lo', 'up']);
      cables.forEach(({ bridge, address }, at) => {
        const [outer, inner] = [cableOf(name, bridge), `eth${at}`];
        const peer = ['peer', 'name', inner, 'netns', space];
        inside(switches, ['link', 'add', outer, 'type', 'veth', ...peer]);
        inside(switches, ['link', 'set', outer, 'master', bridgeOf(bridge), 'up']);
        if (options.hasMulticast === false)
          inside(switches, ['link', 'set', outer, 'type', 'bridge_slave', 'mcast_flood', 'off']);
        if (address !== '') setAddress(space, inner, address);
        inside(space, ['link', 'set', inner, 'up']);
      });
      const first = cables[0]?.address ?? '';
      const gateway = `${first.split('.').slice(0, 3).join('.')}.254`;
      if (options.hasDefaultRoute) inside(space, ['route', 'add', 'default', 'via', gateway]);
      return space;
    },
    setCable: (name, bridge, state) =>
      inside(switches, ['link', 'set', cableOf(name, bridge), state]),
    sentBytes: (name, bridge) => {
      const args = ['-n', switches, '-j', '-s', 'link', 'show', 'dev', cableOf(name, bridge)];
      const ran = spawnSync('ip', args, { encoding: 'utf8' });
      const [link] = JSON.parse(ran.stdout) as [{ stats64: { rx: { bytes: number } } }];
      return link.stats64.rx.bytes;
    },
    close: () => {
      for (const space of made) ip(['netns', 'del', space]);
    },
  };
}

/** Gives an interface this address and no other. */
export function setAddress(space: string, device: string, address: string): void {
  inside(space, ['addr', 'flush', 'dev', device]);
  const isWide = address.includes(':');
  const whole = isWide ? [`${address}/64`, 'nodad'] : [`${address}/24`];
  inside(space, ['addr', 'add', ...whole, 'dev', device]);
}

/** Nothing is answered to this address any more. */
export const dropFrom = (space: string, address: string): void =>
  inside(space, ['route', 'add', 'blackhole', `${address}/32`]);

/** Runs a program inside a namespace, with its output to read. */
export const spawnIn = (space: string, command: string, args: readonly string[]): ChildProcess =>
  spawn('ip', ['netns', 'exec', space, command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });

const bridgeOf = (name: string): string => `switch-${name}`;

/** Names of interfaces have at most 15 letters. */
const cableOf = (name: string, bridge: string): string => `${name.slice(0, 8)}-${bridge}`;

function ip(args: readonly string[]): { ok: boolean; error: string } {
  const ran = spawnSync('ip', args, { encoding: 'utf8' });
  return { ok: ran.status === 0, error: ran.stderr ?? '' };
}

function must(args: readonly string[]): void {
  const { ok, error } = ip(args);
  if (!ok) throw new Error(`ip ${args.join(' ')}: ${error}`);
}

const inside = (space: string, args: readonly string[]): void => must(['-n', space, ...args]);
