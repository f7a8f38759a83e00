// Whether what goes on for long takes more and more memory: what is held after the first
// half is compared with what is held at the end, each after everything unused was given up.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const giveUp = runInNewContext('gc') as () => void;

export type SteadyMemory = {
  half: () => void;
  /** MiB more at the end than after the first half. */
  grown: () => number;
};

export function watchMemory(): SteadyMemory {
  let held = 0;
  const now = (): number => {
    giveUp();
    // What lies outside both comes and goes with the sockets of the moment.
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 2 ** 20;
  };
  return {
    half: () => {
      held = now();
    },
    grown: () => now() - held,
  };
}
