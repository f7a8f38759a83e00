// What machines of a network send and compute in a while.

import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import type { BareBrowser } from '../../support/network/lan.ts';

/** `bytes` sent in a second; `core`: processor time in hundredths of one core. */
export type Usage = { bytes: number; core: number };
type Machine = Pick<BareBrowser, 'processes' | 'sentBytes'>;

/** All of them in the same `ms`. */
export async function usageOf(machines: readonly Machine[], ms: number): Promise<Usage[]> {
  const before = machines.map(readUsage);
  const began = performance.now();
  await wait(ms);
  const seconds = (performance.now() - began) / 1_000;
  return machines.map(readUsage).map(({ bytes, core }, at) => ({
    bytes: (bytes - (before[at]?.bytes ?? 0)) / seconds,
    core: ((core - (before[at]?.core ?? 0)) * 100) / seconds,
  }));
}

function readUsage({ sentBytes, processes }: Machine): Usage {
  const core = processes().reduce((sum, pid) => sum + secondsOf(pid), 0);
  return { bytes: sentBytes(), core };
}

/** proc(5): utime and stime, in hundredths of a second. */
function secondsOf(pid: number): number {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const fields = rest.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    // Ended since it was listed.
    return 0;
  }
}
