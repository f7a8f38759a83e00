// Whether what goes on for long takes more and more memory: what is held after each part of
// the work is compared with what was held after the part before, each after everything unused
// was given up. What leaks grows in every part; what is made once, such as compiled code, in one.

import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const giveUp = runInNewContext('gc') as () => void;

export type SteadyMemory = {
  /** One more part of the work, of the same size as those before, is done. */
  part: () => Promise<void>;
  /** MiB that each part but the first took at least. */
  grownEachTime: () => number;
};

export function watchMemory(): SteadyMemory {
  const held: number[] = [];
  return {
    part: async () => {
      giveUp();
      // What waits to be finalized is free after a turn.
      await turn();
      giveUp();
      // What lies outside both comes and goes with the sockets of the moment.
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      held.push((heapUsed + arrayBuffers) / 2 ** 20);
    },
    grownEachTime: () => {
      if (held.length < 3) throw new Error('Three parts at least: the first one warms up.');
      return Math.min(...held.slice(1).map((now, at) => now - (held[at] ?? 0)));
    },
  };
}
