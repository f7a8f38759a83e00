// A local network of its own on this machine: namespaces as laptops, virtual cables, a
// bridge as the switch. Real multicast, real WebRTC, real cuts. Needs root on Linux.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Browser, chromium, type Page } from 'playwright-core';

import { program } from './loopback.ts';
import { chromiumArgs } from './window.ts';

export type Laptop = {
  name: string;
  profileDir: string;
  page: Page;
  /** Takes the cable out, puts it in again. */
  cut: (bridge?: string) => void;
  heal: (bridge?: string) => void;
  /** Another address in the same network, as from a new lease. */
  moveTo: (address: string) => void;
  /** Bytes that have left the laptop by its first cable. */
  sentBytes: () => number;
  /** Closes the lid: host and window stand still. */
  sleep: () => void;
  wake: () => void;
  /** Ids of the host's and the browser's processes. */
  processes: () => number[];
  /** Ends the host's process at once and starts it anew; the window finds it again. */
  killHost: () => Promise<void>;
  close: () => Promise<void>;
};

export type Lan = {
  /** `cables`: bridge name and address for each network the laptop is in. */
  laptop: (name: string, cables: { bridge: string; address: string }[]) => Promise<Laptop>;
  /** A machine without Rapport, such as a relay in two networks. */
  machine: (name: string, cables: { bridge: string; address: string }[]) => void;
  /** Runs a program inside a laptop's or a machine's network. */
  spawnIn: (name: string, command: string, args: readonly string[]) => ChildProcess;
  /** Where the switches are: as a name for `ip netns exec`. */
  switches: string;
  close: () => Promise<void>;
};

export const canMakeLans =
  process.platform === 'linux' && process.getuid?.() === 0 && ip(['netns', 'list']).ok;

