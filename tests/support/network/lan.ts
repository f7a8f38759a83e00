// A local network of its own on this machine: laptops with a host and a browser each. Real
// multicast, real WebRTC, real cuts.

import { spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Browser, chromium, type Page } from 'playwright-core';

import { type Cable, type Cabling, dropFrom, openCabling, setAddress, spawnIn } from './cabling.ts';
import { passOverFirstRun } from '../host/begun.ts';
import { programArgs } from '../window/loopback.ts';
import { chromiumArgs } from '../window/browser.ts';

export type Laptop = {
  name: string;
  profileDir: string;
  page: Page;
  /** What comes from this address is taken in and never answered, as by a firewall. */
  drop: (address: string) => void;
  /** Ends the host's process; the window stays without. */
  stopHost: () => Promise<void>;
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
  /** Ends the host's process at once and starts it again; the window finds it again. */
  killHost: () => Promise<void>;
  close: () => Promise<void>;
};

/** A machine with a browser and no host. */
export type BareBrowser = Pick<Laptop, 'page' | 'processes' | 'sentBytes'>;

export type Lan = {
  /** `cables`: bridge name and address for each network the laptop is in. */
  laptop: (name: string, cables: readonly Cable[]) => Promise<Laptop>;
  /** A machine with nothing but a browser, on an empty page. */
  browser: (name: string, cables: readonly Cable[]) => Promise<BareBrowser>;
  /** A machine without Rapport, such as a relay in two networks. */
  machine: (name: string, cables: readonly Cable[]) => void;
  /** Runs a program inside a laptop's or a machine's network. */
  spawnIn: (name: string, command: string, args: readonly string[]) => ChildProcess;
  /** Where the switches are: as a name for `ip netns exec`. */
  switches: string;
  close: () => Promise<void>;
};

export function openLan(
  bridges: readonly string[],
  options: { hasDefaultRoute: boolean; hasMulticast?: boolean },
): Lan {
  const cabling = openCabling(bridges, options);
  const laptops: Laptop[] = [];
  const browsers: OpenBrowser[] = [];
  const spaces = new Map<string, string>();
  const folder = mkdtempSync(join(tmpdir(), 'rapport-lan-'));
  const plugIn = (name: string, cables: readonly Cable[]): string => {
    const space = cabling.plugIn(name, cables);
    spaces.set(name, space);
    return space;
  };
  return {
    switches: cabling.switches,
    machine: (name, cables) => void plugIn(name, cables),
    laptop: async (name, cables) => {
      const space = plugIn(name, cables);
      const laptop = await openLaptop(cabling, space, name, join(folder, name), cables);
      laptops.push(laptop);
      return laptop;
    },
    browser: async (name, cables) => {
      const opened = await openBrowser(plugIn(name, cables));
      browsers.push(opened);
      return {
        page: opened.page,
        processes: () => withDescendants(opened.processes),
        sentBytes: () => cabling.sentBytes(name, cables[0]?.bridge ?? ''),
      };
    },
    spawnIn: (name, command, args) => spawnIn(spaces.get(name) ?? '', command, args),
    close: async () => {
      for (const laptop of laptops) await laptop.close();
      for (const browser of browsers) await browser.close();
      cabling.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openLaptop(
  cabling: Cabling,
  space: string,
  name: string,
  profileDir: string,
  cables: readonly Cable[],
): Promise<Laptop> {
  passOverFirstRun(profileDir);
  let host = await startHost(space, profileDir, 0);
  const { port } = host;
  const browser = await openBrowser(space);
  const { page } = browser;
  await page.goto(host.address);
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
  const firstBridge = cables[0]?.bridge ?? '';
  const everything = (): number[] => withDescendants([host.child.pid ?? 0, ...browser.processes]);
  const signal = (which: NodeJS.Signals): void => {
    for (const pid of everything()) tell(pid, which);
  };
  const stopHost = async (): Promise<void> => {
    const ended = once(host.child, 'exit');
    for (const pid of [...descendantsOf(host.child.pid ?? 0), host.child.pid ?? 0])
      tell(pid, 'SIGKILL');
    await ended;
  };
  return {
    name,
    profileDir,
    page,
    drop: (address) => dropFrom(space, address),
    stopHost,
    cut: (bridge = firstBridge) => cabling.setCable(name, bridge, 'down'),
    heal: (bridge = firstBridge) => cabling.setCable(name, bridge, 'up'),
    moveTo: (address) => setAddress(space, 'eth0', address),
    sentBytes: () => cabling.sentBytes(name, firstBridge),
    sleep: () => signal('SIGSTOP'),
    wake: () => signal('SIGCONT'),
    processes: everything,
    killHost: async () => {
      await stopHost();
      host = await startHost(space, profileDir, port);
      await page.goto(host.address);
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    close: async () => {
      signal('SIGCONT');
      await browser.close();
      if (host.child.exitCode !== null || host.child.signalCode !== null) return;
      const ended = once(host.child, 'exit');
      process.kill(host.child.pid ?? 0, 'SIGTERM');
      await ended;
    },
  };
}

type OpenBrowser = { page: Page; processes: number[]; close: () => Promise<void> };

async function openBrowser(space: string): Promise<OpenBrowser> {
  const wrapper = join(tmpdir(), `rapport-chromium-${space}.sh`);
  writeFileSync(wrapper, `#!/bin/sh\nexec ip netns exec ${space} /usr/bin/chromium "$@"\n`, {
    mode: 0o755,
  });
  const before = childrenOf(process.pid);
  const browser: Browser = await chromium.launch({ executablePath: wrapper, args: chromiumArgs });
  const processes = childrenOf(process.pid).filter((pid) => !before.includes(pid));
  const context = await browser.newContext({
    viewport: { width: 1200, height: 860 },
    permissions: ['microphone'],
  });
  const page = await context.newPage();
  return {
    page,
    processes,
    close: async () => {
      await browser.close();
      rmSync(wrapper);
    },
  };
}

type Started = { child: ChildProcess; address: string; port: number };

async function startHost(space: string, profileDir: string, port: number): Promise<Started> {
  const args = [...programArgs, `--profile=${profileDir}`, '--no-open', `--port=${port}`];
  const child = spawnIn(space, process.execPath, args);
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    const read = (text: Buffer): void => {
      output += text.toString();
      const found = /^Rapport ready: (\S+)\n/m.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
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

const withDescendants = (pids: readonly number[]): number[] =>
  pids.flatMap((pid) => [pid, ...descendantsOf(pid)]);

function childrenOf(pid: number): number[] {
  const listed = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return listed.stdout.split('\n').map(Number).filter(Boolean);
}

function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}
