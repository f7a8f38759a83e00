// What processes hold, from proc(5), in MB.

import { readdirSync, readFileSync } from 'node:fs';

export const residentOf = (pid: number): number => statusOf(pid, 'VmRSS');

/** Anonymous memory: what the process itself holds, without the browser's shared code. */
export function privateOfRenderers(): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const renderers = pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
    } catch {
      return false;
    }
  });
  return Math.max(0, ...renderers.map((pid) => statusOf(Number(pid), 'RssAnon')));
}

function statusOf(pid: number, field: string): number {
  try {
    const found = new RegExp(`${field}:\\s+(\\d+) kB`).exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    );
    return Number(found?.[1] ?? 0) / 1024;
  } catch {
    // The process has ended meanwhile.
    return 0;
  }
}