/** `tag` keeps two networks apart; at most 4 letters. */
export function openLan(
  tag: string,
  bridges: readonly string[],
  options: { hasDefaultRoute: boolean },
): Lan {
  const laptops: Laptop[] = [];
  const namespaces: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), `rapport-lan-${tag}-`));
  const bridgeOf = (name: string): string => `${tag}${name}`;
  const switches = switchesOf(tag);
  must(['netns', 'add', switches]);
  namespaces.push(switches);
  for (const name of bridges) {
    inside(switches, ['link', 'add', bridgeOf(name), 'type', 'bridge']);
    inside(switches, ['link', 'set', bridgeOf(name), 'up']);
  }

  const connect = (name: string, cables: { bridge: string; address: string }[]): string => {
    const space = `${tag}-${name}`;
    must(['netns', 'add', space]);
    namespaces.push(space);
    inside(space, ['link', 'set', 'lo', 'up']);
    cables.forEach(({ bridge, address }, at) => {
      const [outer, inner] = [cableOf(tag, name, bridge), `eth${at}`];
      const peer = ['peer', 'name', inner, 'netns', space];
      inside(switches, ['link', 'add', outer, 'type', 'veth', ...peer]);
      inside(switches, ['link', 'set', outer, 'master', bridgeOf(bridge), 'up']);
      inside(space, ['addr', 'add', `${address}/24`, 'dev', inner]);
      inside(space, ['link', 'set', inner, 'up']);
    });
    const first = cables[0]?.address ?? '';
    const gateway = `${first.split('.').slice(0, 3).join('.')}.254`;
    if (options.hasDefaultRoute) inside(space, ['route', 'add', 'default', 'via', gateway]);
    return space;
  };
  const lan: Lan = {
    switches,
    machine: (name, cables) => void connect(name, cables),
    laptop: async (name, cables) => {
      const space = connect(name, cables);
      const laptop = await openLaptop(tag, space, name, join(folder, name), cables);
      laptops.push(laptop);
      return laptop;
    },
    spawnIn: (name, command, args) =>
      spawn('ip', ['netns', 'exec', `${tag}-${name}`, command, ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    close: async () => {
      for (const laptop of laptops) await laptop.close();
      for (const space of namespaces) ip(['netns', 'del', space]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return lan;
}

async function openLaptop(
  tag: string,
  space: string,
  name: string,
  profileDir: string,
  cables: { bridge: string; address: string }[],
): Promise<Laptop> {
  let host = await startHost(space, profileDir, 0);
  const { port } = host;
  const wrapper = join(tmpdir(), `rapport-chromium-${space}.sh`);
  writeFileSync(wrapper, `#!/bin/sh\nexec ip netns exec ${space} /usr/bin/chromium "$@"\n`, {
    mode: 0o755,
  });
  const before = childrenOf(process.pid);
  const browser: Browser = await chromium.launch({ executablePath: wrapper, args: chromiumArgs });
  const chromiums = childrenOf(process.pid).filter((pid) => !before.includes(pid));
  const context = await browser.newContext({
    viewport: { width: 1200, height: 860 },
    permissions: ['microphone'],
  });
  const page = await context.newPage();
  await page.goto(host.address);
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  const cable = (bridge = cables[0]?.bridge ?? ''): string => cableOf(tag, name, bridge);
  const everything = (): number[] =>
    [host.child.pid ?? 0, ...chromiums].flatMap((pid) => [pid, ...descendantsOf(pid)]);
  const signal = (which: NodeJS.Signals): void => {
    for (const pid of everything()) tell(pid, which);
  };
  return {
    name,
    profileDir,
    page,
    cut: (bridge) => inside(switchesOf(tag), ['link', 'set', cable(bridge), 'down']),
    heal: (bridge) => inside(switchesOf(tag), ['link', 'set', cable(bridge), 'up']),
    moveTo: (address) => {
      inside(space, ['addr', 'flush', 'dev', 'eth0']);
      inside(space, ['addr', 'add', `${address}/24`, 'dev', 'eth0']);
    },
    // What leaves the laptop comes in at the switch's end of the cable.
    sentBytes: () => receivedBy(switchesOf(tag), cable()),
    sleep: () => signal('SIGSTOP'),
    wake: () => signal('SIGCONT'),
    processes: everything,
    killHost: async () => {
      const ended = once(host.child, 'exit');
      for (const pid of [...descendantsOf(host.child.pid ?? 0), host.child.pid ?? 0])
        tell(pid, 'SIGKILL');
      await ended;
      host = await startHost(space, profileDir, port);
      await page.goto(host.address);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    close: async () => {
      signal('SIGCONT');
      await browser.close();
      const ended = once(host.child, 'exit');
      process.kill(host.child.pid ?? 0, 'SIGTERM');
      await ended;
      rmSync(wrapper);
    },
  };
}

type Started = { child: ChildProcess; address: string; port: number };

async function startHost(space: string, profileDir: string, port: number): Promise<Started> {
  const args = [program, `--profile=${profileDir}`, '--no-open', `--port=${port}`];
  const child = spawn('ip', ['netns', 'exec', space, process.execPath, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    const read = (text: Buffer): void => {
      output += text.toString();
      const found = /^Rapport ready: (\S+)\n/m.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  return { child, address, port: Number(new URL(address).port) };
}

/** A browser's helpers come and go while they are counted. */
function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * The bridges and the outer ends of all cables are in a namespace too: a browser on the
 * machine itself gives up what it is loading when an interface comes or goes.
 */
const switchesOf = (tag: string): string => `${tag}-switches`;

/** Names of interfaces have at most 15 letters. */
const cableOf = (tag: string, name: string, bridge: string): string =>
  `${tag}${name.slice(0, 5)}${bridge}`;

function ip(args: readonly string[]): { ok: boolean; error: string } {
  const ran = spawnSync('ip', args, { encoding: 'utf8' });
  return { ok: ran.status === 0, error: ran.stderr ?? '' };
}

function receivedBy(space: string, device: string): number {
  const args = ['-n', space, '-j', '-s', 'link', 'show', 'dev', device];
  const ran = spawnSync('ip', args, { encoding: 'utf8' });
  const [link] = JSON.parse(ran.stdout) as [{ stats64: { rx: { bytes: number } } }];
  return link.stats64.rx.bytes;
}

function must(args: readonly string[]): void {
  const { ok, error } = ip(args);
  if (!ok) throw new Error(`ip ${args.join(' ')}: ${error}`);
}

const inside = (space: string, args: readonly string[]): void => must(['-n', space, ...args]);

function childrenOf(pid: number): number[] {
  const listed = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return listed.stdout.split('\n').map(Number).filter(Boolean);
}

function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}
